"""Phrases: where each word stands, as one ascending array per word, and which of these places follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import Collection, DocArray, Segment
from searchidx.store.evaluator.fallback import matched_by_whoosh
from searchidx.store.evaluator.matches import Conjunction, Matches, TermMatches, locate, nothing
from searchidx.store.evaluator.terms import term_matches

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation

# A word's place is one number: the document, then the position in the document.
_SHIFT = 32
# Words of more documents are read only in the documents that have the others; of fewer, once and for all of them.
_WHOLE = 10_000
# From so many places on, merging with fewer than so many times as many costs less than a binary search for each.
_MANY, _MERGED = 1000, 12
Keys = npt.NDArray[np.int64]


class _Word:
    """One word of a phrase, in one segment."""

    __slots__ = ("field", "matches", "ordinal", "segment")

    def __init__(self, segment: Segment, field: str, ordinal: int, matches: TermMatches) -> None:
        self.segment = segment
        self.field = field
        self.ordinal = ordinal
        self.matches = matches

    def keys(self, docs: DocArray | None = None) -> Keys:
        """Return the ascending places, all of them or at least those in some documents (ascending, all with the word).

        All of them are remembered.
        """
        key = ((self.field, "places"), self.ordinal)
        found: Keys | None = self.segment.remembered.get(key)
        if found is None:
            if docs is not None and len(self.matches.docs) > _WHOLE:
                return self._keys_in(locate(docs, self.matches.docs, self.segment.size)[1])
            found = self._keys_in(None)
            self.segment.remember(key, found, len(found) // 2)  # half as wide as postings with scores
        return found

    def _keys_in(self, rows: DocArray | None) -> Keys:
        positions, offsets = self.segment.arrays.positions(self.field, self.ordinal, rows)
        docs = self.matches.docs if rows is None else self.matches.docs[rows]
        keys: Keys = (docs.astype(np.int64, copy=False) << _SHIFT).repeat(offsets[1:] - offsets[:-1])
        keys += positions
        return keys


def phrase(self: Evaluation, node: Any, segment: Segment) -> Matches:
    """Match the words of a phrase in order, each at most ``slop`` positions behind the one before."""
    collection = self.collection
    field = collection.field(node.fieldname)
    if field is None or not node.words:
        return nothing(segment.size)
    if not field.positions:
        if node.degrade:
            return self.evaluate(node._and_query(), segment)
        raise QueryError(
            f"the field {node.fieldname} keeps no positions: search it for single words, not for a phrase"
        )
    if not (field.plain and collection.vectorised):
        return matched_by_whoosh(collection, node, segment)
    words = _words(collection, node, field.to_bytes, segment)
    if not words:
        return nothing(segment.size)
    keys = _exact(words) if node.slop == 1 else _sloppy(words, node.slop)
    if not len(keys):
        return nothing(segment.size)
    docs = _documents(keys)
    parts = [word.matches for word in words]
    return Conjunction(
        segment.size, [(part, 1.0) for part in parts], docs, [part.find(docs)[1] for part in parts]
    )


def _words(collection: Collection, node: Any, to_bytes: Any, segment: Segment) -> list[_Word]:
    """Return the words of a phrase, none where the segment does not have all of them."""
    name, words = node.fieldname, []
    for word in node.words:
        text = to_bytes(word)
        term = collection.term(name, text)
        if term is None or (ordinal := term.ordinals[segment.number]) < 0:
            return []
        matches = term_matches(collection, name, text, node.boost, segment)
        assert isinstance(matches, TermMatches)
        words.append(_Word(segment, name, ordinal, matches))
    return words


def _exact(words: list[_Word]) -> Keys:
    """Return the places where word i stands i positions behind; rare words are read first."""
    order = sorted(range(len(words)), key=lambda number: len(words[number].matches.docs))
    first = order[0]
    starts = words[first].keys() - first if first else words[first].keys()
    for number in order[1:]:
        wanted = starts + number if number else starts
        keys = words[number].keys(_shared_documents(words[number], wanted))
        if not len(keys):
            return keys
        starts = _common(wanted, keys) - number if number else _common(wanted, keys)
        if not len(starts):
            break
    return starts


def _common(few: Keys, many: Keys) -> Keys:
    """Return the places that are in both; each array is ascending, without repetition."""
    if len(few) >= _MANY and len(many) < _MERGED * len(few):
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # which merges what is sorted already
        common: Keys = both[1:][both[1:] == both[:-1]]
    else:
        common = few[many.take(many.searchsorted(few), mode="clip") == few]
    return common


def _shared_documents(word: _Word, keys: Keys) -> DocArray | None:
    """Return the documents of some places that have a word; None where they are not needed to read it."""
    if len(word.matches.docs) <= _WHOLE:
        return None
    docs = _documents(keys)
    return docs[word.matches.find(docs)[0]]


def _sloppy(words: list[_Word], slop: int) -> Keys:
    """Return the places where a chain of all words ends, each within ``slop`` positions of the one before."""
    docs = words[0].matches.docs
    for word in sorted(words, key=lambda word: len(word.matches.docs)):
        docs = docs[locate(docs, word.matches.docs, word.matches.size)[0]]
        if not len(docs):
            return np.zeros(0, np.int64)
    ends = words[0].keys(docs)
    for word in words[1:]:
        keys = word.keys(docs)
        before = ends.searchsorted(keys) - 1  # the nearest end before each place reaches it if any does
        near = keys - ends[np.maximum(before, 0)] <= slop
        ends = keys[near & (before >= 0)]
        if not len(ends):
            break
    return ends


def _documents(keys: Keys) -> DocArray:
    """Return the distinct documents of ascending places."""
    docs = keys >> _SHIFT
    if len(docs) > 1:
        other = np.empty(len(docs), np.bool_)
        other[0] = True
        np.not_equal(docs[1:], docs[:-1], out=other[1:])
        docs = docs[other]
    return docs.astype(np.intp, copy=False)
