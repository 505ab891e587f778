"""Quotes by their words and speakers, and who is quoted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from searchidx.asking.articles import Match, Rule, Sort, rules_of
from searchidx.asking.days import Day, date_range
from searchidx.asking.quote_hits import QuoteHit, QuoteHits
from searchidx.asking.suggestions import Asked, Suggestion, counting, suggestions
from searchidx.query.parser import parse
from searchidx.query.tree import And, Field, Node, Phrase

if TYPE_CHECKING:
    from searchidx.query.dates import DateRange
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
        relaxed = total > 0 and rule != rules[0]
        helper = partial(_suggestions, searcher, tree, _speaker(by), rule, dates, total)
        hits = QuoteHits(ranked, total, text or "", rule, relaxed, dates, helper)
        if total:
            break
    return hits


def _suggestions(
    searcher: QuoteSearcher,
    tree: Node | None,
    speaker: Node | None,
    rule: Rule,
    dates: DateRange | None,
    total: int,
) -> tuple[Suggestion, ...]:
    both = [node for node in (tree, speaker) if node is not None]
    if not both:
        return ()
    whole = And(tuple(both)) if len(both) > 1 else both[0]
    count = counting(lambda other, match: searcher.query(other, None, match), searcher.count_of)
    return suggestions(
        Asked(whole, rule, dates, count, searcher.collection, ("said",), searcher.index_fields, total)
    )


def speakers(searcher: QuoteSearcher, name: str | None, unnamed: bool) -> list[SpeakerCount]:
    """Answer ``Index.speakers``."""
    return searcher.speakers(searcher.query(None, _speaker(name), "all") if name else None, unnamed)


def _speaker(name: str | None) -> Field | None:
    return Field("speaker", Phrase(name)) if name else None
