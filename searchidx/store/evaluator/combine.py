"""Matches of several nodes joined (AND) or united (OR)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np

from searchidx.store.evaluator.collection import DocArray
from searchidx.store.evaluator.matches import (
    Conjunction,
    Matches,
    Summed,
    TermMatches,
    Union,
    Verified,
    locate,
    nothing,
)


def join(parts: Sequence[Matches], boost: float = 1.0) -> Matches:
    """Return the documents that all parts match, scored by the sum of the parts.

    The rarest part is looked at first, what must be asked document by document last.
    """
    if len(parts) == 1 and boost == 1.0:
        return parts[0]
    size = parts[0].size
    if all(type(part) is TermMatches for part in parts):
        return _join_terms(parts, boost)  # type: ignore[arg-type]
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
    freqs: list[Any] = []  # of each sparse part: how often the documents have its term
    if not sparse:
        assert mask is not None
        docs = mask.nonzero()[0]
    else:
        docs = sparse[0].docs
        freqs.append(sparse[0].freqs if isinstance(sparse[0], TermMatches) else None)
        if mask is not None:
            docs = _narrow(docs, freqs, mask.take(docs, mode="clip").nonzero()[0])
        for part in sparse[1:]:
            if isinstance(part, TermMatches):
                at, freqs_there = part.find(docs)
            else:
                at, freqs_there = locate(docs, part.docs, size)[0], None
            docs = _narrow(docs, freqs, at)
            freqs.append(freqs_there)
            if not len(docs):
                break
    if not len(docs):
        return nothing(size)
    freqs.extend([None] * len(dense))
    return Conjunction(size, [(part, boost) for part in (*sparse, *dense)], docs, freqs)


def _join_terms(parts: Sequence[TermMatches], boost: float) -> Matches:
    """Return the same for terms, of which most joins are, with less ado."""
    ordered = sorted(parts, key=TermMatches.cost)
    docs, first = ordered[0].docs, ordered[0].known_scores()
    freqs: list[Any] = [None if first is not None else ordered[0].freqs]
    for part in ordered[1:]:
        at, freqs_there = part.find(docs)
        if len(at) < len(docs):
            if not len(at):
                return nothing(part.size)
            docs = docs.take(at)
            first = None if first is None else first.take(at)
            freqs = [None if each is None else each.take(at) for each in freqs]
        freqs.append(freqs_there)
    if first is not None and boost != 1.0:
        first = first * boost
    parts_boosted = [(part, boost) for part in ordered]
    return Conjunction(ordered[0].size, parts_boosted, docs, freqs, first)


def _narrow(docs: DocArray, freqs: list[Any], at: DocArray) -> DocArray:
    """Keep the documents ``at`` these places, and what goes with them."""
    if len(at) == len(docs):
        return docs
    freqs[:] = [None if each is None else each[at] for each in freqs]
    return docs[at]


def unite(parts: list[tuple[Matches, float]], size: int) -> Matches:
    """Return the documents that any part matches, scored by the boosted sum of those that do."""
    if not parts:
        return nothing(size)
    if len(parts) == 1 and parts[0][1] == 1.0:
        return parts[0][0]
    return Union(size, parts)
