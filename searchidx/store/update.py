"""Changing what an index holds: articles in, articles out, and one commit at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from whoosh.index import TOC
from whoosh.reading import IndexReader

from searchidx.article import Article
from searchidx.store.bulk import BulkWriter, merge_segments, plan_merges
from searchidx.store.codec import ArraySegment, segment_arrays
from searchidx.store.commit import commit, seal_file
from searchidx.store.documents import from_stored, to_document
from searchidx.store.generation import MAIN, Generation, read_sealed, remove_leftovers, toc_name
from searchidx.store.loading import GenerationIndex, SafeStorage, read_toc
from searchidx.store.schema import make_schema
from searchidx.store.sealed import damaged


class Update:
    """The next generation of an index, under way; a context manager that leaves no trace unless it was committed.

    ``before`` is the newest generation. With ``fresh`` nothing of it is taken over. The caller holds the writer lock.
    Any method may raise OSError.
    """

    def __init__(self, directory: Path, before: Generation, *, fresh: bool = False) -> None:
        self._directory = directory
        self._before = before
        self._schema = make_schema()
        toc = TOC(self._schema, [], before.number)
        if before.number and not fresh:
            name = toc_name(MAIN, before.number)
            content = read_sealed(directory, before, name)
            toc = read_toc(content, directory / name, MAIN, before.number, self._schema)
        self._storage = SafeStorage(str(directory))
        self._index = GenerationIndex(self._storage, MAIN, toc)
        self._segments: list[ArraySegment] = list(toc.segments)
        self._reader: IndexReader | None = None
        self._writer = BulkWriter(self._storage, MAIN, self._schema)
        self._removed: list[str] = []

    def add(self, article: Article) -> None:
        """Index one article."""
        self._writer.add([to_document(article)])

    def remove(self, path: str) -> None:
        """Take the articles of a file out, those of the generation before; what was added since stays."""
        self._removed.append(path)

    def articles_of(self, path: str) -> Iterator[Article]:
        """Give the articles of a file as the generation before has them."""
        for leaf in self._leaves():
            for document in self._documents_of(leaf, path):
                yield from_stored(leaf.stored_fields(document))

    def commit(self, facts: Generation, attachments: Mapping[str, bytes]) -> Generation:
        """Make all of it visible at once and for good; see ``searchidx.store.commit.commit``."""
        added = self._writer.finish()
        self._delete_removed()
        segments = self._merged([*self._segments, *added])
        return commit(
            self._directory, self._before, facts, {MAIN: self._schema}, {MAIN: segments}, attachments
        )

    def _leaves(self) -> list[Any]:
        """Return a reader of each segment of the generation before."""
        if self._reader is None:
            self._reader = self._index.reader()
        if self._reader.is_atomic():
            return [self._reader] if self._segments else []
        return [leaf for leaf, _ in self._reader.leaf_readers()]

    def _documents_of(self, leaf: Any, path: str) -> Sequence[int]:
        """Return the documents of a segment that come from a file and are not deleted."""
        arrays = segment_arrays(leaf)
        assert arrays is not None
        ordinal = arrays.ordinal("path", self._schema["path"].to_bytes(path))
        if ordinal < 0:
            return ()
        return [doc for doc in arrays.postings("path", ordinal).docs.tolist() if not leaf.is_deleted(doc)]

    def _delete_removed(self) -> None:
        if not self._removed:
            return
        for leaf in self._leaves():
            segment = leaf.segment()
            for path in self._removed:
                for document in self._documents_of(leaf, path):
                    segment.delete_document(document)

    def _merged(self, segments: list[ArraySegment]) -> list[ArraySegment]:
        """Merge small segments, and those with many deleted documents."""
        for first, last in reversed(plan_merges(segments)):
            for segment in segments[first:last]:
                self._check(segment)
            one = merge_segments(self._storage, MAIN, self._schema, segments[first:last])
            segments[first:last] = [one] if one.doc_count_all() else []
        return segments

    def _check(self, segment: ArraySegment) -> None:
        """Raise ``IndexDamagedError`` if a segment has changed since it was written: a merge would hide it for good."""
        for name, sealed in self._before.files.items():
            if name.startswith(f"{segment.segment_id()}.") and seal_file(self._directory / name) != sealed:
                raise damaged(self._directory, f"{name} is not as it was written")

    def __enter__(self) -> Update:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reader is not None:
            self._reader.close()
        if kind is not None:
            remove_leftovers(self._directory, self._before)
