"""The terms of a field: their bytes one after the other in byte order, numbered by rank."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from searchidx.store.codec.sections import SectionFile, SectionWriter

_REMEMBERED = 10_000


def write_terms(out: SectionWriter, field: str, terms: Sequence[bytes]) -> None:
    """Write the terms of a field, which are in order."""
    offsets = np.zeros(len(terms) + 1, np.uint32)
    np.cumsum(np.fromiter(map(len, terms), np.uint32, len(terms)), out=offsets[1:])
    out.add(f"{field}:term_offsets", offsets)
    out.add(f"{field}:terms", b"".join(terms))


class TermsReader(Sequence[bytes]):
    """The terms of a field as a sequence that is searched in place."""

    def __init__(self, file: SectionFile, field: str) -> None:
        self._offsets = file.view(f"{field}:term_offsets").cast("I")  # faster than an array, one at a time
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
        offsets = self._offsets[first : last + 1].tolist()
        data = bytes(self._bytes[offsets[0] : offsets[-1]])
        base = offsets[0]
        for start, end in pairwise(offsets):
            yield data[start - base : end - base]

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
