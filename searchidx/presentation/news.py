"""Saved searches and what is new in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searchidx.presentation.records import (
    COLUMNS,
    ORIGIN,
    csv_row,
    hit_record,
    hit_row,
    json_line,
    origin_record,
)
from searchidx.presentation.results import count_of, hit_lines
from searchidx.presentation.style import Style, visible

if TYPE_CHECKING:
    from searchidx.news import News
    from searchidx.saved import SavedSearch


def saved_lines(searches: Sequence[SavedSearch]) -> Iterator[str]:
    """Yield a line for each search: name, query, and when it was last run."""
    longest = max((len(search.name) for search in searches), default=0)
    for search in searches:
        options = [f"--{search.match}"] if search.match != "auto" else []
        options += [f"--since {search.since!r}"] if search.since else []
        options += [f"--until {search.until!r}"] if search.until else []
        query = visible(" ".join([search.query, *options]))
        yield f"{search.name:<{longest}}  {query}  ({last_run(search)})"


def last_run(search: SavedSearch) -> str:
    """Say when a search was last run: "last run 2024-03-01 at 09:30 UTC"."""
    if not search.last_run:
        return "not run yet"
    day, _, time = search.last_run.partition("T")
    return f"last run {day} at {time[:5]} UTC"


def news_lines(found: Sequence[News], style: Style, width: int, limit: int | None) -> Iterator[str]:
    """Yield each search with its counts, and what is new in it."""
    for number, news in enumerate(found):
        if number:
            yield ""
        yield f"{style.title(news.search.name)}  {style.quiet(visible(news.search.query))}"
        yield summary(news)
        for hit in news.new_hits(limit):
            yield ""
            yield from hit_lines(hit, style, width)
        left = len(news.new) - limit if limit is not None else 0
        if left > 0:
            yield ""
            yield style.quiet(f"and {left:,} more that are new, for the next run.")


def summary(news: News) -> str:
    """Say how much is new: "2 new, 14 in all, last run 2024-03-01 at 09:30 UTC"."""
    since = last_run(news.search) if news.search.last_run else "first run"
    said = f"{len(news.new):,} new" if news.new else "nothing new"
    if news.copies:
        said += f", {count_of(news.copies, 'new copy').replace('copys', 'copies')} of what was seen"
    return f"{said}, {news.hits.total - news.hits.copies:,} in all; {since}"


def news_as_jsonl(found: Sequence[News], limit: int | None) -> Iterator[str]:
    """Yield a line for each new article."""
    for news in found:
        origin = {"search": news.search.name, **origin_record(news.hits, news.version), "new": len(news.new)}
        for hit in news.new_hits(limit):
            yield json_line({**origin, **hit_record(hit)})


def news_as_csv(found: Sequence[News], limit: int | None) -> Iterator[str]:
    """Yield a row for each new article, a header first."""
    yield csv_row(("search", *COLUMNS, *ORIGIN))
    for news in found:
        for hit in news.new_hits(limit):
            yield csv_row((news.search.name, *hit_row(hit), news.hits.query, news.hits.total, *news.version))
