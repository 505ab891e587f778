"""An article to the fields of its index document, and back from what is stored."""

from __future__ import annotations

import datetime
import json
from typing import Any

from searchidx.article import Article, Mention, Place, Quote
from searchidx.extraction.speakers.spellings import spellings_of
from searchidx.store.place_fields import place_values
from searchidx.store.words import VALUE_END

# Between the values of a field that has several; it leaves a gap in the positions.
SEPARATOR = f" {VALUE_END} "

_PLAIN = ("path", "headline", "headline_from", "date_from", "byline", "dateline", "source", "language", "url")
_QUOTE = Quote.__slots__
_MENTION = Mention.__slots__
_PLACE = tuple(name for name in Place.__slots__ if name != "mentions")


def to_document(article: Article) -> dict[str, Any]:
    """Return the field values that the index takes for an article; fields without a value are left out."""
    stored: dict[str, Any] = {name: getattr(article, name) for name in _PLAIN}
    stored["date"] = article.date.isoformat() if article.date else None
    stored["speakers"] = article.speakers
    stored["quotes"] = [[getattr(quote, name) for name in _QUOTE] for quote in article.quotes]
    stored["places"] = [
        [
            [getattr(place, name) for name in _PLACE],
            [[getattr(m, name) for name in _MENTION] for m in place.mentions],
        ]
        for place in article.places
    ]
    named = [place for place in article.places if place.kind != "demonym"]
    document = {
        "id": article.id,
        "path": article.path,
        "headline": article.headline if article.headline_from != "lede" else None,
        "body": article.body,
        "date": datetime.datetime.combine(article.date, datetime.time()) if article.date else None,
        "speakers": SEPARATOR.join(spelling for name in article.speakers for spelling in spellings_of(name)),
        "places": SEPARATOR.join(place.name for place in named),
        "mentions": SEPARATOR.join(sorted({m.text for place in named for m in place.mentions})),
        "said": SEPARATOR.join(quote.text for quote in article.quotes),
        "byline": article.byline,
        "dateline": article.dateline,
        "source": article.source,
        "language": article.language,
        **place_values(article.places),
        "speaker_names": "\n".join(article.speakers),
        "place_names": "\n".join(place.name for place in named),
        "source_names": " ".join((article.source or "").split()),
        "article": json.dumps(stored, ensure_ascii=False, separators=(",", ":")),
    }
    return {field: value for field, value in document.items() if value}


def from_stored(stored: dict[str, Any]) -> Article:
    """Return the article that ``to_document`` stored."""
    fields = json.loads(stored["article"])
    date = fields.pop("date")
    return Article(
        id=stored["id"],
        body=stored.get("body", ""),
        date=datetime.date.fromisoformat(date) if date else None,
        speakers=tuple(fields.pop("speakers")),
        quotes=tuple(Quote(*values) for values in fields.pop("quotes")),
        places=tuple(
            Place(**dict(zip(_PLACE, values, strict=True)), mentions=tuple(Mention(*m) for m in mentions))
            for values, mentions in fields.pop("places")
        ),
        **fields,
    )
