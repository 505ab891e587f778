"""Merging: several segments become one, array by array; deleted documents go.

Terms are taken in blocks, so that memory does not grow with the segments. Stored documents and character offsets are
copied compressed as they are, wherever nothing of theirs was deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.fields import Schema

from searchidx.store.codec.field_writer import field_facts
from searchidx.store.codec.per_document import ColumnBuffer, column_facts, number_column, write_lengths
from searchidx.store.codec.postings import FieldPostings, PostingsWriter
from searchidx.store.codec.reader import FieldReader, SegmentFiles
from searchidx.store.codec.sections import SectionWriter, find_sorted
from searchidx.store.codec.segment import DOCUMENTS_EXTENSION, POSTINGS_EXTENSION, ArraySegment
from searchidx.store.codec.spans import SpansWriter, without_dead
from searchidx.store.codec.stored import DocumentCompressor, StoredPart, write_stored
from searchidx.store.codec.terms import TermsWriter

Array = npt.NDArray[Any]

DOCUMENTS, POSTINGS = DOCUMENTS_EXTENSION, POSTINGS_EXTENSION
"""The two files of a segment."""

_BLOCK = 1 << 20  # occurrences merged at once, unless a single term has more
_TERMS = 1 << 16  # terms of all segments merged at once: each segment counts its postings of all of them


class _Source:
    """A segment to merge: its files, which documents live, and the numbers that they get."""

    def __init__(self, files: SegmentFiles, base: int) -> None:
        self.files = files
        deleted = files.deleted()
        self.live = None if deleted is None else ~deleted
        self.count = files.doc_count_all if self.live is None else int(self.live.sum())
        self.base = base
        self._numbers = None if self.live is None else (np.cumsum(self.live) - 1 + base).astype(np.int64)

    def renumbered(self, docs: Array) -> Array:
        """Return the new numbers of live documents."""
        return docs + self.base if self._numbers is None else self._numbers[docs]

    def kept(self, values: Array) -> Array:
        """Return the values of the live documents."""
        return values if self.live is None else values[self.live]


def merge_segments(
    storage: Any, indexname: str, schema: Schema, segments: Sequence[ArraySegment]
) -> ArraySegment:
    """Write one segment with the live documents of several, in their order, and of the fields that the schema has.

    The segments stay as they are. Raises ``ValueError`` for fields that only Whoosh's own writer can merge.
    """
    merged = ArraySegment(indexname, live_documents(segments))
    for part in (DOCUMENTS, POSTINGS):
        merge_part(storage, schema, part, merged, segments)
    return merged


def live_documents(segments: Sequence[ArraySegment]) -> int:
    """Return the number of documents that segments have, without those that are deleted."""
    return sum(segment.doc_count() for segment in segments)


def merge_part(
    storage: Any, schema: Schema, part: str, merged: ArraySegment, segments: Sequence[ArraySegment]
) -> None:
    """Write one file of a merged segment (``part``: DOCUMENTS or POSTINGS); see ``merge_segments``."""
    sources = []
    base = 0
    for segment in segments:
        source = _Source(segment.files(storage), base)
        sources.append(source)
        base += source.count
    out = SectionWriter(storage, merged.make_filename(part))
    (_merge_documents if part == DOCUMENTS else _merge_inverted)(out, schema, sources, base)


def _merge_documents(out: SectionWriter, schema: Schema, sources: list[_Source], count: int) -> None:
    write_stored(out, list(_stored_parts(sources)))
    totals, facts = {}, {}
    for name, field in sorted(schema.items()):
        lengths = np.concatenate([source.kept(source.files.lengths(name)) for source in sources])
        if lengths.any():
            totals[name] = write_lengths(out, name, lengths)
        if field.column_type and any(source.files.has_column(name) for source in sources):
            facts[name] = _merge_column(out, name, field.column_type, sources, count)
        _merge_vectors(out, name, sources)
    out.meta.update(doc_count=count, lengths=totals, columns=facts)
    out.close()
    for source in sources:
        source.files.documents.release()


def _merge_column(
    out: SectionWriter, name: str, column: Any, sources: list[_Source], count: int
) -> dict[str, Any]:
    """Write the column of a field; return what the directory says of it."""
    facts = column_facts(column)
    if "type" in facts:
        numbers = np.concatenate([_numbers(name, facts, source) for source in sources])
        out.add(f"{name}:column", number_column(numbers, facts)[0])
        return facts
    with out.temporary_file() as file:
        merged = ColumnBuffer(column, file)
        for source in sources:
            if source.files.has_column(name):
                reader = source.files.column_reader(name, column)
                docs = range(source.files.doc_count_all)
                for number, doc in enumerate(source.kept(np.array(docs)).tolist(), source.base):
                    merged.add(number, reader[doc])
        out.add_parts(f"{name}:column", merged.parts(count))
    return facts


def _numbers(name: str, facts: dict[str, Any], source: _Source) -> Array:
    values = source.files.column(name)
    if values is None:
        return np.full(source.count, facts["default"], facts["type"])
    return source.kept(values).astype(facts["type"])


def _merge_vectors(out: SectionWriter, name: str, sources: list[_Source]) -> None:
    numbers, vectors = [], []
    for source in sources:
        documents = source.files.documents
        if f"{name}:vectors" in documents:
            ends = documents.array(f"{name}:vector_offsets").tolist()
            data = documents.view(f"{name}:vectors")
            for doc, (start, end) in zip(
                documents.array(f"{name}:vector_docs").tolist(), pairwise(ends), strict=True
            ):
                if source.live is None or source.live[doc]:
                    numbers.append(int(source.renumbered(np.array(doc))))
                    vectors.append(data[start:end])
    if vectors:
        out.add(f"{name}:vector_docs", np.array(numbers, np.uint32))
        out.add(f"{name}:vector_offsets", np.cumsum([0, *map(len, vectors)], dtype=np.uint64))
        out.add_parts(f"{name}:vectors", vectors)


def _stored_parts(sources: list[_Source]) -> Iterator[StoredPart]:
    """Yield the stored documents: as they are where many share a dictionary, compressed anew where few do."""
    few: DocumentCompressor | None = None
    for source in sources:
        stored = source.files.stored
        for first, last, dictionary in stored.parts():
            docs: range | list[int] = range(first, last)
            if source.live is not None:
                docs = (np.flatnonzero(source.live[first:last]) + first).tolist()
            if dictionary:
                if few is not None:
                    yield few.finish()
                    few = None
                yield stored.as_part(docs, dictionary)
            else:
                few = few or DocumentCompressor()
                for doc in docs:
                    few.add(stored.plain(doc))
    if few is not None:
        yield few.finish()


def _merge_inverted(out: SectionWriter, schema: Schema, sources: list[_Source], count: int) -> None:
    names = {name for source in sources for name in source.files.inverted.meta["fields"] if name in schema}
    out.meta["fields"] = {}
    for name in sorted(names):
        having = [(source, field) for source in sources if (field := source.files.field(name)) is not None]
        facts = _FieldMerger(out, name, having, count).merge()
        if facts:
            out.meta["fields"][name] = facts
    out.close()


class _FieldMerger:
    """Merges one field."""

    def __init__(
        self, out: SectionWriter, name: str, having: list[tuple[_Source, FieldReader]], count: int
    ) -> None:
        self._out = out
        self._name = name
        self._having = having
        self._count = count
        kinds = {field.kind for _, field in having}
        self._kind = having[0][1].kind
        if len(kinds) > 1 or self._kind.opaque or self._kind.boosts:
            raise ValueError(f"field {name!r} can only be merged by Whoosh's own writer")
        self._scale = having[0][1].scale
        self._weighted = any(field.weights is not None or field.scale != self._scale for _, field in having)
        self._terms = TermsWriter(out, name)
        self._postings = PostingsWriter(out, name, count, self._kind.freqs, self._kind.positions)
        self._weights = out.spool()
        self._total_weight = 0.0
        self._rank_rows = out.spool()
        self._ranks = out.spool()

    def merge(self) -> dict[str, Any] | None:
        """Write the merged field; return what the directory says of it, or None where nothing is left."""
        self._rank_rows.append(np.empty(0, np.uint32))
        self._ranks.append(np.empty(0, np.uint16))
        for bounds in _blocks(self._having):
            self._merge_block(bounds)
            for source, _ in self._having:
                source.files.inverted.release()
        self._terms.finish()
        self._postings.finish()
        if self._weighted:
            self._out.add_spool(f"{self._name}:weights", self._weights)
        if self._kind.characters:
            self._out.add_spool(f"{self._name}:span_rank_rows", self._rank_rows)
            self._out.add_spool(f"{self._name}:span_ranks", self._ranks)
            _merge_spans(SpansWriter(self._out, self._name), self._name, self._having, self._count)
        if not self._terms.count:
            return None
        return field_facts(self._kind, self._scale, self._total_weight)

    def _merge_block(self, bounds: list[tuple[int, int]]) -> None:
        """Merge the terms with the ordinals ``bounds[i]`` of each segment."""
        lists = [field.terms.listed(*bound) for (_, field), bound in zip(self._having, bounds, strict=True)]
        terms = sorted(set().union(*lists))
        ranks = {term: rank for rank, term in enumerate(terms)}
        pieces = [
            _Piece(
                source,
                field,
                bound,
                np.fromiter(map(ranks.__getitem__, names), np.int64, len(names)),
                len(terms),
            )
            for (source, field), bound, names in zip(self._having, bounds, lists, strict=True)
            if names
        ]
        df = np.sum([piece.df for piece in pieces], axis=0)
        places = _destinations([piece.df for piece in pieces], df)
        docs = np.empty(int(df.sum()), np.int64)
        freqs = np.empty(len(docs), np.uint32)
        weights = np.empty(len(docs), np.float32) if self._weighted else None
        for piece, place in zip(pieces, places, strict=True):
            docs[place] = piece.docs
            freqs[place] = piece.freqs
            if weights is not None:
                weights[place] = piece.weights()
        positions = None
        if self._kind.positions:
            positions = self._merge_positions(pieces, len(terms))
        alive = np.flatnonzero(df)  # a term of deleted documents alone goes with them
        offsets = np.concatenate(([0], np.cumsum(df[alive])))
        self._terms.add([terms[rank] for rank in alive.tolist()])
        self._postings.add(FieldPostings(offsets, docs, freqs if self._kind.freqs else None, positions))
        if weights is None:
            self._total_weight += float(freqs.sum(dtype=np.int64)) * self._scale
        else:
            self._weights.append(weights)
            self._total_weight += float(weights.sum(dtype=np.float64))

    def _merge_positions(self, pieces: list[_Piece], term_count: int) -> Array:
        counts = [piece.occurrences() for piece in pieces]
        total = np.sum(counts, axis=0)
        merged = np.empty(int(total.sum()), np.int64)
        ranks = np.zeros(len(merged), np.uint16)
        for piece, place in zip(pieces, _destinations(counts, total), strict=True):
            merged[place] = piece.positions()
            if self._kind.characters:
                ranks[place] = piece.span_ranks()
        rows = np.flatnonzero(ranks)
        self._rank_rows.append((rows + self._postings.position_count).astype(np.uint32))
        self._ranks.append(ranks[rows])
        return merged


class _Piece:
    """The postings of some adjacent terms of one segment, without deleted documents; ``ranks`` are the merged ones."""

    def __init__(
        self, source: _Source, field: FieldReader, bound: tuple[int, int], ranks: Array, term_count: int
    ) -> None:
        self._field = field
        postings = field.postings
        offsets = postings.offsets[bound[0] : bound[1] + 1].astype(np.int64)
        self._start, self._end = int(offsets[0]), int(offsets[-1])
        docs = postings.all_docs(*bound).astype(np.int64)
        all_freqs = postings.freqs(self._start, self._end)
        self._live = None if source.live is None else source.live[docs]
        self._all_freqs = all_freqs
        self._position_start = int(postings.position_offsets[bound[0]]) if field.kind.positions else 0
        self.docs = source.renumbered(docs if self._live is None else docs[self._live])
        self.freqs = all_freqs if self._live is None else all_freqs[self._live]
        own = np.repeat(ranks, np.diff(offsets))
        self._ranks = own if self._live is None else own[self._live]
        self._term_count = term_count
        self.df = np.bincount(self._ranks, minlength=term_count)

    def occurrences(self) -> Array:
        """Return the number of occurrences of each term."""
        return np.bincount(self._ranks, self.freqs, self._term_count).astype(np.int64)

    def weights(self) -> Array:
        """Return the weight of each posting."""
        if self._field.weights is None:
            return self.freqs * self._field.scale
        weights = self._field.weights[self._start : self._end]
        return weights if self._live is None else weights[self._live]

    def _position_range(self) -> tuple[int, int]:
        return self._position_start, self._position_start + int(self._all_freqs.sum(dtype=np.int64))

    def _of_live(self, values: Array) -> Array:
        return values if self._live is None else values[np.repeat(self._live, self._all_freqs)]

    def positions(self) -> Array:
        """Return the positions of all occurrences."""
        return self._of_live(self._field.postings.positions_between(*self._position_range()))

    def span_ranks(self) -> Array:
        """Return which of the entries of its position each occurrence is."""
        return self._of_live(self._field.span_ranks_between(*self._position_range()))


def _destinations(counts: Sequence[Array], total: Array) -> Iterator[Array]:
    """Yield, for each segment, where its rows go: by term, and within a term by segment."""
    starts = np.concatenate(([0], np.cumsum(total)[:-1]))
    for count in counts:
        own = np.concatenate(([0], np.cumsum(count)[:-1]))
        yield np.repeat(starts - own, count) + np.arange(int(count.sum()))
        starts = starts + count


def _blocks(having: list[tuple[_Source, FieldReader]]) -> Iterable[list[tuple[int, int]]]:
    """Yield ranges of ordinals, one for each segment, that hold the same range of terms and not too much."""
    ends = [len(field.terms) for _, field in having]
    starts = [0] * len(having)
    while starts != ends:
        pivots = []
        for (_, field), start, end in zip(having, starts, ends, strict=True):
            if start < end:
                offsets = field.postings.position_offsets if field.kind.positions else field.postings.offsets
                limit = int(offsets[start]) + _BLOCK // len(having)
                stop = max(int(find_sorted(offsets, min(limit, 0xFFFFFFFF), "right")) - 1, start + 1)
                stop = min(stop, start + max(_TERMS // len(having), 1))
                if stop < end:
                    pivots.append(field.terms[stop])
        if pivots:
            pivot = min(pivots)
            stops = [
                max(field.terms.find(pivot), start) for (_, field), start in zip(having, starts, strict=True)
            ]
        else:
            stops = ends
        yield list(zip(starts, stops, strict=True))
        starts = stops


def _merge_spans(
    writer: SpansWriter, name: str, having: list[tuple[_Source, FieldReader]], count: int
) -> None:
    """Copy the blocks of character offsets; those with deleted documents are compressed anew."""
    for source, field in having:
        writer.add_empty(source.base - writer.doc_count)
        for first, last, data in field.spans.blocks():
            live = None if source.live is None else source.live[first:last]
            if live is None or live.all():
                writer.add_block(data, last - first)
            elif live.any():
                writer.add_block(without_dead(data, live), int(live.sum()))
    writer.add_empty(count - writer.doc_count)
    writer.finish()
