"""Articles by their words: searches, and the articles most like one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from searchidx.asking.days import Day, date_range
from searchidx.asking.hits import AllHits, Hit, Hits, Ranked
from searchidx.asking.suggestions import Asked, Suggestion, counting, suggestions
from searchidx.query.parser import parse
from searchidx.query.recency import half_life

if TYPE_CHECKING:
    from searchidx.query.dates import DateRange
    from searchidx.query.tree import Node
    from searchidx.store.searcher import Searcher

Match = Literal["auto", "all", "any"]
Rule = Literal["all", "any"]
Sort = Literal["relevance", "newest", "oldest"]


def rules_of(match: Match) -> tuple[Rule, ...]:
    """Return the rules to try one after the other until one finds something."""
    return ("all", "any") if match == "auto" else (match,)


def search(
    searcher: Searcher,
    text: str,
    *,
    match: Match,
    limit: int | None,
    page: int,
    since: Day,
    until: Day,
    sort: Sort,
    fields: Sequence[str] | None,
    expand: bool,
    all_copies: bool,
    recent: str | float | None,
) -> Hits:
    """Answer ``Index.search``."""
    tree = parse(text)
    dates = date_range(since, until)
    recency = None if recent is None else searcher.recency(half_life(recent), dates)
    rules = rules_of(match)
    widen = expand and match != "all" and not _sets_conditions(tree)
    offset = (page - 1) * (limit or 0)
    hits = Hits((), 0, text)
    for rule in rules:
        query = searcher.translate(tree, rule, fields)
        asked = searcher.expand(query, dates, widen=widen) if expand else query
        asked = searcher.in_order(asked, tree, fields, recency)
        found = searcher.search(asked, limit, offset, sort, dates, all_copies)
        hits = Hits(
            hits_of(searcher, [Ranked(found.hits, query)], limit, offset),
            found.total,
            text,
            rule,
            relaxed=found.total > 0 and rule != rules[0],
            dates=dates,
            first_rank=offset + 1,
            copies=found.copies,
            all_matches=partial(searcher.matches, asked, dates),
            recency=recency,
            helper=partial(_suggestions, searcher, tree, rule, dates, fields, found.total),
        )
        if hits.total:
            break
    return hits


def _suggestions(
    searcher: Searcher,
    tree: Node,
    rule: Rule,
    dates: DateRange | None,
    fields: Sequence[str] | None,
    total: int,
) -> tuple[Suggestion, ...]:
    count = counting(lambda other, match: searcher.translate(other, match, fields), searcher.count_of)
    own = tuple(name for given in fields or searcher.text_fields for name in searcher.index_fields(given))
    return suggestions(
        Asked(tree, rule, dates, count, searcher.collection, own, searcher.index_fields, total)
    )


def hits_of(searcher: Searcher, parts: Sequence[Ranked], limit: int | None, offset: int) -> Sequence[Hit]:
    """Return a page of hits; without a limit they are made one by one, so that a whole index can be gone through."""
    if limit is None:
        return AllHits(searcher, parts)
    found = ((hit, part) for part in parts for hit in part.documents)
    return tuple(
        Hit(searcher, hit.document, hit.score, rank, part.query, part.place_group, hit.copies)
        for rank, (hit, part) in enumerate(found, offset + 1)
    )


def _sets_conditions(tree: Node) -> bool:
    from searchidx.store.overviews.expansion import sets_conditions

    return sets_conditions(tree)


def related(searcher: Searcher, document: int, article_id: str, limit: int) -> Hits:
    """Answer ``Index.related``."""
    query = searcher.like(document)
    own = set(searcher.groups.members(document))
    found = searcher.search(query, limit + len(own), all_copies=False).hits
    kept = [hit for hit in found if hit.document not in own][:limit]
    hits = tuple(
        Hit(searcher, hit.document, hit.score, rank, query, copies=hit.copies)
        for rank, hit in enumerate(kept, 1)
    )
    copies = sum(len(hit.copies) for hit in kept)
    return Hits(hits, len(hits) + copies, article_id, "any", copies=copies)
