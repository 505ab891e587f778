"""Pairs of copies to groups, over a whole collection."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import Ragged
from searchidx.store.copies.signatures import LISTS_AT_ONCE, Ints, Signatures, take_lists
from searchidx.store.copies.similar import Pairs, similar_pairs


def group_copies(found: Signatures, days: npt.NDArray[Any]) -> Ints:
    """Return for each article the row of the one its group goes by, itself where it has no copies.

    ``days`` are day numbers, negative where not known. A group goes by its version with the most copies, all of the
    others are copies of that one; stories that turn into other stories step by step do not become one group. The groups
    depend on the articles alone, not on their order.
    """
    order = canonical_order(found, days)
    return group_arranged(rearranged(found, order), days, order)


def group_arranged(arranged: Signatures, days: npt.NDArray[Any], order: Ints) -> Ints:
    """Do what ``group_copies`` does where the signatures have been ``rearranged`` already."""
    count = len(order)
    pairs = similar_pairs(arranged, days[order])
    leaders = np.arange(count)
    leaders[order] = order[_stars(pairs, count)]
    return leaders


def canonical_order(found: Signatures, days: npt.NDArray[Any]) -> Ints:
    """Return the rows sorted by day and content: what ties is the same text on the same day."""
    keys = [_fingerprints(found.numbers), _fingerprints(found.shingles), -found.shingle_counts, days]
    return np.lexsort(keys)


def _fingerprints(samples: Ragged) -> npt.NDArray[np.uint64]:
    count = len(samples.offsets) - 1
    found = np.zeros(count, np.uint64)
    for first in range(0, count, LISTS_AT_ONCE):
        offsets = samples.offsets[first : first + LISTS_AT_ONCE + 1].astype(np.int64)
        values = samples.values[offsets[0] : offsets[-1]].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        values ^= values >> np.uint64(31)
        sums = np.append(np.uint64(0), np.cumsum(values))
        ends = offsets - offsets[0]
        found[first : first + LISTS_AT_ONCE] = sums[ends[1:]] - sums[ends[:-1]]
    return found


def rearranged(found: Signatures, order: Ints) -> Signatures:
    """Return the signatures in another order."""
    return Signatures(
        _taken(found.shingles, order),
        found.shingle_counts[order],
        _taken(found.numbers, order),
        found.number_counts[order],
    )


def _taken(samples: Ragged, order: Ints) -> Ragged:
    starts, lengths = samples.offsets.astype(np.int64), np.diff(samples.offsets)
    return take_lists(samples.values, starts[order], lengths[order])


def _stars(pairs: Pairs, count: int) -> Ints:
    """Return a leader for each row: most similar rows first, each takes those like it that are still free."""
    leaders = np.arange(count)
    degrees = np.bincount(np.concatenate(pairs), minlength=count)
    neighbours: dict[int, list[int]] = {}
    for one, other in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True):
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    free = set(neighbours)
    for row in sorted(neighbours, key=lambda row: (-degrees[row], row)):
        if row in free:
            taken = free.intersection(neighbours[row])
            free -= taken | {row}
            leaders[list(taken)] = row
    return leaders
