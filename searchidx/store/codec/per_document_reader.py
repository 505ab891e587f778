"""What goes by document, as Whoosh asks for it: stored values, lengths, columns and term vectors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import zstandard
from whoosh import columns
from whoosh.codec.base import PerDocumentReader
from whoosh.matching import ListMatcher

from searchidx.store.codec.reader import SegmentFiles
from searchidx.store.codec.sections import find_sorted
from searchidx.store.codec.segment import ArraySegment
from searchidx.store.codec.values import value_of_plain


class ArrayPerDocumentReader(PerDocumentReader):  # type: ignore[misc]
    """What goes by document, as Whoosh asks for it."""

    def __init__(self, files: SegmentFiles, segment: ArraySegment) -> None:
        self.arrays = files
        self._segment = segment
        _ = files.documents  # opened now: a reader must not depend on when a file is removed

    def doc_count(self) -> int:
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return self.arrays.has_column(fieldname)

    def list_columns(self) -> list[str]:
        return list(self.arrays.documents.meta["columns"])

    def column_reader(self, fieldname: str, column: columns.Column) -> columns.ColumnReader:
        return self.arrays.column_reader(fieldname, column)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self.arrays.lengths(fieldname)[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        return self.arrays.total_length(fieldname)

    def min_field_length(self, fieldname: str) -> int:
        return int(self.arrays.lengths(fieldname).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        return int(self.arrays.lengths(fieldname).max(initial=0))

    def _vector_row(self, docnum: int, fieldname: str) -> int:
        docs = self.arrays.documents.array(f"{fieldname}:vector_docs")
        row = int(find_sorted(docs, docnum))
        return row if row < len(docs) and docs[row] == docnum else -1

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        return self._vector_row(docnum, fieldname) >= 0

    def vector(self, docnum: int, fieldname: str, format_: Any) -> ListMatcher:
        row = self._vector_row(docnum, fieldname)
        if row < 0:
            raise KeyError(f"document {docnum} has no vector of field {fieldname!r}")
        start, end = self.arrays.documents.array(f"{fieldname}:vector_offsets")[row : row + 2].tolist()
        plain = json.loads(
            zstandard.decompress(self.arrays.documents.view(f"{fieldname}:vectors")[start:end])
        )
        texts, weights, values = zip(*plain, strict=True)
        return ListMatcher(
            list(texts), list(weights), [value_of_plain(format_, value) for value in values], format_
        )

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return self.arrays.stored[docnum]
