"""Quotes as documents of their own, in the Whoosh index QUOTES: words, speaker and date are searched together."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from typing import Any

from whoosh.fields import DATETIME, ID, STORED, TEXT, Schema

from searchidx.article import Article, Quote
from searchidx.extraction.speakers.spellings import canonical_name, spellings_of
from searchidx.store.analysis import ExactAnalyzer, NewsAnalyzer
from searchidx.store.documents import SEPARATOR


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

    The fields are named as those of the articles, so that the query language is the same: ``said`` the words of the
    quote, ``speakers`` every known spelling of the speaker's name, ``id`` and ``path`` those of the article.
    ``speaker_name`` is the name used in the whole collection, as one term.
    """
    names = NewsAnalyzer(stem=False)
    return Schema(
        said=TEXT(NewsAnalyzer(), chars=True, stored=True),
        speakers=TEXT(names),
        role=TEXT(names),
        speaker_name=ID(ExactAnalyzer()),
        speaker_kind=ID(),
        kind=ID(),
        date=DATETIME(sortable=True),
        id=ID(),
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
        "said": quote.text,
        "speakers": SEPARATOR.join(spellings_of(quote.speaker)) if quote.speaker else None,
        "role": quote.role,
        "speaker_name": speaker,
        "speaker_kind": quote.speaker_kind,
        "kind": quote.kind,
        "date": datetime.datetime.combine(article.date, datetime.time()) if article.date else None,
        "id": article.id,
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
        quote=Quote(text=stored["said"], **fields),
    )
