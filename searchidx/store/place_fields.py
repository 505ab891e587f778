"""What is indexed of an article's places: their ids, the ids of all they lie in, and how central each is.

A posting's frequency in these fields is a centrality, not a count: a term scores as much as the place is central to
the article, and no article has to be read to rank by that.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from whoosh.fields import FieldType
from whoosh.formats import Frequency

from searchidx.article import Place

DIRECT, WITHIN, DEMONYMS = "place_ids", "within_ids", "demonym_ids"
PLACE_FIELDS = (DIRECT, WITHIN, DEMONYMS)

_FIRST_PARAGRAPH, _FIRST_PARAGRAPHS = 300, 1000  # characters
_MOST_COUNTED = 6

Weights = list[tuple[str, int]]


class WeightedIds(FieldType):  # type: ignore[misc]
    """A Whoosh field whose value is a list of (term, frequency), indexed as it stands."""

    def __init__(self) -> None:
        self.format = Frequency()
        self.analyzer = None
        self.scorable = False
        self.stored = False
        self.unique = False
        self.vector = None
        self.column_type = None

    def index(self, value: Any, **keywords: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield term, frequency, weight and the frequency as bytes."""
        for term, frequency in value:
            yield term.encode("utf-8"), frequency, float(frequency), struct.pack("!I", frequency)

    def to_bytes(self, value: Any) -> bytes:
        """Return a term as it is indexed."""
        return value if isinstance(value, bytes) else str(value).encode("utf-8")


def centrality(place: Place) -> int:
    """Return how central a place is to its article, from 1 (one word far down) to 15 (headline, start, and often)."""
    count, worth, first = 0.0, 0, None
    fields = set()
    for mention in place.mentions:
        count += 0.5 if mention.embedded else 1.0
        fields.add(mention.field)
        if mention.field == "body" and (first is None or mention.start < first):
            first = mention.start
    if first is not None:
        worth = 3 if first < _FIRST_PARAGRAPH else 1 if first < _FIRST_PARAGRAPHS else 0
    if "headline" in fields:
        worth += 4
    if "dateline" in fields:
        worth += 2
    return worth + max(1, min(_MOST_COUNTED, int(count)))


def place_values(places: tuple[Place, ...]) -> dict[str, Weights]:
    """Return the values of the place fields; those without any are left out."""
    from searchidx.gazetteer.containment import ancestor_ids  # not for who only reads

    direct: dict[str, int] = {}
    within: dict[str, int] = {}
    demonyms: dict[str, int] = {}
    for place in places:
        central = centrality(place)
        if place.kind == "demonym":
            demonyms[place.id] = demonyms.get(place.id, 0) + central
            continue
        direct[place.id] = direct.get(place.id, 0) + central
        for outer in ancestor_ids(place.id, place.country, place.region):
            within[outer] = within.get(outer, 0) + central
    found = ((DIRECT, direct), (WITHIN, within), (DEMONYMS, demonyms))
    # The keys alone are sorted in half the time of the pairs.
    return {field: [(key, weights[key]) for key in sorted(weights)] for field, weights in found if weights}
