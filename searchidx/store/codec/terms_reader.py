"""The terms of a segment, as Whoosh asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from whoosh.codec.base import EmptyCursor, FieldCursor, TermsReader
from whoosh.reading import TermInfo, TermNotFound

from searchidx.store.codec.matcher import ArrayMatcher
from searchidx.store.codec.reader import FieldReader, SegmentFiles

Term = tuple[str, bytes]


class ArrayTermInfo(TermInfo):  # type: ignore[misc]
    """Statistics of a term, each worked out when it is asked for."""

    def __init__(self, files: SegmentFiles, fieldname: str, field: FieldReader, ordinal: int) -> None:
        self._files = files
        self._fieldname = fieldname
        self._field = field
        self._ordinal = ordinal

    @cached_property
    def _weights(self) -> Any:
        start, end = self._field.postings.extent(self._ordinal)
        weights = self._field.weights
        if weights is None:
            return self._field.postings.freqs(start, end) * self._field.scale
        return weights[start:end]

    @cached_property
    def _docs(self) -> Any:
        return self._field.docs(self._ordinal)

    @cached_property
    def _lengths(self) -> Any:
        return self._files.lengths(self._fieldname)[self._docs]

    def weight(self) -> float:
        return float(self._weights.sum(dtype="f8"))

    def doc_frequency(self) -> int:
        start, end = self._field.postings.extent(self._ordinal)
        return end - start

    def min_length(self) -> int:
        return int(self._lengths.min())

    def max_length(self) -> int:
        return int(self._lengths.max())

    def max_weight(self) -> float:
        return float(self._weights.max())

    # Whoosh shifts these two in place where it joins segments.

    @cached_property
    def _minid(self) -> int:
        return int(self._docs[0])

    @cached_property
    def _maxid(self) -> int:
        return int(self._docs[-1])


class ArrayFieldCursor(FieldCursor):  # type: ignore[misc]
    """Goes through the terms of one field."""

    def __init__(self, files: SegmentFiles, fieldname: str, field: FieldReader, fieldobj: Any) -> None:
        self._files = files
        self._fieldname = fieldname
        self._field = field
        self._fieldobj = fieldobj
        self._ordinal = 0

    def first(self) -> Any:
        self._ordinal = 0
        return self.text()

    def find(self, term: Any) -> Any:
        if not isinstance(term, bytes):
            term = self._fieldobj.to_bytes(term)
        self._ordinal = self._field.terms.find(term)
        return self.text()

    def next(self) -> Any:
        self._ordinal = min(self._ordinal + 1, len(self._field.terms))
        return self.text()

    def text(self) -> Any:
        return self._fieldobj.from_bytes(self._field.terms[self._ordinal]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        if not self.is_valid():
            return None
        return ArrayTermInfo(self._files, self._fieldname, self._field, self._ordinal)

    def is_valid(self) -> bool:
        return self._ordinal < len(self._field.terms)


class ArrayTermsReader(TermsReader):  # type: ignore[misc]
    """The terms of all fields, in order of field name and then of bytes."""

    def __init__(self, files: SegmentFiles) -> None:
        self.arrays = files
        self._names: list[str] = sorted(files.inverted.meta["fields"])

    def _found(self, fieldname: str, tbytes: bytes) -> tuple[FieldReader, int]:
        field = self.arrays.field(fieldname)
        ordinal = field.terms.exact(tbytes) if field else -1
        if field is None or ordinal < 0:
            raise TermNotFound(f"No term {fieldname}:{tbytes!r}")
        return field, ordinal

    def __contains__(self, term: Term) -> bool:
        return self.arrays.ordinal(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        return list(self._names)

    def cursor(self, fieldname: str, fieldobj: Any) -> FieldCursor:
        field = self.arrays.field(fieldname)
        if field is None:
            return EmptyCursor()
        return ArrayFieldCursor(self.arrays, fieldname, field, fieldobj)

    def _from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, FieldReader, int, bytes]]:
        for name in self._names:
            field = self.arrays.field(name)
            if name < fieldname or field is None:
                continue
            first = field.terms.find(prefix) if name == fieldname else 0
            for ordinal, term in enumerate(field.terms.between(first, len(field.terms)), first):
                yield name, field, ordinal, term

    def terms(self) -> Iterator[Term]:
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        return ((name, term) for name, _, _, term in self._from(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        for name, field, ordinal, term in self._from(fieldname, prefix):
            yield (name, term), ArrayTermInfo(self.arrays, name, field, ordinal)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        return ArrayTermInfo(self.arrays, fieldname, *self._found(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self.term_info(fieldname, text).weight()) if (fieldname, text) in self else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        field = self.arrays.field(fieldname)
        ordinal = field.terms.exact(text) if field else -1
        if field is None or ordinal < 0:
            return 0
        start, end = field.postings.extent(ordinal)
        return end - start

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        field, ordinal = self._found(fieldname, text)
        return ArrayMatcher(self.arrays, field, ordinal, (fieldname, text), format_, scorer)
