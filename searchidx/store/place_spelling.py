"""The places of a collection whose names look like one that no article mentions."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from searchidx.gazetteer import name_key, open_gazetteer
from searchidx.store.spelling import PER_TENFOLD, edits, term_distances

if TYPE_CHECKING:
    from searchidx.store.place_search import PlaceSearch

_SHORTEST, _TWO_EDITS = 3, 7  # letters


class SimilarPlace(NamedTuple):
    """A place that articles mention, by its main name and by the one that is like what was asked for."""

    name: str
    alike: str
    articles: int


def similar_places(search: PlaceSearch, name: str, count: int = 3) -> list[SimilarPlace]:
    """Return the places of the collection with a name, in any spelling that the gazetteer has, like this one."""
    key = name_key(name)
    if len(key) < _SHORTEST:
        return []
    limit = 2 if len(key) >= _TWO_EDITS else 1
    names = _names(search)
    keys = list(names)
    near = np.flatnonzero(term_distances(keys, key, limit) <= limit).tolist()
    best: dict[str, tuple[float, SimilarPlace]] = {}
    for number in near:
        alike, identity, main = names[keys[number]]
        articles = search.articles_of(identity)
        if articles:
            cost = edits(key, keys[number], limit) - PER_TENFOLD * log10(articles)
            known = best.get(identity)
            if known is None or cost < known[0]:
                best[identity] = (cost, SimilarPlace(main, alike, articles))
    ranked = sorted(best.values(), key=lambda each: (each[0], each[1].name))
    return [place for _, place in ranked[:count]]


def _names(search: PlaceSearch) -> dict[str, tuple[str, str, str]]:
    """Return all names of the collection's places by key: as written, the id of the place, its main name."""
    gazetteer = open_gazetteer()
    found: dict[str, tuple[str, str, str]] = {}
    for identity, row in search.places_of_collection():
        if row is None:  # known by the articles alone: name:...
            written = identity.removeprefix("name:").partition("|")[0]
            found.setdefault(name_key(written), (written, identity, written))
            continue
        names = gazetteer.names(row)
        for written in names:
            found.setdefault(name_key(written), (written, identity, names[0]))
    return found
