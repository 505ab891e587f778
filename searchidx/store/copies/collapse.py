"""Results in which the copies of a story are one hit."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from searchidx.store.copies.stored import CopyGroups
from searchidx.store.evaluator import Evaluator


class RankedHit(NamedTuple):
    """A hit of a page. ``copies`` are the other matching documents of its group, ascending."""

    document: int
    score: float
    copies: tuple[int, ...] = ()


class Page(NamedTuple):
    """``total`` documents match; ``copies`` of them are no hits of their own but stand behind one."""

    total: int
    copies: int
    hits: list[RankedHit]


def search_page(
    evaluator: Evaluator, query: Any, limit: int | None, offset: int, sort: str | None, filter: Any
) -> Page:
    """Return the hits from ``offset`` on, at most ``limit`` (None: all), every document a hit of its own."""
    found = evaluator.search(query, limit, offset, sort=sort, filter=filter)
    return Page(found.total, 0, list(map(RankedHit, found.docs.tolist(), found.scores.tolist())))


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
    leaders, counts = np.unique(groups.leaders[grouped], return_counts=True)
    copies = int((counts - 1).sum())
    if not copies:
        return search_page(evaluator, query, limit, offset, sort, filter)
    # At worst all of the copies stand before the last hit of the page.
    wanted = None if limit is None else offset + limit + copies
    found = evaluator.search(query, wanted, sort=sort, filter=filter)
    _, first = np.unique(groups.leaders[found.docs], return_index=True)
    rows = np.sort(first)[offset : None if limit is None else offset + limit]
    with_copies = set(leaders[counts > 1].tolist())
    hits = []
    for document, score in zip(found.docs[rows].tolist(), found.scores[rows].tolist(), strict=True):
        leader = int(groups.leaders[document])
        same = grouped[groups.leaders[grouped] == leader].tolist() if leader in with_copies else []
        hits.append(RankedHit(document, score, tuple(other for other in same if other != document)))
    return Page(found.total, copies, hits)
