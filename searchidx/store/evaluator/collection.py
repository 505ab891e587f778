"""The segments of a reader as arrays, and the statistics over all of them that scores are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh import formats
from whoosh.scoring import BM25F

from searchidx.store.arrays import IntArray, SegmentArrays
from searchidx.store.codec import segment_arrays
from searchidx.store.evaluator.matcher_arrays import MatcherArrays
from searchidx.store.evaluator.memory import Memory
from searchidx.store.weighting import TermCounts

DocArray = npt.NDArray[np.intp]
ScoreArray = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

TERM_CACHE = 20_000  # terms whose place in the segments is remembered
_REMEMBERED = 192 << 20  # bytes of postings, scores and places kept ready, over all segments
# The formats whose weight of a posting is its frequency times the boost of the field.
_PLAIN_FORMATS = (formats.Existence, formats.Frequency, formats.Positions, formats.Characters)


class Term(NamedTuple):
    """A term of the collection: its ordinal in each segment (-1 where it is absent) and its rarity over all."""

    ordinals: tuple[int, ...]
    idf: float


class Field(NamedTuple):
    """What scoring a field needs to know. ``plain`` is False where its weights are more than frequency times boost."""

    scorable: bool
    plain: bool
    positions: bool
    boost: float
    average_length: float
    to_bytes: Any


class Segment:
    """One segment: its arrays, and where its documents stand in the collection."""

    def __init__(self, number: int, base: int, reader: Any, arrays: SegmentArrays, room: int) -> None:
        self.number = number
        self.base = base
        self.reader = reader
        self.arrays = arrays
        self.size = arrays.doc_count_all
        deleted = arrays.deleted()
        self.alive: Mask | None = None if deleted is None or not deleted.any() else ~deleted
        self.norms: dict[Any, ScoreArray] = {}  # by field, or by several with their weights
        self.scratch: ScoreArray = np.zeros(self.size)
        self.present: dict[str, Mask] = {}
        self.places: dict[str, Any] = {}  # by field: how the places of its words are numbered
        self.memory = Memory(room)
        self.remembered = self.memory.kept  # by field and text: what terms match here

    def all_docs(self) -> DocArray:
        """Return the numbers of all documents, deleted ones too."""
        return np.arange(self.size)

    def field_mask(self, field: str, scorable: bool) -> Mask:
        """Return which documents have any term in the field (remembered)."""
        mask = self.present.get(field)
        if mask is None:
            if scorable:
                mask = np.asarray(self.arrays.lengths(field)) > 0
            else:
                mask = np.zeros(self.size, dtype=bool)
                count = self.arrays.term_count(field)
                mask[as_docs(self.arrays.postings_between(field, 0, count).docs)] = True
            self.present[field] = mask
        return mask


class Collection:
    """All segments of a Whoosh reader."""

    def __init__(self, reader: Any, weighting: Any = None) -> None:
        self.reader = reader
        self.schema = reader.schema
        self.weighting = BM25F() if weighting is None else weighting
        self.vectorised = _is_bm25f(self.weighting)
        leaves = [(reader, 0)] if reader.is_atomic() else reader.leaf_readers()
        if not reader.doc_count_all():
            leaves = []  # Whoosh's reader of an empty index answers no questions
        room = _REMEMBERED // max(reader.doc_count_all(), 1)
        self.segments = [
            Segment(i, base, leaf, arrays_of(leaf), room * leaf.doc_count_all())
            for i, (leaf, base) in enumerate(leaves)
        ]
        self.doc_count_all = sum(segment.size for segment in self.segments)
        self._searcher: Any = None
        self._idfs: dict[int, float] = {}
        self.combined_idfs: dict[Any, float] = {}  # by fields and text
        self._fields: dict[str, Field | None] = {}
        self._terms: dict[tuple[str, bytes], Term | None] = {}
        self._doc_freqs: dict[tuple[int, str], IntArray] = {}

    def searcher(self) -> Any:
        """Return Whoosh's own searcher of the reader (made when first needed)."""
        if self._searcher is None:
            from whoosh.searching import Searcher

            self._searcher = Searcher(self.reader, weighting=self.weighting, closereader=False)
        return self._searcher

    def field(self, name: str) -> Field | None:
        """Return the field, or None where the schema has none that is indexed under this name."""
        if name not in self._fields:
            self._fields[name] = self._describe(name) if name in self.schema else None
        return self._fields[name]

    def _describe(self, name: str) -> Field | None:
        field = self.schema[name]
        if not field.indexed or field.format is None:
            return None
        total = sum(segment.arrays.total_length(name) for segment in self.segments) if field.scorable else 0
        return Field(
            scorable=bool(field.scorable),
            plain=type(field.format) in _PLAIN_FORMATS,
            positions=bool(field.format.supports("positions")),
            boost=float(field.format.field_boost),
            average_length=(total / self.doc_count_all if self.doc_count_all else 0.0) or 1.0,
            to_bytes=field.to_bytes,
        )

    def term(self, field: str, text: bytes) -> Term | None:
        """Return the term, or None where no segment has it."""
        key = (field, text)
        try:
            return self._terms[key]
        except KeyError:
            pass
        if len(self._terms) >= TERM_CACHE:
            self._terms.clear()
        ordinals = tuple(segment.arrays.ordinal(field, text) for segment in self.segments)
        term = None
        if max(ordinals, default=-1) >= 0:
            term = Term(ordinals, self.idf(self.doc_freq(field, ordinals)))
        self._terms[key] = term
        return term

    def doc_freq(self, field: str, ordinals: Sequence[int]) -> int:
        """Return how many documents have the term that has these ordinals in the segments (-1: not there)."""
        return sum(
            int(self.doc_freqs(segment, field)[ordinal])
            for segment, ordinal in zip(self.segments, ordinals, strict=True)
            if ordinal >= 0
        )

    def idf(self, doc_freq: int) -> float:
        """Return what the weighting makes of a document frequency (remembered)."""
        idf = self._idfs.get(doc_freq)
        if idf is None:
            statistics = TermCounts(doc_freq, self.doc_count_all)
            idf = self._idfs[doc_freq] = float(self.weighting.idf(statistics, "", b""))
        return idf

    def idfs(self, doc_freqs: IntArray) -> ScoreArray:
        """Return ``idf`` of each document frequency."""
        distinct, places = np.unique(doc_freqs, return_inverse=True)
        return np.array([self.idf(int(each)) for each in distinct], dtype=np.float64)[places]

    def doc_freqs(self, segment: Segment, field: str) -> IntArray:
        """Return the document frequencies of a field's terms in one segment (remembered)."""
        key = (segment.number, field)
        found = self._doc_freqs.get(key)
        if found is None:
            found = self._doc_freqs[key] = segment.arrays.doc_freqs(field)
        return found

    def length_norms(self, segment: Segment, field: str) -> ScoreArray:
        """Return BM25's ``K1 * ((1 - B) + B * length / average)`` per document of the segment (remembered)."""
        norms = segment.norms.get(field)
        if norms is None:
            described = self.field(field)
            assert described is not None
            b = self.weighting._field_B.get(field, self.weighting.B)
            lengths = np.asarray(segment.arrays.lengths(field), dtype=np.float64)
            norms = self.weighting.K1 * ((1 - b) + b * lengths / described.average_length)
            segment.norms[field] = norms
        return norms


def _is_bm25f(weighting: Any) -> bool:
    """Say whether the scores are BM25F's, perhaps with an ``idf`` of their own that asks for no more than counts."""
    if type(weighting).scorer is not BM25F.scorer or weighting.use_final:
        return False
    try:
        weighting.idf(TermCounts(1, 2), "", b"")
    except AttributeError:
        return False
    return True


def arrays_of(reader: Any) -> SegmentArrays:
    """Return the arrays of a segment reader: those its codec keeps, or else a view through Whoosh's matchers."""
    arrays = segment_arrays(reader)
    return MatcherArrays(reader) if arrays is None else arrays


def as_docs(docs: IntArray) -> DocArray:
    """Return document numbers in the width that numpy indexes with: every use of a narrower one converts it anew."""
    return docs.astype(np.intp, copy=False)
