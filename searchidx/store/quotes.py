"""Quotes as documents of their own, in the Whoosh index QUOTES: words, speaker and date are searched together."""

from __future__ import annotations

import datetime
import json
from typing import Any

from whoosh.fields import DATETIME, ID, STORED, TEXT, Schema

from searchidx.article import Article, Quote
from searchidx.extraction.speakers.spellings import SpeakerNames, built_in_names
from searchidx.frozen import frozen
from searchidx.store.analysis import ExactAnalyzer, NewsAnalyzer
from searchidx.store.documents import SEPARATOR
from searchidx.store.stored_article import QUOTE, encode_json, quote_values

_NAMED = ("person", "organisation")


@frozen
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


def quote_documents(article: Article, names: SpeakerNames | None = None) -> list[dict[str, Any]]:
    """Return a document for each quote of an article; fields without a value are left out.

    ``names`` has the spellings of speakers' names, by default those of the built-in list.
    """
    if not article.quotes:
        return []
    date = article.date.isoformat() if article.date else None
    shared: dict[str, Any] = {"id": article.id, "path": article.path}
    if article.date:
        shared["date"] = datetime.datetime.combine(article.date, datetime.time())
    of_article = (article.id, article.headline, date)
    names = names or built_in_names()
    return [_document(quote, shared, of_article, names) for quote in article.quotes if quote.text.strip()]


def _document(
    quote: Quote, shared: dict[str, Any], of_article: tuple[str, str | None, str | None], names: SpeakerNames
) -> dict[str, Any]:
    document = {**shared, "said": quote.text}
    speaker = quote.speaker
    if speaker:
        spellings = names.spellings(speaker)
        document["speakers"] = SEPARATOR.join(spellings)
        if quote.speaker_kind in _NAMED:
            speaker = spellings[0]
        document["speaker_name"] = speaker
    if quote.role:
        document["role"] = quote.role
    if quote.speaker_kind:
        document["speaker_kind"] = quote.speaker_kind
    if quote.kind:
        document["kind"] = quote.kind
    document["quote"] = encode_json((speaker, *of_article, *quote_values(quote)))
    return document


def stored_quote(stored: dict[str, Any]) -> StoredQuote:
    """Return the quote that a document stores."""
    speaker, article, headline, date, *values = json.loads(stored["quote"])
    return StoredQuote(
        speaker=speaker,
        article_id=article,
        headline=headline,
        date=datetime.date.fromisoformat(date) if date else None,
        quote=Quote(text=stored["said"], **dict(zip(QUOTE, values, strict=True))),
    )
