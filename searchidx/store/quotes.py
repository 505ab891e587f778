"""Quotes as documents of their own, in the Whoosh index QUOTES: words, speaker and date are searched together."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from typing import Any

from whoosh.fields import DATETIME, ID, STORED, TEXT, Schema

from searchidx.article import Article, Quote
from searchidx.extraction.speakers.spellings import canonical_name
from searchidx.store.analysis import ExactAnalyzer, NewsAnalyzer


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """A quote with the article that it is from; ``speaker`` is the name used in the whole collection."""

    quote: Quote
    speaker: str | None
    article_id: str
    headline: str | None
    date: datetime.date | None


def make_quotes_schema() -> Schema:
    """Return the schema of the quotes.

    ``speaker`` and ``role`` are searched by any of their words, the name as written and the one for the collection;
    ``speaker_name`` is that name as one term; ``path`` the file of the article.
    """
    names = NewsAnalyzer(stem=False)
    return Schema(
        text=TEXT(NewsAnalyzer(), chars=True, stored=True),
        speaker=TEXT(names),
        role=TEXT(names),
        speaker_name=ID(ExactAnalyzer()),
        speaker_kind=ID(),
        kind=ID(),
        date=DATETIME(sortable=True),
        path=ID(),
        quote=STORED(),
    )


def quote_documents(article: Article) -> list[dict[str, Any]]:
    """Return a document for each quote of an article."""
    return [_document(article, quote) for quote in article.quotes if quote.text.strip()]


def _document(article: Article, quote: Quote) -> dict[str, Any]:
    named = quote.speaker_kind in ("person", "organisation")
    speaker = canonical_name(quote.speaker) if quote.speaker and named else quote.speaker
    stored = asdict(quote)
    del stored["text"]
    stored |= {
        "name": speaker,
        "article": article.id,
        "headline": article.headline,
        "date": article.date.isoformat() if article.date else None,
    }
    document = {
        "text": quote.text,
        "speaker": " ".join(dict.fromkeys(filter(None, (speaker, quote.speaker)))),
        "role": quote.role,
        "speaker_name": speaker,
        "speaker_kind": quote.speaker_kind,
        "kind": quote.kind,
        "date": datetime.datetime.combine(article.date, datetime.time()) if article.date else None,
        "path": article.path,
        "quote": json.dumps(stored, ensure_ascii=False, separators=(",", ":")),
    }
    return {field: value for field, value in document.items() if value}


def stored_quote(stored: dict[str, Any]) -> StoredQuote:
    """Return the quote that a document stores."""
    fields = json.loads(stored["quote"])
    date = fields.pop("date")
    return StoredQuote(
        speaker=fields.pop("name"),
        article_id=fields.pop("article"),
        headline=fields.pop("headline"),
        date=datetime.date.fromisoformat(date) if date else None,
        quote=Quote(text=stored["text"], **fields),
    )
