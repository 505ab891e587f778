"""Changing what an index holds: articles in, articles out, and one commit at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from whoosh.index import TOC

from searchidx.article import Article
from searchidx.store.codec import ArraySegment
from searchidx.store.commit import commit
from searchidx.store.copies.stored import ATTACHMENT, SIGNATURE, groups_in, pack_signatures
from searchidx.store.documents import from_stored, to_document
from searchidx.store.generation import MAIN, QUOTES, Generation, remove_leftovers
from searchidx.store.index_update import IndexUpdate
from searchidx.store.loading import GenerationIndex, SafeStorage
from searchidx.store.quotes import make_quotes_schema, quote_documents
from searchidx.store.schema import make_schema

_BATCH = 256  # articles whose signatures are made at once


class Update:
    """The next generation of an index, under way; a context manager that leaves no trace unless it was committed.

    ``before`` is the newest generation. With ``fresh`` nothing of it is taken over. The caller holds the writer lock.
    Any method may raise OSError.
    """

    def __init__(self, directory: Path, before: Generation, *, fresh: bool = False) -> None:
        self._directory = directory
        self._before = before
        self._main = IndexUpdate(directory, before, MAIN, make_schema(), fresh=fresh)
        self._quotes = IndexUpdate(directory, before, QUOTES, make_quotes_schema(), fresh=fresh)
        self._removed: list[str] = []
        self._waiting: list[Article] = []

    def add(self, article: Article) -> None:
        """Index one article and its quotes."""
        self._quotes.add(quote_documents(article))
        self._waiting.append(article)
        if len(self._waiting) == _BATCH:
            self._flush()

    def _flush(self) -> None:
        articles, self._waiting = self._waiting, []
        signatures = pack_signatures(articles)
        self._main.add(
            [
                {**to_document(article), SIGNATURE: signature}
                for article, signature in zip(articles, signatures, strict=True)
            ]
        )

    def remove(self, path: str) -> None:
        """Take the articles of a file out, those of the generation before; what was added since stays."""
        self._removed.append(path)

    def articles_of(self, path: str) -> Iterator[Article]:
        """Give the articles of a file as the generation before has them."""
        return map(from_stored, self._main.stored(path))

    def commit(self, facts: Generation, attachments: Mapping[str, bytes]) -> Generation:
        """Make all of it visible at once and for good; see ``searchidx.store.commit.commit``."""
        self._flush()
        indexes = (self._quotes, self._main)
        segments = {index.name: index.finish(self._removed) for index in indexes}
        return commit(
            self._directory,
            self._before,
            facts,
            {index.name: index.schema for index in indexes},
            segments,
            {**attachments, ATTACHMENT: self._copies(segments[MAIN])},
        )

    def _copies(self, segments: list[ArraySegment]) -> bytes:
        """Find out which of all articles are copies of each other."""
        toc = TOC(self._main.schema, segments, self._before.number)
        reader = GenerationIndex(SafeStorage(str(self._directory)), MAIN, toc).reader()
        try:
            return groups_in(reader)
        finally:
            reader.close()

    def __enter__(self) -> Update:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._main.close()
        self._quotes.close()
        if kind is not None:
            remove_leftovers(self._directory, self._before)
