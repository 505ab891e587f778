"""Where words stand in the text: character offsets, kept by document in the order of the text, in compressed blocks.

An entry is one (position, start, end); a position has several entries where several words share it (counter-attack,
counter). Of most entries only two small numbers are kept: the characters since the last word, and those of the word.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import zstandard

from searchidx.store.codec.sections import SectionFile, SectionWriter

Array = npt.NDArray[Any]

_BLOCK = 4096  # entries, at the least: a few documents
_LEVEL = 3
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
    steps, gaps, lengths = _differences(offsets.astype(np.int64), entries)
    counts = np.diff(offsets)
    first_docs = _block_starts(offsets)
    compressor = zstandard.ZstdCompressor(level=_LEVEL)
    blocks = []
    for first, last in zip(first_docs[:-1].tolist(), first_docs[1:].tolist(), strict=True):
        rows = slice(int(offsets[first]), int(offsets[last]))
        blocks.append(
            compressor.compress(_packed(counts[first:last], steps[rows], gaps[rows], lengths[rows]))
        )
    block_offsets = np.zeros(len(blocks) + 1, np.uint64)
    np.cumsum([len(block) for block in blocks], out=block_offsets[1:])
    out.add(f"{field}:span_first_docs", first_docs.astype(np.uint32))
    out.add(f"{field}:span_block_offsets", block_offsets)
    out.add_parts(f"{field}:span_blocks", blocks)


def _block_starts(offsets: Array) -> Array:
    """Return the first document of each block, and the number of documents."""
    total = len(offsets) - 1
    starts = [0] if total else []
    while starts and starts[-1] < total:
        following = int(np.searchsorted(offsets, int(offsets[starts[-1]]) + _BLOCK))
        starts.append(min(max(following, starts[-1] + 1), total))
    return np.array(starts or [0], np.int64)


def _differences(offsets: Array, entries: Entries) -> tuple[Array, Array, Array]:
    """Return steps of the position, gaps before and lengths of each entry; each document starts from nothing.

    The first entry of a position is its anchor. Gaps run from the end of the anchor before; for the other entries of a
    position from the start of their anchor.
    """
    positions, starts, ends = (column.astype(np.int64) for column in entries)
    firsts = offsets[:-1][np.diff(offsets) > 0]
    steps = np.diff(positions, prepend=-1)
    steps[firsts] = positions[firsts] + 1
    anchors = np.flatnonzero(steps)
    anchor_ends = np.concatenate(([0], ends[anchors][:-1])) if len(anchors) else anchors
    gaps = np.empty_like(starts)
    gaps[anchors] = starts[anchors] - anchor_ends
    gaps[firsts] = starts[firsts]
    others = np.flatnonzero(steps == 0)
    anchor_of = np.cumsum(steps != 0)[others] - 1
    gaps[others] = starts[others] - starts[anchors][anchor_of]
    return steps, gaps, ends - starts


def _packed(counts: Array, steps: Array, gaps: Array, lengths: Array) -> bytes:
    streams, exceptions = [], []
    for values, shift in ((steps, 0), (gaps, _GAP_SHIFT), (lengths, 0)):
        shifted = values + shift
        large = (shifted < 0) | (shifted >= _ESCAPE)
        exceptions.append(values[large])
        streams.append(np.where(large, _ESCAPE, shifted).astype(np.uint8).tobytes())
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
        values = np.frombuffer(data, np.uint8, size, position).astype(np.int64)
        large = np.flatnonzero(values == _ESCAPE)
        values -= shift
        values[large] = exceptions[used : used + len(large)]
        used += len(large)
        position += size
        columns.append(values)
    return _Block(offsets, *columns)


class SpansReader:
    """The entries of a field, document by document; the blocks used last are kept."""

    def __init__(self, file: SectionFile, field: str) -> None:
        self._first_docs = file.array(f"{field}:span_first_docs")
        self._offsets = file.array(f"{field}:span_block_offsets")
        self._data = file.view(f"{field}:span_blocks")
        self._blocks: OrderedDict[int, _Block] = OrderedDict()
        self._lock = threading.Lock()

    def entries(self, doc: int) -> Entries:
        """Return the entries of a document."""
        number = int(np.searchsorted(self._first_docs, doc, side="right")) - 1
        block = self._block(number)
        row = doc - int(self._first_docs[number])
        rows = slice(int(block.offsets[row]), int(block.offsets[row + 1]))
        return _restored(block.steps[rows], block.gaps[rows], block.lengths[rows])

    def _block(self, number: int) -> _Block:
        with self._lock:
            block = self._blocks.get(number)
            if block is None:
                data = self._data[int(self._offsets[number]) : int(self._offsets[number + 1])]
                block = _unpacked(zstandard.ZstdDecompressor().decompress(data))
                if len(self._blocks) >= _REMEMBERED_BLOCKS:
                    self._blocks.popitem(last=False)
            else:
                self._blocks.pop(number)
            self._blocks[number] = block
        return block


def _restored(steps: Array, gaps: Array, lengths: Array) -> Entries:
    positions = np.cumsum(steps) - 1
    anchors = np.flatnonzero(steps)
    starts = np.empty_like(positions)
    starts[anchors] = np.cumsum(gaps[anchors] + lengths[anchors]) - lengths[anchors]
    if len(anchors) < len(steps):
        others = np.flatnonzero(steps == 0)
        anchor_of = np.cumsum(steps != 0)[others] - 1
        starts[others] = starts[anchors][anchor_of] + gaps[others]
    return Entries(positions, starts, starts + lengths)
