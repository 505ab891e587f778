"""Numbers most of which are small: half a byte or a byte each, the few large ones apart.

Three sections hold a stream: ``name`` the small numbers, with the highest that fits for each large one;
``name_exception_rows`` where the large ones belong, ``name_exceptions`` what they are.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from searchidx.store.codec.sections import SectionFile, SectionWriter, find_sorted

Array = npt.NDArray[Any]


class NarrowWriter:
    """Writes a stream of numbers, some at a time: none is below 0 or takes more than 32 bits."""

    def __init__(self, out: SectionWriter, name: str, bits: Literal[4, 8]) -> None:
        self.count = 0
        self._out = out
        self._name = name
        self._bits = bits
        self._small = out.spool()
        self._rows = out.spool()
        self._large = out.spool()
        self._half: Array = np.empty(0, np.uint8)  # of a byte that the next numbers complete
        self._small.append(self._half)
        self._rows.append(np.empty(0, np.uint32))
        self._large.append(np.empty(0, np.uint32))

    def add(self, values: Array) -> None:
        """Add the next numbers."""
        highest = (1 << self._bits) - 1
        small = np.minimum(values, highest).astype(np.uint8)
        large = np.flatnonzero(small == highest)
        if len(large):
            self._rows.append((large + self.count).astype(np.uint32))
            self._large.append(values[large].astype(np.uint32))
        self.count += len(values)
        if self._bits == 4:
            halves = np.concatenate((self._half, small))
            even = len(halves) // 2 * 2
            self._half = halves[even:]
            small = halves[0:even:2] | (halves[1:even:2] << 4)
        self._small.append(small)

    def finish(self) -> None:
        """Write the sections."""
        self._small.append(self._half)
        self._out.add_spool(self._name, self._small)
        self._out.add_spool(f"{self._name}_exception_rows", self._rows)
        self._out.add_spool(f"{self._name}_exceptions", self._large)


class NarrowReader:
    """A stream of numbers, decoded where it is asked for; one that was never written is empty."""

    def __init__(self, file: SectionFile, name: str, bits: Literal[4, 8]) -> None:
        self._bits = bits
        self._small = file.checked(name)
        self._rows = file.array(f"{name}_exception_rows")
        self._large = file.array(f"{name}_exceptions")

    def part(self, start: int, end: int) -> Array:
        """Return the numbers ``start`` to ``end`` (exclusive), in the narrowest type that the stream's fit into."""
        if self._bits == 8:
            values = self._small.part(start, end)
        else:
            pairs = self._small.part(start >> 1, (end + 1) >> 1)
            values = np.empty(2 * len(pairs), np.uint8)
            np.bitwise_and(pairs, 15, out=values[0::2])
            np.right_shift(pairs, 4, out=values[1::2])
            values = values[start & 1 : (start & 1) + end - start]
        if len(self._rows):
            first, last = find_sorted(self._rows, (start, end)).tolist()
            if first < last:
                values = values.astype(np.uint32)
                values[self._rows[first:last].astype(np.int64) - start] = self._large[first:last]
        return values

    def check(self, start: int, end: int) -> None:
        """Compare the numbers ``start`` to ``end`` (exclusive) with their checksums, for who then asks ``at`` them."""
        if self._bits == 8:
            self._small.check(start, end)
        else:
            self._small.check(start >> 1, (end + 1) >> 1)

    def at(self, rows: Array) -> Array:
        """Return the numbers in these rows, which have been checked."""
        if self._bits == 8:
            values = self._small.unchecked()[rows]
        else:
            values = self._small.unchecked()[rows >> 1]
            values = (values >> ((rows & 1) << 2).astype(np.uint8)) & 15
        if len(self._rows):
            large = np.flatnonzero(values == (1 << self._bits) - 1)
            if len(large):
                values = values.astype(np.uint32)
                values[large] = self._large[find_sorted(self._rows, rows[large])]
        return values

    def offsets(self) -> Array:
        """Return where each of so many things begins that follow one another, and where the last one ends.

        Only of a stream of bytes, whose numbers are then how many things there are.
        """
        counts = self.part(0, len(self._small))
        offsets = np.zeros(len(counts) + 1, np.uint32)
        np.cumsum(counts, dtype=np.uint32, out=offsets[1:])
        return offsets
