"""Phrases: the documents of all words, then the positions of their rows only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import DocArray, Segment
from searchidx.store.evaluator.fallback import matched_by_whoosh
from searchidx.store.evaluator.matches import Conjunction, Matches, TermMatches, locate, nothing
from searchidx.store.evaluator.terms import scored_term

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation

# A word's place is one number: the document's place among the candidates, then the position in the document.
_SHIFT = 32
Keys = npt.NDArray[np.int64]


def phrase(self: Evaluation, node: Any, segment: Segment) -> Matches:
    """Match the words of a phrase in order, each at most ``slop`` positions behind the one before."""
    collection = self.collection
    field = collection.field(node.fieldname)
    if field is None or not node.words:
        return nothing(segment.size)
    if not collection.schema[node.fieldname].format.supports("positions"):
        if node.degrade:
            return self.evaluate(node._and_query(), segment)
        raise QueryError(
            f"the field {node.fieldname} keeps no positions: search it for single words, not for a phrase"
        )
    if not (field.plain and collection.vectorised):
        return matched_by_whoosh(collection, node, segment)
    terms = [collection.term(node.fieldname, field.to_bytes(word)) for word in node.words]
    ordinals = []
    parts: dict[int, TermMatches] = {}
    for term in terms:
        if term is None or (ordinal := term.ordinals[segment.number]) < 0:
            return nothing(segment.size)
        ordinals.append(ordinal)
        if ordinal not in parts:
            parts[ordinal] = scored_term(collection, node.fieldname, ordinal, term.idf, node.boost, segment)
    docs, rows = _shared(parts, segment.size)
    if not len(docs):
        return nothing(segment.size)
    places = _Places(segment, node.fieldname, rows)
    if node.slop == 1:
        chosen = _exact(
            places, ordinals, sorted(range(len(ordinals)), key=lambda i: len(parts[ordinals[i]].docs))
        )
    else:
        chosen = _sloppy(places, ordinals, node.slop)
    if not len(chosen):
        return nothing(segment.size)
    return Conjunction(
        segment.size,
        [(parts[ordinal], 1.0) for ordinal in ordinals],
        docs[chosen],
        [parts[ordinal].freqs[rows[ordinal][chosen]] for ordinal in ordinals],
    )


def _shared(parts: dict[int, TermMatches], size: int) -> tuple[DocArray, dict[int, DocArray]]:
    """Return the documents that have all terms, and for each term the rows of its postings for them."""
    order = sorted(parts, key=lambda ordinal: len(parts[ordinal].docs))
    docs = parts[order[0]].docs
    rows = {order[0]: np.arange(len(docs))}
    for ordinal in order[1:]:
        at, found = locate(docs, parts[ordinal].docs, size)
        if len(at) < len(docs):
            docs = docs[at]
            rows = {other: each[at] for other, each in rows.items()}
        rows[ordinal] = found
        if not len(docs):
            break
    return docs, rows


class _Places:
    """The places of words in the candidate documents."""

    def __init__(self, segment: Segment, field: str, rows: dict[int, DocArray]) -> None:
        self._segment = segment
        self._field = field
        self._rows = rows

    def keys(self, ordinal: int, candidates: DocArray | None = None) -> Keys:
        """Return the ascending places of a word, in all candidate documents or the chosen ones."""
        rows = self._rows[ordinal]
        if candidates is not None:
            rows = rows[candidates]
        positions, offsets = self._segment.arrays.positions(self._field, ordinal, rows)
        numbers = np.arange(len(rows)) if candidates is None else candidates
        keys = np.repeat(numbers << _SHIFT, offsets[1:] - offsets[:-1])
        keys += positions
        return keys


def _exact(places: _Places, ordinals: list[int], order: list[int]) -> DocArray:
    """Return the candidates where word i stands i positions behind the first; rare words are read first."""
    first = order[0]
    starts = places.keys(ordinals[first]) - first
    for number in order[1:]:
        candidates = _documents(starts + number)
        if not len(candidates):
            return candidates
        keys = places.keys(ordinals[number], candidates) - number
        found = keys.searchsorted(starts)
        starts = starts[keys.take(found, mode="clip") == starts]
    return _documents(starts + len(ordinals))


def _sloppy(places: _Places, ordinals: list[int], slop: int) -> DocArray:
    """Return the candidates with a chain of all words, each within ``slop`` positions of the one before."""
    ends = places.keys(ordinals[0])
    for ordinal in ordinals[1:]:
        candidates = _documents(ends)
        if not len(candidates):
            return candidates
        keys = places.keys(ordinal, candidates)
        before = ends.searchsorted(keys) - 1  # the nearest end before each place reaches it if any does
        near = keys - ends[np.maximum(before, 0)] <= slop
        ends = keys[near & (before >= 0)]
    return _documents(ends)


def _documents(keys: Keys) -> DocArray:
    """Return the distinct documents of ascending places."""
    numbers = keys >> _SHIFT
    if len(numbers) > 1:
        numbers = numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))]
    return numbers
