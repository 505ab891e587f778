"""What the index stores of an article and of a quote beside their words: one line of JSON, as short as may be.

What stands in the article's own text (a quote's words, a mention's) is not stored again: its offsets tell it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from searchidx.article import Article, Mention, Place, Quote

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _make_encode() -> Callable[[Any], str]:
    """Return what encodes a value as JSON without spaces.

    ``JSONEncoder.encode`` makes the encoder in C anew at each call, which for a quote takes as long as its encoding.
    """
    make_in_c = getattr(json.encoder, "c_make_encoder", None)
    if make_in_c is None:
        return _encoder.encode
    pieces = make_in_c(None, _encoder.default, encode_basestring, None, ":", ",", False, False, True)
    return lambda value: "".join(pieces(value, 0))


encode_json = _make_encode()
"""Return the JSON of a value without spaces."""

_PLAIN = ("headline", "headline_from", "date_from", "byline", "dateline", "source", "language", "url")
_plain = attrgetter(*_PLAIN)
QUOTE = tuple(each.name for each in fields(Quote) if each.name != "text")
"""What is stored of a quote, its text apart."""
quote_values = attrgetter(*QUOTE)
"""Return these values of a quote."""
_PLACE = tuple(each.name for each in fields(Place) if each.name != "mentions")
_place_values = attrgetter(*_PLACE)


def pack_article(article: Article) -> str:
    """Return all of an article but its id and its body."""
    texts = {"body": article.body, "headline": article.headline, "dateline": article.dateline}
    body = article.body
    return encode_json(
        [
            None if article.path == article.id else article.path,
            article.date.isoformat() if article.date else None,
            _plain(article),
            article.speakers,
            [
                [None if body[quote.start : quote.end] == quote.text else quote.text, *quote_values(quote)]
                for quote in article.quotes
            ],
            [
                [_place_values(place), [_pack_mention(mention, texts) for mention in place.mentions]]
                for place in article.places
            ],
        ]
    )


def _pack_mention(mention: Mention, texts: Mapping[str, str | None]) -> list[Any]:
    field, start, end = mention.field, mention.start, mention.end
    text = texts.get(field)
    written = None if text and text[start:end] == mention.text else mention.text
    if mention.embedded or mention.rule:
        return [field, start, end, written, mention.embedded, mention.rule]
    return [field, start, end] if written is None else [field, start, end, written]


def unpack_article(identifier: str, body: str, packed: str) -> Article:
    """Return the article that ``pack_article`` packed."""
    path, date, plain, speakers, quotes, places = json.loads(packed)
    fields = dict(zip(_PLAIN, plain, strict=True))
    texts = {"body": body, "headline": fields["headline"], "dateline": fields["dateline"]}
    return Article(
        id=identifier,
        path=identifier if path is None else path,
        body=body,
        date=datetime.date.fromisoformat(date) if date else None,
        speakers=tuple(speakers),
        quotes=tuple(_unpack_quote(text, values, body) for text, *values in quotes),
        places=tuple(
            Place(
                **dict(zip(_PLACE, values, strict=True)),
                mentions=tuple(_unpack_mention(texts, *mention) for mention in mentions),
            )
            for values, mentions in places
        ),
        **fields,
    )


def unpack_headline(packed: str) -> str:
    """Return the headline alone of what ``pack_article`` packed, "" if the article has none of its own."""
    headline, headline_from = json.loads(packed)[2][:2]
    return "" if headline_from == "lede" else headline or ""


def _unpack_quote(text: str | None, values: list[Any], body: str) -> Quote:
    fields = dict(zip(QUOTE, values, strict=True))
    return Quote(text=body[fields["start"] : fields["end"]] if text is None else text, **fields)


def _unpack_mention(
    texts: Mapping[str, str], field: str, start: int, end: int, text: str | None = None, *others: Any
) -> Mention:
    return Mention(field, start, end, texts[field][start:end] if text is None else text, *others)
