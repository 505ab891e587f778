"""Arrays of any Whoosh segment, whatever its codec, read through Whoosh's matchers: right for all, fast for none."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.columns import ColumnReader

from searchidx.store.arrays import AdjacentPostings, IntArray, Postings, Ragged


class MatcherArrays:
    """``SegmentArrays`` of a Whoosh segment reader. Deleted documents are left out of the postings already."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.doc_count_all: int = reader.doc_count_all()
        self._terms: dict[str, list[bytes]] = {}
        self._lengths: dict[str, IntArray] = {}
        self._columns: dict[str, npt.NDArray[Any] | None] = {}
        self._read = lru_cache(maxsize=1024)(self._read_postings)

    def deleted(self) -> npt.NDArray[np.bool_] | None:
        if not self._reader.has_deletions():
            return None
        return np.array([self._reader.is_deleted(doc) for doc in range(self.doc_count_all)], dtype=bool)

    def lengths(self, field: str) -> IntArray:
        lengths = self._lengths.get(field)
        if lengths is None:
            # Whoosh answers None where a segment has no lengths of the field at all.
            each = (self._reader.doc_field_length(doc, field, 0) or 0 for doc in range(self.doc_count_all))
            lengths = self._lengths[field] = np.fromiter(each, dtype=np.int64, count=self.doc_count_all)
        return lengths

    def total_length(self, field: str) -> int:
        # Not the sum of lengths(): Whoosh's own codec keeps the total exactly but rounds each length.
        return int(self._reader.field_length(field))

    def term_count(self, field: str) -> int:
        return len(self._field_terms(field))

    def term(self, field: str, ordinal: int) -> bytes:
        return self._field_terms(field)[ordinal]

    def find_term(self, field: str, term: bytes) -> int:
        return bisect.bisect_left(self._field_terms(field), term)

    def ordinal(self, field: str, term: bytes) -> int:
        where = self.find_term(field, term)
        terms = self._field_terms(field)
        return where if where < len(terms) and terms[where] == term else -1

    def terms(self, field: str, start: int, stop: int) -> list[bytes]:
        return self._field_terms(field)[start:stop]

    def doc_freqs(self, field: str) -> IntArray:
        terms = self._field_terms(field)
        return np.array([self._reader.doc_frequency(field, term) for term in terms], dtype=np.int64)

    def postings(self, field: str, ordinal: int) -> Postings:
        docs, freqs, _, _ = self._read(field, ordinal)
        return Postings(docs, freqs)

    def postings_between(self, field: str, start: int, stop: int) -> AdjacentPostings:
        each = [self.postings(field, ordinal) for ordinal in range(start, stop)]
        if not each:
            return AdjacentPostings(_integers([]), _integers([]), _integers([0]))
        return AdjacentPostings(
            np.concatenate([docs for docs, _ in each]),
            np.concatenate([freqs for _, freqs in each]),
            _offsets([len(docs) for docs, _ in each]),
        )

    def positions(self, field: str, ordinal: int, rows: IntArray | None = None) -> Ragged:
        _, _, positions, _ = self._read(field, ordinal)
        if positions is None:
            raise KeyError(field)
        chosen = positions if rows is None else [positions[row] for row in rows]
        flat = [position for each in chosen for position in each]
        return Ragged(_integers(flat), _offsets([len(each) for each in chosen]))

    def positions_in(self, field: str, ordinals: Sequence[int], docs: IntArray) -> Ragged:
        lists: list[list[int]] = []
        for ordinal in ordinals:
            having, _, positions, _ = self._read(field, ordinal)
            if positions is None:
                raise KeyError(field)
            found = dict(zip(having.tolist(), positions, strict=True))
            lists.extend(found.get(doc, []) for doc in docs.tolist())
        return Ragged(_integers([position for each in lists for position in each]), _offsets(map(len, lists)))

    def spans(self, field: str, ordinal: int, row: int) -> tuple[IntArray, IntArray]:
        _, _, _, characters = self._read(field, ordinal)
        if characters is None:
            raise KeyError(field)
        return _integers([s for _, s, _ in characters[row]]), _integers([e for _, _, e in characters[row]])

    def spans_in(self, field: str, ordinals: Sequence[int], doc: int) -> tuple[Ragged, IntArray, IntArray]:
        rows = [self._row(field, ordinal, doc) for ordinal in ordinals]
        found = [
            self.spans(field, ordinal, row) if row is not None else (_integers([]), _integers([]))
            for ordinal, row in zip(ordinals, rows, strict=True)
        ]
        starts, ends = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
        return self.positions_in(field, ordinals, np.array([doc])), starts, ends

    def _row(self, field: str, ordinal: int, doc: int) -> int | None:
        rows = (self.postings(field, ordinal).docs == doc).nonzero()[0]
        return int(rows[0]) if len(rows) else None

    def column(self, field: str) -> npt.NDArray[np.generic] | None:
        if field not in self._columns:
            self._columns[field] = self._read_column(field)
        return self._columns[field]

    def _read_column(self, field: str) -> npt.NDArray[Any] | None:
        if field not in self._reader.schema or not self._reader.schema[field].column_type:
            return None
        column: ColumnReader = self._reader.column_reader(field, translate=False)
        values = [column[doc] for doc in range(self.doc_count_all)]
        numeric = all(isinstance(value, (int, float)) for value in values)
        return np.array(values) if numeric else np.array(values, dtype=object)

    def _field_terms(self, field: str) -> list[bytes]:
        terms = self._terms.get(field)
        if terms is None:
            known = field in self._reader.schema and self._reader.schema[field].indexed
            terms = self._terms[field] = sorted(self._reader.lexicon(field)) if known else []
        return terms

    def _read_postings(
        self, field: str, ordinal: int
    ) -> tuple[IntArray, IntArray, list[list[int]] | None, list[list[tuple[int, int, int]]] | None]:
        matcher = self._reader.postings(field, self._field_terms(field)[ordinal])
        has_freqs, has_positions, has_characters = (
            self._reader.schema[field].format.supports(name)
            for name in ("frequency", "positions", "characters")
        )
        docs, freqs, positions, characters = [], [], [], []
        while matcher.is_active():
            docs.append(matcher.id())
            freqs.append(matcher.value_as("frequency") if has_freqs else 1)
            if has_positions:
                positions.append(list(matcher.value_as("positions")))
            if has_characters:
                characters.append(list(matcher.value_as("characters")))
            matcher.next()
        return (
            _integers(docs),
            _integers(freqs),
            positions if has_positions else None,
            characters if has_characters else None,
        )


def _integers(values: list[int]) -> IntArray:
    return np.array(values, dtype=np.int64)


def _offsets(lengths: Iterable[int]) -> IntArray:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(_integers(list(lengths)))])
