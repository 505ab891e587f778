"""Where words stand in the text: character offsets, kept by document in the order of the text, in compressed blocks.

An entry is one (position, start, end); a position has several entries where several words share it (counter-attack,
counter). Most entries take a byte before compression: the characters since the last word (which stands at the position
before), and those of the word.
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
# What the byte of an entry holds: the gap in the lowest bits, above it the length. Entries with other gaps or lengths,
# or steps of the position other than one, have the byte 0 and stand apart, whole.
_GAP_BITS, _LENGTH_BITS = 2, 6
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


class _Block(NamedTuple):
    offsets: Array
    steps: Array
    gaps: Array
    lengths: Array


def _packed(counts: Array, steps: Array, gaps: Array, lengths: Array) -> bytes:
    plain = (
        (steps == 1) & (gaps >= 0) & (gaps < 1 << _GAP_BITS) & (lengths > 0) & (lengths < 1 << _LENGTH_BITS)
    )
    symbols = np.where(plain, lengths << _GAP_BITS | gaps, 0).astype(np.uint8)
    apart = np.stack((steps, gaps, lengths), axis=1)[~plain]
    head = np.array([len(counts), *counts], "<u4")
    return b"".join((head.tobytes(), symbols.tobytes(), apart.astype("<i4").tobytes()))


def _unpacked(data: bytes) -> _Block:
    offsets, symbols = _layout(data)
    return _Block(offsets, *_columns(data, offsets, symbols, 0, len(symbols)))


def _of_document(data: bytes, row: int) -> list[Array]:
    """Return steps, gaps and lengths of one document of a block: most blocks are asked for one alone."""
    offsets, symbols = _layout(data)
    return _columns(data, offsets, symbols, int(offsets[row]), int(offsets[row + 1]))


def _layout(data: bytes) -> tuple[Array, Array]:
    """Return where the entries of each document begin, and the bytes of all of them."""
    count = int(np.frombuffer(data, "<u4", 1)[0])
    offsets = np.zeros(count + 1, np.int64)
    np.frombuffer(data, "<u4", count, 4).cumsum(dtype=np.int64, out=offsets[1:])
    return offsets, np.frombuffer(data, np.uint8, int(offsets[-1]), 4 + 4 * count)


def _columns(data: bytes, offsets: Array, symbols: Array, first: int, last: int) -> list[Array]:
    """Return steps, gaps and lengths of the entries ``first`` to ``last`` (exclusive)."""
    own = symbols[first:last].astype(np.int32)
    columns = [np.ones_like(own), own & ((1 << _GAP_BITS) - 1), own >> _GAP_BITS]
    apart = (own == 0).nonzero()[0]
    if len(apart):
        before = first - np.count_nonzero(symbols[:first])
        start = 4 * len(offsets) + len(symbols) + 12 * before
        whole = np.frombuffer(data, "<i4", 3 * len(apart), start).reshape(-1, 3)
        for number, column in enumerate(columns):
            column[apart] = whole[:, number]
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
