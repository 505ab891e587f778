"""All matches of a query, to be looked at as a whole."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from searchidx.article import Article
from searchidx.store.evaluator import Evaluator
from searchidx.store.overviews.contrast import telling_words
from searchidx.store.overviews.facets import NO_DAY, Facets
from searchidx.store.overviews.surfaces import Sample
from searchidx.store.overviews.timeline import Period, Unit, chosen_unit, highest, periods

FacetName = Literal["speakers", "places", "source", "year", "month"]

FACETS: tuple[FacetName, ...] = ("speakers", "places", "source", "year", "month")
_FIELDS = {"speakers": "speaker_names", "places": "place_names", "source": "source_names"}
_DATE_FORMS = {"year": 4, "month": 7}  # characters of an ISO date
_SAMPLE = 200  # of the best matches, whose text is looked at

Docs = npt.NDArray[np.intp]


class ArticleSource(Protocol):
    """What has the articles of documents."""

    def article(self, document: int) -> Article:
        """Return the article of a document."""

    def bodies(self, documents: Sequence[int]) -> list[str]:
        """Return the bodies of documents."""


class Facet(NamedTuple):
    """How many matches have each value, the most frequent first (years and months in order of time).

    ``distinct`` counts all values, also those not listed; ``without`` matches have none.
    """

    name: FacetName
    values: tuple[tuple[str, int], ...]
    distinct: int
    without: int


class Peak(NamedTuple):
    """A period that stands out, with the id and the headline of its best match."""

    period: Period
    id: str
    headline: str | None


class Timeline(NamedTuple):
    """The matches by ``unit``; ``undated`` matches have no date and are in no period."""

    unit: Unit
    periods: tuple[Period, ...]
    peaks: tuple[Peak, ...]
    undated: int


class TermContrast(NamedTuple):
    """A word that sets the matches apart, as it is mostly written; see ``contrast.TellingWord``."""

    word: str
    term: str
    matches: int
    others: int
    score: float


class Matches:
    """All matches of a query, those of them that ``filter`` lets through."""

    def __init__(
        self, evaluator: Evaluator, facets: Facets, source: ArticleSource, query: Any, filter: Any
    ) -> None:
        self._evaluator = evaluator
        self._facets = facets
        self._source = source
        self._query = query
        self._filter = filter

    @cached_property
    def documents(self) -> Docs:
        """The numbers of all matching documents."""
        return self._evaluator.match(self._query, self._filter)

    def facet(self, name: FacetName, count: int | None = 10) -> Facet:
        """Return the counts of a facet, ``count`` values at most; of years and months the latest."""
        if name in _DATE_FORMS:
            return self._date_facet(name, count)
        field = _FIELDS[name]
        found = self._facets.values(field, self.documents)
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        without = len(self.documents) - self._facets.having(field, self.documents)
        return Facet(name, tuple(ordered[:count]), len(ordered), without)

    def _date_facet(self, name: FacetName, count: int | None) -> Facet:
        days, undated = self._days()
        found: Counter[str] = Counter()
        for day, number in zip(*np.unique(days, return_counts=True), strict=True):
            found[datetime.date.fromordinal(int(day)).isoformat()[: _DATE_FORMS[name]]] += int(number)
        ordered = sorted(found.items())
        return Facet(name, tuple(ordered[-count:] if count else ordered), len(ordered), undated)

    def timeline(self, unit: Unit | None = None, peaks: int = 5) -> Timeline:
        """Return the matches over time, by the unit that suits their span unless one is given."""
        days, undated = self._days()
        if not len(days):
            return Timeline(unit or "day", (), (), undated)
        unit = unit or chosen_unit(
            datetime.date.fromordinal(int(days.min())), datetime.date.fromordinal(int(days.max()))
        )
        found = periods(days.tolist(), unit)
        standing_out = highest(found, peaks)
        return Timeline(unit, tuple(found), tuple(self._named(standing_out)), undated)

    def _named(self, chosen: list[Period]) -> Iterator[Peak]:
        """Yield periods with what the best match in each is called."""
        if chosen:
            ranked = self._evaluator.search(self._query, limit=None, filter=self._filter).docs
            days = self._facets.days(ranked)
        for period in chosen:
            inside = (days >= period.start.toordinal()) & (days < period.end.toordinal())
            article = self._source.article(int(ranked[np.argmax(inside)]))
            yield Peak(period, article.id, article.headline)

    def terms(self, count: int = 20) -> list[TermContrast]:
        """Return the words that set the matches apart from all other articles, the strongest first.

        Looked for in the texts of the best matches, counted over all. The query's own words are left out.
        """
        best = self._evaluator.search(self._query, limit=_SAMPLE, filter=self._filter).docs
        sample = Sample(self._source.bodies(best.tolist()))
        asked = {_text(term) for field, term in self._query.iter_all_terms()}
        collection = self._evaluator.collection
        found = telling_words(collection, sample, self.documents, count + len(asked))
        found = [word for word in found if word.term not in asked][:count]
        surfaces = sample.surfaces(word.term for word in found)
        return [TermContrast(surfaces.get(word.term, word.term), *word) for word in found]

    def _days(self) -> tuple[npt.NDArray[np.int64], int]:
        days = self._facets.days(self.documents)
        dated = days[days != NO_DAY]
        return dated, len(days) - len(dated)


def _text(term: str | bytes) -> str:
    return term.decode("utf-8", "replace") if isinstance(term, bytes) else term
