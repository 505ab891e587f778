"""A term in several fields as one: their postings united, the frequencies added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh import query as wq

from searchidx.store.arrays import Postings
from searchidx.store.combined import CombinedTerm, FieldWeights
from searchidx.store.evaluator.collection import (
    TERM_CACHE,
    Collection,
    DocArray,
    ScoreArray,
    Segment,
    as_docs,
)
from searchidx.store.evaluator.matches import Matches, TermMatches, locate, nothing

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation


class _Weighted(NamedTuple):
    """Postings whose frequencies are multiplied by weights."""

    docs: DocArray
    freqs: npt.NDArray[Any]


def combined_term(self: Evaluation, node: CombinedTerm, segment: Segment) -> Matches:
    """Match the documents that have the term in any of the fields."""
    key = (node.fields, node.text)
    found = segment.remembered.get(key)
    if found is None:
        if not _is_vectorised(self.collection, node.fields):
            return self.evaluate(wq.Or(list(node.children())), segment)
        found = _matches(self.collection, node, segment)
        if isinstance(found, TermMatches):
            segment.memory.keep(key, found, found.memory())
    return found if node.boost == 1.0 or not isinstance(found, TermMatches) else found.boosted(node.boost)


def _is_vectorised(collection: Collection, fields: FieldWeights) -> bool:
    described = [collection.field(name) for name, _ in fields]
    return collection.vectorised and all(field and field.plain and field.scorable for field in described)


def _matches(collection: Collection, node: CombinedTerm, segment: Segment) -> Matches:
    postings = None
    for name, weight in node.fields:
        field = collection.field(name)
        assert field is not None
        term = collection.term(name, field.to_bytes(node.text))
        if term is None:
            continue
        ordinal = term.ordinals[segment.number]
        if ordinal >= 0:
            there = segment.arrays.postings(name, ordinal)
            weighted = _weighted(there, weight * field.boost)
            postings = weighted if postings is None else _united(postings, weighted, segment.size)
    if postings is None:
        return nothing(segment.size)
    factor = combined_idf(collection, node.fields, node.text) * (collection.weighting.K1 + 1)
    norms = _norms(collection, node.fields, segment)
    return TermMatches(postings.docs, postings.freqs, factor, norms, 1.0, segment.scratch)


def combined_idf(collection: Collection, fields: FieldWeights, text: str) -> float:
    """Return the rarity of a term in the field in which most documents have it (remembered)."""
    remembered = collection.combined_idfs
    idf = remembered.get((fields, text))
    if idf is None:
        if len(remembered) >= TERM_CACHE:
            remembered.clear()
        idf = remembered[fields, text] = _rarity(collection, fields, text)
    return idf


def _rarity(collection: Collection, fields: FieldWeights, text: str) -> float:
    having = 0
    for name, _ in fields:
        field = collection.field(name)
        term = collection.term(name, field.to_bytes(text)) if field else None
        if term is not None:
            having = max(having, _document_frequency(collection, name, term.ordinals))
    return collection.idf(having)


def _document_frequency(collection: Collection, field: str, ordinals: tuple[int, ...]) -> int:
    return sum(
        int(collection.doc_freqs(segment, field)[ordinal])
        for segment, ordinal in zip(collection.segments, ordinals, strict=True)
        if ordinal >= 0
    )


def _weighted(postings: Postings, weight: float) -> _Weighted:
    docs = as_docs(postings.docs)
    return _Weighted(docs, postings.freqs if weight == 1.0 else postings.freqs * np.float32(weight))


def _united(one: _Weighted, two: _Weighted, size: int) -> _Weighted:
    """Return the postings of documents in either, frequencies added up."""
    few, many = sorted((one, two), key=lambda each: len(each.docs))
    at, rows = locate(few.docs, many.docs, size)
    docs, freqs = many.docs, many.freqs.astype(np.float32)
    freqs[rows] += few.freqs[at]
    if len(at) < len(few.docs):
        alone = np.ones(len(few.docs), dtype=bool)
        alone[at] = False
        places = docs.searchsorted(few.docs[alone])
        docs = np.insert(docs, places, few.docs[alone])
        freqs = np.insert(freqs, places, few.freqs[alone])
    return _Weighted(docs, freqs)


def _norms(collection: Collection, fields: FieldWeights, segment: Segment) -> ScoreArray:
    """Return BM25's ``K1 * ((1 - B) + B * length / average)`` per document, over all fields (remembered)."""
    norms = segment.norms.get(fields)
    if norms is None:
        lengths = np.zeros(segment.size)
        average = 0.0
        for name, weight in fields:
            total = sum(each.arrays.total_length(name) for each in collection.segments)
            average += weight * total / (collection.doc_count_all or 1)
            lengths += weight * np.asarray(segment.arrays.lengths(name))
        b = collection.weighting.B
        norms = collection.weighting.K1 * ((1 - b) + b * lengths / (average or 1.0))
        segment.norms[fields] = norms
    return norms
