"""What goes by document, as it is written: stored values, lengths, columns and term vectors."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, Any

import numpy as np
import zstandard
from whoosh import columns
from whoosh.codec.base import PerDocumentWriter
from whoosh.filedb.structfile import StructFile

from searchidx.store.codec.sections import SectionWriter
from searchidx.store.codec.segment import DOCUMENTS_EXTENSION, ArraySegment
from searchidx.store.codec.stored import DocumentCompressor, encode_document, write_stored
from searchidx.store.codec.values import plain_value

_PIECE = 4 << 20  # bytes of a column taken out of its file at once


class ColumnBuffer:
    """A column written by Whoosh's own code into memory, or into the temporary file that is given."""

    def __init__(self, column: columns.Column, file: IO[bytes] | None = None) -> None:
        self._column = column
        self._buffer = file or BytesIO()
        self._writer = column.writer(StructFile(self._buffer))

    def add(self, docnum: int, value: Any) -> None:
        """Set the value of a document; documents come in order."""
        self._writer.add(docnum, value)

    def finish(self, doc_count: int) -> tuple[bytes, dict[str, Any]]:
        """Return the bytes of the column, and what the directory says of it."""
        return b"".join(self.parts(doc_count)), column_facts(self._column)

    def parts(self, doc_count: int) -> Iterator[bytes]:
        """Yield the bytes of the column, some at a time."""
        self._writer.finish(doc_count)
        self._buffer.seek(0)
        while piece := self._buffer.read(_PIECE):
            yield piece


class NumberBuffer(ColumnBuffer):
    """A column of numbers: the same bytes, of all values at once."""

    def __init__(self, column: columns.NumericColumn) -> None:
        self._column = column
        self._numbers = array("q")
        self._values: list[Any] = []

    def add(self, docnum: int, value: Any) -> None:
        """See ``ColumnBuffer``."""
        self._numbers.append(docnum)
        self._values.append(value)

    def finish(self, doc_count: int) -> tuple[bytes, dict[str, Any]]:
        """See ``ColumnBuffer``."""
        facts = column_facts(self._column)
        values = np.full(doc_count, facts["default"], facts["type"])
        values[np.array(self._numbers, np.int64)] = self._values
        return number_column(values, facts)


def number_column(values: np.ndarray[Any, Any], facts: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """Return the bytes of a column with the number of each document, and what the directory says of it."""
    others = np.flatnonzero(values != facts["default"])  # the default is not written after the last one
    end = int(others[-1]) + 1 if len(others) else 0
    return values[:end].astype(">" + facts["type"]).tobytes(), facts


def column_buffer(column: columns.Column) -> ColumnBuffer:
    """Return the buffer for a column."""
    return NumberBuffer(column) if type(column) is columns.NumericColumn else ColumnBuffer(column)


def column_facts(column: columns.Column) -> dict[str, Any]:
    """Return what the directory says of a column: of numbers, their type and what a missing one is."""
    if type(column) is columns.NumericColumn:
        kind = np.dtype(column._typecode).str[1:]
        return {"type": kind, "default": column.default_value()}
    return {}


def write_lengths(out: SectionWriter, field: str, lengths: np.ndarray[Any, Any]) -> int:
    """Write the lengths of a field in as few bytes as they need; return their sum."""
    largest = int(lengths.max(initial=0))
    out.add(f"{field}:lengths", lengths.astype(np.min_scalar_type(largest)))
    return int(lengths.sum(dtype=np.int64))


class ArrayPerDocumentWriter(PerDocumentWriter):  # type: ignore[misc]
    """Writes the documents file of a segment."""

    def __init__(self, storage: Any, segment: ArraySegment) -> None:
        self._out = SectionWriter(storage, segment.make_filename(DOCUMENTS_EXTENSION))
        self._documents = DocumentCompressor()
        self._doc_count = 0
        self._lengths: dict[str, array[int]] = {}
        self._columns: dict[str, ColumnBuffer] = {}
        self._vectors: dict[str, dict[int, bytes]] = {}
        # Of the document at hand: it can still be cancelled.
        self._stored: dict[str, Any] = {}
        self._new_lengths: dict[str, int] = {}
        self._new_values: list[tuple[str, columns.Column, Any]] = []
        self._new_vectors: dict[str, bytes] = {}
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin a document."""
        if docnum != self._doc_count:
            raise ValueError(f"document {docnum} follows {self._doc_count - 1}")
        self._clear()

    def _clear(self) -> None:
        self._stored.clear()
        self._new_lengths.clear()
        self._new_values.clear()
        self._new_vectors.clear()

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int | None) -> None:
        """Add the stored value and the length of a field."""
        if value is not None:
            self._stored[fieldname] = value
        if length:
            self._new_lengths[fieldname] = length

    def add_column_value(self, fieldname: str, columnobj: columns.Column, value: Any) -> None:
        """Add the value of a column."""
        self._new_values.append((fieldname, columnobj, value))

    def add_vector_items(
        self, fieldname: str, fieldobj: Any, items: Iterable[tuple[Any, float, bytes]]
    ) -> None:
        """Add the term vector of a field."""
        format_ = fieldobj.vector
        plain = [[text, weight, plain_value(format_, value)] for text, weight, value in items]
        if plain:
            self._new_vectors[fieldname] = zstandard.compress(json.dumps(plain).encode("ascii"))

    def finish_doc(self) -> None:
        """End a document."""
        docnum = self._doc_count
        self._documents.add(encode_document(self._stored.items()))
        for fieldname, length in self._new_lengths.items():
            lengths = self._lengths.setdefault(fieldname, array("I"))
            lengths.extend([0] * (docnum - len(lengths)))
            lengths.append(length)
        for fieldname, column, value in self._new_values:
            if fieldname not in self._columns:
                self._columns[fieldname] = ColumnBuffer(column)
            self._columns[fieldname].add(docnum, value)
        for fieldname, vector in self._new_vectors.items():
            self._vectors.setdefault(fieldname, {})[docnum] = vector
        self._doc_count += 1
        self._clear()

    def cancel_doc(self) -> None:
        """Forget the document at hand."""
        self._clear()

    def close(self) -> None:
        """Finish the file."""
        out, count = self._out, self._doc_count
        write_stored(out, [self._documents.finish()])
        totals = {}
        for fieldname, given in self._lengths.items():
            lengths = np.zeros(count, np.uint32)
            lengths[: len(given)] = given
            totals[fieldname] = write_lengths(out, fieldname, lengths)
        facts = {}
        for fieldname, column in self._columns.items():
            data, facts[fieldname] = column.finish(count)
            out.add(f"{fieldname}:column", data)
        for fieldname, vectors in self._vectors.items():
            out.add(f"{fieldname}:vector_docs", np.array(list(vectors), np.uint32))
            out.add(
                f"{fieldname}:vector_offsets", np.cumsum([0, *map(len, vectors.values())], dtype=np.uint64)
            )
            out.add_parts(f"{fieldname}:vectors", list(vectors.values()))
        out.meta.update(doc_count=count, lengths=totals, columns=facts)
        out.close()
        self.is_closed = True
