"""The terms that an article is about, and the query for articles like it."""

from __future__ import annotations

import heapq
from math import log
from typing import Any

from whoosh import query as wq

from searchidx.store.analysis import STOP_WORDS, stem_word
from searchidx.store.evaluator.collection import Collection
from searchidx.store.overviews.surfaces import Sample

FIELD = "body"
STOP_TERMS = frozenset(map(stem_word, STOP_WORDS))
"""Words that say little, as they are indexed."""

TERMS = 30
"""Terms of an article that articles like it are looked for by."""


def telling_terms(collection: Collection, sample: Sample, count: int = TERMS) -> list[tuple[str, float]]:
    """Return the terms of the texts that tell most about them (tf-idf), with their weights, the heaviest first.

    Terms that no other article has are left out: they find nothing.
    """
    frequency: dict[int, int] = {}
    for number, often in zip(sample.term_of.tolist(), sample.counts.tolist(), strict=True):
        frequency[number] = frequency.get(number, 0) + often
    weighed = []
    for number, often in frequency.items():
        text = sample.terms[number]
        term = collection.term(FIELD, text.encode("utf-8"))
        if text not in STOP_TERMS and term is not None and _document_frequency(collection, term.ordinals) > 1:
            weighed.append(((1 + log(often)) * max(0.0, term.idf), text))
    return [(text, weight) for weight, text in heapq.nlargest(count, weighed)]


def like_query(terms: list[tuple[str, float]]) -> Any:
    """Return the Whoosh query for articles with these terms."""
    if not terms:
        return wq.NullQuery
    heaviest = terms[0][1] or 1.0
    return wq.Or([wq.Term(FIELD, text, boost=weight / heaviest) for text, weight in terms])


def _document_frequency(collection: Collection, ordinals: tuple[int, ...]) -> int:
    return sum(
        int(collection.doc_freqs(segment, FIELD)[ordinal])
        for segment, ordinal in zip(collection.segments, ordinals, strict=True)
        if ordinal >= 0
    )
