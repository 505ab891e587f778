"""One whole article, laid out to be read."""

from __future__ import annotations

from collections.abc import Iterator

from searchidx.article import Article
from searchidx.presentation.results import labelled
from searchidx.presentation.style import Style, visible
from searchidx.presentation.wrap import wrap


def article_lines(article: Article, style: Style, width: int) -> Iterator[str]:
    """Yield headline, facts, body and quotes of an article."""
    if article.headline and article.headline_from != "lede":
        for text, _ in wrap(article.headline, (), width):
            yield style.title(visible(text))
    date = article.date.isoformat() if article.date else "no date"
    yield f"{style.date(date)}  {style.path(visible(article.id), article.path)}"
    facts = {
        "byline": article.byline,
        "dateline": article.dateline,
        "source": article.source,
        "link": article.url,
        "speakers": ", ".join(article.speakers),
        "places": ", ".join(place.name for place in article.places if place.kind != "demonym"),
    }
    for label, fact in facts.items():
        if fact:
            yield from labelled(label, fact, style, width)
    for paragraph in article.body.split("\n\n"):
        yield ""
        for text, _ in wrap(paragraph, (), width):
            yield visible(text)
