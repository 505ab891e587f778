"""The best k of what matched in one segment: by score, then by document number, as Whoosh orders them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import DocArray, Mask, ScoreArray
from searchidx.store.evaluator.matches import (
    NO_DOCS,
    NO_SCORES,
    Constant,
    Matches,
    TermMatches,
    Union,
    accumulate,
)

_BLOCKS = 64  # a lower bound of the k-th best score is the k-th best of the maxima of this many strides
_FEW = 150  # scores: sorting them all costs no more than finding the best first
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
    if matches.is_empty():
        return Ranked(0, NO_DOCS, NO_SCORES)
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
    if k is None or k >= count or 0 < k < count < _FEW:
        return (-scores).argsort(kind="stable")[:k]
    if k <= 0:
        return np.zeros(0, dtype=np.intp)
    rows = (scores >= lower_bound(scores, k)).nonzero()[0]
    chosen = scores[rows]
    if len(rows) > 4 * k:  # the bound let many through: the exact one is worth its price now
        keep = (chosen >= np.partition(chosen, len(chosen) - k)[-k]).nonzero()[0]
        rows, chosen = rows[keep], chosen[keep]
    return rows[(-chosen).argsort(kind="stable")[:k]]


def lower_bound(scores: ScoreArray, k: int) -> float:
    """Return a number that at least ``k`` of the scores reach (``k`` at most their number), close to the best one."""
    count = len(scores)
    width = count // _BLOCKS
    if width < 2 * k:
        maxima = scores.copy()
    else:
        maxima = scores[: width * _BLOCKS].reshape(_BLOCKS, width).max(axis=0)
    place = len(maxima) - k
    maxima.partition(place)
    return float(maxima[place])


def _best_of_union(matches: Union, k: int, allowed: Mask | None) -> Ranked:
    """Rank a union: by its rare terms where the common ones cannot change who is at the top, else by all of it."""
    terms = _terms(matches.parts) if k > 0 and allowed is None else []
    if len(terms) > 1 and (found := _best_of_rarest(terms, k)) is not None:
        return found
    scores = np.zeros(matches.size)
    rest = list(matches.parts)
    if k > 0 and sum(part.cost() for part, _ in rest) > _MANY_POSTINGS:
        rare, rest = _rare_terms(matches.parts, k)
        for number, (part, boost) in enumerate(rare):
            accumulate(scores, part, boost, first=not number)
        if rare:
            candidates = _candidates(scores, rare, rest, k, allowed)
            if candidates is not None:
                total = int(np.count_nonzero(matches.mask if allowed is None else matches.mask & allowed))
                return Ranked(total, *_completed(candidates, scores, rest, k))
    fresh = len(rest) == len(matches.parts)
    for number, (part, boost) in enumerate(rest):
        accumulate(scores, part, boost, first=fresh and not number)
    if allowed is not None:
        scores *= allowed
    positive = all(isinstance(part, TermMatches) and part.factor * boost > 0 for part, boost in matches.parts)
    total = int(np.count_nonzero(scores > 0.0)) if positive else 0
    if total >= k > 0:
        docs = top_rows(scores, k)
        return Ranked(total, docs, scores[docs])
    mask = matches.mask if allowed is None else matches.mask & allowed  # few matches, or perhaps scores of 0
    docs = mask.nonzero()[0]
    rows = top_rows(scores[docs], k)
    return Ranked(len(docs), docs[rows], scores[docs[rows]])


def _terms(parts: Sequence[tuple[Matches, float]]) -> list[tuple[TermMatches, float]]:
    """Return the parts, most postings first, if all are terms with scores above 0; else none."""
    terms = [(part, boost) for part, boost in parts if type(part) is TermMatches and part.factor * boost > 0]
    if len(terms) < len(parts):
        return []
    terms.sort(key=lambda term: len(term[0].docs), reverse=True)
    return terms


def _best_of_rarest(terms: Sequence[tuple[TermMatches, float]], k: int) -> Ranked | None:
    """Rank a union of terms by the documents of the rarest; None where documents without it may be at the top too.

    The others are only looked up for these, whatever number of postings they have.
    """
    *others, (rarest, boost) = terms
    docs = rarest.docs
    rest = sum(part.highest() * each for part, each in others)
    if len(docs) < k or rarest.highest() * boost <= rest:
        return None
    totals = rarest.scores() * boost
    elsewhere = np.zeros(len(docs), np.bool_) if len(others) > 1 else None
    count = len(docs)
    for part, each in others:
        at, freqs = part.find(docs)
        totals[at] += part.row_scores(docs.take(at), freqs, each)
        if elsewhere is None:
            count -= len(at)
        else:
            elsewhere[at] = True
    if lower_bound(totals, k) <= rest:
        return None
    if elsewhere is not None:
        count -= int(np.count_nonzero(elsewhere))
    rows = top_rows(totals, k)
    return Ranked(count + _count([part for part, _ in others]), docs.take(rows), totals.take(rows))


def _count(terms: Sequence[TermMatches]) -> int:
    """Return how many documents have any of the terms, most postings first."""
    count = len(terms[0].docs)
    for number, part in enumerate(terms[1:], 1):
        docs = part.docs
        for other in terms[:number]:
            there = np.ones(len(docs), np.bool_)
            there[other.find(docs)[0]] = False
            docs = docs.compress(there)
        count += len(docs)
    return count


_Parts = list[tuple[Matches, float]]


def _rare_terms(parts: Sequence[tuple[Matches, float]], k: int) -> tuple[_Parts, _Parts]:
    """Divide a union of terms in two: rare ones that may decide alone who is at the top, and the common ones.

    The first part is empty where that cannot be.
    """
    if not all(isinstance(part, TermMatches) and boost > 0 for part, boost in parts):
        return [], list(parts)
    terms = sorted(parts, key=lambda term: term[0].cost())
    bounds = [part.bound() * boost for part, boost in terms if isinstance(part, TermMatches)]
    costs = [part.cost() for part, _ in terms]
    for number in range(1, len(terms)):
        held = sum(costs[:number])
        if held > sum(costs) // 2:
            break
        if held >= k and sum(bounds[:number]) > sum(bounds[number:]):
            return terms[:number], terms[number:]
    return [], terms


def _candidates(
    scores: ScoreArray, rare: _Parts, common: _Parts, k: int, allowed: Mask | None
) -> DocArray | None:
    """Return the documents with rare terms that can reach the top, or None where documents without may as well."""
    docs = _distinct([part.docs for part, _ in rare], len(scores))
    if allowed is not None:
        docs = docs[allowed[docs]]
    if len(docs) < k:
        return None
    partial = scores[docs]
    threshold = lower_bound(partial, k)
    most = sum(part.bound() * boost for part, boost in common if isinstance(part, TermMatches))
    return docs[partial >= threshold - most] if threshold >= most else None


def _completed(docs: DocArray, scores: ScoreArray, common: _Parts, k: int) -> tuple[DocArray, ScoreArray]:
    total = scores[docs]
    for part, boost in common:
        part.add_scores(docs, total, boost)
    rows = top_rows(total, k)
    return docs[rows], total[rows]


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
