"""Documents in batches to segments of the array codec."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from typing import Any

from whoosh.fields import Schema, UnknownFieldError

from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.bulk.fields import FieldGatherer, gatherer, why_not
from searchidx.store.bulk.helper import Helper
from searchidx.store.bulk.inversion import MOST_DOCUMENTS
from searchidx.store.codec.per_document import ColumnBuffer, column_buffer, write_lengths
from searchidx.store.codec.sections import SectionWriter
from searchidx.store.codec.segment import DOCUMENTS_EXTENSION, POSTINGS_EXTENSION, ArraySegment
from searchidx.store.codec.stored import DocumentCompressor, encode_document, write_stored
from searchidx.store.vocabulary import Vocabulary

MEMORY = 256 << 20
"""Bytes that a writer works in, apart from the interpreter with its libraries."""

_BATCH = 1 << 20  # characters of text analysed together
_MOST_IN_BATCH = 4096  # documents
_TOKEN = 48  # bytes that a token needs, at the moment of inversion, while the next segment grows
_REMEMBERED = 240  # bytes that a distinct piece of text needs
_MOST_OVERDRAWN = 4  # times that the share of these may be exceeded before a segment is cut short

Document = Mapping[str, Any]

Vocabularies = Mapping[bool, Vocabulary]
"""The vocabulary with stemming (True) and the one without."""


def make_vocabularies() -> Vocabularies:
    """Return new vocabularies."""
    return {True: Vocabulary(stem=True), False: Vocabulary(stem=False)}


class BulkWriter:
    """Writes documents, given as to Whoosh's ``add_document`` (field names to values, ``_stored_`` values too).

    The index answers as if Whoosh had indexed them: terms, positions, lengths, columns and stored values are the same.
    Segments are written whenever the memory is used up, in the order of the documents; the caller commits them.
    """

    def __init__(
        self,
        storage: Any,
        indexname: str,
        schema: Schema,
        memory: int = MEMORY,
        vocabularies: Vocabularies | None = None,
    ) -> None:
        """Raises ``ValueError`` for a schema with fields that cannot be written in bulk.

        Writers may share ``vocabularies``; their owner then keeps these from growing without end (see ``cut``).
        """
        reasons = [why_not(name, field) for name, field in schema.items()]
        if any(reasons):
            raise ValueError(
                "; ".join(filter(None, reasons)) + ": write through Whoosh's writer with ArrayCodec"
            )
        self._storage = storage
        self._indexname = indexname
        self._schema = schema
        self._most_tokens = max(memory * 3 // 4 // _TOKEN, 1000)
        self._most_pieces = max(memory // 4 // _REMEMBERED, 1000)
        self._own_vocabularies = vocabularies is None
        self._vocabularies = make_vocabularies() if vocabularies is None else vocabularies
        # The fields whose texts are long: what else there is of a document need not be counted.
        self._texts = [name for name, field in schema.items() if type(field.analyzer) is NewsAnalyzer]
        self._batch: list[Document] = []
        self._batch_size = 0
        self._helper = Helper()
        self._segments: list[Future[ArraySegment]] = []
        self._segment: _SegmentInMaking | None = None

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents. Raises ``UnknownFieldError`` and, for values that a field cannot take, ``ValueError``."""
        for document in documents:
            self._batch.append(document)
            self._batch_size += sum(
                [len(text) for text in map(document.get, self._texts) if type(text) is str]
            )
            if self._batch_size >= min(_BATCH, self._most_tokens * 4) or len(self._batch) >= _MOST_IN_BATCH:
                self._flush_batch()

    def _flush_batch(self) -> None:
        batch, self._batch, self._batch_size = self._batch, [], 0
        if not batch:
            return
        if self._segment is None:
            self._segment = _SegmentInMaking(
                self._storage, self._indexname, self._schema, self._vocabularies, self._helper
            )
        self._segment.add(batch)
        if (
            self._segment.token_count >= self._most_tokens
            or self._segment.doc_count >= MOST_DOCUMENTS - _MOST_IN_BATCH
            or (self._own_vocabularies and self._remembered() > _MOST_OVERDRAWN * self._most_pieces)
        ):
            self._flush_segment()

    def _remembered(self) -> int:
        return sum(vocabulary.size for vocabulary in self._vocabularies.values())

    def _flush_segment(self) -> None:
        if self._segment is not None:
            segment, self._segment = self._segment, None
            if self._segments:
                self._segments[-1].result()  # not more than one is finished while the next one grows
            self._segments.append(self._helper.submit(segment.finish))
            # Only now: where segments end must not depend on what was seen before the first document.
            if self._own_vocabularies and self._remembered() > self._most_pieces:
                for vocabulary in self._vocabularies.values():
                    vocabulary.clear()

    def cut(self) -> None:
        """End the segment that is being made; shared vocabularies can be cleared when all writers have done so."""
        self._flush_batch()
        self._flush_segment()

    def finish(self) -> list[ArraySegment]:
        """Write what is left, and return all segments."""
        self.cut()
        futures, self._segments = self._segments, []
        self._helper.finish()
        return [future.result() for future in futures]

    def close(self) -> None:
        """End the writer; segments that were not returned by ``finish`` are no part of any index."""
        self._helper.close()


class _SegmentInMaking:
    """One segment, from its first document to its files."""

    def __init__(
        self,
        storage: Any,
        indexname: str,
        schema: Schema,
        vocabularies: Vocabularies,
        helper: Helper,
    ) -> None:
        self._segment = ArraySegment(indexname)
        self._schema = schema
        self._names = frozenset(schema.names())
        self._stored = [name for name, kind in schema.items() if kind.stored]
        self._postings = SectionWriter(storage, self._segment.make_filename(POSTINGS_EXTENSION))
        self._out = SectionWriter(storage, self._segment.make_filename(DOCUMENTS_EXTENSION))
        self._documents = DocumentCompressor(helper.submit)
        self._columns: dict[str, ColumnBuffer] = {}
        self._fields: list[FieldGatherer] = [
            gatherer(name, field, vocabularies, self._postings, helper)
            for name, field in sorted(schema.items())
            if field.indexed and field.format is not None
        ]
        self.doc_count = 0

    @property
    def token_count(self) -> int:
        """The number of tokens held in memory."""
        return sum(field.token_count for field in self._fields)

    def add(self, documents: list[Document]) -> None:
        """Add documents."""
        plain = all(map(self._names.issuperset, documents))
        if not plain:
            self._check_names(documents)
        for field in self._fields:
            field.add([document.get(field.name) for document in documents])
        for name, kind in self._schema.items():
            if kind.column_type:
                self._add_column(name, kind, documents)
        names = self._stored
        for document in documents if plain else map(self._as_stored, documents):
            self._documents.add(encode_document(zip(names, map(document.get, names), strict=True)))
        self.doc_count += len(documents)

    def _check_names(self, documents: list[Document]) -> None:
        for document in documents:
            for name in document:
                if not name.startswith("_") and name not in self._names:
                    raise UnknownFieldError(f"no field named {name!r}")

    def _as_stored(self, document: Document) -> Document:
        """Return a document with the values that are to be stored in place of those that are to be indexed."""
        others = {name: document[other] for name in self._stored if (other := f"_stored_{name}") in document}
        return {**document, **others}

    def _add_column(self, name: str, field: Any, documents: list[Document]) -> None:
        other = f"_stored_{name}"
        converted: dict[Any, Any] = {}
        for number, document in enumerate(documents, self.doc_count):
            value = document[other] if other in document else document.get(name)
            if value is None:
                continue
            if name not in self._columns:
                self._columns[name] = column_buffer(field.column_type)
            if type(value) is datetime.datetime:  # dear to convert, and the same for all quotes of an article
                if value not in converted:
                    converted[value] = field.to_column_value(value)
                value = converted[value]
            else:
                value = field.to_column_value(value)
            self._columns[name].add(number, value)

    def finish(self) -> ArraySegment:
        """Write the files."""
        count = self.doc_count
        write_stored(self._out, [self._documents.finish()])
        totals = {}
        for field in self._fields:
            lengths = field.lengths
            if lengths is not None and lengths.any():
                totals[field.name] = write_lengths(self._out, field.name, lengths)
        facts = {}
        for name, column in sorted(self._columns.items()):
            data, facts[name] = column.finish(count)
            self._out.add(f"{name}:column", data)
        self._out.meta.update(doc_count=count, lengths=totals, columns=facts)
        self._out.close()
        self._postings.meta["fields"] = {}
        while self._fields:
            field = self._fields.pop(0)
            found = field.write(self._postings, count)
            if found:
                self._postings.meta["fields"][field.name] = found
        self._postings.close()
        self._segment.set_doc_count(count)
        return self._segment
