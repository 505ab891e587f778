"""Which of the names that were weighed are places: decided by the whole article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from searchidx.extraction.places.evidence import SURE, THRESHOLD
from searchidx.extraction.places.names import Name
from searchidx.extraction.places.occurrence import Occurrence
from searchidx.gazetteer import Candidate, open_gazetteer

_DIVISIONS = frozenset(("region", "county"))
# So many places in a region, if they have no namesakes elsewhere, make an article one about the region.
_SEVERAL = 1.5


# What a name gains that can lie in a region that the article names; in a county, if it is the name of nothing else.
_INSIDE, _INSIDE_COUNTY = 0.8, 1.3


def keep_places(found: list[Occurrence], home: Sequence[int]) -> list[Occurrence]:
    """Keep the names that are places: one sense for each name in an article, unless the words around it differ."""
    unsure = {o.name.key for o in found if o.weight < THRESHOLD and o.name.kind != "demonym"}
    if not unsure:
        return found
    regions: set[int] = set()
    if any(
        o.weight >= THRESHOLD - (_INSIDE if o.name.doubt else _INSIDE_COUNTY) and o.name.key in unsure
        for o in found
    ):
        regions = _regions_named(found)
        if len(home) == 1:
            regions.update(open_gazetteer().ancestors(home[0])[:2])
    best: dict[str, float] = {}
    for occurrence in found:
        name = occurrence.name
        if regions and occurrence.weight < THRESHOLD + 0.5 and name.kind == "place":
            occurrence.weight += _inside_named(name, regions)
        if occurrence.weight > best.get(name.key, -9.0) and not occurrence.embedded:
            best[name.key] = occurrence.weight
    kept = []
    for occurrence in found:
        if occurrence.name.kind == "demonym" or occurrence.weight >= THRESHOLD:
            kept.append(occurrence)
            continue
        elsewhere = best.get(occurrence.name.key, -9.0)
        if elsewhere >= THRESHOLD + 0.5 and occurrence.weight > elsewhere - 4.5:
            occurrence.rule = "same name elsewhere"
            kept.append(occurrence)
    return kept


def _regions_named(found: list[Occurrence]) -> set[int]:
    """The rows of the regions and counties that an article surely names, or names several places in."""
    gazetteer = open_gazetteer()
    kind = gazetteer.kind
    named: set[int] = set()
    share: dict[int, float] = {}
    counted = set()
    for occurrence in found:
        name = occurrence.name
        if occurrence.weight < THRESHOLD or name.kind != "place" or not name.candidates:
            continue
        if occurrence.weight >= SURE or name.key.endswith(" county"):
            for candidate in name.candidates[:2]:
                if kind(candidate.number) in _DIVISIONS:
                    named.add(candidate.number)
        if name.key in counted or occurrence.inside is not None:
            continue
        counted.add(name.key)
        around = _divisions_around(name.candidates)
        for row in around:
            share[row] = share.get(row, 0.0) + 2.0 / len(around)
    named.update(row for row, weight in share.items() if weight >= _SEVERAL)
    return named


@lru_cache(maxsize=20_000)
def _divisions_around(candidates: tuple[Candidate, ...]) -> frozenset[int]:
    """The rows of the regions and counties that the towns of a name lie in."""
    gazetteer = open_gazetteer()
    return frozenset(
        row
        for candidate in candidates[:12]
        if not candidate.alternate and gazetteer.kind(candidate.number) == "city"
        for row in gazetteer.ancestors(candidate.number)
        if gazetteer.kind(row) in _DIVISIONS
    )


def _inside_named(name: Name, regions: set[int]) -> float:
    """A name is more likely a place if it can lie in a region that the article names."""
    gazetteer = open_gazetteer()
    inside = 0.0
    for candidate in name.candidates[:12]:
        if candidate.alternate:
            continue
        around = regions.intersection(gazetteer.ancestors(candidate.number))
        if around:
            if not (name.doubt or name.head or name.tail) and any(
                gazetteer.kind(row) == "county" for row in around
            ):
                return _INSIDE_COUNTY
            inside = _INSIDE
    return inside
