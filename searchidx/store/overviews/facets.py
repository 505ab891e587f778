"""How many of the matches have each value of a field, and the days of the matches."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import Collection, Segment

Docs = npt.NDArray[np.intp]
Days = npt.NDArray[np.int64]

NO_DAY = -1
_MICROSECONDS = 86_400 * 1_000_000


class Facets:
    """Counts over the documents of a collection; keeps the postings that it has read for the next question."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._postings: dict[tuple[int, str], tuple[Docs, Docs]] = {}
        self._days: Days | None = None

    def values(self, field: str, docs: Docs) -> Counter[str]:
        """Return how many of the documents have each value of a field whose terms are whole values."""
        wanted = np.zeros(self._collection.doc_count_all, np.bool_)
        wanted[docs] = True
        found: Counter[str] = Counter()
        for segment in self._collection.segments:
            their_docs, offsets = self._read(segment, field)
            having = np.zeros(len(their_docs) + 1, np.int64)
            np.cumsum(wanted[their_docs + segment.base], out=having[1:])
            counts = having[offsets[1:]] - having[offsets[:-1]]
            for ordinal in np.flatnonzero(counts).tolist():
                found[segment.arrays.term(field, ordinal).decode("utf-8")] += int(counts[ordinal])
        return found

    def having(self, field: str, docs: Docs) -> int:
        """Return how many of the documents have any value in a field whose terms are whole values."""
        present = np.zeros(self._collection.doc_count_all, np.bool_)
        for segment in self._collection.segments:
            present[self._read(segment, field)[0] + segment.base] = True
        return int(np.count_nonzero(present[docs]))

    def days(self, docs: Docs) -> Days:
        """Return the day number (as ``date.toordinal``) of each document, NO_DAY where it has no date."""
        if self._days is None:
            parts = [self._segment_days(segment) for segment in self._collection.segments]
            self._days = np.concatenate(parts) if parts else np.zeros(0, np.int64)
        return self._days[docs]

    def _read(self, segment: Segment, field: str) -> tuple[Docs, Docs]:
        key = (segment.number, field)
        if key not in self._postings:
            found = segment.arrays.postings_between(field, 0, segment.arrays.term_count(field))
            self._postings[key] = (found.docs.astype(np.intp), found.offsets.astype(np.intp))
        return self._postings[key]

    def _segment_days(self, segment: Segment) -> Days:
        column: Any = segment.arrays.column("date")
        if column is None:
            return np.full(segment.size, NO_DAY, np.int64)
        has_date = segment.field_mask("date", False)
        days = (
            np.asarray(column).astype(np.int64) // _MICROSECONDS + 1
        )  # microseconds since the first day of year 1
        result: Days = np.where(has_date, days, NO_DAY)
        return result
