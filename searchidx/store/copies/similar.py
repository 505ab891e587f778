"""Signatures to pairs of articles that are the same story.

Stories of one kind are made of the same sentences: results, dividends, what a central bank did today. They differ in
their numbers and in their days, and copies do not. So the shared shingles decide, more of them in a short text, on days
that lie apart, and only where the numbers agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import Ragged
from searchidx.store.copies.signatures import NUMBERS_KEPT, SHINGLES_KEPT, Ints, Signatures

Mask = npt.NDArray[np.bool_]

# Candidates: a hash that more articles have pairs each of them with the first few only, so that the work stays linear.
_ALL_PAIRS = 16
_FIRST_FEW = 4
_LEAST_SHARED, _LEAST_SHARE = 3, 0.1  # hashes that a pair worth comparing has in common
_CHUNK = 1 << 13  # pairs compared at once
_HASHES_AT_ONCE = 1 << 20
_PAIRS_AT_ONCE = 1 << 20  # of one hash each, before they are counted

# The rules. Containment is the share of the smaller text's shingles that the larger one has.
_SHORT, _LONG = 20, 80  # shingles
_CONTAINED_LONG, _CONTAINED_SHORT, _PER_DAY = 0.65, 0.85, 0.05
_MOST_ASKED = 0.95
_TINY = 16  # below, a text says too little to be told from its like: only what is all but the same is a copy
_LEAST_RATIO = 0.25  # of the sizes: a digest is no copy of the stories in it
_SMALL_PART, _CONTAINED_SMALL_PART = (
    0.3,
    0.8,
)  # where the larger text has much else, the smaller must be all in it
_SAME_EVENT, _SAME_EVENT_SHORT = (
    7,
    1,
)  # days; the same words later are of another event, unless there are very many
_SAME_WORDS = 150
_NUMBERS_OFF, _NUMBERS_OFF_NEAR, _NUMBERS_OFF_LATER = (
    2.0,
    0.2,
    0.1,
)  # that differ: this many, and this share of them


class Pairs(NamedTuple):
    """Pairs of rows, ``first`` < ``second``, sorted."""

    first: Ints
    second: Ints


def similar_pairs(found: Signatures, days: npt.NDArray[Any]) -> Pairs:
    """Return the pairs of rows that are the same story; ``days`` are day numbers, negative where not known.

    Earlier rows are what later ones are compared with where very many have the same words.
    """
    first, second = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for candidates in _candidates(found.shingles):
        for i in range(0, len(candidates.first), _CHUNK):
            pairs = Pairs(candidates.first[i : i + _CHUNK], candidates.second[i : i + _CHUNK])
            same = _Comparison(found, days, pairs).same()
            first.append(pairs.first[same])
            second.append(pairs.second[same])
    return Pairs(np.concatenate(first), np.concatenate(second))


def _candidates(shingles: Ragged) -> Iterator[Pairs]:
    """Yield the pairs that have enough hashes in common to be worth comparing, for some rows at a time.

    All pairs of a row are counted at once and then let go of, so that memory is bounded by the number of articles,
    however many pairs there are.
    """
    count = len(shingles.offsets) - 1
    lengths = np.diff(shingles.offsets)
    owners = _owners(shingles, count)
    for entries in _some_rows(owners, count):
        pairs, shared = np.unique(_paired(owners, entries, count), return_counts=True)
        first, second = pairs // count, pairs % count
        fewer = np.minimum(lengths[first], lengths[second])
        enough = shared >= np.minimum(fewer, np.maximum(_LEAST_SHARED, _LEAST_SHARE * fewer))
        yield Pairs(first[enough], second[enough])


class _Owners(NamedTuple):
    """Which rows have each hash that several rows have: one entry for a hash and a row, ascending in both.

    ``later[i]`` entries after the one at i are those that it is to be paired with.
    """

    rows: npt.NDArray[np.uint32]
    later: npt.NDArray[np.uint32]


def _owners(shingles: Ragged, count: int) -> _Owners:
    # Filled in place: to join parts would take all of it twice.
    rows, later = (np.empty(len(shingles.values), np.uint32) for _ in range(2))
    filled = 0
    for owners in _owners_by_hash(shingles, count):
        starts, sizes = owners.offsets[:-1], np.diff(owners.offsets)
        place = np.arange(len(owners.values)) - np.repeat(starts, sizes)
        sizes = np.repeat(sizes, sizes)
        pairs = np.where((sizes <= _ALL_PAIRS) | (place < _FIRST_FEW), sizes - place - 1, 0)
        several = sizes > 1
        part = slice(filled, filled + int(several.sum()))
        rows[part], later[part] = owners.values[several], pairs[several]
        filled = part.stop
    return _Owners(rows[:filled], later[:filled])


def _owners_by_hash(shingles: Ragged, count: int) -> Iterator[Ragged]:
    """Yield, for some hashes at a time, the rows that have each, in ascending order."""
    values = shingles.values
    offsets = shingles.offsets[1 : count + 1]
    parts = len(values) // _HASHES_AT_ONCE + 1
    borders = (
        np.quantile(values[:: 1 + len(values) // 100_000], np.linspace(0, 1, parts + 1))
        if parts > 1
        else [0, 0]
    )
    borders = [0, *(int(border) for border in borders[1:-1]), 1 << 32]
    for low, high in pairwise(borders):
        chosen = np.flatnonzero((values >= low) & (values < high))
        keys = values[chosen].astype(np.uint64)
        keys <<= np.uint64(32)
        keys |= offsets.searchsorted(chosen, "right").astype(np.uint64)  # the rows
        keys.sort()
        hashes = (keys >> np.uint64(32)).astype(np.uint32)
        keys &= np.uint64(0xFFFFFFFF)
        fresh = np.ones(len(hashes) + 1, np.bool_)
        np.not_equal(hashes[1:], hashes[:-1], out=fresh[1:-1])
        yield Ragged(keys.view(np.int64), np.flatnonzero(fresh) if len(keys) else np.zeros(1, np.int64))


def _some_rows(owners: _Owners, count: int) -> Iterator[Ints]:
    """Yield the entries of all rows, those of one row together, as many rows at a time as have not too many pairs."""
    pairs = np.zeros(count)
    for i in range(0, len(owners.rows), _HASHES_AT_ONCE):
        chunk = slice(i, i + _HASHES_AT_ONCE)
        pairs += np.bincount(owners.rows[chunk], owners.later[chunk], count)
    up_to = np.cumsum(pairs)
    first, counted = 0, 0.0
    while first < count:
        last = max(first + 1, int(np.searchsorted(up_to, counted + _PAIRS_AT_ONCE, "right")))
        yield np.flatnonzero((owners.later > 0) & (owners.rows >= first) & (owners.rows < last))
        first, counted = last, up_to[last - 1]


def _paired(owners: _Owners, entries: Ints, count: int) -> Ints:
    """Return ``first * count + second`` for each pair of an entry with a later one of its hash."""
    later = owners.later[entries].astype(np.int64)
    ends = np.cumsum(later)
    others = np.repeat(entries + 1 - (ends - later), later)
    others += np.arange(len(others))
    pairs: Ints = np.repeat(owners.rows[entries].astype(np.int64) * count, later)
    pairs += owners.rows[others]
    return pairs


class _Overlap(NamedTuple):
    """Of two samples, as far as both reach: the hashes of each, and those in both."""

    first: Ints
    second: Ints
    shared: Ints

    def contained(self) -> npt.NDArray[np.float64]:
        """The share of the smaller one's that the other has too."""
        share: npt.NDArray[np.float64] = self.shared / np.maximum(1, np.minimum(self.first, self.second))
        return share

    def jaccard(self) -> npt.NDArray[np.float64]:
        share: npt.NDArray[np.float64] = self.shared / np.maximum(1, self.first + self.second - self.shared)
        return share


class _Comparison:
    """Pairs under comparison, all at once."""

    def __init__(self, found: Signatures, days: npt.NDArray[Any], pairs: Pairs) -> None:
        first, second = pairs
        one, other = found.shingle_counts[first], found.shingle_counts[second]
        self._smaller, self._larger = np.minimum(one, other), np.maximum(one, other)
        self._shingles = _overlap(found.shingles, found.shingle_counts, SHINGLES_KEPT, pairs)
        self._numbers = _overlap(found.numbers, found.number_counts, NUMBERS_KEPT, pairs)
        self._number_count = np.minimum(found.number_counts[first], found.number_counts[second])
        known = (days[first] >= 0) & (days[second] >= 0)
        self._gap = np.where(known, np.abs(days[first] - days[second]), 0)

    def same(self) -> Mask:
        """Return which pairs are the same story."""
        contained, jaccard = self._shingles.contained(), self._shingles.jaccard()
        tiny = (jaccard >= _MOST_ASKED) & (self._gap <= 1)
        large = (self._smaller >= _LEAST_RATIO * self._larger) & (contained >= self._asked(jaccard))
        again = (self._smaller >= _SAME_WORDS) & (jaccard >= _MOST_ASKED)
        timely = (self._gap <= np.where(self._smaller < _LONG, _SAME_EVENT_SHORT, _SAME_EVENT)) | again
        same: Mask = np.where(self._smaller < _TINY, tiny, large & timely & self._numbers_agree())
        return same

    def _asked(self, jaccard: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return how much of the smaller text must be in the larger one."""
        shortness = np.clip((_LONG - self._smaller) / (_LONG - _SHORT), 0, 1)
        asked = _CONTAINED_LONG + (_CONTAINED_SHORT - _CONTAINED_LONG) * shortness + _PER_DAY * self._gap
        asked = np.where(jaccard < _SMALL_PART, np.maximum(asked, _CONTAINED_SMALL_PART), asked)
        return np.minimum(asked, _MOST_ASKED)

    def _numbers_agree(self) -> Mask:
        share = np.where(self._gap <= 1, _NUMBERS_OFF_NEAR, _NUMBERS_OFF_LATER)
        off = self._number_count * (1 - self._numbers.contained())
        agree: Mask = (off <= _NUMBERS_OFF + share * self._number_count) & (
            (self._numbers.shared > 0) | (self._number_count < _NUMBERS_OFF)
        )
        return agree


def _overlap(samples: Ragged, counts: Ints, kept: int, pairs: Pairs) -> _Overlap:
    rows, where = np.unique(np.concatenate(pairs), return_inverse=True)
    table, reach = _table(samples, counts, kept, rows)
    first, second = where[: len(pairs.first)], where[len(pairs.first) :]
    limit = np.minimum(reach[first], reach[second])[:, None]
    both = np.sort(np.concatenate([table[first], table[second]], axis=1), axis=1)
    shared = (both[:, 1:] == both[:, :-1]) & (both[:, 1:] <= limit)
    return _Overlap((table[first] <= limit).sum(1), (table[second] <= limit).sum(1), shared.sum(1))


def _table(samples: Ragged, counts: Ints, kept: int, rows: Ints) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Return the samples of some rows, filled up at the end, and up to which hash each is complete."""
    nothing = np.uint32(0xFFFFFFFF)
    table = np.full((len(rows), kept), nothing)
    lengths = (samples.offsets[rows + 1] - samples.offsets[rows]).astype(np.int64)
    at = np.repeat(np.arange(len(rows)), lengths)
    places = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    table[at, places] = samples.values[samples.offsets[rows][at] + places]
    return table, np.where(counts[rows] > kept, table[:, -1], nothing - np.uint32(1))
