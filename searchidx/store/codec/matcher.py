"""The postings of one term as a Whoosh matcher."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.matching import LeafMatcher, ReadTooFar

from searchidx.store.codec.reader import FieldReader, SegmentFiles
from searchidx.store.codec.values import Occurrence, value_bytes

_BLOCK = 128  # postings with one bound for their scores


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """Goes through the postings of a term; values are put together only for those who ask."""

    def __init__(
        self,
        files: SegmentFiles,
        field: FieldReader,
        ordinal: int,
        term: tuple[str, bytes],
        format_: Any,
        scorer: Any = None,
    ) -> None:
        self._files = files
        self._field = field
        self._ordinal = ordinal
        self._term = term
        self.format = format_
        self.scorer = scorer
        self._ids: list[int] = field.docs(ordinal).tolist()
        self._i = 0

    def copy(self) -> ArrayMatcher:
        twin = ArrayMatcher(self._files, self._field, self._ordinal, self._term, self.format, self.scorer)
        twin._i = self._i
        return twin

    @cached_property
    def _freqs(self) -> list[int]:
        freqs: list[int] = self._field.freqs(self._ordinal).tolist()
        return freqs

    @cached_property
    def _weights(self) -> list[float]:
        weights = self._field.weights
        if weights is None:
            return [freq * self._field.scale for freq in self._freqs]
        start, end = self._field.postings.extent(self._ordinal)
        found: list[float] = weights[start:end].tolist()
        return found

    @cached_property
    def _blocks(self) -> tuple[list[float], list[int], list[int]]:
        """The largest weight, the least and the largest length of each block."""
        starts = np.arange(0, len(self._ids), _BLOCK)
        lengths = self._files.lengths(self._term[0])[np.array(self._ids)]
        return (
            np.maximum.reduceat(np.array(self._weights), starts).tolist(),
            np.minimum.reduceat(lengths, starts).tolist(),
            np.maximum.reduceat(lengths, starts).tolist(),
        )

    def is_active(self) -> bool:
        return self._i < len(self._ids)

    def reset(self) -> None:
        self._i = 0

    def id(self) -> int:
        try:
            return self._ids[self._i]
        except IndexError:  # Whoosh's AndNotMatcher asks after the end, and asks again whether that is active
            return self._ids[-1]

    def all_ids(self) -> Iterator[int]:
        return iter(self._ids)

    def next(self) -> bool:
        if self._i >= len(self._ids):
            raise ReadTooFar
        self._i += 1
        return self._i % _BLOCK == 0 or self._i == len(self._ids)

    def skip_to(self, id: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._i = bisect_left(self._ids, id, self._i)

    def weight(self) -> float:
        return self._weights[self._i]

    def value(self) -> bytes:
        kind = self._field.kind
        if kind.opaque:
            return self._field.opaque_value(self._field.postings.extent(self._ordinal)[0] + self._i)
        return value_bytes(kind, self.format, self._freqs[self._i], self._occurrences())

    def _occurrences(self) -> list[Occurrence]:
        kind = self._field.kind
        if not kind.positions:
            return []
        (positions, _), indices = self._field.postings.positions(self._ordinal, np.array([self._i]))
        columns = [positions.tolist()]
        if kind.characters:
            entries = self._files.occurrences(self._field, self._ordinal, self._i)
            columns += [entries.starts.tolist(), entries.ends.tolist()]
        if kind.boosts:
            columns.append(self._field.boosts[indices].tolist())
        return list(zip(*columns, strict=True))

    def value_as(self, astype: str) -> Any:
        if astype == "frequency" and self._field.kind.freqs:
            return self._freqs[self._i]
        if astype == "positions" and self._field.kind.positions:
            return [occurrence[0] for occurrence in self._positions()]
        if astype == "characters" and self._field.kind.characters:
            return [occurrence[:3] for occurrence in self._occurrences()]
        return super().value_as(astype)

    def _positions(self) -> list[Occurrence]:
        (positions, _), _ = self._field.postings.positions(self._ordinal, np.array([self._i]))
        return [(position,) for position in positions.tolist()]

    def items_as(self, astype: str) -> Iterator[tuple[int, Any]]:
        while self.is_active():
            yield self.id(), self.value_as(astype)
            self.next()

    def skip_to_quality(self, minquality: float) -> int:
        skipped = 0
        while self.is_active() and self.block_quality() <= minquality:
            self._i = (self._i // _BLOCK + 1) * _BLOCK
            skipped += 1
        self._i = min(self._i, len(self._ids))
        return skipped

    def block_min_id(self) -> int:
        return self._ids[self._i // _BLOCK * _BLOCK]

    def block_max_id(self) -> int:
        return self._ids[min((self._i // _BLOCK + 1) * _BLOCK, len(self._ids)) - 1]

    def block_max_weight(self) -> float:
        return self._blocks[0][self._i // _BLOCK]

    def block_min_length(self) -> int:
        return self._blocks[1][self._i // _BLOCK]

    def block_max_length(self) -> int:
        return self._blocks[2][self._i // _BLOCK]
