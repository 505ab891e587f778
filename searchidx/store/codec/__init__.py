"""The array codec: a Whoosh segment as two files of arrays, read in place.

``.terms`` has what goes by term (terms, postings, positions, character offsets), ``.docs`` what goes by document
(stored values, lengths, columns, vectors). ``whoosh.index.open_dir`` opens an index of such segments and all of Whoosh
works on it; who wants the arrays themselves asks ``segment_arrays``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.codec.base import Codec

from searchidx.store.codec.per_document_reader import ArrayPerDocumentReader
from searchidx.store.codec.reader import SegmentFiles
from searchidx.store.codec.segment import ArraySegment
from searchidx.store.codec.terms_reader import ArrayTermsReader

if TYPE_CHECKING:
    from searchidx.store.codec.field_writer import ArrayFieldWriter
    from searchidx.store.codec.per_document import ArrayPerDocumentWriter

__all__ = ["ArrayCodec", "ArraySegment", "SegmentFiles", "segment_arrays"]


class ArrayCodec(Codec):  # type: ignore[misc]
    """The codec, for ``index.writer(codec=ArrayCodec())``; it has no settings."""

    length_stats = False  # postings do not repeat what is known by document

    def per_document_writer(self, storage: Any, segment: ArraySegment) -> ArrayPerDocumentWriter:
        from searchidx.store.codec.per_document import ArrayPerDocumentWriter

        return ArrayPerDocumentWriter(storage, segment)

    def field_writer(self, storage: Any, segment: ArraySegment) -> ArrayFieldWriter:
        from searchidx.store.codec.field_writer import ArrayFieldWriter

        return ArrayFieldWriter(storage, segment)

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayPerDocumentReader:
        return ArrayPerDocumentReader(segment.files(storage), segment)

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTermsReader:
        return ArrayTermsReader(segment.files(storage))

    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        return ArraySegment(indexname)


def segment_arrays(reader: Any) -> SegmentFiles | None:
    """Return the arrays of a Whoosh ``SegmentReader``, or None where it reads another codec's segment."""
    arrays = getattr(getattr(reader, "_terms", None), "arrays", None)
    return arrays if isinstance(arrays, SegmentFiles) else None
