"""Changing one named Whoosh index of the directory: segments in, documents of a file out, segments merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from whoosh.fields import Schema
from whoosh.index import TOC
from whoosh.reading import IndexReader

from searchidx.store.bulk import plan_merges
from searchidx.store.codec import ArraySegment, segment_arrays
from searchidx.store.commit import seal_file
from searchidx.store.copies.stored import Source
from searchidx.store.generation import Generation, read_sealed, toc_name
from searchidx.store.loading import GenerationIndex, SafeStorage, read_toc
from searchidx.store.merging import Merge, plan_merge
from searchidx.store.sealed import damaged


class IndexUpdate:
    """The next generation of the index ``name``; its schema has a field ``path``, the file of each document.

    With ``fresh`` nothing of ``before``, the newest generation, is taken over. Any method may raise OSError.
    """

    def __init__(
        self, directory: Path, before: Generation, name: str, schema: Schema, *, fresh: bool = False
    ) -> None:
        self.name = name
        self.schema = schema
        self._directory = directory
        self._before = before
        toc = TOC(schema, [], before.number)
        if before.number and not fresh:
            file = toc_name(name, before.number)
            content = read_sealed(directory, before, file)
            toc = read_toc(content, directory / file, name, before.number, schema)
        self._storage = SafeStorage(str(directory))
        self._index = GenerationIndex(self._storage, name, toc)
        self.segments: list[ArraySegment] = list(toc.segments)
        self._sources: list[tuple[ArraySegment, bool]] = []
        self._reader: IndexReader | None = None

    def stored(self, path: str) -> Iterator[dict[str, Any]]:
        """Give what the generation before has stored of the documents of a file."""
        for leaf in self._leaves():
            for document in self._documents_of(leaf, path):
                yield leaf.stored_fields(document)

    def finish(self, removed: Sequence[str], added: Sequence[ArraySegment]) -> list[Merge]:
        """Add segments, take out the old documents of the files ``removed``; return what merging is to be done.

        ``segments`` are those that there will be when it is done.
        """
        self._delete(removed)
        self.segments.extend(added)
        return self._plan_merges()

    def close(self) -> None:
        """Let go of the files."""
        if self._reader is not None:
            self._reader.close()

    def _leaves(self) -> list[Any]:
        """Return a reader of each segment of the generation before."""
        if self._reader is None:
            self._reader = self._index.reader()
        if self._reader.is_atomic():
            return [self._reader] if self.segments else []
        return [leaf for leaf, _ in self._reader.leaf_readers()]

    def _documents_of(self, leaf: Any, path: str) -> Sequence[int]:
        """Return the documents of a segment that come from a file and are not deleted."""
        arrays = segment_arrays(leaf)
        assert arrays is not None
        ordinal = arrays.ordinal("path", self.schema["path"].to_bytes(path))
        if ordinal < 0:
            return ()
        return [doc for doc in arrays.postings("path", ordinal).docs.tolist() if not leaf.is_deleted(doc)]

    def _delete(self, removed: Sequence[str]) -> None:
        if not removed:
            return
        for leaf in self._leaves():
            segment = leaf.segment()
            for path in removed:
                for document in self._documents_of(leaf, path):
                    segment.delete_document(document)

    def sources(self) -> list[Source]:
        """Return the files behind ``segments``, also of those that are still to be written."""
        return [Source(segment.files(self._storage), compact) for segment, compact in self._sources]

    def _plan_merges(self) -> list[Merge]:
        """Have small segments merged, and those with many deleted documents."""
        merges: list[Merge] = []
        self._sources = [(segment, False) for segment in self.segments]
        for first, last in reversed(plan_merges(self.segments)):
            for segment in self.segments[first:last]:
                self._check(segment)
            self._sources[first:last] = [(segment, True) for segment in self.segments[first:last]]
            one, parts = plan_merge(self._directory, self.name, self.segments[first:last])
            self.segments[first:last] = [one] if one.doc_count_all() else []
            if one.doc_count_all():
                merges.extend(parts)
        return merges

    def _check(self, segment: ArraySegment) -> None:
        """Raise ``IndexDamagedError`` if a segment has changed since it was written: a merge would hide it for good."""
        for name, sealed in self._before.files.items():
            if name.startswith(f"{segment.segment_id()}.") and seal_file(self._directory / name) != sealed:
                raise damaged(self._directory, f"{name} is not as it was written")
