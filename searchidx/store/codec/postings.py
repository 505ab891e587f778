"""How the postings of a field lie in a file. Pure arrays: what they are of is not known here.

All terms of the field share one stream of each kind, in the order of the terms; ``posting_offsets`` and
``position_offsets`` say where a term's part begins.

- Document numbers of a frequent ("dense") term are differences in one byte each; a difference above 255 is 0 there
  and stands in ``dense_exceptions``. Those of other terms stand as they are: two bytes, and a third in ``sparse_high``
  where the segment has more than 65,536 documents.
- Frequencies have one byte; 0 there is found in ``freq_exceptions``, by number of posting.
- Positions are not differences, so that one document's can be read without its neighbours': one byte, and half a byte
  in ``position_high``, 15 of which is found in ``position_exceptions``, by number of position.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import IntArray, Ragged
from searchidx.store.codec.sections import SectionFile, SectionWriter

Array = npt.NDArray[Any]

MOST_DOCUMENTS = 1 << 24  # that a segment can number
_DENSE_FROM = 128  # postings: below, decoding differences costs more than the bytes saved
_DENSE_GAP = {2: 128, 3: 384}  # mean difference below which they pay, by bytes of a plain number
_NO_HIGH = 15


class FieldPostings(NamedTuple):
    """The postings of a field, flat, in the order of its terms (``offsets``: one more than terms).

    ``freqs`` is None where every frequency is 1; ``positions`` (``sum(freqs)`` of them, ascending per posting) is None
    where the field has none.
    """

    offsets: IntArray
    docs: IntArray
    freqs: IntArray | None
    positions: IntArray | None


def write_postings(out: SectionWriter, field: str, postings: FieldPostings, doc_count: int) -> None:
    """Write the postings of a field as sections named ``field:...``."""
    offsets = postings.offsets.astype(np.int64)
    out.add(f"{field}:posting_offsets", offsets.astype(np.uint32))
    _write_docs(out, field, offsets, postings.docs, doc_count)
    if postings.freqs is None:
        position_offsets = offsets
    else:
        ends = np.zeros(len(postings.freqs) + 1, np.int64)
        np.cumsum(postings.freqs, out=ends[1:])
        position_offsets = ends[offsets]
        _write_with_exceptions(out, f"{field}:freq", postings.freqs)
    if postings.positions is not None:
        out.add(f"{field}:position_offsets", position_offsets.astype(np.uint32))
        _write_positions(out, field, postings.positions)


def _write_docs(out: SectionWriter, field: str, offsets: Array, docs: IntArray, doc_count: int) -> None:
    df = np.diff(offsets)
    gap = _DENSE_GAP[3 if doc_count > 0x10000 else 2]
    dense = (df >= _DENSE_FROM) & (df * gap > doc_count)
    ordinals = np.flatnonzero(dense)
    starts = np.concatenate(([0], np.cumsum(df[ordinals])))  # of each dense term in the stream of differences
    is_dense = np.repeat(dense, df)
    sparse = docs[~is_dense]
    out.add(f"{field}:sparse_docs", sparse.astype(np.uint16))
    if doc_count > 0x10000:
        out.add(f"{field}:sparse_high", (sparse >> 16).astype(np.uint8))
    if len(ordinals) == 0:
        return
    numbers = docs[is_dense].astype(np.int64)
    differences = np.diff(numbers, prepend=-1)
    differences[starts[:-1]] = numbers[starts[:-1]] + 1
    large = differences > 255
    before = np.concatenate(([0], np.cumsum(large)))
    out.add(f"{field}:dense_ordinals", ordinals.astype(np.uint32))
    out.add(f"{field}:dense_starts", starts.astype(np.uint32))
    out.add(f"{field}:dense_exception_starts", before[starts].astype(np.uint32))
    out.add(f"{field}:dense_exceptions", differences[large].astype(np.uint32))
    differences[large] = 0
    out.add(f"{field}:dense_docs", differences.astype(np.uint8))


def _write_with_exceptions(out: SectionWriter, name: str, values: IntArray) -> None:
    large = np.flatnonzero(values > 255)
    narrow = values.astype(np.uint8)
    narrow[large] = 0
    out.add(f"{name}s", narrow)
    out.add(f"{name}_exception_rows", large.astype(np.uint32))
    out.add(f"{name}_exceptions", values[large].astype(np.uint32))


def _write_positions(out: SectionWriter, field: str, positions: IntArray) -> None:
    high = positions >> 8
    large = np.flatnonzero(high >= _NO_HIGH)
    high = np.minimum(high, _NO_HIGH).astype(np.uint8)
    if len(high) % 2:
        high = np.append(high, np.uint8(0))
    out.add(f"{field}:positions", positions.astype(np.uint8))
    out.add(f"{field}:position_high", high[0::2] | (high[1::2] << 4))
    out.add(f"{field}:position_exception_rows", large.astype(np.uint32))
    out.add(f"{field}:position_exceptions", positions[large].astype(np.uint32))


class PostingsReader:
    """The postings of a field, decoded on demand."""

    def __init__(self, file: SectionFile, field: str) -> None:
        def section(name: str) -> Array:
            return file.array(f"{field}:{name}")

        self.offsets = section("posting_offsets")
        self._sparse = section("sparse_docs")
        self._sparse_high = section("sparse_high")
        self._dense = section("dense_docs")
        self._dense_ordinals = section("dense_ordinals")
        self._dense_list: list[int] = self._dense_ordinals.tolist()
        self._dense_starts = section("dense_starts")
        self._dense_start_list: list[int] = self._dense_starts.tolist() or [0]
        self._dense_exceptions = section("dense_exceptions")
        self._dense_exception_starts: list[int] = section("dense_exception_starts").tolist()
        self.has_freqs = f"{field}:freqs" in file
        self._freqs = section("freqs")
        self._freq_rows = section("freq_exception_rows")
        self._freq_values = section("freq_exceptions")
        self.has_positions = f"{field}:positions" in file
        self.position_offsets = section("position_offsets")
        self._positions = section("positions")
        self._position_high = section("position_high")
        self._position_rows = section("position_exception_rows")
        self._position_values = section("position_exceptions")

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
        docs = self._dense[before : before + end - start].astype(np.int32)
        first, last = self._dense_exception_starts[row : row + 2]
        if first < last:
            docs[docs == 0] = self._dense_exceptions[first:last]
        docs[0] -= 1
        return np.cumsum(docs, dtype=np.int32, out=docs)

    def _sparse_docs(self, start: int, end: int) -> IntArray:
        docs = self._sparse[start:end].astype(np.int32)
        if len(self._sparse_high):
            docs |= self._sparse_high[start:end].astype(np.int32) << 16
        return docs

    def all_docs(self, first: int, last: int) -> IntArray:
        """Return the document numbers of the terms ``first`` to ``last`` (exclusive), one term after the other."""
        offsets = self.offsets[first : last + 1].astype(np.int64)
        rows = slice(*np.searchsorted(self._dense_ordinals, (first, last)).tolist())
        dense = self._dense_ordinals[rows].astype(np.int64) - first
        before = self._dense_start_list[rows.start]
        after = self._dense_start_list[rows.stop]
        sparse = self._sparse_docs(int(offsets[0]) - before, int(offsets[-1]) - after)
        if len(dense) == 0:
            return sparse
        differences = self._dense[before:after].astype(np.int64)
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
        return _with_exceptions(self._freqs, self._freq_rows, self._freq_values, start, end)

    def positions(self, ordinal: int, rows: IntArray | None = None) -> tuple[Ragged, Array]:
        """Return the positions in each chosen posting of a term, and their numbers among all positions of the field."""
        start, end = self.extent(ordinal)
        freqs = self.freqs(start, end)
        offsets = np.zeros(len(freqs) + 1, np.int64)
        np.cumsum(freqs, out=offsets[1:])
        first = int(self.position_offsets[ordinal])
        if rows is None:
            indices = np.arange(first, first + int(offsets[-1]))
            return Ragged(self._at(indices), offsets), indices
        counts = freqs[rows].astype(np.int64)
        chosen = np.zeros(len(counts) + 1, np.int64)
        np.cumsum(counts, out=chosen[1:])
        indices = np.repeat(offsets[rows] - chosen[:-1] + first, counts)
        indices += np.arange(len(indices))
        return Ragged(self._at(indices), chosen), indices

    def positions_between(self, start: int, end: int) -> IntArray:
        """Return the positions numbered ``start`` to ``end`` (exclusive) among those of the field."""
        return self._at(np.arange(start, end))

    def _at(self, indices: Array) -> IntArray:
        high = (self._position_high[indices >> 1] >> ((indices & 1) << 2).astype(np.uint8)) & 15
        positions = self._positions[indices].astype(np.int32)
        positions |= high.astype(np.int32) << 8
        if len(self._position_rows):
            large = np.flatnonzero(high == _NO_HIGH)
            if len(large):
                found = np.searchsorted(self._position_rows, indices[large])
                positions[large] = self._position_values[found]
        return positions


def _with_exceptions(narrow: Array, rows: Array, values: Array, start: int, end: int) -> IntArray:
    found: Array = narrow[start:end]
    if len(rows) == 0:
        return found
    first, last = np.searchsorted(rows, (start, end)).tolist()
    if first == last:
        return found
    found = found.astype(np.uint32)
    found[rows[first:last] - start] = values[first:last]
    return found
