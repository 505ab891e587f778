"""An open index: from a query to documents, and from a document to its article."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from whoosh import query as whoosh_query
from whoosh.fields import Schema

from searchidx.article import Article
from searchidx.errors import IndexDamagedError
from searchidx.query.dates import DateRange
from searchidx.query.recency import Recency
from searchidx.query.tree import Node
from searchidx.store.copies.collapse import Page, search_collapsed, search_page
from searchidx.store.copies.grouped import ATTACHMENT, unpack_groups
from searchidx.store.documents import from_stored
from searchidx.store.evaluator import Evaluator
from searchidx.store.evaluator.collection import Collection
from searchidx.store.generation import MAIN, QUOTES, Generation, attachment_name, read_sealed
from searchidx.store.lift import Recent, lifted
from searchidx.store.loading import GenerationIndex, open_newest
from searchidx.store.place_reasons import Reasons, mention_occurrences, reasons_of
from searchidx.store.quotes import make_quotes_schema
from searchidx.store.schema import TEXT_FIELDS, make_schema
from searchidx.store.sealed import damaged
from searchidx.store.settings import read_own_places, read_settings
from searchidx.store.snippets import Snippet, choose_snippets, opening_snippet
from searchidx.store.snippets.stored import StoredHighlighter
from searchidx.store.translate import index_fields, translate
from searchidx.store.weighting import ArticleWeighting

if TYPE_CHECKING:  # what only some questions need is imported when they are asked
    from searchidx.gazetteer.own import OwnPlaces
    from searchidx.store.overviews.facets import Facets
    from searchidx.store.overviews.matches import Matches
    from searchidx.store.place_search import PlaceSearch
    from searchidx.store.quote_search import QuoteSearcher

Query: TypeAlias = whoosh_query.Query
Sort = Literal["relevance", "newest", "oldest"]
ONE_DAY = datetime.timedelta(days=1)


class Searcher:
    """Searches one generation of the index; what is committed later is seen by a new one."""

    def __init__(self, directory: Path) -> None:
        """Open the newest generation; raises ``IndexDirectoryError``: missing, of another version, damaged."""
        self.settings = read_settings(directory)
        self._directory = directory

        def open_readers(generation: Generation, indexes: dict[str, GenerationIndex]) -> tuple[Any, Any]:
            self.generation = generation
            try:
                content = read_sealed(directory, generation, attachment_name(ATTACHMENT, generation.number))
                articles, quotes = (indexes[name].reader() for name in (MAIN, QUOTES))
                self.groups = unpack_groups(content, articles.doc_count_all())
                return articles, quotes
            except (FileNotFoundError, IndexDamagedError):
                raise
            except Exception as error:  # whatever a damaged file makes Whoosh raise
                raise damaged(directory, f"opening it fails ({type(error).__name__}: {error})") from error

        schemas = {MAIN: make_schema(), QUOTES: make_quotes_schema()}
        self._reader, self._quotes = open_newest(directory, schemas, open_readers)

        self._highlighter: StoredHighlighter | None = None
        self._reasons: Reasons = {}

    @property
    def schema(self) -> Schema:
        """The fields of the index."""
        return self._reader.schema

    @cached_property
    def quotes(self) -> QuoteSearcher:
        """What searches the quotes."""
        from searchidx.store.quote_search import QuoteSearcher

        return QuoteSearcher(self._quotes)

    @property
    def count(self) -> int:
        """The number of articles."""
        return int(self._reader.doc_count())

    def close(self) -> None:
        """Let go of the index files."""
        self._reader.close()
        self._quotes.close()

    def search(
        self,
        query: whoosh_query.Query,
        limit: int | None,
        offset: int = 0,
        sort: Sort = "relevance",
        dates: DateRange | None = None,
        all_copies: bool = True,
    ) -> Page:
        """Return the hits from ``offset``, at most ``limit``, and how many documents match.

        ``dates`` are the days that the article must lie in. Without ``all_copies`` the copies of a story are one hit.
        """
        by = {"relevance": None, "newest": "-date", "oldest": "date"}[sort]
        within = _days(dates)
        if all_copies:
            return search_page(self._evaluator, query, limit, offset, by, within)
        return search_collapsed(self._evaluator, self.groups, query, limit, offset, by, within)

    def matches(self, query: whoosh_query.Query, dates: DateRange | None = None) -> Matches:
        """Return all matches of a query, to be looked at as a whole."""
        from searchidx.store.overviews.matches import Matches

        return Matches(self._evaluator, self._facets, self, query, _days(dates))

    def bodies(self, documents: Sequence[int]) -> list[str]:
        """Return the bodies of documents."""
        return [self._reader.stored_fields(document).get("body", "") for document in documents]

    def expand(
        self, query: whoosh_query.Query, dates: DateRange | None, *, widen: bool
    ) -> whoosh_query.Query:
        """Return a query with what its best matches have in common added.

        Where it is not to be ``widened``, that only changes the order of the matches.
        """
        from searchidx.store.overviews.expansion import Expansion, expanded, expansion_terms
        from searchidx.store.overviews.surfaces import Sample

        settings = Expansion()
        best = self.search(query, settings.articles, dates=dates, all_copies=False).hits
        sample = Sample(self.bodies([hit.document for hit in best]))
        scores = np.array([hit.score for hit in best])
        terms = expansion_terms(self._evaluator.collection, sample, scores, settings)
        return expanded(query, terms, settings, widen=widen)

    def like(self, document: int) -> whoosh_query.Query:
        """Return the query for articles like this one."""
        from searchidx.store.overviews.likeness import like_query, telling_terms
        from searchidx.store.overviews.surfaces import Sample

        return like_query(telling_terms(self._evaluator.collection, Sample(self.bodies([document]))))

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(self._reader, ArticleWeighting())

    @cached_property
    def _facets(self) -> Facets:
        from searchidx.store.overviews.facets import Facets

        return Facets(self._evaluator.collection)

    def article(self, document: int) -> Article:
        """Return the article stored for a document."""
        return from_stored(self._reader.stored_fields(document))

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all documents by number, read from the postings: none of the articles is touched."""
        found = [""] * self._evaluator.collection.doc_count_all
        for segment in self._evaluator.collection.segments:
            arrays = segment.arrays
            count = arrays.term_count("id")
            terms = arrays.terms("id", 0, count)
            docs, _, offsets = arrays.postings_between("id", 0, count)
            owners = np.searchsorted(offsets, np.arange(len(docs)), side="right") - 1
            for document, owner in zip(docs.tolist(), owners.tolist(), strict=True):
                found[segment.base + document] = terms[owner].decode("utf-8")
        return found

    def document_of(self, article_id: str) -> int | None:
        """Return the document that has this id, or None."""
        found = self._evaluator.match(whoosh_query.Term("id", article_id))
        return int(found[0]) if len(found) else None

    def translate(
        self, tree: Node, match: Literal["all", "any"], fields: Sequence[str] | None
    ) -> whoosh_query.Query:
        """Return the Whoosh query of a parsed query; ``fields`` are searched by words that name none."""
        return translate(
            tree, self.schema, match=match, fields=fields or tuple(TEXT_FIELDS), place=self._place_query
        )

    text_fields = tuple(TEXT_FIELDS)
    """The fields that words without a field search."""

    def index_fields(self, name: str) -> tuple[str, ...]:
        """Return the index fields of a field of the query language; raises ``QueryError`` where there is none."""
        return index_fields(name, self.schema)

    @property
    def collection(self) -> Collection:
        """The terms of the articles."""
        return self._evaluator.collection

    def count_of(self, query: whoosh_query.Query, dates: DateRange | None) -> int:
        """Return how many articles of these days match."""
        return self._evaluator.count(query, _days(dates))

    def in_order(
        self, query: whoosh_query.Query, tree: Node, fields: Sequence[str] | None, recency: Recency | None
    ) -> whoosh_query.Query:
        """Return the query with what else counts for the order of its matches: near words, and recency."""
        if recency is not None:
            query = Recent(query, recency.newest.toordinal(), recency.half_life)
        if fields:
            return query
        return lifted(query, tree, tuple(TEXT_FIELDS.items()), self.schema["body"].analyzer)

    def recency(self, half_life: float, dates: DateRange | None) -> Recency:
        """Return how age counts: from the newest article on, though no later than today and the days asked for."""
        days = [datetime.date.today(), self.date_range()[1], dates and dates.end and dates.end - ONE_DAY]
        return Recency(half_life, min(day for day in days if day))

    def _place_query(self, name: str) -> whoosh_query.Query | None:
        from searchidx.query.places import senses_of

        return self.places.query_of(name, senses_of(name, own=self.own_places))

    @cached_property
    def places(self) -> PlaceSearch:
        """What answers questions about places."""
        from searchidx.store.place_search import PlaceSearch

        return PlaceSearch(self._evaluator, self.schema)

    @cached_property
    def own_places(self) -> OwnPlaces | None:
        """The user's own places, as the file beside the index has them now."""
        from searchidx.gazetteer.own import parse_own_places

        return parse_own_places(read_own_places(self._directory))

    def place_counts(
        self, query: whoosh_query.Query | None, dates: DateRange | None
    ) -> list[tuple[str, int, int]]:
        """Return the places of the matching articles (None: of all) as (id, number of articles, one of them)."""
        return self.places.counts(whoosh_query.Every() if query is None else query, _days(dates))

    def snippets(
        self, query: whoosh_query.Query, document: int, count: int, width: int = 220
    ) -> tuple[Snippet, ...]:
        """Return the best passages of a document's body for a query; its opening where nothing in it matches."""
        body = self._reader.stored_fields(document).get("body", "")
        if self._highlighter is None or self._highlighter.query is not query:  # one for all hits of a page
            self._highlighter = StoredHighlighter(self._evaluator.collection, query, "body")
            self._reasons = reasons_of(query)
        reasons = self._reasons
        if reasons:
            occurrences = mention_occurrences(self.article(document), reasons)
            occurrences += self._highlighter.occurrences(document, body)
            found = choose_snippets(body, occurrences, count, width)
        else:
            found = self._highlighter.snippets(document, body, count, width)
        return tuple(found) or (opening_snippet(body, width),)

    def date_range(self) -> tuple[datetime.date | None, datetime.date | None]:
        """Return the first and the last day of the articles, None where no article has a date."""
        field = self.schema["date"]
        terms = [field.from_bytes(term) for term in self._reader.lexicon("date") if term[:1] == b"\x00"]
        return (min(terms).date(), max(terms).date()) if terms else (None, None)

    def dated_count(self) -> int:
        """Return how many articles have a date."""
        everything = whoosh_query.DateRange("date", datetime.datetime.min, datetime.datetime.max)
        return self._evaluator.count(everything)

    def term_count(self, field: str) -> int:
        """Return the number of distinct terms of a field."""
        return sum(1 for _ in self._reader.lexicon(field))

    def total_length(self, field: str) -> int:
        """Return the number of words of a field in all articles."""
        return int(self._reader.field_length(field))

    def top_terms(self, field: str, count: int) -> list[tuple[str, int]]:
        """Return the terms that most articles have, with the number of articles."""
        reader = self._reader
        counts = ((reader.doc_frequency(field, term), term.decode("utf-8")) for term in reader.lexicon(field))
        return [(term, number) for number, term in heapq.nlargest(count, counts)]


def _days(dates: DateRange | None) -> whoosh_query.Query | None:
    """Return the query for articles of these days."""
    if dates is None:
        return None
    return whoosh_query.DateRange("date", _midnight(dates.start), _midnight(dates.end), endexcl=True)


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    return datetime.datetime.combine(day, datetime.time()) if day else None
