"""Quotes as answers: one quote with its article and what matched in it, and a page of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from searchidx.query.dates import DateRange

if TYPE_CHECKING:
    from searchidx.asking.suggestions import Suggestion
    from searchidx.store.quote_search import Query, QuoteSearcher
    from searchidx.store.quotes import StoredQuote
    from searchidx.store.snippets import Snippet


_LINE = re.compile(r"(?<=\.jsonl)#[0-9]+$")


class QuoteHit:
    """One matching quote. ``score`` is comparable only within one result; the rest is read when asked for."""

    def __init__(self, searcher: QuoteSearcher, document: int, score: float, rank: int, query: Query) -> None:
        self._searcher = searcher
        self._document = document
        self._query = query
        self.score = score
        self.rank = rank

    @cached_property
    def _stored(self) -> StoredQuote:
        return self._searcher.quote(self._document)

    @property
    def text(self) -> str:
        """The words of the quote, without its quotation marks."""
        return self._stored.quote.text

    @property
    def speaker(self) -> str | None:
        """Who said it, by the name that the whole collection uses; None where the article does not tell."""
        return self._stored.speaker

    @property
    def speaker_text(self) -> str | None:
        """The words that named the speaker beside the quote ("he")."""
        return self._stored.quote.speaker_text

    @property
    def speaker_kind(self) -> str | None:
        """Either "person", "organisation", "document", "unnamed", or None."""
        return self._stored.quote.speaker_kind

    @property
    def role(self) -> str | None:
        """Rank, office or title of the speaker."""
        return self._stored.quote.role

    @property
    def kind(self) -> str:
        """Either "direct", "indirect" or "mixed"."""
        return self._stored.quote.kind

    @property
    def cue(self) -> str | None:
        """The speech verb or phrase."""
        return self._stored.quote.cue

    @property
    def confidence(self) -> float:
        """How sure the speaker is, from 0 to 1."""
        return self._stored.quote.confidence

    @property
    def span(self) -> tuple[int, int]:
        """Where the quote stands in the article's body: half-open character offsets."""
        return self._stored.quote.start, self._stored.quote.end

    @property
    def article_id(self) -> str:
        """The id of the article that it is from."""
        return self._stored.article_id

    @property
    def path(self) -> str:
        """The path of the article's file, relative to the folder."""
        return _LINE.sub("", self.article_id)

    @property
    def headline(self) -> str | None:
        """The headline of the article."""
        return self._stored.headline

    @property
    def date(self) -> datetime.date | None:
        """The day of the article, where it is known."""
        return self._stored.date

    @cached_property
    def snippet(self) -> Snippet:
        """The quote with the matches in it; of a very long one, the part that matches best."""
        return self._searcher.snippet(self._query, self.text)


@dataclass(frozen=True)
class QuoteHits:
    """A page of quotes, best first; ``total`` counts all that match. The rest as in ``Hits``."""

    hits: tuple[QuoteHit, ...]
    total: int
    query: str
    match: Literal["all", "any"] = "all"
    relaxed: bool = False
    dates: DateRange | None = None
    helper: Callable[[], tuple[Suggestion, ...]] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to ask instead, as in ``Hits``."""
        return self.helper() if self.helper else ()

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[QuoteHit]:
        return iter(self.hits)
