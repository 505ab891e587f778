"""Articles to segments: what one process writes of its share of a build, the articles and their quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from whoosh.fields import Schema

from searchidx.article import Article
from searchidx.extraction.speakers.spellings import SpeakerNames, parse_spellings
from searchidx.store.bulk import BulkWriter, make_vocabularies
from searchidx.store.codec import ArraySegment
from searchidx.store.copies.stored import SIGNATURE, pack_signatures
from searchidx.store.documents import to_document
from searchidx.store.generation import MAIN, QUOTES
from searchidx.store.loading import SafeStorage
from searchidx.store.quotes import make_quotes_schema, quote_documents
from searchidx.store.schema import make_schema

SCHEMAS: Mapping[str, Callable[[], Schema]] = {QUOTES: make_quotes_schema, MAIN: make_schema}
"""The Whoosh indexes of a directory: what makes the schema of each."""

Segments = dict[str, list[ArraySegment]]
"""Segments by name of their index, in the order of their documents."""

_BATCH = 256  # articles whose signatures are made at once
# Bytes that the writers of both indexes work in. A share of a build fits; a larger one is cut into several segments.
_MEMORY = 192 << 20

_MOST_REMEMBERED = 400_000  # pieces of text and terms, of about 240 bytes


class ArticleWriter:
    """Writes articles into segments in a directory; they are part of no index until they are committed.

    A context manager; ``own_speakers`` is the user's file of the spellings of names. Any method may raise OSError.
    """

    def __init__(self, directory: Path, own_speakers: str = "") -> None:
        self._names = SpeakerNames(parse_spellings(own_speakers).names)
        storage = SafeStorage(str(directory))
        # The quotes have the words of the articles: none is looked at twice.
        self._vocabularies = make_vocabularies()
        self._writers = {
            name: BulkWriter(storage, name, make(), _MEMORY // len(SCHEMAS), self._vocabularies)
            for name, make in SCHEMAS.items()
        }
        self._waiting: list[Article] = []

    def add(self, article: Article) -> None:
        """Index one article and its quotes."""
        self._waiting.append(article)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        articles, self._waiting = self._waiting, []
        documents = [to_document(article, self._names) for article in articles]
        for document, signature in zip(documents, pack_signatures(articles), strict=True):
            document[SIGNATURE] = signature
        self._writers[MAIN].add(documents)
        self._writers[QUOTES].add(
            quote for article in articles for quote in quote_documents(article, self._names)
        )
        if sum(vocabulary.size for vocabulary in self._vocabularies.values()) > _MOST_REMEMBERED:
            self._forget()

    def _forget(self) -> None:
        """Start again with empty vocabularies, and new segments."""
        for writer in self._writers.values():
            writer.cut()
        for vocabulary in self._vocabularies.values():
            vocabulary.clear()

    def finish(self) -> Segments:
        """Write what is left, and return all segments since the last ``finish``."""
        if self._waiting:
            self._flush()
        return {name: writer.finish() for name, writer in self._writers.items()}

    def __enter__(self) -> ArticleWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()
