"""Rivers that are called by the name of a city, state or country: "along the Dnipro", "the Mississippi rose"."""

from __future__ import annotations

from searchidx.extraction.places.evidence import word_at
from searchidx.extraction.places.names import Name
from searchidx.gazetteer import Candidate, open_gazetteer

# What may stand behind a river's name; another word makes the name belong to it: "the Mississippi governor".
_BEHIND = frozenset(
    """
    a above across after again all along also an and are as at because before began below between but by came can
    carries carried crested crosses could does during dropped eroded fell flooded floods flowed flows for froze from
    had has have here in into is it itself made may meets might near next now of off on once or overflowed over past
    reached remained rises rose runs separates since so still surged swelled than that the their there this through
    to today towards under until up was were when where which while who will winds with would yesterday
    north south east west northeast northwest southeast southwest upstream downstream
    """.split()
)
# With these before it even the name of a country is that of a river: "crossed the Niger", "on the banks of the Congo".
_ALONG = frozenset(
    "along across crossed crossing cross crosses down up upstream downstream into over".split()
)
_BANKS = frozenset(
    "bank banks shore shores side mouth source waters course delta tributary tributaries".split()
)


def river_of(name: Name) -> tuple[Candidate, ...]:
    """The river that this name would mean behind "the"; () for none."""
    if name.tail or name.head or name.kind != "place":
        return ()
    gazetteer = open_gazetteer()
    rivers = gazetteer.lookup_key(f"{name.key} river")
    return rivers if rivers and gazetteer.kind(rivers[0].number) == "water" else ()


def is_river(flat: str, start: int, end: int, name: Name) -> bool:
    """Is a name that has a river meant as that? The caller has seen that "the" stands before it."""
    mark = flat[end : end + 1]
    behind = word_at(flat, end + 1) if mark == " " else ""
    if mark == "-" or (behind and behind not in _BEHIND and not behind.endswith("ed")):
        return False
    before = flat[max(0, start - 40) : start - 4].split()
    word = before[-1].lower() if before else ""
    along = word in _ALONG or (word == "of" and len(before) > 1 and before[-2] in _BANKS)
    return along or not name.candidates or open_gazetteer().kind(name.candidates[0].number) != "country"
