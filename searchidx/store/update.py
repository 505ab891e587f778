"""Changing what an index holds: articles in, articles out, and one commit at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from whoosh.codec.base import Segment
from whoosh.index import TOC
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from searchidx.article import Article
from searchidx.store.codec import ArrayCodec
from searchidx.store.commit import commit
from searchidx.store.documents import from_stored, to_document
from searchidx.store.generation import MAIN, Generation, read_sealed, remove_leftovers, toc_name
from searchidx.store.loading import GenerationIndex, SafeStorage, read_toc
from searchidx.store.schema import make_schema


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
        self._index = GenerationIndex(SafeStorage(str(directory)), MAIN, toc)
        self._writer = _Writer(self._index, limitmb=128, codec=ArrayCodec())
        self._searcher: Searcher | None = None

    def add(self, article: Article) -> None:
        """Index one article."""
        self._writer.add_document(**to_document(article))

    def remove(self, path: str) -> None:
        """Take the articles of a file out, those of the generation before; what was added since stays."""
        self._writer.delete_by_term("path", path)

    def articles_of(self, path: str) -> Iterator[Article]:
        """Give the articles of a file as the generation before has them."""
        if self._searcher is None:
            self._searcher = self._index.searcher()
        for document in list(self._searcher.document_numbers(path=path)):
            yield from_stored(self._searcher.stored_fields(document))

    def commit(self, facts: Generation, attachments: Mapping[str, bytes]) -> Generation:
        """Make all of it visible at once and for good; see ``searchidx.store.commit.commit``."""
        self._writer.commit()
        return commit(
            self._directory,
            self._before,
            facts,
            {MAIN: self._schema},
            {MAIN: self._writer.committed},
            attachments,
        )

    def __enter__(self) -> Update:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._searcher is not None:
            self._searcher.close()
        if not self._writer.is_closed:
            self._writer.cancel()
        if kind is not None:
            remove_leftovers(self._directory, self._before)


class _Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, which leaves the table of contents to the commit."""

    committed: list[Segment]

    def _commit_toc(self, segments: list[Segment]) -> None:
        self.committed = segments
