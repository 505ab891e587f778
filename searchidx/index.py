"""The Python API: build an index, open it, ask it.

    with Index.open("index") as index:
        for hit in index.search("counter-attack Kharkiv", since="2022-05"):
            print(hit.date, hit.headline)

What the package below needs (numpy, Whoosh) is imported when an index is opened, not before.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from searchidx.article import Article
from searchidx.errors import ArticleMissingError, IndexMissingError, ReadError
from searchidx.query.dates import DateRange, ordered
from searchidx.query.dates import since as first_day
from searchidx.query.dates import until as day_after
from searchidx.quote_hits import QuoteHit, QuoteHits

if TYPE_CHECKING:
    from searchidx.query.tree import Node
    from searchidx.store.copies.changes import Change
    from searchidx.store.overviews.matches import Facet, FacetName, Matches, TermContrast, Timeline
    from searchidx.store.overviews.timeline import Unit
    from searchidx.store.place_search import Group, PlaceGroup, SenseCount
    from searchidx.store.quote_search import SpeakerCount
    from searchidx.store.searcher import Query, Searcher
    from searchidx.store.snippets import Snippet
    from searchidx.sync.build import BuildReport, Progress
    from searchidx.sync.check import Finding
    from searchidx.sync.status import Status

Match = Literal["auto", "all", "any"]
Sort = Literal["relevance", "newest", "oldest"]

SNIPPETS = 3
ONE_DAY = datetime.timedelta(days=1)


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


@dataclass(frozen=True)
class Hits(Sequence[Hit]):
    """A page of ranked matches; ``total`` counts all matching articles, also those of other pages.

    ``copies`` of them are the same story as another match and stand behind it (``Hit.copies``) instead of being a hit,
    so that ``total - copies`` hits are on all pages together.
    ``match`` says which rule found them: "all" words or "any"; ``relaxed`` that no article had all words and "any"
    had to do. ``dates`` is the range of days that was understood from ``since`` and ``until``. ``senses`` are the
    places that the name of a place can mean and that articles mention, with the numbers of these articles.
    """

    hits: tuple[Hit, ...]
    total: int
    query: str
    match: Literal["all", "any"] = "all"
    relaxed: bool = False
    dates: DateRange | None = None
    first_rank: int = 1
    senses: tuple[SenseCount, ...] = ()
    copies: int = 0
    matches: Matches | None = field(default=None, repr=False, compare=False)

    def facet(self, name: FacetName, count: int | None = 10) -> Facet:
        """Return how many of all matches, copies too, have each of their speakers, places, sources, years or months."""
        return self._matches().facet(name, count)

    def timeline(self, by: Unit | None = None) -> Timeline:
        """Return how many of all matches, copies too, are of each day, week, month or year."""
        return self._matches().timeline(by)

    def terms(self, count: int = 20) -> list[TermContrast]:
        """Return the words that set all matches apart from the other articles, the strongest first."""
        return self._matches().terms(count)

    def _matches(self) -> Matches:
        if self.matches is None:
            raise ValueError("these hits do not come from a search")
        return self.matches

    def __len__(self) -> int:
        return len(self.hits)

    def __getitem__(self, item):  # type: ignore[no-untyped-def]
        return self.hits[item]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place and how many articles mention it; the other fields are those of ``Place``."""

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    articles: int


@dataclass(frozen=True)
class PlaceCounts(Sequence[PlaceCount]):
    """The places that articles mention, those of most articles first; ``total`` counts also those left out."""

    places: tuple[PlaceCount, ...]
    total: int

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, item):  # type: ignore[no-untyped-def]
        return self.places[item]

    def __iter__(self) -> Iterator[PlaceCount]:
        return iter(self.places)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of an article: ``kept`` is the share of the article's words that it has, ``changes`` what it changed."""

    article: Article
    kept: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an index holds: counts, days, and the ten most frequent speakers and places with their article counts."""

    articles: int
    dated: int
    first_date: datetime.date | None
    last_date: datetime.date | None
    terms: int
    words: int
    speakers: int
    top_speakers: tuple[tuple[str, int], ...]
    places: int
    top_places: tuple[tuple[str, int], ...]
    index_bytes: int
    folder: str
    built: str
    format: int


class Index:
    """An index that is open for asking; a context manager."""

    def __init__(self, searcher: Searcher, directory: Path) -> None:
        self._searcher = searcher
        self.directory = directory

    @classmethod
    def build(
        cls,
        folder: str | os.PathLike[str] | None,
        index_dir: str | os.PathLike[str],
        *,
        max_bytes: int | None = None,
        rebuild: bool = False,
        dry_run: bool = False,
        retry_failed: bool = False,
        jobs: int | None = None,
        wait: float = 0.0,
        progress: Progress | None = None,
    ) -> BuildReport:
        """Bring the index of a folder up to date; the old one answers until the new one is complete.

        Reads what has changed since the last build, or everything with ``rebuild``. ``folder`` may be None for an index
        that exists: it knows its folder. ``max_bytes`` is the size above which a file is not read (10 MB unless told).
        For the rest see ``searchidx.sync.build.BuildOptions``. What could not be read is in the report, with path and
        reason.
        """
        from searchidx.sync.build import BuildOptions, build

        options = BuildOptions(max_bytes, rebuild, dry_run, retry_failed, jobs, wait)
        return build(Path(folder) if folder is not None else None, Path(index_dir), options, progress)

    @staticmethod
    def folder_of(index_dir: str | os.PathLike[str]) -> Path | None:
        """Return the folder that an index was built from, None if there is no index that says so."""
        from searchidx.sync.state import folder_of

        return folder_of(Path(index_dir))

    @classmethod
    def watch(
        cls,
        folder: str | os.PathLike[str] | None,
        index_dir: str | os.PathLike[str],
        bring_up_to_date: Callable[[], object] | None = None,
    ) -> None:
        """Keep an index up to date until the program is interrupted; needs the package watchdog.

        ``bring_up_to_date`` is called after every change; a plain ``build`` unless given.
        """
        from searchidx.sync.watch import watch

        watched = Path(folder) if folder is not None else cls.folder_of(index_dir)
        if watched is None:
            raise IndexMissingError(
                f"There is no index in {index_dir} that knows its folder. Say which to watch."
            )
        watch(watched, Path(index_dir), bring_up_to_date or (lambda: cls.build(folder, index_dir, wait=60.0)))

    @staticmethod
    def status(index_dir: str | os.PathLike[str]) -> Status:
        """Compare an index with its folder, file by file."""
        from searchidx.sync.status import status

        return status(Path(index_dir))

    @staticmethod
    def problems(index_dir: str | os.PathLike[str]) -> list[ReadError]:
        """Return what could not be read when the index was built."""
        from searchidx.sync.status import problems

        return problems(Path(index_dir))

    @staticmethod
    def check(index_dir: str | os.PathLike[str]) -> list[Finding]:
        """Return everything that is damaged in an index; nothing where all is well."""
        from searchidx.sync.check import check

        return check(Path(index_dir))

    @staticmethod
    def repair(
        index_dir: str | os.PathLike[str],
        folder: str | os.PathLike[str] | None = None,
        *,
        wait: float = 0.0,
        progress: Progress | None = None,
    ) -> tuple[list[Finding], BuildReport | None]:
        """Check an index and build it anew if it is damaged; return what was wrong, and what was built."""
        from searchidx.sync.build import BuildOptions
        from searchidx.sync.repair import repair

        options = BuildOptions(wait=wait)
        return repair(Path(folder) if folder is not None else None, Path(index_dir), options, progress)

    @classmethod
    def open(cls, index_dir: str | os.PathLike[str]) -> Index:
        """Open the index in a directory (raises ``IndexDirectoryError``: missing, of another version, damaged)."""
        from searchidx.store.searcher import Searcher

        return cls(Searcher(Path(index_dir)), Path(index_dir))

    def close(self) -> None:
        """Let go of the files; hits can no longer read their articles."""
        self._searcher.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._searcher.count

    def seems_changed(self) -> bool:
        """Tell whether the folder has changed since the index was built, as far as a twentieth of a second shows."""
        from searchidx.sync.status import seems_changed

        return seems_changed(self.directory)

    def search(
        self,
        text: str,
        match: Match = "auto",
        limit: int | None = 10,
        page: int = 1,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        sort: Sort = "relevance",
        fields: Sequence[str] | None = None,
        expand: bool = False,
        all_copies: bool = False,
    ) -> Hits:
        """Return the articles that match a query, best first.

        ``match`` says how many of the query's words an article must have: "all", "any", or "auto": all, and where no
        article has them all, any. ``since`` and ``until`` are days or texts such as "2022-05" and "last week",
        both included. ``fields`` are those that words without a field search (headline and body unless told).
        ``limit`` None gives every match. ``expand`` also looks for what the best matches have in common; a query that
        sets conditions (fields, exclusions, AND, ``match="all"``) still matches the same articles, in another order.
        The copies of a story in several papers are one hit, the best of them, unless ``all_copies`` asks for each.
        Raises ``QueryError``.
        """
        from searchidx.query.parser import parse

        tree = parse(text)
        dates = _date_range(since, until)
        rules: tuple[Literal["all", "any"], ...] = ("all", "any") if match == "auto" else (match,)
        widen = expand and match != "all" and not _sets_conditions(tree)
        hits = Hits((), 0, text)
        for rule in rules:
            query = self._searcher.translate(tree, rule, fields)
            relaxed = rule != rules[0]
            asked = self._searcher.expand(query, dates, widen=widen) if expand else query
            hits = self._ask(query, text, limit, page, sort, dates, rule, relaxed, asked, all_copies)
            if hits.total:
                break
        return hits

    def _ask(
        self,
        query: Query,
        text: str,
        limit: int | None,
        page: int,
        sort: Sort,
        dates: DateRange | None,
        match: Literal["all", "any"] = "all",
        relaxed: bool = False,
        expanded: Query | None = None,
        all_copies: bool = True,
    ) -> Hits:
        offset = (page - 1) * (limit or 0)
        asked = query if expanded is None else expanded
        found = self._searcher.search(asked, limit, offset, sort, dates, all_copies)
        hits = tuple(
            Hit(self._searcher, hit.document, hit.score, offset + number, query, copies=hit.copies)
            for number, hit in enumerate(found.hits, 1)
        )
        relaxed = relaxed and found.total > 0
        matches = self._searcher.matches(asked, dates)
        return Hits(
            hits,
            found.total,
            text,
            match,
            relaxed,
            dates,
            offset + 1,
            copies=found.copies,
            matches=matches,
        )

    def related(self, article_id: str, limit: int = 10) -> Hits:
        """Return the articles most like this one, itself and its copies left out; raises ``ArticleMissingError``."""
        document = self._document(article_id)
        query = self._searcher.like(document)
        own = set(self._searcher.groups.members(document))
        found = self._searcher.search(query, limit + len(own), all_copies=False).hits
        kept = [hit for hit in found if hit.document not in own][:limit]
        hits = tuple(
            Hit(self._searcher, hit.document, hit.score, rank, query, copies=hit.copies)
            for rank, hit in enumerate(kept, 1)
        )
        copies = sum(len(hit.copies) for hit in kept)
        return Hits(hits, len(hits) + copies, article_id, "any", copies=copies)

    def copies(self, article_id: str) -> list[Copy]:
        """Return the copies of an article, by date, with what each changed; raises ``ArticleMissingError``."""
        from searchidx.store.copies.changes import compare_texts

        document = self._document(article_id)
        own = self._searcher.article(document)
        others = [
            self._searcher.article(other)
            for other in self._searcher.groups.members(document)
            if other != document
        ]
        others.sort(key=lambda article: (article.date or datetime.date.max, article.id))
        return [Copy(article, *compare_texts(own.body, article.body)) for article in others]

    def mentioning(
        self,
        place: str,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        sort: Sort = "newest",
        limit: int | None = None,
        page: int = 1,
        *,
        country: str | None = None,
        inside: str | None = None,
        direct: bool = False,
        demonyms: bool = False,
        near: float | None = None,
    ) -> Hits:
        """Return every article that mentions a place under any of its names, then those that mention what is inside it.

        Each hit says why (``group``, ``via``), and its snippets show where. ``sort`` is the order within each group;
        "relevance" puts those first to which the place is most central. ``country`` (a name or code) and ``inside`` (a
        place) leave out namesakes elsewhere. ``direct`` leaves out what is inside; ``near`` adds what mentions a place
        within so many kilometres, ``demonyms`` what has only a demonym such as "Ukrainian". A name that no gazetteer
        knows is looked for as it is written. Raises ``QueryError``.
        """
        from searchidx.query.places import senses_of

        searcher = self._searcher
        own = searcher.own_places
        asked = searcher.places.ask(
            place,
            senses_of(place, country, inside, own),
            narrowed=bool(country or inside),
            direct=direct,
            demonyms=demonyms,
            near=near,
            own=own,
        )
        dates = _date_range(since, until)
        offset = (page - 1) * (limit or 0)
        total = 0
        hits: list[Hit] = []
        for group in asked.groups:
            skipped = max(offset - total, 0)
            wanted = None if limit is None else limit - len(hits)
            found = searcher.search(group.query, wanted, skipped, sort, dates)
            for document, score, _ in found.hits:
                hits.append(
                    Hit(searcher, document, score, offset + len(hits) + 1, group.query, place_group=group)
                )
            total += found.total
        return Hits(tuple(hits), total, place, dates=dates, first_rank=offset + 1, senses=asked.senses)

    def places(
        self,
        text: str | None = None,
        limit: int | None = 20,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        match: Literal["all", "any"] = "all",
    ) -> PlaceCounts:
        """Return the places of the collection, or of the articles that match a query, by the number of articles.

        ``limit`` None gives all of them. Raises ``QueryError``.
        """
        from searchidx.query.parser import parse

        searcher = self._searcher
        query = None if text is None else searcher.translate(parse(text), match, None)
        found = searcher.place_counts(query, _date_range(since, until))
        return PlaceCounts(tuple(self._place_count(*each) for each in found[:limit]), len(found))

    def _place_count(self, identity: str, articles: int, document: int) -> PlaceCount:
        from searchidx.gazetteer import open_gazetteer

        gazetteer = open_gazetteer()
        row = gazetteer.by_id(identity)
        if row is None:  # only the article knows it
            places = self._searcher.article(document).places
            known = next(place for place in places if place.id == identity and place.kind != "demonym")
            return PlaceCount(
                known.id,
                known.name,
                known.kind,
                known.country,
                known.region,
                known.lat,
                known.lon,
                articles,
            )
        place = gazetteer.place(row)
        return PlaceCount(
            place.id, place.name, place.kind, place.country, place.region, place.lat, place.lon, articles
        )

    def quotes(
        self,
        text: str | None = None,
        by: str | None = None,
        match: Match = "auto",
        limit: int | None = 10,
        page: int = 1,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        sort: Sort = "relevance",
    ) -> QuoteHits:
        """Return the quotes that match a query and are ``by`` a speaker (any part of the name), best first.

        Without ``text`` all quotes, by that speaker if one is given. The rest as in ``search``.
        """
        from searchidx.query.parser import parse
        from searchidx.query.tree import Field, Phrase

        searcher = self._searcher.quotes
        tree = parse(text) if text else None
        speaker = Field("speaker", Phrase(by)) if by else None
        dates = _date_range(since, until)
        offset = (page - 1) * (limit or 0)
        rules: tuple[Literal["all", "any"], ...] = ("all", "any") if match == "auto" else (match,)
        hits = QuoteHits((), 0, text or "")
        for rule in rules:
            query = searcher.query(tree, speaker, rule)
            total, found = searcher.search(query, limit, offset, sort, dates)
            ranked = tuple(
                QuoteHit(searcher, document, score, offset + number, query)
                for number, (document, score) in enumerate(found, 1)
            )
            hits = QuoteHits(ranked, total, text or "", rule, total > 0 and rule != rules[0], dates)
            if total:
                break
        return hits

    def speakers(self, name: str | None = None, unnamed: bool = False) -> list[SpeakerCount]:
        """Return who is quoted, most often first: persons and organisations, with ``unnamed`` the unnamed sources too.

        ``name`` is any part of a name, in any known spelling.
        """
        from searchidx.query.tree import Field, Phrase

        searcher = self._searcher.quotes
        query = searcher.query(None, Field("speaker", Phrase(name)), "all") if name else None
        return searcher.speakers(query, unnamed)

    def article(self, article_id: str) -> Article:
        """Return the article with this id; raises ``ArticleMissingError``."""
        return self._searcher.article(self._document(article_id))

    def _document(self, article_id: str) -> int:
        document = self._searcher.document_of(article_id)
        if document is None:
            raise ArticleMissingError(
                f"No article {article_id!r} in {self.directory}. An id is the path that search results show."
            )
        return document

    def stats(self) -> Stats:
        """Return what the index holds."""
        from searchidx.sync.state import located

        searcher = self._searcher
        first, last = searcher.date_range()
        return Stats(
            articles=searcher.count,
            dated=searcher.dated_count(),
            first_date=first,
            last_date=last,
            terms=searcher.term_count("body"),
            words=searcher.total_length("body"),
            speakers=searcher.term_count("speaker_names"),
            top_speakers=tuple(searcher.top_terms("speaker_names", 10)),
            places=searcher.term_count("place_names"),
            top_places=tuple(searcher.top_terms("place_names", 10)),
            index_bytes=sum(file.stat().st_size for file in self.directory.iterdir() if file.is_file()),
            folder=str(located(searcher.generation.folder, self.directory)),
            built=searcher.generation.built,
            format=searcher.settings.format,
        )


def _sets_conditions(tree: Node) -> bool:
    from searchidx.store.overviews.expansion import sets_conditions

    return sets_conditions(tree)


def _date_range(since: str | datetime.date | None, until: str | datetime.date | None) -> DateRange | None:
    """Return the half-open range of days between two borders that are both included, or None without any."""
    if since is None and until is None:
        return None
    today = datetime.date.today()
    start = first_day(since, today) if isinstance(since, str) else since
    end = day_after(until, today) if isinstance(until, str) else until and until + ONE_DAY
    return ordered(start, end)
