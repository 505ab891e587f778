"""The parameters of ranking: the values tried, and how an open index is made to use one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from searchidx import Index
from searchidx.store import lift, schema
from searchidx.store.evaluator import search
from searchidx.store.overviews.expansion import Expansion

# One of these is the default; the others lie around it.
VALUES: dict[str, tuple[float, ...]] = {
    "k1": (0.9, 1.2, 1.5, 1.8),
    "b": (0.5, 0.6, 0.7, 0.8),
    "headline": (1.0, 1.5, 2.0, 3.0),
    "lift": (0.0, 0.1, 0.2, 0.3, 0.5, 0.8),
    "expand-articles": (3, 5, 10, 20),
    "expand-terms": (10, 20, 30, 50),
    "expand-original": (0.5, 0.6, 0.7, 0.8),
}


class Change(NamedTuple):
    """One parameter with a value."""

    name: str
    value: float

    @property
    def expands(self) -> bool:
        """Whether it is about expanded queries."""
        return self.name.startswith("expand")


def defaults(index: Index) -> dict[str, float]:
    """Return the values in use."""
    weighting = index._searcher.collection.weighting
    articles, terms, original = Expansion()
    return {
        "k1": weighting.K1,
        "b": weighting.B,
        "headline": schema.TEXT_FIELDS["headline"],
        "lift": lift.LIFT,
        "expand-articles": articles,
        "expand-terms": terms,
        "expand-original": original,
    }


@contextlib.contextmanager
def changed(index: Index, change: Change) -> Iterator[None]:
    """Have an open index ranked with one parameter changed."""
    before = defaults(index)[change.name]
    _use(index, change.name, change.value)
    try:
        yield
    finally:
        _use(index, change.name, before)


def _use(index: Index, name: str, value: float) -> None:
    collection = index._searcher.collection
    if name in ("k1", "b"):
        setattr(collection.weighting, name.upper(), value)
        for segment in collection.segments:  # what was computed with the old value
            segment.norms.clear()
            segment.remembered.clear()
    elif name == "headline":
        schema.TEXT_FIELDS["headline"] = value
    elif name == "lift":
        search.LIFT = lift.LIFT = value
    else:
        _use_expansion(name.removeprefix("expand-"), value)


def _use_expansion(name: str, value: Any) -> None:
    kept = list(Expansion.__new__.__defaults__ or ())
    place = Expansion._fields.index(name)
    kept[place] = type(kept[place])(value)
    Expansion.__new__.__defaults__ = tuple(kept)
