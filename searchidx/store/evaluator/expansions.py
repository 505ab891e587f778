"""Nodes that stand for many terms: prefix, wildcard, regular expression, fuzzy, range of terms, variations.

Which terms match is decided on the segment's sorted list of terms; the postings of all of them are then read at once.
Whoosh scores such a node in two ways, kept here so that scores are equal: in a segment of at most 5,000 documents, or
with 1,024 terms or more, every match scores 1 (unless there are two terms only); else the scores of the terms add up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query as wq
from whoosh.fields import NUMERIC
from whoosh.query import Every, Or

from searchidx.errors import QueryError
from searchidx.store.arrays import AdjacentPostings
from searchidx.store.evaluator.collection import Collection, DocArray, ScoreArray, Segment, as_docs
from searchidx.store.evaluator.fallback import matched_by_whoosh
from searchidx.store.evaluator.matches import Accumulated, Constant, Matches, nothing
from searchidx.store.evaluator.patterns import matching_glob, matching_regex, prefix_range, within_edits
from searchidx.store.evaluator.terms import scored_term

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation

_FEW_DOCS = 5000
_FEW_RUNS = 64


def expand(self: Evaluation, node: Any, segment: Segment) -> Matches:
    """Match the documents of all terms that the node stands for."""
    field = self.collection.field(node.fieldname)
    if field is None:
        return nothing(segment.size)
    if _is_everything(node):
        return self.evaluate(Every(node.fieldname, boost=node.boost), segment)
    if isinstance(node, wq.FuzzyTerm) and _has_own_spellings(self.collection, node.fieldname):
        return matched_by_whoosh(self.collection, node, segment)
    return _expanded(self, node, ordinals_of(self.collection, node, segment), segment)


def ordinals_of(collection: Collection, node: Any, segment: Segment) -> DocArray:
    """Return the ascending ordinals of the segment's terms that a node stands for.

    A prefix, a wildcard (``*`` any characters, ``?`` one, ``[...]`` one of these), a regular expression, a word with
    ``maxdist`` edits that shares its first ``prefixlength`` characters, a range of terms, or English inflections.
    """
    field = collection.field(node.fieldname)
    if field is None:
        return np.zeros(0, dtype=np.intp)
    return _FINDERS[type(node)](collection, node, segment, field.to_bytes)


def _prefix(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    return np.arange(*prefix_range(segment.arrays, node.fieldname, to_bytes(node.text)))


def _wildcard(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    _require_words(collection, node)
    return matching_glob(segment.arrays, node.fieldname, node.text)


def _regex(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    _require_words(collection, node)
    return matching_regex(segment.arrays, node.fieldname, node.text, node._find_prefix(node.text))


def _fuzzy(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    _require_words(collection, node)
    shared = min(node.prefixlength, len(node.text))
    return within_edits(segment.arrays, node.fieldname, node.text, node.maxdist, shared)


def _term_range(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    try:
        first = b"" if node.start is None else to_bytes(node.start)
        last = b"\xff\xff\xff\xff" if node.end is None else to_bytes(node.end)
    except ValueError:
        return np.zeros(0, dtype=np.intp)
    arrays = segment.arrays
    start, stop = arrays.find_term(node.fieldname, first), arrays.find_term(node.fieldname, last)
    if node.startexcl and arrays.ordinal(node.fieldname, first) >= 0:
        start += 1
    if not node.endexcl and arrays.ordinal(node.fieldname, last) >= 0:
        stop += 1
    return np.arange(start, max(start, stop))


def _variations(collection: Collection, node: Any, segment: Segment, to_bytes: Any) -> DocArray:
    found = {segment.arrays.ordinal(node.fieldname, text) for text in node._btexts(segment.reader)}
    return np.array(sorted(found - {-1}), dtype=np.intp)


_FINDERS: dict[type, Callable[[Collection, Any, Segment, Any], DocArray]] = {
    wq.Prefix: _prefix,
    wq.Wildcard: _wildcard,
    wq.Regex: _regex,
    wq.FuzzyTerm: _fuzzy,
    wq.TermRange: _term_range,
    wq.Variations: _variations,
}


def _is_everything(node: Any) -> bool:
    if isinstance(node, wq.Prefix):
        return bool(node.text == "")
    if isinstance(node, wq.Wildcard):
        return not node.text.strip("*")
    return isinstance(node, wq.Regex) and bool(node.text == ".*")


def _has_own_spellings(collection: Collection, field: str) -> bool:
    return bool(collection.schema[field].spelling_fieldname(field) != field)


def _require_words(collection: Collection, node: Any) -> None:
    if isinstance(collection.schema[node.fieldname], NUMERIC):
        raise QueryError(
            f"{node.text}: the field {node.fieldname} holds numbers or dates, not words: search it with a range"
        )


def _expanded(self: Evaluation, node: Any, ordinals: DocArray, segment: Segment) -> Matches:
    """Return the documents of these terms."""
    collection, name = self.collection, node.fieldname
    if len(ordinals) and ordinals[0] == 0 and not segment.arrays.term(name, 0):
        ordinals = ordinals[1:]  # the empty term is no word
    if not len(ordinals):
        return nothing(segment.size)
    if len(ordinals) > self.expansion_limit:
        raise QueryError(
            f"{node.text if hasattr(node, 'text') else node}: stands for {len(ordinals):,} different words,"
            f" more than the limit of {self.expansion_limit:,}: give more letters"
        )
    field = collection.field(name)
    assert field is not None
    if not (field.plain and collection.vectorised):
        return matched_by_whoosh(collection, node, segment)
    if len(ordinals) == 1:
        return scored_term(
            collection,
            name,
            int(ordinals[0]),
            _idfs(collection, name, ordinals, segment)[0],
            node.boost,
            segment,
        )
    postings = _gathered(segment, name, ordinals, collection)
    docs = as_docs(postings.docs)
    mask = np.zeros(segment.size, dtype=bool)
    mask[docs] = True
    many = len(ordinals) >= Or.TOO_MANY_CLAUSES or (segment.size <= _FEW_DOCS and len(ordinals) > 2)
    if many and node.constantscore:
        return Constant(segment.size, 1.0, mask=mask)

    def scores() -> ScoreArray:
        freqs = postings.freqs * field.boost
        if not field.scorable:
            each = freqs * node.boost
        else:
            idfs = _idfs(collection, name, ordinals, segment) * ((collection.weighting.K1 + 1) * node.boost)
            each = freqs / (collection.length_norms(segment, name)[docs] + freqs)
            each *= np.repeat(idfs, np.diff(postings.offsets))
        summed: ScoreArray = np.bincount(docs, each, segment.size).astype(np.float64, copy=False)
        return summed

    return Accumulated(segment.size, mask, scores)


def _gathered(segment: Segment, field: str, ordinals: DocArray, collection: Collection) -> AdjacentPostings:
    """Return the postings of ascending terms, one after another."""
    first, last = int(ordinals[0]), int(ordinals[-1])
    if last - first + 1 == len(ordinals):
        return segment.arrays.postings_between(field, first, last + 1)
    breaks = (np.diff(ordinals) > 1).nonzero()[0] + 1
    doc_freqs = collection.doc_freqs(segment, field)
    if len(breaks) > _FEW_RUNS and doc_freqs[first : last + 1].sum() < 8 * doc_freqs[ordinals].sum():
        # Many short runs: reading what stands between them too costs less than reading each by itself.
        whole = segment.arrays.postings_between(field, first, last + 1)
        wanted = np.zeros(last - first + 1, dtype=bool)
        wanted[ordinals - first] = True
        keep = np.repeat(wanted, np.diff(whole.offsets))
        docs, freqs = whole.docs[keep], whole.freqs[keep]
        counts = np.diff(whole.offsets)[wanted]
    else:
        runs = [
            segment.arrays.postings_between(field, int(run[0]), int(run[-1]) + 1)
            for run in np.split(ordinals, breaks)
        ]
        docs = np.concatenate([run.docs for run in runs])
        freqs = np.concatenate([run.freqs for run in runs])
        counts = np.concatenate([np.diff(run.offsets) for run in runs])
    return AdjacentPostings(docs, freqs, np.concatenate(([0], np.cumsum(counts))))


def _idfs(collection: Collection, field: str, ordinals: DocArray, segment: Segment) -> ScoreArray:
    """Return the rarity of each term over the whole collection."""
    if len(collection.segments) == 1:
        return collection.idfs(collection.doc_freqs(segment, field)[ordinals])
    idfs = []
    for ordinal in ordinals:
        term = collection.term(field, segment.arrays.term(field, int(ordinal)))
        assert term is not None
        idfs.append(term.idf)
    return np.array(idfs)
