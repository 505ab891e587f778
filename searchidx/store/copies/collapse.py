"""Results in which the copies of a story are one hit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np
import numpy.typing as npt

from searchidx.store.copies.grouped import CopyGroups
from searchidx.store.evaluator import Evaluator

Docs = npt.NDArray[Any]


class RankedHit(NamedTuple):
    """A hit of a page. ``copies`` are the other matching documents of its group, ascending."""

    document: int
    score: float
    copies: tuple[int, ...] = ()


class RankedHits(Sequence[RankedHit]):
    """Hits in their order, held as arrays: a million of them are 16 MB."""

    def __init__(self, docs: Docs, scores: npt.NDArray[np.float64], members: _Members | None = None) -> None:
        self._docs = docs
        self._scores = scores
        self._members = members

    def __len__(self) -> int:
        return len(self._docs)

    @overload
    def __getitem__(self, number: int) -> RankedHit: ...

    @overload
    def __getitem__(self, number: slice) -> RankedHits: ...

    def __getitem__(self, number: int | slice) -> RankedHit | RankedHits:
        if isinstance(number, slice):
            return RankedHits(self._docs[number], self._scores[number], self._members)
        document = int(self._docs[number])
        others = self._members.others(document) if self._members else ()
        return RankedHit(document, float(self._scores[number]), others)


class Page(NamedTuple):
    """``total`` documents match; ``copies`` of them are no hits of their own but stand behind one."""

    total: int
    copies: int
    hits: Sequence[RankedHit]


def search_page(
    evaluator: Evaluator, query: Any, limit: int | None, offset: int, sort: str | None, filter: Any
) -> Page:
    """Return the hits from ``offset`` on, at most ``limit`` (None: all), every document a hit of its own."""
    found = evaluator.search(query, limit, offset, sort=sort, filter=filter)
    return Page(found.total, 0, RankedHits(found.docs, found.scores))


def search_collapsed(
    evaluator: Evaluator,
    groups: CopyGroups,
    query: Any,
    limit: int | None,
    offset: int,
    sort: str | None,
    filter: Any,
) -> Page:
    """Return hits as ``search_page`` does, but of each group only the document that comes first."""
    grouped = groups.grouped(evaluator.match(query, filter))
    leaders = groups.leaders[grouped]
    leaders.sort()
    again = leaders[1:][leaders[1:] == leaders[:-1]]
    copies = len(again)
    if not copies:
        return search_page(evaluator, query, limit, offset, sort, filter)
    # At worst all of the copies stand before the last hit of the page.
    wanted = None if limit is None else offset + limit + copies
    found = evaluator.search(query, wanted, sort=sort, filter=filter)
    rows = _first_of_each(groups.leaders[found.docs], None if limit is None else offset + limit)[offset:]
    members = _Members(groups, grouped, again)
    return Page(found.total, copies, RankedHits(found.docs[rows], found.scores[rows], members))


def _first_of_each(leaders: Docs, most: int | None) -> Docs:
    """Return the rows where each leader comes first, ``most`` of them at the most."""
    if most is None:
        return np.sort(np.unique(leaders, return_index=True)[1])
    first: dict[int, int] = {}
    for row, leader in enumerate(leaders.tolist()):  # which ends soon
        if len(first) == most:
            break
        first.setdefault(leader, row)
    return np.array(list(first.values()), np.intp)


class _Members:
    """The matching documents of each group that has several; ``several`` are the leaders of these, ascending."""

    def __init__(self, groups: CopyGroups, grouped: Docs, several: Docs) -> None:
        self._leaders = groups.leaders
        self._grouped = grouped
        self._several = several

    def others(self, document: int) -> tuple[int, ...]:
        """Return the other documents of the group of a document, ascending."""
        leader = self._leaders[document]
        if self._several[min(np.searchsorted(self._several, leader), len(self._several) - 1)] != leader:
            return ()
        documents, leaders = self._by_leader
        first, last = np.searchsorted(leaders, leader, "left"), np.searchsorted(leaders, leader, "right")
        return tuple(other for other in documents[first:last].tolist() if other != document)

    @cached_property
    def _by_leader(self) -> tuple[Docs, Docs]:
        leaders = self._leaders[self._grouped]
        order = np.argsort(leaders, kind="stable")
        return self._grouped[order], leaders[order]
