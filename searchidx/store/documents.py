"""An article to the fields of its index document, and back from what is stored."""

from __future__ import annotations

import datetime
from typing import Any

from searchidx.article import Article
from searchidx.extraction.speakers.spellings import SpeakerNames, built_in_names
from searchidx.store.place_fields import place_values
from searchidx.store.stored_article import pack_article, unpack_article
from searchidx.store.words import VALUE_END

# Between the values of a field that has several; it leaves a gap in the positions.
SEPARATOR = f" {VALUE_END} "


def to_document(article: Article, names: SpeakerNames | None = None) -> dict[str, Any]:
    """Return the field values that the index takes for an article; fields without a value are left out.

    ``names`` has the spellings of speakers' names, by default those of the built-in list.
    """
    names = names or built_in_names()
    spellings = [names.spellings(name) for name in article.speakers]
    named = [place for place in article.places if place.kind != "demonym"]
    document = {
        "id": article.id,
        "path": article.path,
        "headline": article.headline if article.headline_from != "lede" else None,
        "body": article.body,
        "date": datetime.datetime.combine(article.date, datetime.time()) if article.date else None,
        "speakers": SEPARATOR.join(dict.fromkeys(spelling for one in spellings for spelling in one)),
        "places": SEPARATOR.join([place.name for place in named]),
        "mentions": SEPARATOR.join(sorted({m.text for place in named for m in place.mentions})),
        "said": SEPARATOR.join([quote.text for quote in article.quotes]),
        "byline": article.byline,
        "dateline": article.dateline,
        "source": article.source,
        "language": article.language,
        **place_values(article.places),
        "speaker_names": "\n".join(dict.fromkeys(one[0] for one in spellings)),
        "place_names": "\n".join([place.name for place in named]),
        "source_names": " ".join((article.source or "").split()),
        "article": pack_article(article),
    }
    return {field: value for field, value in document.items() if value}


def from_stored(stored: dict[str, Any]) -> Article:
    """Return the article that ``to_document`` stored."""
    return unpack_article(stored["id"], stored.get("body", ""), stored["article"])
