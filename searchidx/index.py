"""The Python API: build an index, open it, ask it.

    with Index.open("index") as index:
        for hit in index.search("counter-attack Kharkiv", since="2022-05"):
            print(hit.date, hit.headline)

The class says what can be asked; ``asking`` answers. What the package below needs (numpy, Whoosh) is imported when an
index is opened, not before.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from searchidx.article import Article
from searchidx.asking.articles import Match, Rule, Sort, related, search
from searchidx.asking.copies import Copy, copies
from searchidx.asking.days import Day
from searchidx.asking.hits import Hit, Hits
from searchidx.asking.places import PlaceCount, PlaceCounts, mentioning, places
from searchidx.asking.quote_hits import QuoteHit, QuoteHits
from searchidx.asking.quotes import quotes, speakers
from searchidx.asking.stats import IndexVersion, Stats, stats
from searchidx.errors import ArticleMissingError, IndexMissingError, ReadError

if TYPE_CHECKING:
    from searchidx.store.quote_search import SpeakerCount
    from searchidx.store.searcher import Searcher
    from searchidx.sync.build import BuildReport, Progress
    from searchidx.sync.check import Finding
    from searchidx.sync.status import Status

__all__ = [
    "Copy",
    "Hit",
    "Hits",
    "Index",
    "IndexVersion",
    "Match",
    "PlaceCount",
    "PlaceCounts",
    "QuoteHit",
    "QuoteHits",
    "Sort",
    "Stats",
]


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

    @property
    def version(self) -> IndexVersion:
        """Which state of the index answers; the same until it is closed."""
        generation = self._searcher.generation
        return IndexVersion(generation.number, generation.built, self._searcher.settings.format)

    @property
    def folder(self) -> Path:
        """The folder of the articles, absolute."""
        from searchidx.sync.state import located

        return located(self._searcher.generation.folder, self.directory)

    def seems_changed(self) -> bool:
        """Tell whether the folder has changed since the index was built, as far as a hundredth of a second shows."""
        from searchidx.sync.hint import seems_changed

        return seems_changed(self.directory)

    def search(
        self,
        text: str,
        match: Match = "auto",
        limit: int | None = 10,
        page: int = 1,
        since: Day = None,
        until: Day = None,
        sort: Sort = "relevance",
        fields: Sequence[str] | None = None,
        expand: bool = False,
        all_copies: bool = False,
        recent: str | float | None = None,
    ) -> Hits:
        """Return the articles that match a query, best first.

        ``match`` says how many of the query's words an article must have: "all", "any", or "auto": all, and where no
        article has them all, any. ``since`` and ``until`` are days or texts such as "2022-05" and "last week",
        both included. ``fields`` are those that words without a field search (headline and body unless told).
        ``limit`` None gives every match. ``expand`` also looks for what the best matches have in common; a query that
        sets conditions (fields, exclusions, AND, ``match="all"``) still matches the same articles, in another order.
        The copies of a story in several papers are one hit, the best of them, unless ``all_copies`` asks for each.
        ``recent`` lets age count: a half-life in days, or as text ("30d", "2w"); the newest articles count double.
        Raises ``QueryError``.
        """
        return search(
            self._searcher,
            text,
            match=match,
            limit=limit,
            page=page,
            since=since,
            until=until,
            sort=sort,
            fields=fields,
            expand=expand,
            all_copies=all_copies,
            recent=recent,
        )

    def related(self, article_id: str, limit: int = 10) -> Hits:
        """Return the articles most like this one, itself and its copies left out; raises ``ArticleMissingError``."""
        return related(self._searcher, self._document(article_id), article_id, limit)

    def copies(self, article_id: str) -> list[Copy]:
        """Return the copies of an article, by date, with what each changed; raises ``ArticleMissingError``."""
        return copies(self._searcher, self._document(article_id))

    def mentioning(
        self,
        place: str,
        since: Day = None,
        until: Day = None,
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
        return mentioning(
            self._searcher,
            place,
            since=since,
            until=until,
            sort=sort,
            limit=limit,
            page=page,
            country=country,
            inside=inside,
            direct=direct,
            demonyms=demonyms,
            near=near,
        )

    def places(
        self,
        text: str | None = None,
        limit: int | None = 20,
        since: Day = None,
        until: Day = None,
        match: Rule = "all",
    ) -> PlaceCounts:
        """Return the places of the collection, or of the articles that match a query, by the number of articles.

        ``limit`` None gives all of them. Raises ``QueryError``.
        """
        return places(self._searcher, text, limit=limit, since=since, until=until, match=match)

    def quotes(
        self,
        text: str | None = None,
        by: str | None = None,
        match: Match = "auto",
        limit: int | None = 10,
        page: int = 1,
        since: Day = None,
        until: Day = None,
        sort: Sort = "relevance",
    ) -> QuoteHits:
        """Return the quotes that match a query and are ``by`` a speaker (any part of the name), best first.

        Without ``text`` all quotes, by that speaker if one is given. The rest as in ``search``.
        """
        return quotes(
            self._searcher.quotes,
            text,
            by,
            match=match,
            limit=limit,
            page=page,
            since=since,
            until=until,
            sort=sort,
        )

    def speakers(self, name: str | None = None, unnamed: bool = False) -> list[SpeakerCount]:
        """Return who is quoted, most often first: persons and organisations, with ``unnamed`` the unnamed sources too.

        ``name`` is any part of a name, in any known spelling.
        """
        return speakers(self._searcher.quotes, name, unnamed)

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

    def names(self, field: Literal["speaker_names", "place_names", "source_names"], count: int) -> list[str]:
        """Return the speakers, places or sources that most articles have."""
        return [name for name, _ in self._searcher.top_terms(field, count)]

    def stats(self) -> Stats:
        """Return what the index holds."""
        return stats(self._searcher, self.directory)
