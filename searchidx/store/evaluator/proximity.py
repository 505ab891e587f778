"""How close the words of a query stand to each other in some documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from searchidx.store.combined import FieldWeights
from searchidx.store.evaluator.collection import Collection, DocArray, ScoreArray, Segment
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
    count = len(docs)
    total = np.zeros(count)
    terms = {term for term, _ in words}
    places = [(weight, _places(collection, segment, name, terms, docs)) for name, weight in fields]
    for (one, at), (two, then) in pairwise(words):
        if one == two:
            continue
        near: ScoreArray | None = None
        for weight, keys in places:
            first, second = keys.get(one), keys.get(two)
            if first is not None and second is not None and len(first) and len(second):
                found = weight * _near(first, second, then - at, count)
                near = found if near is None else near + found
        if near is not None:
            rarity = min(combined_idf(collection, fields, one), combined_idf(collection, fields, two))
            total += rarity * near / (near + 1.0)
    return total


def _near(first: Keys, second: Keys, gap: int, count: int) -> ScoreArray:
    """Return for each candidate how often, and how well, the second word stands near the first."""
    ahead, back = _worth(gap)
    after = second.searchsorted(first, side="right")
    found = ahead.take(second.take(after, mode="clip") - first, mode="clip")
    after -= 1
    np.maximum(found, back.take(first - second.take(after, mode="clip"), mode="clip"), out=found)
    counts: ScoreArray = np.bincount(first >> _SHIFT, found, count).astype(np.float64, copy=False)
    return counts


@lru_cache(maxsize=64)
def _worth(gap: int) -> tuple[ScoreArray, ScoreArray]:
    """Return what it is worth, by distance, that a word stands behind or before the one ``gap`` before it in the query.

    Nothing at a distance of 0, nor at the last one of the table, which stands for all that are too far.
    """
    distance = np.arange(WINDOW + 2)
    near = (distance > 0) & (distance <= WINDOW)
    return near / (1.0 + abs(distance - gap)), near / (1.0 + gap + distance)


def _places(
    collection: Collection, segment: Segment, field: str, terms: set[str], docs: DocArray
) -> dict[str, Keys]:
    """Return the ascending places of each term in a field of the documents, if two terms stand there at all."""
    ordinals = {}
    for text in terms:
        term = collection.term(field, text.encode("utf-8"))
        if term is not None and term.ordinals[segment.number] >= 0:
            ordinals[text] = term.ordinals[segment.number]
    if len(ordinals) < 2:
        return {}
    positions, offsets = segment.arrays.positions_in(field, list(ordinals.values()), docs)
    count = len(docs)
    keys = np.concatenate([np.arange(count) << _SHIFT] * len(ordinals)).repeat(offsets[1:] - offsets[:-1])
    keys += positions
    ends = offsets[::count].tolist()
    return {text: keys[ends[i] : ends[i + 1]] for i, text in enumerate(ordinals)}
