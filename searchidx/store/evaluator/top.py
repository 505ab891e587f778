"""The rows of an array with the highest values, or the first; and what a search makes of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_SPREAD = (
    32  # a lower bound of the k-th best score is the k-th best of the maxima of so many strides, or more
)
_FEW = 80  # scores: sorting them all costs no more than finding the best first

Rows = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float64]


class TopDocs(NamedTuple):
    """``total`` documents match; ``docs`` are the best of them in order, with their ``scores``.

    A sorted search scores nothing: its scores are 0.
    """

    total: int
    docs: npt.NDArray[np.intp]
    scores: Scores


def top_rows(scores: Scores, k: int | None) -> Rows:
    """Return the rows of the ``k`` highest scores, highest first, equal ones in the order of their rows."""
    count = len(scores)
    if k is None or k >= count:
        return (-scores).argsort(kind="stable")
    if count < _FEW:
        return (-scores).argsort(kind="stable")[:k]
    if k <= 0:
        return np.zeros(0, dtype=np.intp)
    rows = (scores >= lower_bound(scores, k)).nonzero()[0]
    chosen = scores[rows]
    if len(rows) > 4 * k:  # the bound let many through: the exact one is worth its price now
        keep = (chosen >= np.partition(chosen, len(chosen) - k)[-k]).nonzero()[0]
        rows, chosen = rows[keep], chosen[keep]
    return rows[(-chosen).argsort(kind="stable")[:k]]


def lower_bound(scores: Scores, k: int) -> Scores:
    """Return a number that at least ``k`` of the scores reach (``k`` at most their number), close to the best one.

    It comes as an array of one, with which comparing an array costs less than with a float.
    """
    count = len(scores)
    width = max(_SPREAD, 3 * k)
    if count < 4 * width:
        maxima = scores.copy()
    else:
        maxima = np.maximum.reduce(scores[: count - count % width].reshape(-1, width))
    place = len(maxima) - k
    maxima.partition(place)
    bound: Scores = maxima[place : place + 1]
    return bound


def sorted_rows(values: npt.NDArray[np.generic], k: int | None, descending: bool) -> Rows:
    """Return the rows of the first ``k`` values in ascending or descending order, equal ones in row order."""
    rows = np.arange(len(values))
    if k is not None and 0 < k < len(values) // 4:
        last = len(values) - k if descending else k - 1
        bound = np.partition(values, last)[last]
        rows = ((values >= bound) if descending else (values <= bound)).nonzero()[0]
        values = values[rows]
    if descending:  # a stable descending sort of anything comparable
        order = (len(values) - 1 - np.argsort(values[::-1], kind="stable"))[::-1]
    else:
        order = np.argsort(values, kind="stable")
    return rows[order[:k]]
