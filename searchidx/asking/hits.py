"""Articles as answers: one matching article with its snippets, and a page of them."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

from searchidx.article import Article
from searchidx.query.dates import DateRange
from searchidx.query.recency import Recency

if TYPE_CHECKING:
    from searchidx.asking.suggestions import Suggestion
    from searchidx.store.copies.collapse import RankedHit
    from searchidx.store.overviews.matches import Facet, FacetName, Matches, TermContrast, Timeline
    from searchidx.store.overviews.timeline import Unit
    from searchidx.store.place_search import Group, PlaceGroup, SenseCount
    from searchidx.store.searcher import Query, Searcher
    from searchidx.store.snippets import Snippet

SNIPPETS = 3


class Hit:
    """One matching article. ``score`` is comparable only within one result; the rest is read when asked for."""

    def __init__(
        self,
        searcher: Searcher,
        document: int,
        score: float,
        rank: int,
        query: Query,
        place_group: PlaceGroup | None = None,
        copies: tuple[int, ...] = (),
    ) -> None:
        self._searcher = searcher
        self._document = document
        self._query = query
        self._place_group = place_group
        self._copies = copies
        self.score = score
        self.rank = rank

    @property
    def group(self) -> Group | None:
        """Why an article answers for a place; None in other searches.

        "mentions" the place, something "inside" it, something "near" it, a "demonym" of it, or has the name as "text".
        """
        return self._place_group.name if self._place_group else None

    @cached_property
    def via(self) -> str | None:
        """The place through which the article answers for the one asked for: "Izyum, Kharkiv region"."""
        from searchidx.store.place_search import via

        return via(self._place_group, self.article) if self._place_group else None

    @cached_property
    def article(self) -> Article:
        """The whole article as it was indexed."""
        return self._searcher.article(self._document)

    @property
    def id(self) -> str:
        """The article's id: its path relative to the folder (with ``#line`` in a .jsonl file)."""
        return self.article.id

    @property
    def path(self) -> str:
        """The path of the article's file, relative to the folder."""
        return self.article.path

    @property
    def headline(self) -> str | None:
        """The headline, or the lede's first sentence where there is none."""
        return self.article.headline

    @property
    def date(self) -> datetime.date | None:
        """The day of the article, where it is known."""
        return self.article.date

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is quoted, in order of appearance."""
        return self.article.speakers

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the places mentioned, in order of appearance."""
        return tuple(place.name for place in self.article.places if place.kind != "demonym")

    @cached_property
    def snippets(self) -> tuple[Snippet, ...]:
        """One to three passages of the body that show why it matches; the body's start where only fields match."""
        return self._searcher.snippets(self._query, self._document, SNIPPETS)

    @cached_property
    def copies(self) -> tuple[str, ...]:
        """The ids of the copies behind this hit: the same story elsewhere, matching too. ``Index.copies`` has all."""
        return tuple(self._searcher.article(document).id for document in self._copies)

    def __repr__(self) -> str:
        return f"<Hit {self.rank}: {self.id!r} {self.score:.3f}>"


class Ranked(NamedTuple):
    """Documents in their order, the query that found them and, in a search for a place, the group that they are in."""

    documents: Sequence[RankedHit]
    query: Query
    place_group: PlaceGroup | None = None


class AllHits(Sequence[Hit]):
    """Every hit of a search, however many: each is made when it is asked for, and nothing is kept of it."""

    def __init__(self, searcher: Searcher, parts: Sequence[Ranked]) -> None:
        self._searcher = searcher
        self._parts = [part for part in parts if part.documents]
        self._starts = [0, *accumulate(len(part.documents) for part in self._parts)]

    def __len__(self) -> int:
        return self._starts[-1]

    def ids(self) -> Iterator[tuple[str, ...]]:
        """Yield the ids of each hit and of its copies; no article is read."""
        names = self._searcher.ids
        for part in self._parts:
            for document, _, copies in part.documents:
                yield names[document], *(names[copy] for copy in copies)

    @overload
    def __getitem__(self, number: int) -> Hit: ...

    @overload
    def __getitem__(self, number: slice) -> list[Hit]: ...

    def __getitem__(self, number: int | slice) -> Hit | list[Hit]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        row = number + len(self) if number < 0 else number
        if not 0 <= row < len(self):
            raise IndexError(number)
        part = bisect_right(self._starts, row) - 1
        documents, query, place_group = self._parts[part]
        found = documents[row - self._starts[part]]
        return Hit(self._searcher, found.document, found.score, row + 1, query, place_group, found.copies)


@dataclass(frozen=True)
class Hits(Sequence[Hit]):
    """A page of ranked matches; ``total`` counts all matching articles, also those of other pages.

    ``copies`` of them are the same story as another match and stand behind it (``Hit.copies``) instead of being a hit,
    so that ``total - copies`` hits are on all pages together.
    ``match`` says which rule found them: "all" words or "any"; ``relaxed`` that no article had all words and "any"
    had to do. ``dates`` is the range of days that was understood from ``since`` and ``until``. ``senses`` are the
    places that the name of a place can mean and that articles mention, with the numbers of these articles. ``recency``
    says how age counted, None where it did not.
    """

    hits: Sequence[Hit]
    total: int
    query: str
    match: Literal["all", "any"] = "all"
    relaxed: bool = False
    dates: DateRange | None = None
    first_rank: int = 1
    senses: tuple[SenseCount, ...] = ()
    copies: int = 0
    recency: Recency | None = None
    all_matches: Callable[[], Matches] | None = field(default=None, repr=False, compare=False)
    helper: Callable[[], tuple[Suggestion, ...]] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to ask instead: other spellings of words that are nowhere or rare, looser queries if nothing was found.

        Each has been tried and finds something. Looked for when this is first read.
        """
        return self.helper() if self.helper else ()

    def facet(self, name: FacetName, count: int | None = 10) -> Facet:
        """Return how many of all matches, copies too, have each of their speakers, places, sources, years or months."""
        return self._matches.facet(name, count)

    def timeline(self, by: Unit | None = None) -> Timeline:
        """Return how many of all matches, copies too, are of each day, week, month or year."""
        return self._matches.timeline(by)

    def terms(self, count: int = 20) -> list[TermContrast]:
        """Return the words that set all matches apart from the other articles, the strongest first."""
        return self._matches.terms(count)

    @cached_property
    def _matches(self) -> Matches:
        if self.all_matches is None:
            raise ValueError("these hits do not come from a search")
        return self.all_matches()

    def __len__(self) -> int:
        return len(self.hits)

    def __getitem__(self, item):  # type: ignore[no-untyped-def]
        return self.hits[item]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)
