"""How close the words of a query stand to each other in some documents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from searchidx.store.combined import FieldWeights
from searchidx.store.evaluator.collection import Collection, DocArray, ScoreArray, Segment, as_docs
from searchidx.store.evaluator.combined import combined_idf

WINDOW = 8
"""Positions from one word to another that still count as near."""

# A word's place is one number: the document's place among the candidates, then the position in the document.
_SHIFT = 32
Keys = npt.NDArray[np.int64]
Word = tuple[str, int]  # a term, and its position in the query


def closeness(
    collection: Collection, segment: Segment, fields: FieldWeights, words: Sequence[Word], docs: DocArray
) -> ScoreArray:
    """Return for ascending local ``docs`` how near neighbouring ``words`` of the query stand, weighed by rarity.

    A pair that stands as in the query counts 1 for each time, less with each position that it is further apart or the
    other way round; this is saturated, and multiplied by the inverse document frequency of the more frequent word.
    """
    total = np.zeros(len(docs))
    places = _Places(segment, docs)
    for (one, at), (two, then) in pairwise(words):
        if one == two:
            continue
        near = np.zeros(len(docs))
        for name, weight in fields:
            first = places.keys(name, one)
            second = places.keys(name, two) if len(first) else first
            if len(second):
                near += weight * _near(first, second, then - at, len(docs))
        if near.any():
            rarity = min(combined_idf(collection, fields, one), combined_idf(collection, fields, two))
            total += rarity * near / (near + 1.0)
    return total


def _near(first: Keys, second: Keys, gap: int, count: int) -> ScoreArray:
    """Return for each candidate how often, and how well, the second word stands near the first."""
    behind = second.searchsorted(first, side="right")
    forward = second.take(behind, mode="clip") - first
    backward = first - second.take(np.maximum(behind - 1, 0))
    found = np.zeros(len(first))
    ahead = (forward > 0) & (forward <= WINDOW)
    found[ahead] = 1.0 / (1.0 + abs(forward[ahead] - gap))
    back = (behind > 0) & (backward > 0) & (backward <= WINDOW)
    found[back] = np.maximum(found[back], 1.0 / (1.0 + gap + backward[back]))
    counts: ScoreArray = np.bincount(first >> _SHIFT, found, count).astype(np.float64, copy=False)
    return counts


class _Places:
    """The places of words in the candidate documents, each read once."""

    def __init__(self, segment: Segment, docs: DocArray) -> None:
        self._segment = segment
        self._docs = docs
        self._keys: dict[tuple[str, str], Keys] = {}

    def keys(self, field: str, text: str) -> Keys:
        """Return the ascending places of a word in a field."""
        key = (field, text)
        if key not in self._keys:
            self._keys[key] = self._read(field, text)
        return self._keys[key]

    def _read(self, field: str, text: str) -> Keys:
        arrays = self._segment.arrays
        ordinal = arrays.ordinal(field, text.encode("utf-8"))
        if ordinal < 0:
            return np.zeros(0, np.int64)
        having = as_docs(arrays.postings(field, ordinal).docs)
        rows = having.searchsorted(self._docs)
        at = (having.take(rows, mode="clip") == self._docs).nonzero()[0]
        if not len(at):
            return np.zeros(0, np.int64)
        positions, offsets = arrays.positions(field, ordinal, rows[at])
        keys = np.repeat(at.astype(np.int64) << _SHIFT, np.diff(offsets))
        keys += positions
        return keys
