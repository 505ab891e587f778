"""How the postings of a field lie in a file. Pure arrays: what they are of is not known here.

All terms of the field share one stream of each kind, in the order of the terms; ``doc_freqs`` and ``occurrences`` say
how many documents and how many positions are a term's.

- Document numbers of a frequent ("dense") term are differences in one byte each; a difference above 255 is 0 there
  and stands in ``dense_exceptions``. Those of other terms stand as they are: two bytes, and a third in ``sparse_high``
  where the segment has more than 65,536 documents.
- Frequencies are mostly half a byte.
- Positions are not differences, so that one document's can be read without its neighbours': one byte, and all above it
  in ``position_high``, mostly half a byte.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import IntArray, Ragged
from searchidx.store.codec.narrow import NarrowReader, NarrowWriter
from searchidx.store.codec.sections import SectionFile, SectionWriter, Spool, find_sorted

Array = npt.NDArray[Any]

MOST_DOCUMENTS = 1 << 24  # that a segment can number
_DENSE_FROM = 128  # postings: below, decoding differences costs more than the bytes saved
_DENSE_GAP = {2: 128, 3: 384}  # mean difference below which they pay, by bytes of a plain number
_REMEMBERED = 2 << 20  # postings of which it is remembered where their positions begin: 16 MB


class FieldPostings(NamedTuple):
    """The postings of a field, flat, in the order of its terms (``offsets``: one more than terms).

    ``freqs`` is None where every frequency is 1; ``positions`` (``sum(freqs)`` of them, ascending per posting) is None
    where the field has none.
    """

    offsets: IntArray
    docs: IntArray
    freqs: IntArray | None = None
    positions: IntArray | None = None


def write_postings(out: SectionWriter, field: str, postings: FieldPostings, doc_count: int) -> None:
    """Write the postings of a field as sections named ``field:...``."""
    writer = PostingsWriter(out, field, doc_count, postings.freqs is not None, postings.positions is not None)
    writer.add(postings)
    writer.finish()


class PostingsWriter:
    """Writes the postings of a field piece by piece, each of some terms, in their order."""

    def __init__(self, out: SectionWriter, field: str, doc_count: int, freqs: bool, positions: bool) -> None:
        self._out = out
        self._field = field
        self._doc_count = doc_count
        self._has_freqs = freqs
        self._has_positions = positions
        self._streams: dict[str, Spool] = {}
        self._terms = 0
        self._postings = 0
        self._positions = 0
        self._dense_docs = 0
        self._dense_exceptions = 0
        self._append("sparse_docs", np.empty(0, np.uint16))
        self._doc_freqs = NarrowWriter(out, f"{field}:doc_freqs", 8)
        self._freqs = NarrowWriter(out, f"{field}:freqs", 4)
        self._occurrences = NarrowWriter(out, f"{field}:occurrences", 8)
        self._high = NarrowWriter(out, f"{field}:position_high", 4)
        if positions:
            self._append("positions", np.empty(0, np.uint8))

    @property
    def position_count(self) -> int:
        """The number of positions (or, where there are none, of occurrences) added so far."""
        return self._positions

    def _append(self, name: str, values: Array) -> None:
        if name not in self._streams:
            self._streams[name] = self._out.spool()
        self._streams[name].append(values)

    def add(self, piece: FieldPostings) -> None:
        """Add the postings of the next terms."""
        offsets = piece.offsets.astype(np.int64)
        df = np.diff(offsets)
        self._doc_freqs.add(df)
        self._add_docs(df, piece.docs)
        occurrences = len(piece.docs)
        if piece.freqs is not None:
            ends = np.zeros(len(piece.freqs) + 1, np.int64)
            np.cumsum(piece.freqs, out=ends[1:])
            occurrences = int(ends[-1])
            self._freqs.add(piece.freqs)
            if piece.positions is not None:
                self._occurrences.add(np.diff(ends[offsets]))
                self._append("positions", piece.positions.astype(np.uint8))
                self._high.add(piece.positions >> 8)
        self._terms += len(df)
        self._postings += len(piece.docs)
        self._positions += occurrences
        if max(self._postings, self._positions) >= 1 << 32:
            raise OverflowError(f"field {self._field!r} has too many words for one segment")

    def _add_docs(self, df: Array, docs: IntArray) -> None:
        gap = _DENSE_GAP[3 if self._doc_count > 0x10000 else 2]
        dense = (df >= _DENSE_FROM) & (df * gap > self._doc_count)
        ordinals = np.flatnonzero(dense)
        is_dense = np.repeat(dense, df) if len(ordinals) else np.zeros(len(docs), np.bool_)
        sparse = docs[~is_dense] if len(ordinals) else docs
        self._append("sparse_docs", sparse.astype(np.uint16))
        if self._doc_count > 0x10000:
            self._append("sparse_high", (sparse >> 16).astype(np.uint8))
        if len(ordinals) == 0:
            return
        ends = np.cumsum(df[ordinals])
        firsts = np.concatenate(([0], ends[:-1]))
        numbers = docs[is_dense].astype(np.int64)
        differences = np.diff(numbers, prepend=-1)
        differences[firsts] = numbers[firsts] + 1
        large = differences > 255
        before = np.concatenate(([0], np.cumsum(large)))
        if self._dense_docs == 0:
            self._append("dense_starts", np.zeros(1, np.uint32))
            self._append("dense_exception_starts", np.zeros(1, np.uint32))
        self._append("dense_ordinals", (ordinals + self._terms).astype(np.uint32))
        self._append("dense_starts", (ends + self._dense_docs).astype(np.uint32))
        self._append("dense_exception_starts", (before[ends] + self._dense_exceptions).astype(np.uint32))
        self._append("dense_exceptions", differences[large].astype(np.uint32))
        differences[large] = 0
        self._append("dense_docs", differences.astype(np.uint8))
        self._dense_docs += int(ends[-1])
        self._dense_exceptions += int(before[-1])

    def finish(self) -> None:
        """Write the sections."""
        self._doc_freqs.finish()
        if self._has_freqs:
            self._freqs.finish()
        if self._has_positions:
            self._occurrences.finish()
            self._high.finish()
        for name, stream in self._streams.items():
            self._out.add_spool(f"{self._field}:{name}", stream)


class PostingsReader:
    """The postings of a field, decoded on demand."""

    def __init__(self, file: SectionFile, field: str) -> None:
        def section(name: str) -> Array:
            return file.array(f"{field}:{name}")

        self.offsets = NarrowReader(file, f"{field}:doc_freqs", 8).offsets()
        # Of the large sections only what is used is compared with its checksums.
        self._sparse = file.checked(f"{field}:sparse_docs")
        self._sparse_high = file.checked(f"{field}:sparse_high")
        self._dense = file.checked(f"{field}:dense_docs")
        self._dense_ordinals = section("dense_ordinals")
        self._dense_list: list[int] = self._dense_ordinals.tolist()
        self._dense_starts = section("dense_starts")
        self._dense_start_list: list[int] = self._dense_starts.tolist() or [0]
        self._dense_exceptions = section("dense_exceptions")
        self._dense_exception_starts: list[int] = section("dense_exception_starts").tolist()
        self.has_freqs = f"{field}:freqs" in file
        self._freqs = NarrowReader(file, f"{field}:freqs", 4)
        self.has_positions = f"{field}:positions" in file
        self._term_occurrences = NarrowReader(file, f"{field}:occurrences", 8)
        self._positions = file.checked(f"{field}:positions")
        self._position_high = NarrowReader(file, f"{field}:position_high", 4)
        self._occurrences: dict[int, Array] = {}
        self._remembered = 0
        self._lock = threading.Lock()

    @cached_property
    def position_offsets(self) -> Array:
        """Where the positions of each term begin among those of the field, and where the last ones end."""
        return self._term_occurrences.offsets()

    def extent(self, ordinal: int) -> tuple[int, int]:
        """Return where the postings of a term begin and end among those of the field."""
        return int(self.offsets[ordinal]), int(self.offsets[ordinal + 1])

    def docs(self, ordinal: int) -> IntArray:
        """Return the document numbers of a term."""
        start, end = self.extent(ordinal)
        row = bisect_left(self._dense_list, ordinal)
        before = self._dense_start_list[row]
        if row == len(self._dense_list) or self._dense_list[row] != ordinal:
            return self._sparse_docs(start - before, end - before)
        docs = self._dense.part(before, before + end - start).astype(np.int32)
        first, last = self._dense_exception_starts[row : row + 2]
        if first < last:
            docs[docs == 0] = self._dense_exceptions[first:last]
        docs[0] -= 1
        return np.cumsum(docs, dtype=np.int32, out=docs)

    def _sparse_docs(self, start: int, end: int) -> IntArray:
        docs = self._sparse.part(start, end).astype(np.int32)
        if len(self._sparse_high):
            docs |= self._sparse_high.part(start, end).astype(np.int32) << 16
        return docs

    def all_docs(self, first: int, last: int) -> IntArray:
        """Return the document numbers of the terms ``first`` to ``last`` (exclusive), one term after the other."""
        offsets = self.offsets[first : last + 1].astype(np.int64)
        rows = slice(*find_sorted(self._dense_ordinals, (first, last)).tolist())
        dense = self._dense_ordinals[rows].astype(np.int64) - first
        before = self._dense_start_list[rows.start]
        after = self._dense_start_list[rows.stop]
        sparse = self._sparse_docs(int(offsets[0]) - before, int(offsets[-1]) - after)
        if len(dense) == 0:
            return sparse
        differences = self._dense.part(before, after).astype(np.int64)
        exceptions = slice(self._dense_exception_starts[rows.start], self._dense_exception_starts[rows.stop])
        differences[differences == 0] = self._dense_exceptions[exceptions]
        starts = self._dense_starts[rows.start : rows.stop + 1].astype(np.int64) - before
        sums = np.cumsum(differences)
        base = np.concatenate(([0], sums))[starts[:-1]] + 1
        df = np.diff(offsets)
        is_dense = np.zeros(len(df), np.bool_)
        is_dense[dense] = True
        is_dense = np.repeat(is_dense, df)
        docs = np.empty(len(is_dense), np.int32)
        docs[is_dense] = sums - np.repeat(base, df[dense])
        docs[~is_dense] = sparse
        return docs

    def freqs(self, start: int, end: int) -> IntArray:
        """Return the frequencies of the postings numbered ``start`` to ``end`` (exclusive)."""
        if not self.has_freqs:
            return np.ones(end - start, np.uint8)
        return self._freqs.part(start, end)

    def positions(self, ordinal: int, rows: IntArray | None = None) -> tuple[Ragged, Array]:
        """Return the positions in each chosen posting of a term, and their numbers among all positions of the field."""
        if rows is None:
            offsets = self._occurrence_offsets(ordinal)
            first, last = int(offsets[0]), int(offsets[-1])
            return Ragged(self.positions_between(first, last), offsets - first), np.arange(first, last)
        return self.positions_at(*self.occurrences(ordinal, rows))

    def occurrences(self, ordinal: int, rows: IntArray) -> tuple[Array, Array]:
        """Return where the positions in some postings of a term begin among all of the field, and how many each has.

        What lies there is compared with its checksums: ``positions_at`` may read it.
        """
        offsets = self._occurrence_offsets(ordinal)
        starts = offsets.take(rows)
        return starts, offsets.take(rows + 1) - starts

    def positions_at(self, starts: Array, counts: Array) -> tuple[Ragged, Array]:
        """Return the positions in postings of any terms, found by ``occurrences``, and their numbers in the field."""
        ends = np.zeros(len(counts) + 1, np.int64)
        counts.cumsum(out=ends[1:])
        indices = (starts - ends[:-1]).repeat(counts)
        indices += np.arange(len(indices))
        return Ragged(self._at(indices), ends), indices

    def _occurrence_offsets(self, ordinal: int) -> Array:
        """Return where the occurrences of each posting of a term begin in the field, and where the last ones end.

        All of them have been compared with their checksums.
        """
        offsets = self._occurrences.get(ordinal)
        if offsets is None:
            freqs = self.freqs(*self.extent(ordinal))
            offsets = np.zeros(len(freqs) + 1, np.int64)
            np.cumsum(freqs, out=offsets[1:])
            offsets += int(self.position_offsets[ordinal])
            first, last = int(offsets[0]), int(offsets[-1])
            self._positions.check(first, last)
            self._position_high.check(first, last)
            with self._lock:
                if ordinal not in self._occurrences:
                    self._occurrences[ordinal] = offsets
                    self._remembered += len(offsets)
                while self._remembered > _REMEMBERED and len(self._occurrences) > 1:  # the oldest go first
                    self._remembered -= len(self._occurrences.pop(next(iter(self._occurrences))))
        return offsets

    def positions_between(self, start: int, end: int) -> IntArray:
        """Return the positions numbered ``start`` to ``end`` (exclusive) among those of the field."""
        positions = self._position_high.part(start, end).astype(np.int32)
        positions <<= 8
        positions |= self._positions.part(start, end)
        return positions

    def _at(self, indices: Array) -> IntArray:
        positions = self._position_high.at(indices).astype(np.int32)
        positions <<= 8
        positions |= self._positions.unchecked()[indices]
        return positions
