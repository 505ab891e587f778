"""Matches of several nodes joined (AND) or united (OR)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import attrgetter

import numpy as np

from searchidx.store.evaluator.matches import (
    Matches,
    Scored,
    Summed,
    TermMatches,
    Union,
    Verified,
    locate,
    nothing,
)

_COUNT = attrgetter("count")


def join(parts: Sequence[Matches], boost: float = 1.0) -> Matches:
    """Return the documents that all parts match, scored by the sum of the parts.

    The rarest part is looked at first, what must be asked document by document last.
    """
    if len(parts) == 1 and boost == 1.0:
        return parts[0]
    size = parts[0].size
    unverified = [part for part in parts if isinstance(part, Verified)]
    if unverified:
        found = join([part.inner if isinstance(part, Verified) else part for part in parts], boost)
        docs = found.docs
        for each in unverified:
            docs = each.verify(docs)
        return Summed(size, [(found, 1.0)], docs)
    masks = [part.mask for part in parts if part.is_dense]
    dense = [part for part in parts if part.is_dense]
    sparse = sorted((part for part in parts if not part.is_dense), key=lambda part: len(part.docs))
    mask = reduce(np.bitwise_and, masks) if masks else None
    if not sparse:
        assert mask is not None
        docs = mask.nonzero()[0]
    else:
        docs = sparse[0].docs
        if mask is not None:
            docs = docs[mask[docs]]
        for part in sparse[1:]:
            if not len(docs):
                break
            at = (part.find(docs) if type(part) is TermMatches else locate(docs, part.docs, size))[0]
            docs = docs[at]
    if not len(docs):
        return nothing(size)
    return Summed(size, [(part, boost) for part in (*sparse, *dense)], docs)


def join_terms(terms: list[TermMatches], boost: float) -> Matches:
    """Return the same for terms, of which most joins are: what one look finds is the score and whether there is one."""
    terms.sort(key=_COUNT)
    rarest = terms[0]
    docs, scores = rarest.docs, rarest.scores()
    for term in terms[1:]:
        at, there = term.find(docs)
        if len(at) < len(docs):
            if not len(at):
                return nothing(rarest.size)
            docs, scores = docs[at], scores[at]
        scores = scores + there
    return Scored(rarest.size, docs, scores if boost == 1.0 else scores * boost)


def unite(parts: list[tuple[Matches, float]], size: int) -> Matches:
    """Return the documents that any part matches, scored by the boosted sum of those that do."""
    if not parts:
        return nothing(size)
    if len(parts) == 1 and parts[0][1] == 1.0:
        return parts[0][0]
    return Union(size, parts)
