"""One segment opened: the arrays of its files, decoded on demand."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from whoosh import columns
from whoosh.filedb.structfile import BufferFile

from searchidx.store.arrays import AdjacentPostings, IntArray, Postings, Ragged
from searchidx.store.codec.postings import PostingsReader
from searchidx.store.codec.sections import SectionFile, find_sorted
from searchidx.store.codec.segment import DOCUMENTS_EXTENSION, POSTINGS_EXTENSION
from searchidx.store.codec.spans import Entries, SpansReader
from searchidx.store.codec.stored import StoredReader
from searchidx.store.codec.terms import TermsReader
from searchidx.store.codec.values import KINDS, Kind

if TYPE_CHECKING:
    from searchidx.store.codec.segment import ArraySegment

_REMEMBERED = 8 << 20  # document numbers kept decoded, over all terms: 32 MB
_OVERHEAD = 64  # what it costs to remember a list, in document numbers


class FieldReader:
    """The terms and postings of one field."""

    def __init__(self, file: SectionFile, name: str, facts: dict[str, Any]) -> None:
        self._file = file
        self._name = name
        self.kind: Kind = KINDS[facts["kind"]]
        self.scale: float = facts["scale"]
        self.total_weight: float = facts["weight"]
        self.terms = TermsReader(file, name)
        self.postings = PostingsReader(file, name)
        self._remembered: OrderedDict[int, IntArray] = OrderedDict()
        self._remembered_size = 0
        self._lock = threading.Lock()

    @cached_property
    def doc_freqs(self) -> IntArray:
        """The document frequency of each term."""
        return np.diff(self.postings.offsets)

    @cached_property
    def spans(self) -> SpansReader:
        """The character offsets."""
        return SpansReader(self._file, self._name)

    @cached_property
    def weights(self) -> npt.NDArray[np.float32] | None:
        """The weight of each posting of the field, or None where it is the frequency times ``scale``."""
        name = f"{self._name}:weights"
        return self._file.array(name) if name in self._file else None

    @cached_property
    def boosts(self) -> npt.NDArray[np.float32]:
        """The boost of each occurrence, for fields that keep boosts."""
        return self._file.array(f"{self._name}:boosts")

    def opaque_value(self, row: int) -> bytes:
        """Return the value of a posting, by its number in the field, in a format that is kept as bytes."""
        start, end = self._file.array(f"{self._name}:value_offsets")[row : row + 2].tolist()
        return bytes(self._file.view(f"{self._name}:values")[start:end])

    def docs(self, ordinal: int) -> IntArray:
        """Return the document numbers of a term (remembered)."""
        with self._lock:
            docs = self._remembered.get(ordinal)
            if docs is not None:
                self._remembered.move_to_end(ordinal)
                return docs
        docs = self.postings.docs(ordinal)
        docs.flags.writeable = False
        with self._lock:
            if ordinal not in self._remembered:
                self._remembered[ordinal] = docs
                self._remembered_size += len(docs) + _OVERHEAD
            while self._remembered_size > _REMEMBERED:
                self._remembered_size -= len(self._remembered.popitem(last=False)[1]) + _OVERHEAD
        return docs

    def positions_in(self, ordinals: Sequence[int], docs: IntArray) -> tuple[Ragged, npt.NDArray[np.integer]]:
        """Return the positions of several terms in each of some documents, which are read at once.

        Also the number of each position among all of the field.
        """
        wanted = docs.astype(np.int32)  # as the documents of a term are: else all of those would be converted
        starts, counts = [], []
        for ordinal in ordinals:
            having = self.docs(ordinal)
            rows = having[:-1].searchsorted(wanted)  # the last one, where there is none
            first, count = self.postings.occurrences(ordinal, rows)
            starts.append(first)
            counts.append(count * (having.take(rows) == wanted))
        return self.postings.positions_at(np.concatenate(starts), np.concatenate(counts))

    def spans_in(self, ordinals: Sequence[int], doc: int) -> tuple[Ragged, IntArray, IntArray]:
        """Return the positions, starts and ends of several terms in a document."""
        positions, indices = self.positions_in(ordinals, np.array([doc]))
        if not len(indices):  # and perhaps no entries of the document
            return positions, indices, indices
        entries = self.spans.entries(doc)
        found = entries.positions.searchsorted(positions.values) + self.span_ranks(indices)
        return positions, entries.starts[found], entries.ends[found]

    def freqs(self, ordinal: int) -> IntArray:
        """Return the frequencies of a term."""
        return self.postings.freqs(*self.postings.extent(ordinal))

    @cached_property
    def _span_rank_rows(self) -> npt.NDArray[Any]:
        return self._file.array(f"{self._name}:span_rank_rows")

    @cached_property
    def _span_ranks(self) -> npt.NDArray[Any]:
        return self._file.array(f"{self._name}:span_ranks")

    def span_ranks_between(self, start: int, end: int) -> npt.NDArray[Any]:
        """Return the same for the occurrences numbered ``start`` to ``end`` (exclusive)."""
        rows = self._span_rank_rows
        ranks = np.zeros(end - start, np.uint16)
        first, last = find_sorted(rows, (start, end)).tolist()
        ranks[rows[first:last].astype(np.int64) - start] = self._span_ranks[first:last]
        return ranks

    def span_ranks(self, indices: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return which of the entries of its position each occurrence is, by number among the positions."""
        rows = self._span_rank_rows
        ranks = np.zeros(len(indices), np.int64)
        if len(rows):
            found = np.minimum(find_sorted(rows, indices), len(rows) - 1)
            hit = rows[found] == indices
            ranks[hit] = self._span_ranks[found[hit]]
        return ranks


class SegmentFiles:
    """One segment as arrays (``searchidx.store.arrays.SegmentArrays``), and what Whoosh's readers need beyond that.

    The two files are opened when they are first needed; see ``SectionFile`` for what opening raises.
    """

    def __init__(self, storage: Any, segment: ArraySegment) -> None:
        self._storage = storage
        self._segment = segment
        self._fields: dict[str, FieldReader] = {}
        self._columns: dict[str, npt.NDArray[Any]] = {}

    @cached_property
    def documents(self) -> SectionFile:
        """The file of what goes by document: stored values, lengths, columns, vectors."""
        return SectionFile(self._storage, self._segment.make_filename(DOCUMENTS_EXTENSION))

    @cached_property
    def inverted(self) -> SectionFile:
        """The file of what goes by term."""
        return SectionFile(self._storage, self._segment.make_filename(POSTINGS_EXTENSION))

    @cached_property
    def stored(self) -> StoredReader:
        """The stored documents."""
        return StoredReader(self.documents)

    def open(self) -> None:
        """Open both files now, so that all can be read even after a writer has removed them."""
        _ = self.documents, self.inverted

    def verify(self) -> None:
        """Compare everything with its checksums. Raises ``IndexDamagedError``."""
        self.documents.verify()
        self.inverted.verify()

    def field(self, name: str) -> FieldReader | None:
        """Return a field that has terms here, or None."""
        found = self._fields.get(name)
        if found is None and (facts := self.inverted.meta["fields"].get(name)) is not None:
            found = self._fields[name] = FieldReader(self.inverted, name, facts)
        return found

    def _with_terms(self, name: str) -> FieldReader:
        found = self.field(name)
        if found is None:
            raise KeyError(f"field {name!r} has no terms in this segment")
        return found

    @property
    def doc_count_all(self) -> int:
        """The number of documents, deleted ones too."""
        return self._segment.doc_count_all()

    def deleted(self) -> npt.NDArray[np.bool_] | None:
        """See ``SegmentArrays``."""
        return self._segment.deleted_mask()

    def lengths(self, field: str) -> IntArray:
        """See ``SegmentArrays``."""
        name = f"{field}:lengths"
        if name in self.documents:
            return self.documents.array(name)
        return np.zeros(self.doc_count_all, np.uint8)

    def total_length(self, field: str) -> int:
        """See ``SegmentArrays``."""
        return int(self.documents.meta["lengths"].get(field, 0))

    def term_count(self, field: str) -> int:
        """See ``SegmentArrays``."""
        found = self.field(field)
        return len(found.terms) if found else 0

    def term(self, field: str, ordinal: int) -> bytes:
        """See ``SegmentArrays``."""
        return self._with_terms(field).terms[ordinal]

    def find_term(self, field: str, term: bytes) -> int:
        """See ``SegmentArrays``."""
        found = self.field(field)
        return found.terms.find(term) if found else 0

    def ordinal(self, field: str, term: bytes) -> int:
        """See ``SegmentArrays``."""
        found = self.field(field)
        return found.terms.exact(term) if found else -1

    def terms(self, field: str, start: int, stop: int) -> list[bytes]:
        """See ``SegmentArrays``."""
        return self._with_terms(field).terms.listed(start, stop) if start < stop else []

    def doc_freqs(self, field: str) -> IntArray:
        """See ``SegmentArrays``."""
        found = self.field(field)
        return found.doc_freqs if found else np.zeros(0, np.uint32)

    def postings(self, field: str, ordinal: int) -> Postings:
        """See ``SegmentArrays``."""
        found = self._with_terms(field)
        return Postings(found.docs(ordinal), found.freqs(ordinal))

    def postings_between(self, field: str, start: int, stop: int) -> AdjacentPostings:
        """See ``SegmentArrays``."""
        if start >= stop:
            return AdjacentPostings(np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(1, np.int64))
        postings = self._with_terms(field).postings
        offsets = postings.offsets[start : stop + 1].astype(np.int64)
        docs = postings.all_docs(start, stop)
        freqs = postings.freqs(int(offsets[0]), int(offsets[-1]))
        return AdjacentPostings(docs, freqs, offsets - offsets[0])

    def positions(self, field: str, ordinal: int, rows: IntArray | None = None) -> Ragged:
        """See ``SegmentArrays``."""
        found = self._with_terms(field)
        if not found.kind.positions:
            raise KeyError(f"field {field!r} keeps no positions")
        return found.postings.positions(ordinal, rows)[0]

    def positions_in(self, field: str, ordinals: Sequence[int], docs: IntArray) -> Ragged:
        """See ``SegmentArrays``."""
        found = self._with_terms(field)
        if not found.kind.positions:
            raise KeyError(f"field {field!r} keeps no positions")
        return found.positions_in(ordinals, docs)[0]

    def spans_in(self, field: str, ordinals: Sequence[int], doc: int) -> tuple[Ragged, IntArray, IntArray]:
        """See ``SegmentArrays``."""
        found = self._with_terms(field)
        if not found.kind.characters:
            raise KeyError(f"field {field!r} keeps no characters")
        return found.spans_in(ordinals, doc)

    def spans(self, field: str, ordinal: int, row: int) -> tuple[IntArray, IntArray]:
        """See ``SegmentArrays``."""
        found = self._with_terms(field)
        if not found.kind.characters:
            raise KeyError(f"field {field!r} keeps no characters")
        entries = self.occurrences(found, ordinal, row)
        return entries.starts, entries.ends

    def occurrences(self, field: FieldReader, ordinal: int, row: int) -> Entries:
        """Return positions, starts and ends of a term in the document of one of its postings."""
        (positions, _), indices = field.postings.positions(ordinal, np.array([row]))
        entries = field.spans.entries(int(field.docs(ordinal)[row]))
        found = np.searchsorted(entries.positions, positions) + field.span_ranks(indices)
        return Entries(positions, entries.starts[found], entries.ends[found])

    def column(self, field: str) -> npt.NDArray[np.generic] | None:
        """See ``SegmentArrays``; values of other columns than numeric ones are objects."""
        if not self.has_column(field):
            return None
        if field not in self._columns:
            self._columns[field] = self._decoded_column(field)
        return self._columns[field]

    def has_column(self, field: str) -> bool:
        """Return whether a field has a column here."""
        return f"{field}:column" in self.documents

    def _decoded_column(self, field: str) -> npt.NDArray[Any]:
        facts = self.documents.meta["columns"][field]
        count = self.doc_count_all
        if "type" in facts:  # numbers, big-endian, as many as up to the last that is not the default
            given = np.frombuffer(self.documents.view(f"{field}:column"), ">" + facts["type"])
            values = np.full(count, facts["default"], facts["type"])
            values[: len(given)] = given
            return values
        raise KeyError(f"the column of {field!r} is not of numbers")

    def bytes_column(
        self, field: str, column: columns.VarBytesColumn
    ) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Return the values of a column of bytes one after the other, and the length of each document's."""
        if not self.has_column(field):
            return np.zeros(0, np.uint8), np.zeros(self.doc_count_all, np.int64)
        lengths = np.array(self.column_reader(field, column)._lengths, np.int64)
        data = np.frombuffer(self.documents.view(f"{field}:column"), np.uint8)
        return data[: int(lengths.sum())], lengths

    def column_reader(self, field: str, column: columns.Column) -> columns.ColumnReader:
        """Return Whoosh's own reader of a column."""
        data = self.documents.view(f"{field}:column")
        return column.reader(BufferFile(data, name=field), 0, len(data), self.doc_count_all)
