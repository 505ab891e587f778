"""All that is found in one article."""

from __future__ import annotations

from searchidx.article import Place, Quote
from searchidx.extraction.people import find_people
from searchidx.extraction.places import find_places
from searchidx.extraction.scan import Scan
from searchidx.extraction.speakers.quotes import find_quotes, speakers_of
from searchidx.frozen import frozen
from searchidx.gazetteer.own import OwnPlaces


@frozen
class Extraction:
    """What was found in one article; spans are offsets into its body (or headline, where a mention says so)."""

    speakers: tuple[str, ...]
    quotes: tuple[Quote, ...]
    places: tuple[Place, ...]


def extract(
    headline: str | None,
    body: str,
    dateline: str | None = None,
    own: OwnPlaces | None = None,
    source: str | None = None,
) -> Extraction:
    """Find the quotes, their speakers and the places of one article.

    ``own`` has the user's own places, ``source`` the name of the publication, which may tell where it is at home.
    """
    scans = [Scan(body), Scan(headline or ""), Scan(dateline or "")]
    people = find_people(scans)
    quotes = find_quotes(scans[0], people)
    places = find_places(scans, people, ("body", "headline", "dateline"), own, source)
    return Extraction(speakers_of(quotes), quotes, places)
