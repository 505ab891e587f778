"""Where a publication is at home: "The Springfield News-Leader", "(Lubbock) Avalanche-Journal", or as the user says.

What a local paper calls Springfield without another word is the one that it is printed in, or the one nearby.
"""

from __future__ import annotations

import re
from functools import lru_cache

from searchidx.extraction.places.words import NEWSPAPERS
from searchidx.gazetteer import open_gazetteer
from searchidx.gazetteer.own import OwnPlaces

_WORD = re.compile(r"[\w'’.]+")
_PART_OF_TITLE = NEWSPAPERS | frozenset(
    "Leader Advocate Advertiser Enterprise Reporter Monitor Messenger Banner Statesman Republic Republican Union Free "
    "Avalanche Gazetteer Beacon Bee Blade Citizen Clarion Commercial Eagle Intelligencer Ledger Picayune Plain Dealer "
    "Politiken Progress Pioneer Patriot Reflector Reformer State Transcript Tribune Voice World Chronicle Broadcasting "
    "Morning Evening Sunday Daily Weekly Constitution Virginian Pilot Dispatch Capital Caller Spokesman".split()
)
_NEVER_NAMED = frozenset("The Daily Sunday Morning Evening Weekly".split())
_LONGEST_NAME = 3
_MOST_HOMES = 6


@lru_cache(maxsize=2_000)
def home_rows(source: str | None, own: OwnPlaces | None = None) -> tuple[int, ...]:
    """The rows of the towns that a publication can be at home in, the likeliest first; () where nothing says so.

    ``source`` is the name of the publication; the home town that the user states in ``own`` comes before it.
    """
    if own is not None and own.home is not None:
        return (own.home,)
    words = [word for word in _WORD.findall(source or "") if word not in _NEVER_NAMED]
    if len(words) < 2 or len(words) > 8 or _PART_OF_TITLE.isdisjoint(words[1:]):
        return ()
    gazetteer = open_gazetteer()
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        if words[count] not in _PART_OF_TITLE:
            continue
        rows = [
            candidate.number
            for candidate in gazetteer.lookup(" ".join(words[:count]))
            if not candidate.alternate and gazetteer.kind(candidate.number) == "city"
        ]
        if rows:
            return tuple(rows[:_MOST_HOMES])
    return ()
