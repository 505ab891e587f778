"""Asking the quotes: ranked by their words, narrowed by speaker and date; and who is quoted how often."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from whoosh import query as wq

from searchidx.query.dates import DateRange
from searchidx.query.tree import Node
from searchidx.store.evaluator import Evaluator
from searchidx.store.evaluator.collection import Collection, Segment
from searchidx.store.quotes import StoredQuote, stored_quote
from searchidx.store.snippets import Snippet, highlights_of, make_snippets, opening_snippet
from searchidx.store.translate import index_fields, translate
from searchidx.store.weighting import ArticleWeighting

Query: TypeAlias = wq.Query

Sort = Literal["relevance", "newest", "oldest"]
SORTED_BY: dict[str, str | None] = {"relevance": None, "newest": "-date", "oldest": "date"}
MICROSECONDS_A_DAY = 86_400_000_000
NAMELESS = frozenset(("unnamed", "document"))  # kinds of speakers that are listed only when asked for
SHOWN = 600  # characters of a quote; a longer one is cut around its matches


class SpeakerCount(NamedTuple):
    """Who is quoted: how many quotes, in how many articles, and the first and last day (None: no date known)."""

    name: str
    kind: str | None
    quotes: int
    articles: int
    first: datetime.date | None
    last: datetime.date | None


class _Tally:
    def __init__(self) -> None:
        self.quotes = 0
        self.articles: set[str] = set()
        self.first: datetime.date | None = None
        self.last: datetime.date | None = None

    def add(self, article: str, day: datetime.date | None) -> None:
        self.quotes += 1
        self.articles.add(article)
        if day is not None:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)


class QuoteSearcher:
    """Searches the index of the quotes; ``reader`` is Whoosh's, of one generation."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(self._reader, ArticleWeighting())

    def query(self, tree: Node | None, by: Node | None, match: Literal["all", "any"]) -> wq.Query:
        """Return the query for quotes with these words by this speaker; None asks for nothing in particular."""
        schema = self._reader.schema
        words = translate(tree, schema, match=match, fields=("said",)) if tree else None
        speaker = translate(by, schema, match="all", fields=("speakers",)) if by else None
        if words is not None and speaker is not None:
            return wq.Require(words, speaker)
        return words or speaker or wq.Every()

    def search(
        self, query: wq.Query, limit: int | None, offset: int, sort: Sort, dates: DateRange | None
    ) -> tuple[int, list[tuple[int, float]]]:
        """Return how many quotes match, and (document, score) of those from ``offset``, at most ``limit``."""
        found = self._evaluator.search(query, limit, offset, sort=SORTED_BY[sort], filter=_within(dates))
        return found.total, list(zip(found.docs.tolist(), found.scores.tolist(), strict=True))

    @property
    def collection(self) -> Collection:
        """The terms of the quotes."""
        return self._evaluator.collection

    def index_fields(self, name: str) -> tuple[str, ...]:
        """Return the index fields of a field of the query language; raises ``QueryError`` where there is none."""
        return index_fields(name, self._reader.schema)

    def count_of(self, query: wq.Query, dates: DateRange | None) -> int:
        """Return how many quotes of these days match."""
        return self._evaluator.count(query, _within(dates))

    def quote(self, document: int) -> StoredQuote:
        """Return the quote of a document."""
        return stored_quote(self._reader.stored_fields(document))

    def snippet(self, query: wq.Query, text: str) -> Snippet:
        """Return the quote, or the best part of a long one, with what matches marked."""
        analyzer = self._reader.schema["said"].analyzer
        found = make_snippets(text, analyzer, highlights_of(query, "said"), count=1, width=SHOWN)
        if len(text) > SHOWN or not found:
            return found[0] if found else opening_snippet(text, SHOWN)
        whole = make_snippets(text, analyzer, highlights_of(query, "said"), count=1, width=2 * len(text))
        spans = tuple((a + whole[0].offset, b + whole[0].offset) for a, b in whole[0].spans)
        return Snippet(text, spans, 0)

    def speakers(self, name: wq.Query | None, unnamed: bool) -> list[SpeakerCount]:
        """Return who is quoted, most often first; ``name`` is a query that the quotes must match."""
        counts: dict[tuple[str, str | None], _Tally] = {}
        wanted = None if name is None else set(self._evaluator.match(name).tolist())
        for segment in self._evaluator.collection.segments:
            for document, speaker, kind, path, day in _rows(segment):
                if (wanted is None or segment.base + document in wanted) and (
                    unnamed or kind not in NAMELESS
                ):
                    counts.setdefault((speaker, kind), _Tally()).add(path, day)
        found = [
            SpeakerCount(speaker, kind, tally.quotes, len(tally.articles), tally.first, tally.last)
            for (speaker, kind), tally in counts.items()
        ]
        return sorted(found, key=lambda one: (-one.quotes, one.name))


def _rows(segment: Segment) -> Iterator[tuple[int, str, str | None, str, datetime.date | None]]:
    """Give document, speaker, kind of speaker, article and day of each quote of a segment that has a speaker."""
    speakers = _values(segment, "speaker_name")
    kinds, articles, days = _values(segment, "speaker_kind"), _values(segment, "id"), _days(segment)
    for document in np.flatnonzero(segment.alive) if segment.alive is not None else range(segment.size):
        speaker = speakers[document]
        if speaker is not None:
            yield int(document), speaker, kinds[document], articles[document] or "", days[document]


def _values(segment: Segment, field: str) -> list[str | None]:
    """Return the one term of each document in a field, None where it has none."""
    count = segment.arrays.term_count(field)
    terms = [term.decode("utf-8") for term in segment.arrays.terms(field, 0, count)]
    found = segment.arrays.postings_between(field, 0, count)
    values: list[str | None] = [None] * segment.size
    offsets = found.offsets.tolist()
    docs = found.docs.tolist()
    for ordinal, term in enumerate(terms):
        for document in docs[offsets[ordinal] : offsets[ordinal + 1]]:
            values[document] = term
    return values


def _days(segment: Segment) -> list[datetime.date | None]:
    """Return the day of each document, None where it has no date."""
    column = segment.arrays.column("date")
    if column is None:
        return [None] * segment.size
    dated = segment.field_mask("date", False).tolist()
    # Whoosh counts microseconds from the first day of the year 1, whose ordinal is 1.
    ordinals = (np.asarray(column).astype(np.int64) // MICROSECONDS_A_DAY + 1).tolist()
    return [
        datetime.date.fromordinal(ordinal) if known else None
        for ordinal, known in zip(ordinals, dated, strict=True)
    ]


def _within(dates: DateRange | None) -> wq.Query | None:
    return wq.DateRange("date", _midnight(dates.start), _midnight(dates.end), endexcl=True) if dates else None


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    return datetime.datetime.combine(day, datetime.time()) if day else None
