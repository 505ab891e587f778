"""Changing what an index holds: articles in, articles out, and one commit at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from searchidx.article import Article
from searchidx.store.commit import commit
from searchidx.store.documents import from_stored, to_document
from searchidx.store.generation import MAIN, QUOTES, Generation, remove_leftovers
from searchidx.store.index_update import IndexUpdate
from searchidx.store.quotes import make_quotes_schema, quote_documents
from searchidx.store.schema import make_schema


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

    def add(self, article: Article) -> None:
        """Index one article and its quotes."""
        self._main.add([to_document(article)])
        self._quotes.add(quote_documents(article))

    def remove(self, path: str) -> None:
        """Take the articles of a file out, those of the generation before; what was added since stays."""
        self._removed.append(path)

    def articles_of(self, path: str) -> Iterator[Article]:
        """Give the articles of a file as the generation before has them."""
        return map(from_stored, self._main.stored(path))

    def commit(self, facts: Generation, attachments: Mapping[str, bytes]) -> Generation:
        """Make all of it visible at once and for good; see ``searchidx.store.commit.commit``."""
        indexes = (self._quotes, self._main)
        return commit(
            self._directory,
            self._before,
            facts,
            {index.name: index.schema for index in indexes},
            {index.name: index.finish(self._removed) for index in indexes},
            attachments,
        )

    def __enter__(self) -> Update:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._main.close()
        self._quotes.close()
        if kind is not None:
            remove_leftovers(self._directory, self._before)
