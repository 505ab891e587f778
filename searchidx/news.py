"""What is new in a saved search since it was last run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from searchidx.asking.hits import AllHits, Hit, Hits
from searchidx.errors import QueryError
from searchidx.index import Index, IndexVersion
from searchidx.saved import SavedSearch, SavedSearches


@dataclass(frozen=True)
class News:
    """All hits of a saved search, newest first; ``new`` are the rows of those that have not been seen.

    ``groups`` has the ids of each hit and of its copies. A hit of which a copy was seen is not new; ``copies`` counts
    those by which such hits have become more.
    """

    search: SavedSearch
    hits: Hits
    version: IndexVersion
    groups: Sequence[tuple[str, ...]]
    new: Sequence[int]
    copies: int

    def new_hits(self, limit: int | None) -> Iterator[Hit]:
        """Yield what is new, at most so many; each is read when it is asked for."""
        for row in self.new[:limit]:
            yield self.hits[row]

    def seen_after(self, limit: int | None) -> Iterator[str]:
        """Yield the ids that have been seen when so many of the new hits were shown; the others stay new."""
        left = frozenset(() if limit is None else self.new[limit:])
        for row, ids in enumerate(self.groups):
            if row not in left:
                yield from ids


def gather(
    index: Index, saved: SavedSearches, searches: Sequence[SavedSearch]
) -> tuple[list[News], list[tuple[str, QueryError]]]:
    """Run searches; return what is new in each, and the names and errors of those that are no longer understood."""
    found, mistakes = [], []
    for search in searches:
        try:
            found.append(_news(index, search, saved.seen(search.name)))
        except QueryError as error:
            mistakes.append((search.name, error))
    return found, mistakes


def _news(index: Index, search: SavedSearch, seen: frozenset[str]) -> News:
    hits = index.search(
        search.query, match=search.match, since=search.since, until=search.until, sort="newest", limit=None
    )
    groups = list(hits.hits.ids()) if isinstance(hits.hits, AllHits) else []
    new, copies = [], 0
    for row, ids in enumerate(groups):
        unseen = sum(each not in seen for each in ids)
        if unseen == len(ids):
            new.append(row)
        else:
            copies += unseen
    return News(search, hits, index.version, groups, new, copies)
