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
    Scored,
    TermMatches,
    Union,
    accumulate,
)

_SPREAD = (
    32  # a lower bound of the k-th best score is the k-th best of the maxima of so many strides, or more
)
_FEW = 150  # scores: sorting them all costs no more than finding the best first
_NEARLY = 1.0 - 1e-12  # sums of the same scores in another order differ by less


class Ranked(NamedTuple):
    """The number of all matches, and the best of them (documents local to the segment)."""

    total: int
    docs: DocArray
    scores: ScoreArray


def best(matches: Matches, k: int | None, allowed: Mask | None) -> Ranked:
    """Return the best ``k`` (None: all) of the matches that are allowed (None: all)."""
    if type(matches) is Union and k is not None:
        return _best_of_union(matches, k, allowed)
    if type(matches) is Constant:
        docs = matches.docs if allowed is None else _permitted(matches, allowed)
        chosen = docs if k is None else docs[:k]
        return Ranked(len(docs), chosen, np.full(len(chosen), matches.score))
    docs = matches.docs
    if allowed is None:
        scores = matches.scores()
    elif isinstance(matches, (TermMatches, Scored)):
        rows = allowed[docs].nonzero()[0]
        docs, scores = docs[rows], matches.scores()[rows]
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


def lower_bound(scores: ScoreArray, k: int) -> float:
    """Return a number that at least ``k`` of the scores reach (``k`` at most their number), close to the best one."""
    count = len(scores)
    width = max(_SPREAD, 3 * k)
    if count < 4 * width:
        maxima = scores.copy()
    else:
        maxima = np.maximum.reduce(scores[: count - count % width].reshape(-1, width))
    place = len(maxima) - k
    maxima.partition(place)
    return float(maxima[place])


def _best_of_union(matches: Union, k: int, allowed: Mask | None) -> Ranked:
    """Rank a union: of terms only by what can reach the top, else by all of it."""
    terms = _terms(matches.parts)
    if terms:
        mask = _united(terms, matches.size, allowed)
        total = int(np.count_nonzero(mask))
        return Ranked(total, *_best_of_terms(terms, min(k, total), allowed))
    scores = np.zeros(matches.size)
    for number, (part, boost) in enumerate(matches.parts):
        accumulate(scores, part, boost, first=not number)
    docs = (matches.mask if allowed is None else matches.mask & allowed).nonzero()[0]
    totals = scores[docs]
    rows = top_rows(totals, k)
    return Ranked(len(docs), docs[rows], totals[rows])


_Terms = list[tuple[TermMatches, float]]


def _terms(parts: Sequence[tuple[Matches, float]]) -> _Terms:
    """Return the parts if all are terms with scores above 0; else none."""
    terms = [(part, boost) for part, boost in parts if type(part) is TermMatches and part.factor * boost > 0]
    return terms if len(terms) == len(parts) else []


def _united(terms: _Terms, size: int, allowed: Mask | None) -> Mask:
    """Return which documents have any of the terms."""
    frequent = [term.mask for term, _ in terms if term.has_table()]  # which is remembered
    mask = np.zeros(size, np.bool_) if len(frequent) < 2 else frequent[0] | frequent[1]
    for each in frequent[2:] if len(frequent) > 1 else frequent:
        mask |= each
    for term, _ in terms:
        if not term.has_table():
            mask[term.docs] = True
    if allowed is not None:
        mask &= allowed
    return mask


def _best_of_terms(terms: _Terms, k: int, allowed: Mask | None) -> tuple[DocArray, ScoreArray]:
    """Rank the documents that have any of the terms (at least ``k`` have), looking only at what can reach the top.

    Term after term, those with the highest scores first: its documents are looked up in the terms that follow, unless
    even the highest scores there would not lift them to where ``k`` others are already.
    """
    if not k:
        return NO_DOCS, NO_SCORES
    terms = sorted(terms, key=lambda term: term[0].highest() * term[1], reverse=True)
    rest = sum(term.highest() * boost for term, boost in terms)
    found: list[tuple[DocArray, ScoreArray]] = []
    threshold = 0.0
    for number, (term, boost) in enumerate(terms):
        if rest < threshold:
            break
        rest -= term.highest() * boost
        docs, totals = _reaching(term, boost, threshold - rest, allowed)
        for other, other_boost in terms[number + 1 :]:
            there = other.scores_at(docs)
            totals = totals + (there if other_boost == 1.0 else there * other_boost)
        if len(docs) > 2 * k:
            threshold = max(threshold, lower_bound(totals, k) * _NEARLY)
        if threshold:
            docs, totals = _kept(totals >= threshold, docs, totals)
        for earlier, _ in terms[:number]:  # where these have been looked up in this one
            docs, totals = _kept(earlier.scores_at(docs) == 0.0, docs, totals)
        found.append((docs, totals))
    if len(found) == 1:
        ((docs, totals),) = found
    else:
        docs, totals = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
        order = docs.argsort()
        docs, totals = docs[order], totals[order]
    rows = top_rows(totals, k)
    return docs[rows], totals[rows]


def _reaching(
    term: TermMatches, boost: float, least: float, allowed: Mask | None
) -> tuple[DocArray, ScoreArray]:
    """Return the allowed documents of a term with at least such a score, and their scores."""
    docs, scores = term.docs, term.scores()
    if boost != 1.0:
        scores = scores * boost
    if least > 0.0:
        docs, scores = _kept(scores >= least, docs, scores)
    return (docs, scores) if allowed is None else _kept(allowed[docs], docs, scores)


def _kept(keep: Mask, docs: DocArray, scores: ScoreArray) -> tuple[DocArray, ScoreArray]:
    rows = keep.nonzero()[0]
    return (docs, scores) if len(rows) == len(docs) else (docs[rows], scores[rows])


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
