"""Places: every article that mentions one, and the places that articles mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from searchidx.asking.articles import Rule, Sort, hits_of
from searchidx.asking.days import Day, date_range
from searchidx.asking.hits import Hits, Ranked
from searchidx.asking.place_suggestions import place_suggestions
from searchidx.frozen import frozen

if TYPE_CHECKING:
    from searchidx.article import Place
    from searchidx.gazetteer import GazetteerPlace
    from searchidx.store.searcher import Searcher


@frozen
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


def mentioning(
    searcher: Searcher,
    place: str,
    *,
    since: Day,
    until: Day,
    sort: Sort,
    limit: int | None,
    page: int,
    country: str | None,
    inside: str | None,
    direct: bool,
    demonyms: bool,
    near: float | None,
) -> Hits:
    """Answer ``Index.mentioning``."""
    from searchidx.query.places import senses_of

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
    dates = date_range(since, until)
    offset = (page - 1) * (limit or 0)
    total = 0
    parts: list[Ranked] = []
    shown = 0
    for group in asked.groups:
        skipped = max(offset - total, 0)
        wanted = None if limit is None else limit - shown
        found = searcher.search(group.query, wanted, skipped, sort, dates)
        parts.append(Ranked(found.hits, group.query, group))
        shown += len(found.hits)
        total += found.total
    hits = hits_of(searcher, parts, limit, offset)
    again = partial(
        mentioning, searcher, sort=sort, limit=0, page=1, direct=direct, demonyms=demonyms, near=near
    )
    filters = {"since": since, "until": until, "country": country, "inside": inside}
    return Hits(
        hits,
        total,
        place,
        dates=dates,
        first_rank=offset + 1,
        senses=asked.senses,
        helper=partial(place_suggestions, searcher, place, again, filters) if not total else None,
    )


def places(
    searcher: Searcher, text: str | None, *, limit: int | None, since: Day, until: Day, match: Rule
) -> PlaceCounts:
    """Answer ``Index.places``."""
    from searchidx.query.parser import parse

    query = None if text is None else searcher.translate(parse(text), match, None)
    found = searcher.place_counts(query, date_range(since, until))
    return PlaceCounts(tuple(_place_count(searcher, *each) for each in found[:limit]), len(found))


def _place_count(searcher: Searcher, identity: str, articles: int, document: int) -> PlaceCount:
    from searchidx.gazetteer import open_gazetteer

    gazetteer = open_gazetteer()
    row = gazetteer.by_id(identity)
    place: Place | GazetteerPlace
    if row is not None:
        place = gazetteer.place(row)
    else:  # only the article knows it
        known = searcher.article(document).places
        place = next(one for one in known if one.id == identity and one.kind != "demonym")
    return PlaceCount(
        place.id, place.name, place.kind, place.country, place.region, place.lat, place.lon, articles
    )
