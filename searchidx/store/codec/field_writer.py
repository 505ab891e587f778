"""Postings one by one, as Whoosh's writer hands them over, gathered by field and written as arrays."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.codec.base import FieldWriter

from searchidx.store.codec.postings import FieldPostings, write_postings
from searchidx.store.codec.sections import SectionWriter
from searchidx.store.codec.segment import POSTINGS_EXTENSION, ArraySegment
from searchidx.store.codec.spans import Entries, write_spans
from searchidx.store.codec.terms import write_terms
from searchidx.store.codec.values import Kind, frequency, kind_of, occurrences

Array = npt.NDArray[Any]


class ArrayFieldWriter(FieldWriter):  # type: ignore[misc]
    """Writes the postings file of a segment; memory is that of the largest field's postings."""

    def __init__(self, storage: Any, segment: ArraySegment) -> None:
        self._out = SectionWriter(storage, segment.make_filename(POSTINGS_EXTENSION))
        self._segment = segment
        self._fields: dict[str, dict[str, Any]] = {}
        self.is_closed = False

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """Begin a field."""
        self._name = fieldname
        self._format = fieldobj.format
        self._kind = kind_of(fieldobj.format)
        self._terms: list[bytes] = []
        self._offsets = array("q", [0])
        self._docs = array("I")
        self._freqs = array("I")
        self._weights = array("f")
        self._columns = (array("I"), array("I"), array("I"))  # position, start, end
        self._boosts = array("f")
        self._values: list[bytes] = []

    def start_term(self, text: bytes) -> None:
        """Begin a term."""
        self._terms.append(bytes(text))

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int | None) -> None:
        """Add a posting of the term."""
        kind, freq = self._kind, 1
        if kind.positions:
            found = occurrences(kind, self._format, vbytes)
            freq = len(found)
            for occurrence in found:
                for column, value in zip(
                    self._columns, occurrence[: 3 if kind.characters else 1], strict=False
                ):
                    column.append(value)
                if kind.boosts:
                    self._boosts.append(occurrence[-1])
        elif kind.freqs:
            freq = frequency(self._format, vbytes)
        if len(self._docs) > self._offsets[-1] and self._docs[-1] == docnum:
            self._add_again(freq, weight, vbytes)
            return
        if kind.opaque:
            self._values.append(vbytes)
        self._docs.append(docnum)
        self._freqs.append(freq)
        self._weights.append(weight)

    def _add_again(self, freq: int, weight: float, vbytes: bytes) -> None:
        """Add to the last posting: Whoosh repeats a document where a field has several values."""
        if self._kind.opaque:
            self._values[-1] = self._format.combine([self._values[-1], vbytes])
        elif self._kind.freqs:
            self._freqs[-1] += freq
            self._weights[-1] += weight

    def finish_term(self) -> None:
        """End a term."""
        self._offsets.append(len(self._docs))

    def finish_field(self) -> None:
        """End a field: write it."""
        out, name, kind = self._out, self._name, self._kind
        docs, freqs = np.array(self._docs, np.uint32), np.array(self._freqs, np.uint32)
        positions = np.array(self._columns[0], np.uint32) if kind.positions else None
        offsets = np.array(self._offsets, np.int64)
        doc_count = max(self._segment.doc_count_all(), int(docs.max(initial=0)) + 1)
        write_terms(out, name, self._terms)
        write_postings(
            out, name, FieldPostings(offsets, docs, freqs if kind.freqs else None, positions), doc_count
        )
        if kind.characters and positions is not None:
            starts, ends = (np.array(column, np.uint32) for column in self._columns[1:])
            self._write_characters(np.repeat(docs, freqs), Entries(positions, starts, ends), doc_count)
        if kind.boosts:
            out.add(f"{name}:boosts", np.array(self._boosts, np.float32))
        if kind.opaque:
            ends = np.cumsum([0, *map(len, self._values)], dtype=np.uint64)
            out.add(f"{name}:value_offsets", ends)
            out.add_parts(f"{name}:values", self._values)
        scale = self._write_weights(freqs)
        self._fields[name] = field_facts(kind, scale, self._weights_total)

    def _write_weights(self, freqs: Array) -> float:
        """Write the weights, unless they are the frequencies times one number; return that number."""
        weights = np.array(self._weights, np.float32)
        self._weights_total = float(weights.sum(dtype=np.float64))
        scale = float(getattr(self._format, "field_boost", 1.0))
        if not np.array_equal(weights, (freqs * scale).astype(np.float32)):
            self._out.add(f"{self._name}:weights", weights)
        return scale

    def _write_characters(self, docs: Array, found: Entries, doc_count: int) -> None:
        """Write the distinct (position, start, end) of each document, and which of a position's each occurrence is."""
        keys = (found.ends, found.starts, found.positions, docs)
        order = np.lexsort(keys)
        ends, starts, positions, docs = (key[order] for key in keys)
        other_position = np.ones(len(order), np.bool_)
        other_position[1:] = (docs[1:] != docs[:-1]) | (positions[1:] != positions[:-1])
        fresh = other_position.copy()
        fresh[1:] |= (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
        number = np.cumsum(fresh) - 1
        first = number[np.flatnonzero(other_position)][np.cumsum(other_position) - 1]
        rank = np.empty(len(order), np.int64)
        rank[order] = number - first
        entries = Entries(positions[fresh], starts[fresh], ends[fresh])
        offsets = np.zeros(doc_count + 1, np.int64)
        np.cumsum(np.bincount(docs[fresh], minlength=doc_count), out=offsets[1:])
        write_spans(self._out, self._name, offsets, entries)
        write_span_ranks(self._out, self._name, np.flatnonzero(rank), rank[rank > 0])

    def close(self) -> None:
        """Finish the file."""
        self._out.meta["fields"] = self._fields
        self._out.close()
        self.is_closed = True


def write_span_ranks(out: SectionWriter, field: str, rows: Array, ranks: Array) -> None:
    """Write which occurrences, by number among all of the field, are not the first entry of their position."""
    out.add(f"{field}:span_rank_rows", rows.astype(np.uint32))
    out.add(f"{field}:span_ranks", ranks.astype(np.uint16))


def field_facts(kind: Kind, scale: float, weight: float) -> dict[str, Any]:
    """Return what the directory says of a field: its kind, the weight of one occurrence, the total weight."""
    return {"kind": kind.name, "scale": scale, "weight": weight}
