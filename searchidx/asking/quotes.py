"""Quotes by their words and speakers, and who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from searchidx.asking.articles import Match, Sort, rules_of
from searchidx.asking.days import Day, date_range
from searchidx.asking.quote_hits import QuoteHit, QuoteHits
from searchidx.query.parser import parse
from searchidx.query.tree import Field, Phrase

if TYPE_CHECKING:
    from searchidx.store.quote_search import QuoteSearcher, SpeakerCount


def quotes(
    searcher: QuoteSearcher,
    text: str | None,
    by: str | None,
    *,
    match: Match,
    limit: int | None,
    page: int,
    since: Day,
    until: Day,
    sort: Sort,
) -> QuoteHits:
    """Answer ``Index.quotes``."""
    tree = parse(text) if text else None
    dates = date_range(since, until)
    offset = (page - 1) * (limit or 0)
    rules = rules_of(match)
    hits = QuoteHits((), 0, text or "")
    for rule in rules:
        query = searcher.query(tree, _speaker(by), rule)
        total, found = searcher.search(query, limit, offset, sort, dates)
        ranked = tuple(
            QuoteHit(searcher, document, score, offset + number, query)
            for number, (document, score) in enumerate(found, 1)
        )
        hits = QuoteHits(ranked, total, text or "", rule, total > 0 and rule != rules[0], dates)
        if total:
            break
    return hits


def speakers(searcher: QuoteSearcher, name: str | None, unnamed: bool) -> list[SpeakerCount]:
    """Answer ``Index.speakers``."""
    return searcher.speakers(searcher.query(None, _speaker(name), "all") if name else None, unnamed)


def _speaker(name: str | None) -> Field | None:
    return Field("speaker", Phrase(name)) if name else None
