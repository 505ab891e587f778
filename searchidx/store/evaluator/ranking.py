"""The best k of what matched in one segment: by score, then by document number, as Whoosh orders them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import DocArray, Mask, ScoreArray
from searchidx.store.evaluator.matches import Constant, Matches, TermMatches, Union

_BLOCKS = 64  # a lower bound of the k-th best score is the k-th best of the maxima of this many strides
_MANY_POSTINGS = 3000  # from here on it pays to find out what cannot reach the top


class Ranked(NamedTuple):
    """The number of all matches, and the best of them (documents local to the segment)."""

    total: int
    docs: DocArray
    scores: ScoreArray


def best(matches: Matches, k: int | None, allowed: Mask | None) -> Ranked:
    """Return the best ``k`` (None: all) of the matches that are allowed (None: all)."""
    if type(matches) is Union and k is not None:
        return _best_of_union(matches, k, allowed)
    if isinstance(matches, Constant):
        docs = matches.docs if allowed is None else _permitted(matches, allowed)
        chosen = docs if k is None else docs[:k]
        return Ranked(len(docs), chosen, np.full(len(chosen), matches.score))
    if allowed is None:
        docs, scores = matches.docs, matches.scores()
    elif isinstance(matches, TermMatches):
        rows = allowed.take(matches.docs, mode="clip").nonzero()[0]
        docs = matches.docs[rows]
        scores = matches.row_scores(docs, matches.freqs[rows])
    else:
        docs = _permitted(matches, allowed)
        scores = np.zeros(len(docs))
        matches.add_scores(docs, scores)
    rows = top_rows(scores, k)
    return Ranked(len(docs), docs[rows], scores[rows])


def _permitted(matches: Matches, allowed: Mask) -> DocArray:
    if matches.is_dense:
        return (matches.mask & allowed).nonzero()[0]
    return matches.docs[allowed.take(matches.docs, mode="clip")]


def top_rows(scores: ScoreArray, k: int | None) -> DocArray:
    """Return the rows of the ``k`` highest scores, highest first, equal ones in the order of their rows."""
    count = len(scores)
    if k is None or k >= count:
        return np.argsort(-scores, kind="stable")
    if k <= 0:
        return np.zeros(0, dtype=np.intp)
    rows = (scores >= lower_bound(scores, k)).nonzero()[0]
    chosen = scores[rows]
    if len(rows) > 4 * k:  # the bound let many through: the exact one is worth its price now
        keep = (chosen >= np.partition(chosen, len(chosen) - k)[-k]).nonzero()[0]
        rows, chosen = rows[keep], chosen[keep]
    order = np.argsort(-chosen, kind="stable")[:k]
    return rows[order]


def lower_bound(scores: ScoreArray, k: int) -> float:
    """Return a number that at least ``k`` of the scores reach (``k`` at most their number), close to the best one."""
    count = len(scores)
    width = count // _BLOCKS
    if width < 2 * k:
        return float(np.partition(scores, count - k)[count - k])
    maxima = scores[: width * _BLOCKS].reshape(_BLOCKS, width).max(axis=0)
    return float(np.partition(maxima, width - k)[width - k])


def _best_of_union(matches: Union, k: int, allowed: Mask | None) -> Ranked:
    mask = matches.mask if allowed is None else matches.mask & allowed
    total = int(np.count_nonzero(mask))
    if total == 0 or k <= 0:
        return Ranked(total, np.zeros(0, dtype=np.intp), np.zeros(0))
    terms = [(part, boost) for part, boost in matches.parts if isinstance(part, TermMatches) and boost >= 0]
    if len(terms) == len(matches.parts) and sum(len(part.docs) for part, _ in terms) > _MANY_POSTINGS:
        pruned = _pruned(terms, k, allowed, matches.size)
        if pruned is not None:
            return Ranked(total, *pruned)
    scores = matches.accumulate()
    if allowed is not None:
        scores[~mask] = 0.0
    if total < 2 * k or not scores.size or lower_bound(scores, min(k, len(scores))) <= 0:
        docs = mask.nonzero()[0]
        rows = top_rows(scores[docs], k)
        return Ranked(total, docs[rows], scores[docs[rows]])
    docs = top_rows(scores, k)
    return Ranked(total, docs, scores[docs])


def _pruned(
    terms: list[tuple[TermMatches, float]], k: int, allowed: Mask | None, size: int
) -> tuple[DocArray, ScoreArray] | None:
    """Rank by looking at the documents of the rare terms only, where the common ones cannot lift others as high.

    None where that cannot be told.
    """
    terms = sorted(terms, key=lambda term: len(term[0].docs))
    bounds = [part.bound() * boost for part, boost in terms]
    rest = float(sum(bounds))
    postings = sum(len(part.docs) for part, _ in terms)
    scores = np.zeros(size)
    seen: list[DocArray] = []
    held = 0
    for number, (part, boost) in enumerate(terms[:-1]):
        scores[part.docs] += part.row_scores(part.docs, part.freqs, boost)
        seen.append(part.docs)
        held += len(part.docs)
        rest -= bounds[number]
        if held > postings // 2:
            return None
        if held < k:
            continue
        docs = _distinct(seen, size)
        if allowed is not None:
            docs = docs[allowed[docs]]
        if len(docs) < k:
            continue
        partial = scores[docs]
        threshold = lower_bound(partial, k)
        if threshold >= rest:  # a document of the remaining terms alone stays below
            docs = docs[partial + rest >= threshold]
            total = scores[docs]
            for other, other_boost in terms[number + 1 :]:
                other.add_scores(docs, total, other_boost)
            rows = top_rows(total, k)
            return docs[rows], total[rows]
    return None


def _distinct(each: list[DocArray], size: int) -> DocArray:
    if len(each) == 1:
        return each[0]
    mask = np.zeros(size, dtype=bool)
    for docs in each:
        mask[docs] = True
    return mask.nonzero()[0]


def sorted_rows(values: npt.NDArray[np.generic], k: int | None, descending: bool) -> DocArray:
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
