"""One term in one segment."""

from __future__ import annotations

from searchidx.store.evaluator.collection import Collection, Segment, as_docs
from searchidx.store.evaluator.matches import Matches, TermMatches, nothing


def term_matches(collection: Collection, field_name: str, text: str | bytes, segment: Segment) -> Matches:
    """Return the documents with the term, scored as Whoosh's BM25F does; by weight in a field without lengths."""
    key = (field_name, text)
    found: Matches | None = segment.remembered.get(key)
    if found is None:
        found = _decoded(collection, field_name, text, segment)
        segment.memory.keep(key, found, found.memory() if isinstance(found, TermMatches) else 0)
    return found


def _decoded(collection: Collection, field_name: str, text: str | bytes, segment: Segment) -> Matches:
    field = collection.field(field_name)
    assert field is not None
    try:
        term = collection.term(field_name, text if isinstance(text, bytes) else field.to_bytes(text))
    except ValueError:  # no text of this field
        return nothing(segment.size)
    if term is None or (ordinal := term.ordinals[segment.number]) < 0:
        return nothing(segment.size)
    return scored_term(collection, field_name, ordinal, term.idf, 1.0, segment)


def scored_term(
    collection: Collection, field_name: str, ordinal: int, idf: float, boost: float, segment: Segment
) -> TermMatches:
    """Return the documents of the term with this ordinal."""
    field = collection.field(field_name)
    assert field is not None
    postings = segment.arrays.postings(field_name, ordinal)
    docs = as_docs(postings.docs)
    if not field.scorable:
        return TermMatches(docs, postings.freqs, boost, None, field.boost, segment.scratch)
    norms = collection.length_norms(segment, field_name)
    factor = idf * (collection.weighting.K1 + 1) * boost
    return TermMatches(docs, postings.freqs, factor, norms, field.boost, segment.scratch)
