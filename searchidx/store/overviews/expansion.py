"""Expansion of a query by what its best matches have in common (relevance model RM3, Abdul-Jaleel et al. 2004)."""

from __future__ import annotations

import heapq
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh import query as wq

from searchidx.query import tree as qt
from searchidx.store.combined import CombinedTerm
from searchidx.store.evaluator.collection import Collection
from searchidx.store.overviews.likeness import STOP_TERMS
from searchidx.store.overviews.surfaces import Sample
from searchidx.store.schema import TEXT_FIELDS

FIELD = "body"
_CONDITIONS = (qt.Field, qt.Dates, qt.Not, qt.And, qt.Required, qt.Exact)


class Expansion(NamedTuple):
    """From the best ``articles``, by ``terms`` terms; the query as asked keeps the share ``original`` of the score."""

    articles: int = 5
    terms: int = 30
    original: float = 0.6


def expansion_terms(
    collection: Collection, sample: Sample, scores: npt.NDArray[np.float64], settings: Expansion
) -> list[tuple[str, float]]:
    """Return the terms that tell most about the best matches, with weights that sum to 1.

    ``sample`` has the texts of the matches, ``scores`` what they scored.
    """
    share = scores / scores.sum() if scores.sum() > 0 else np.full(len(scores), 1 / max(1, len(scores)))
    model = np.bincount(
        sample.term_of,
        weights=share[sample.text_of] * sample.counts / np.maximum(1, sample.lengths[sample.text_of]),
        minlength=len(sample.terms),
    )
    weighed = []
    for number in np.flatnonzero(model).tolist():
        text = sample.terms[number]
        term = collection.term(FIELD, text.encode("utf-8"))
        if text not in STOP_TERMS and term is not None and term.idf > 0:
            weighed.append((float(model[number]) * term.idf, text))
    best = heapq.nlargest(settings.terms, weighed)
    total = sum(weight for weight, _ in best) or 1.0
    return [(text, weight / total) for weight, text in best]


def expanded(query: Any, terms: list[tuple[str, float]], settings: Expansion, *, widen: bool) -> Any:
    """Return the query with the terms added: to find further articles by them, or only to order what it matches."""
    if not terms:
        return query
    weight = _weight(query) * (1 - settings.original) / settings.original
    added = [CombinedTerm(TEXT_FIELDS, text, boost=weight * share) for text, share in terms]
    return wq.Or([query, *added]) if widen else wq.AndMaybe(query, wq.Or(added))


def sets_conditions(tree: qt.Node) -> bool:
    """Tell whether a query demands or excludes something beyond looking for words."""
    return any(isinstance(node, _CONDITIONS) for node in qt.walk(tree))


def _weight(query: Any) -> float:
    """Return how many words a query is worth."""
    words = {text for field, text in query.iter_all_terms() if field == FIELD}
    return float(len(words)) or 1.0
