"""The terms of a field: their bytes one after the other in byte order, numbered by rank."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from searchidx.store.codec.narrow import NarrowReader, NarrowWriter
from searchidx.store.codec.sections import SectionFile, SectionWriter

_REMEMBERED = 10_000


def write_terms(out: SectionWriter, field: str, terms: Sequence[bytes]) -> None:
    """Write the terms of a field, which are in order."""
    writer = TermsWriter(out, field)
    writer.add(terms)
    writer.finish()


class TermsWriter:
    """Writes the terms of a field, some at a time, in order."""

    def __init__(self, out: SectionWriter, field: str) -> None:
        self._out = out
        self._field = field
        self._bytes = out.spool()
        self._lengths = NarrowWriter(out, f"{field}:term_lengths", 8)
        self._bytes.append(np.empty(0, np.uint8))
        self._size = 0
        self.count = 0

    def add(self, terms: Sequence[bytes]) -> None:
        """Add the next terms."""
        data = b"".join(terms)
        self._lengths.add(np.fromiter(map(len, terms), np.int64, len(terms)))
        self._bytes.append(np.frombuffer(data, np.uint8))
        self._size += len(data)
        self.count += len(terms)
        if self._size >= 1 << 32:
            raise OverflowError(f"field {self._field!r} has too many terms for one segment")

    def finish(self) -> None:
        """Write the sections."""
        self._lengths.finish()
        self._out.add_spool(f"{self._field}:terms", self._bytes)


class TermsReader(Sequence[bytes]):
    """The terms of a field as a sequence that is searched in place."""

    def __init__(self, file: SectionFile, field: str) -> None:
        lengths = NarrowReader(file, f"{field}:term_lengths", 8)
        self._offsets = lengths.offsets().data  # faster than an array, one at a time
        self._bytes = file.view(f"{field}:terms")
        self._found: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, ordinal: int) -> bytes:  # type: ignore[override]
        if not 0 <= ordinal < len(self._offsets) - 1:
            raise IndexError(ordinal)
        return bytes(self._bytes[self._offsets[ordinal] : self._offsets[ordinal + 1]])

    def __iter__(self) -> Iterator[bytes]:
        return self.between(0, len(self))

    def between(self, first: int, last: int) -> Iterator[bytes]:
        """Yield the terms with the ordinals ``first`` to ``last`` (exclusive)."""
        data, bounds = self._extent(first, last)
        for start, end in bounds:
            yield data[start:end]

    def listed(self, first: int, last: int) -> list[bytes]:
        """Return the terms with the ordinals ``first`` to ``last`` (exclusive), all in one go."""
        if first >= last:
            return []
        data, bounds = self._extent(first, last)
        return [data[start:end] for start, end in bounds]

    def _extent(self, first: int, last: int) -> tuple[bytes, Iterator[tuple[int, int]]]:
        """Return the bytes of terms, and where each starts and ends in them."""
        offsets = np.array(self._offsets[first : last + 1], np.int64)
        data = bytes(self._bytes[int(offsets[0]) : int(offsets[-1])])
        return data, pairwise((offsets - offsets[0]).tolist())

    def find(self, term: bytes) -> int:
        """Return the ordinal of the first term not less than ``term``."""
        ordinal = self._found.get(term)
        if ordinal is None:
            ordinal = bisect_left(self, term)
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[term] = ordinal
        return ordinal

    def exact(self, term: bytes) -> int:
        """Return the ordinal of the term, -1 where it is not there."""
        ordinal = self.find(term)
        return ordinal if ordinal < len(self) and self[ordinal] == term else -1
