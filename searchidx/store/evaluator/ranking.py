"""The best k of what matched in one segment: by score, then by document number, as Whoosh orders them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

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
from searchidx.store.evaluator.top import TopDocs, lower_bound, top_rows

_SELECTIVE = 0.4  # of a term's highest score: what is lower leaves few documents out
_REMEMBERED = 100  # hits of one term, at most: of long lists each page is ranked anew
_NEARLY = 1.0 - 1e-12  # sums of the same scores in another order differ by less


def best(matches: Matches, k: int | None, allowed: Mask | None) -> TopDocs:
    """Return the best ``k`` (None: all) of the allowed matches (None: all), by their numbers in the segment."""
    if k is not None:
        if type(matches) is TermMatches and allowed is None and k <= _REMEMBERED:
            return matches.top(k)
        if type(matches) is Union:
            return _best_of_union(matches, k, allowed)
    if matches.is_empty():
        return TopDocs(0, NO_DOCS, NO_SCORES)
    if type(matches) is Constant:
        docs = matches.docs if allowed is None else _permitted(matches, allowed)
        chosen = docs if k is None else docs[:k]
        return TopDocs(len(docs), chosen, np.full(len(chosen), matches.score))
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
    return TopDocs(len(docs), docs[rows], scores[rows])


def _permitted(matches: Matches, allowed: Mask) -> DocArray:
    if matches.is_dense:
        return (matches.mask & allowed).nonzero()[0]
    return matches.docs[allowed.take(matches.docs, mode="clip")]


def _best_of_union(matches: Union, k: int, allowed: Mask | None) -> TopDocs:
    """Rank a union: of terms only by what can reach the top, else by all of it."""
    terms = _terms(matches.parts)
    if terms:
        mask = _united(terms, matches.size, allowed)
        total = int(np.count_nonzero(mask))
        return TopDocs(total, *_best_of_terms(terms, min(k, total), allowed))
    scores = np.zeros(matches.size)
    for number, (part, boost) in enumerate(matches.parts):
        accumulate(scores, part, boost, first=not number)
    docs = (matches.mask if allowed is None else matches.mask & allowed).nonzero()[0]
    totals = scores[docs]
    rows = top_rows(totals, k)
    return TopDocs(len(docs), docs[rows], totals[rows])


_Terms = list[tuple[TermMatches, float]]


def _terms(parts: Sequence[tuple[Matches, float]]) -> _Terms:
    """Return the parts if all are terms with scores above 0; else none."""
    terms = [(part, boost) for part, boost in parts if type(part) is TermMatches and part.factor * boost > 0]
    return terms if len(terms) == len(parts) else []


def _united(terms: _Terms, size: int, allowed: Mask | None) -> Mask:
    """Return which documents have any of the terms."""
    frequent = [term.mask for term, _ in terms if term.is_frequent]  # which is remembered
    mask = np.zeros(size, np.bool_) if len(frequent) < 2 else frequent[0] | frequent[1]
    for each in frequent[2:] if len(frequent) > 1 else frequent:
        mask |= each
    for term, _ in terms:
        if not term.is_frequent:
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
    ranked = sorted(
        [(term.highest() * boost, number) for number, (term, boost) in enumerate(terms)], reverse=True
    )
    rest = sum([highest for highest, _ in ranked])
    threshold = 0.0
    if allowed is None:
        reached = [float(term.reached(k)[0]) * boost for term, boost in terms if len(term.docs) >= k]
        threshold = max(reached, default=0.0) * _NEARLY
    found: list[tuple[DocArray, ScoreArray]] = []
    for place, (highest, number) in enumerate(ranked, 1):
        if rest < threshold:
            break
        rest -= highest
        term, boost = terms[number]
        docs, totals = _reaching(term, boost, threshold - rest, allowed)
        for _, other in ranked[place:]:
            totals = _added(totals, docs, *terms[other])
        if len(docs) > 2 * k:
            threshold = max(threshold, float(lower_bound(totals, k)[0]) * _NEARLY)
        found.append(_kept(totals >= threshold, docs, totals) if threshold else (docs, totals))
    docs, totals = found[0] if len(found) == 1 else _merged(found)
    rows = top_rows(totals, k)
    return docs[rows], totals[rows]


def _reaching(
    term: TermMatches, boost: float, least: float, allowed: Mask | None
) -> tuple[DocArray, ScoreArray]:
    """Return the allowed documents of a term that have at least such a score, perhaps others too, and their scores."""
    docs, scores = term.docs, term.scores()
    if boost != 1.0:
        scores = scores * boost
    if least > _SELECTIVE * term.highest() * boost:
        docs, scores = _kept(scores >= least, docs, scores)
    return (docs, scores) if allowed is None else _kept(allowed[docs], docs, scores)


def _added(totals: ScoreArray, docs: DocArray, term: TermMatches, boost: float) -> ScoreArray:
    scores = term.scores_at(docs)
    return totals + (scores if boost == 1.0 else scores * boost)


def _merged(found: list[tuple[DocArray, ScoreArray]]) -> tuple[DocArray, ScoreArray]:
    """Return the documents of several terms in their order.

    The first total of a document is that of all terms: if it has none among those of an earlier term that it has, all
    of its scores do not reach the top, nor does a part of them.
    """
    docs = np.concatenate([docs for docs, _ in found])
    order = docs.argsort(kind="stable")
    docs = docs[order]
    totals = np.concatenate([totals for _, totals in found])[order]
    again = (docs[1:] == docs[:-1]).nonzero()[0]
    return (np.delete(docs, again + 1), np.delete(totals, again + 1)) if len(again) else (docs, totals)


def _kept(keep: Mask, docs: DocArray, scores: ScoreArray) -> tuple[DocArray, ScoreArray]:
    rows = keep.nonzero()[0]
    return (docs, scores) if len(rows) == len(docs) else (docs[rows], scores[rows])
