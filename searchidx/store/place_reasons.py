"""Why an article answers a query for places: which of its places were asked for, and where they stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whoosh import query as wq

from searchidx.article import Article, Place
from searchidx.store.place_fields import PLACE_FIELDS, centrality
from searchidx.store.snippets.highlights import positive_leaves
from searchidx.store.snippets.passages import Occurrence

Reasons = Mapping[str, frozenset[str]]


def reasons_of(query: Any) -> Reasons:
    """Return the ids that a query asks for, by field; {} for a query without places."""
    found: dict[str, set[str]] = {}
    for leaf in positive_leaves(query):
        if isinstance(leaf, wq.Term) and leaf.fieldname in PLACE_FIELDS:
            found.setdefault(leaf.fieldname, set()).add(str(leaf.text))
    return {name: frozenset(ids) for name, ids in found.items()}


def places_behind(article: Article, reasons: Reasons) -> list[Place]:
    """Return the places of an article for which it answers, the most central first."""
    from searchidx.gazetteer.containment import ancestor_ids  # opens the gazetteer, which few searches need

    direct, within, demonyms = (reasons.get(name, frozenset()) for name in PLACE_FIELDS)
    found = [
        place
        for place in article.places
        if (
            place.id in demonyms
            if place.kind == "demonym"
            else place.id in direct
            or (within and not within.isdisjoint(ancestor_ids(place.id, place.country, place.region)))
        )
    ]
    return sorted(found, key=lambda place: -centrality(place))


def mention_occurrences(article: Article, reasons: Reasons) -> list[Occurrence]:
    """Return where in the body the places stand for which an article answers."""
    return sorted(
        Occurrence(mention.start, mention.end, -1 - number, ((mention.start, mention.end),))
        for number, place in enumerate(places_behind(article, reasons))
        for mention in place.mentions
        if mention.field == "body"
    )
