"""One article as every part of searchidx sees it: plain frozen data, no behaviour but its own record."""

from __future__ import annotations

import datetime
from typing import Any

from searchidx.frozen import frozen


@frozen
class Mention:
    """One place name as written: ``text == article.<field>[start:end]``, half-open character offsets.

    ``field`` is "body" or "headline" (or "dateline"). ``embedded`` marks a name inside a longer one ("Paris" in
    "Paris Police Department"). ``rule`` names what decided that this is a place.
    """

    field: str
    start: int
    end: int
    text: str
    embedded: bool = False
    rule: str = ""


@frozen
class Place:
    """A place that the article mentions, under whatever spellings.

    ``id`` is "geonames:706483" or, for what no gazetteer knows, "name:..."; ``kind`` is "country", "region",
    "county", "city", "continent", "area", "water", "mountain", "island", "demonym", "unknown"; ``country`` an
    ISO 3166-1 alpha-2 code; ``lat``/``lon`` WGS 84 degrees; ``confidence`` of ``id`` from 0 to 1; ``rule`` what decided
    between namesakes. What is not known is None.
    """

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    mentions: tuple[Mention, ...]
    confidence: float = 1.0
    rule: str = ""


@frozen
class Quote:
    """Something that the article says somebody said; ``start``/``end`` are half-open offsets into the body.

    ``kind`` is "direct", "indirect" or "mixed"; ``speaker`` the speaker's full name as the article gives it (or the
    words themselves for an unnamed source, or None); ``speaker_text`` the words that named the speaker here
    ("he"); ``cue`` the speech verb or phrase; ``role`` rank, office or title; ``speaker_kind`` "person",
    "organisation", "document" (a report, a poll), "unnamed" or None; ``confidence`` of the speaker from 0 to 1.
    """

    text: str
    speaker: str | None
    speaker_text: str | None
    cue: str | None
    kind: str
    start: int
    end: int
    role: str | None = None
    speaker_kind: str | None = None
    confidence: float = 1.0


@frozen
class Article:
    """An article, split into its parts. A part that was not in the text is None (or empty), never guessed.

    ``id`` is the path relative to the folder (with ``#line`` for an article in a .jsonl file) and stays the same
    from build to build. ``headline_from`` is "line", "lede" or "meta"; ``date_from`` "prefix", "meta", "dateline",
    "text" or "filename".
    """

    path: str
    id: str
    headline: str | None
    headline_from: str | None
    date: datetime.date | None
    date_from: str | None
    byline: str | None
    dateline: str | None
    source: str | None
    language: str | None
    body: str
    speakers: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    url: str | None = None

    def record(self) -> dict[str, Any]:
        """The article as ``searchidx parse --jsonl`` prints it: a contract, key for key."""
        return {
            "path": self.path,
            "id": self.id,
            "headline": self.headline,
            "headline_from": self.headline_from,
            "date": self.date.isoformat() if self.date else None,
            "date_from": self.date_from,
            "byline": self.byline,
            "dateline": self.dateline,
            "source": self.source,
            "language": self.language,
            "body": self.body,
            "speakers": list(self.speakers),
            "quotes": [
                {
                    "text": quote.text,
                    "speaker": quote.speaker,
                    "speaker_text": quote.speaker_text,
                    "cue": quote.cue,
                    "kind": quote.kind,
                    "start": quote.start,
                    "end": quote.end,
                }
                for quote in self.quotes
            ],
            "places": [
                {
                    "id": place.id,
                    "name": place.name,
                    "kind": place.kind,
                    "country": place.country,
                    "region": place.region,
                    "lat": place.lat,
                    "lon": place.lon,
                    "mentions": [
                        {"field": m.field, "start": m.start, "end": m.end, "text": m.text}
                        for m in place.mentions
                    ],
                }
                for place in self.places
            ],
        }
