"""Where words stand in the text: character offsets, kept by document in the order of the text, in compressed blocks.

An entry is one (position, start, end); a position has several entries where several words share it (counter-attack,
counter). Of most entries only two small numbers are kept: the characters since the last word, and those of the word.
"""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import zstandard

from searchidx.store.codec.sections import SectionFile, SectionWriter, find_sorted

Array = npt.NDArray[Any]

_BLOCK = 4096  # entries, at the least: a few documents
_LEVEL = 1  # of such numbers higher ones make no less, and take longer
_ESCAPE = 255
_GAP_SHIFT = 16  # a gap can be negative: entries of one position overlap
_REMEMBERED_BLOCKS = 32


class Entries(NamedTuple):
    """The entries of one document (or of several, one after the other), by position, start and end."""

    positions: Array
    starts: Array
    ends: Array


def write_spans(out: SectionWriter, field: str, offsets: Array, entries: Entries) -> None:
    """Write the entries of all documents of a segment: document ``i`` has ``offsets[i]:offsets[i + 1]``."""
    writer = SpansWriter(out, field)
    writer.add(offsets, entries)
    writer.finish()


class SpansWriter:
    """Writes the entries of a field, some documents at a time."""

    def __init__(self, out: SectionWriter, field: str) -> None:
        self._out = out
        self._field = field
        self._blocks = out.spool()
        self._blocks.append(np.empty(0, np.uint8))
        self._block_ends = array("Q", [0])
        self._first_docs = array("I")
        self._compressor = zstandard.ZstdCompressor(
            level=_LEVEL
        )  # its own: no two threads may use one at once
        self.doc_count = 0

    def add(self, offsets: Array, entries: Entries) -> None:
        """Add the next documents: the i-th has the entries ``offsets[i]:offsets[i + 1]``."""
        steps, gaps, lengths = _differences(offsets.astype(np.int64), entries)
        counts = np.diff(offsets)
        for first, last in pairwise(_block_starts(offsets)):
            rows = slice(int(offsets[first]), int(offsets[last]))
            block = _packed(counts[first:last], steps[rows], gaps[rows], lengths[rows])
            self.add_block(self._compressor.compress(block), last - first)

    def add_block(self, data: bytes | memoryview, doc_count: int) -> None:
        """Add the next documents as a block that is compressed already."""
        self._first_docs.append(self.doc_count)
        self.doc_count += doc_count
        self._blocks.append(np.frombuffer(data, np.uint8))
        self._block_ends.append(self._block_ends[-1] + len(data))

    def add_empty(self, doc_count: int) -> None:
        """Add documents without entries."""
        if doc_count:
            nothing = np.zeros(0, np.int32)
            block = _packed(np.zeros(doc_count, np.int64), nothing, nothing, nothing)
            self.add_block(self._compressor.compress(block), doc_count)

    def finish(self) -> None:
        """Write the sections."""
        self._out.add(
            f"{self._field}:span_first_docs", np.array([*self._first_docs, self.doc_count], np.uint32)
        )
        self._out.add(f"{self._field}:span_block_offsets", np.array(self._block_ends, np.uint64))
        self._out.add_spool(f"{self._field}:span_blocks", self._blocks)


def _block_starts(offsets: Array) -> list[int]:
    """Return the first document of each block, and the number of documents."""
    total = len(offsets) - 1
    starts = [0]
    while starts[-1] < total:
        following = int(np.searchsorted(offsets, int(offsets[starts[-1]]) + _BLOCK))
        starts.append(min(max(following, starts[-1] + 1), total))
    return starts


def _differences(offsets: Array, entries: Entries) -> tuple[Array, Array, Array]:
    """Return steps of the position, gaps before and lengths of each entry; each document starts from nothing.

    The first entry of a position is its anchor. Gaps run from the end of the anchor before; for the other entries of a
    position from the start of their anchor.
    """
    positions, starts, ends = (column.astype(np.int32, copy=False) for column in entries)
    firsts = offsets[:-1][np.diff(offsets) > 0]
    steps = np.diff(positions, prepend=np.int32(-1))
    steps[firsts] = positions[firsts] + 1
    gaps = np.empty_like(starts)
    np.subtract(starts[1:], ends[:-1], out=gaps[1:])
    others = np.flatnonzero(steps == 0)
    if len(others):
        # Others follow their anchor one after the other.
        run = np.diff(others, prepend=-2) > 1
        anchors = (others[run] - 1)[np.cumsum(run) - 1]
        gaps[others] = starts[others] - starts[anchors]
        after = others + 1
        inside = np.flatnonzero(after < len(steps))
        following = inside[steps[after[inside]] > 0]
        gaps[after[following]] = starts[after[following]] - ends[anchors[following]]
    gaps[firsts] = starts[firsts]
    return steps, gaps, ends - starts


def _packed(counts: Array, steps: Array, gaps: Array, lengths: Array) -> bytes:
    streams, exceptions = [], []
    for values, shift in ((steps, 0), (gaps, _GAP_SHIFT), (lengths, 0)):
        shifted = (values + shift if shift else values).view(np.uint32)  # below 0 is far above
        large = np.flatnonzero(shifted >= _ESCAPE)
        exceptions.append(values[large])
        stream = shifted.astype(np.uint8)
        stream[large] = _ESCAPE
        streams.append(stream.tobytes())
    head = np.array([len(counts), *counts], np.uint32).tobytes()
    return b"".join((head, *streams, np.concatenate(exceptions).astype("<i4").tobytes()))


class _Block(NamedTuple):
    offsets: Array
    steps: Array
    gaps: Array
    lengths: Array


def _unpacked(data: bytes) -> _Block:
    count = int(np.frombuffer(data, "<u4", 1)[0])
    offsets = np.zeros(count + 1, np.int64)
    np.cumsum(np.frombuffer(data, "<u4", count, 4), out=offsets[1:])
    size, position = int(offsets[-1]), 4 + 4 * count
    exceptions = np.frombuffer(data, "<i4", -1, position + 3 * size)
    columns, used = [], 0
    for shift in (0, _GAP_SHIFT, 0):
        values = np.frombuffer(data, np.uint8, size, position).astype(np.int32)
        large = np.flatnonzero(values == _ESCAPE)
        values -= shift
        values[large] = exceptions[used : used + len(large)]
        used += len(large)
        position += size
        columns.append(values)
    return _Block(offsets, *columns)


def _of_document(data: bytes, row: int) -> list[Array]:
    """Return steps, gaps and lengths of one document of a block: most blocks are asked for one alone."""
    count = int(np.frombuffer(data, "<u4", 1)[0])
    ends = np.frombuffer(data, "<u4", count, 4).cumsum(dtype=np.int64)
    last, size = int(ends[row]), int(ends[-1])
    first = int(ends[row - 1]) if row else 0
    streams = np.frombuffer(data, np.uint8, 3 * size, 4 + 4 * count)
    columns = []
    for number, shift in enumerate((0, _GAP_SHIFT, 0)):
        start = number * size + first
        values = streams[start : start + last - first].astype(np.int32)
        large = (values == _ESCAPE).nonzero()[0]
        if shift:
            values -= shift
        if len(large):
            before = np.count_nonzero(
                streams[:start] == _ESCAPE
            )  # exceptions stand in the order of the streams
            position = 4 + 4 * count + 3 * size + 4 * before
            values[large] = np.frombuffer(data, "<i4", len(large), position)
        columns.append(values)
    return columns


class SpansReader:
    """The entries of a field, document by document; the blocks used last are kept."""

    def __init__(self, file: SectionFile, field: str) -> None:
        self._first_docs = file.array(f"{field}:span_first_docs")
        self._offsets = file.array(f"{field}:span_block_offsets")
        self._data = file.checked(f"{field}:span_blocks")
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._latest: tuple[int, Entries] | None = (
            None  # the words of a query ask one document after the other
        )
        self._lock = threading.Lock()

    def entries(self, doc: int) -> Entries:
        """Return the entries of a document."""
        latest = self._latest
        if latest is not None and latest[0] == doc:
            return latest[1]
        number = int(find_sorted(self._first_docs, doc, "right")) - 1
        entries = _restored(*_of_document(self._block(number), doc - int(self._first_docs[number])))
        self._latest = (doc, entries)
        return entries

    def blocks(self) -> Iterator[tuple[int, int, memoryview]]:
        """Yield first document, last document (exclusive) and data of each block, compressed as it is."""
        bounds = zip(pairwise(self._first_docs.tolist()), pairwise(self._offsets.tolist()), strict=True)
        for (first, last), (start, end) in bounds:
            yield first, last, self._data.part(start, end).data

    def _block(self, number: int) -> bytes:
        with self._lock:
            block = self._blocks.get(number)
            if block is None:
                data = self._data.part(int(self._offsets[number]), int(self._offsets[number + 1])).data
                block = zstandard.ZstdDecompressor().decompress(data)
                if len(self._blocks) >= _REMEMBERED_BLOCKS:
                    self._blocks.popitem(last=False)
            else:
                self._blocks.pop(number)
            self._blocks[number] = block
        return block


def without_dead(data: bytes | memoryview, live: Array) -> bytes:
    """Return a compressed block without the documents that ``live`` is false for."""
    block = _unpacked(zstandard.ZstdDecompressor().decompress(data))
    counts = np.diff(block.offsets)
    kept = np.repeat(live, counts)
    packed = _packed(counts[live], block.steps[kept], block.gaps[kept], block.lengths[kept])
    return zstandard.compress(packed, _LEVEL)


def _restored(steps: Array, gaps: Array, lengths: Array) -> Entries:
    positions = steps.cumsum() - 1
    anchors = steps.nonzero()[0]
    if len(anchors) == len(steps):  # as in most documents
        ends = (gaps + lengths).cumsum()
        return Entries(positions, ends - lengths, ends)
    starts = np.empty_like(positions)
    starts[anchors] = np.cumsum(gaps[anchors] + lengths[anchors]) - lengths[anchors]
    others = np.flatnonzero(steps == 0)
    anchor_of = np.cumsum(steps != 0)[others] - 1
    starts[others] = starts[anchors][anchor_of] + gaps[others]
    return Entries(positions, starts, starts + lengths)
