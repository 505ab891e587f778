"""The fields of an article that a person may name in a query, with their other names and a line about each."""

from __future__ import annotations

from searchidx.frozen import frozen


@frozen
class QueryField:
    """``kind`` is "text" (analysed words), "key" (one value, compared as a whole) or "date"."""

    name: str
    kind: str
    about: str
    aliases: tuple[str, ...] = ()


FIELDS = (
    QueryField("headline", "text", "the headline", ("title",)),
    QueryField("body", "text", "the article's text without headline, byline and credit", ("text",)),
    QueryField("speaker", "text", "who is quoted, by any part of the name", ("speakers",)),
    QueryField("said", "text", "the words inside quotations", ("quote", "quotes")),
    QueryField("place", "text", "a place under any of its names, with all that lies in it", ("places",)),
    QueryField("mentions", "text", "a place as it is written in the article", ("mention",)),
    QueryField("byline", "text", "who wrote the article", ("author", "by")),
    QueryField("dateline", "text", "where the article was filed"),
    QueryField("source", "text", "the paper or agency that published it", ("publisher", "credit")),
    QueryField("language", "key", "the article's language as a code, such as en", ("lang",)),
    QueryField("path", "key", "the article's file, relative to the folder, or a folder in it", ("file",)),
    QueryField("id", "key", "the article's own name in the index"),
    QueryField("date", "date", "the day of publication", ("day", "published")),
)

_BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.aliases)}


def find(name: str) -> QueryField | None:
    """Return the field of a name or alias in any case, or None."""
    return _BY_NAME.get(name.lower())


def nearest(name: str) -> QueryField | None:
    """Return the field whose name or alias resembles this one most, or None where none does."""
    from difflib import get_close_matches

    close = get_close_matches(name.lower()[:40], _BY_NAME, n=1, cutoff=0.6)
    return _BY_NAME[close[0]] if close else None
