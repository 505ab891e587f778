"""A query's tree -> Whoosh's query tree for the fields of the index.

Words without a field are looked for in several fields as one: an article matches when each of the words stands in any
of them, and their frequencies there count together. How many of the words side by side must match is ``match``: "all"
or "any". Either way +word must, -word must not, and dates, languages, paths and ids narrow the result and never widen
it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from whoosh import query as wq
from whoosh.fields import Schema

from searchidx.errors import QueryError
from searchidx.query import fields as query_fields
from searchidx.query import tree as qt
from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.exact import ExactText, in_any_field
from searchidx.store.schema import SCORE_WEIGHTS, TEXT_FIELDS
from searchidx.store.term_queries import KeyQueries, TermQueries, combined_word

Match = Literal["all", "any"]
Place = Callable[[str], Any]

# The index fields of each field of the query language that has another name there, or several.
INDEX_FIELDS: dict[str, tuple[str, ...]] = {"speaker": ("speakers",), "place": ("places", "mentions")}
_NOTHING = wq.NullQuery
_NEXT_TO_NOTHING = 1e-9  # the score of what an exclusion lets through: Whoosh takes 0 for 1


def translate(
    tree: qt.Node,
    schema: Schema,
    *,
    match: Match = "all",
    fields: Sequence[str] | Mapping[str, float] | None = None,
    place: Place | None = None,
) -> Any:
    """Return the ``whoosh.query.Query`` of a tree.

    ``fields`` are those that words without a field search, by their names in the query or in the index, perhaps with
    weights: how often an occurrence there counts (default: ``schema.TEXT_FIELDS``). ``place`` takes the text of
    ``place:...`` and returns its query, or None to have it looked for by name. Raises QueryError for a field that the
    index does not have. A query of which nothing is left after analysis matches nothing.
    """
    weights = _weights(fields, schema)
    found = _Translator(schema, match, weights, place).node(tree, 1.0)
    return _NOTHING if found is None else found


def index_fields(name: str, schema: Schema) -> tuple[str, ...]:
    """Return the index fields that a field of the query language stands for; raises QueryError where there is none."""
    field = query_fields.find(name)
    known = INDEX_FIELDS.get(field.name, (field.name,)) if field else (name,)
    present = tuple(index_name for index_name in known if index_name in schema)
    if not present:
        names = ", ".join(
            field.name
            for field in query_fields.FIELDS
            if any(index_name in schema for index_name in INDEX_FIELDS.get(field.name, (field.name,)))
        )
        raise QueryError(f"This index has no field {name}. Write one of {names}.")
    return present


def _weights(fields: Sequence[str] | Mapping[str, float] | None, schema: Schema) -> dict[str, float]:
    """Return the weight of each index field that words without a field search."""
    given: Mapping[str, float | None]
    if isinstance(fields, Mapping):
        given = fields
    else:
        given = dict.fromkeys([fields] if isinstance(fields, str) else fields or TEXT_FIELDS)
    return {
        index_name: TEXT_FIELDS.get(index_name, 1.0) if weight is None else weight
        for name, weight in given.items()
        for index_name in index_fields(name, schema)
    }


class _Translator:
    """Walks the tree; None stands for a part of which nothing is left after analysis."""

    def __init__(
        self, schema: Schema, match: Match, weights: Mapping[str, float], place: Place | None
    ) -> None:
        self.schema = schema
        self.match = match
        self.place = place
        self.name: str | None = None  # the field of the query language that we are in
        self.default = self.targets(weights)
        self.current = self.default
        self.in_parts = False  # whether a part of a word such as counter-attack will do

    def targets(self, weights: Mapping[str, float]) -> list[tuple[TermQueries | KeyQueries, float]]:
        """Return what builds the queries of each index field, with its weight."""
        found: list[tuple[TermQueries | KeyQueries, float]] = []
        for name, weight in weights.items():
            analyzer = getattr(self.schema[name], "analyzer", None)
            build = TermQueries(name, analyzer) if isinstance(analyzer, NewsAnalyzer) else KeyQueries(name)
            found.append((build, weight))
        return found

    def node(self, node: qt.Node, boost: float) -> Any:
        """Return the query of a node, its scores multiplied, or None."""
        if isinstance(node, qt.Boosted):
            return self.node(node.item, boost * node.factor)
        if isinstance(node, qt.Required):
            return self.node(node.item, boost)
        if isinstance(node, qt.Not):
            return _negated(self.node(node.item, 1.0))
        if isinstance(node, qt.Field):
            return self.in_field(node, boost)
        if isinstance(node, qt.And):
            return _all_of([self.node(item, boost) for item in node.items])
        if isinstance(node, qt.Or):
            return _any_of([self.node(item, boost) for item in node.items])
        if isinstance(node, qt.Words):
            return self.words(node, boost)
        return self.leaf(node, boost)

    def in_field(self, node: qt.Field, boost: float) -> Any:
        self.name, self.current = (
            node.name,
            self.targets(dict.fromkeys(index_fields(node.name, self.schema), 1.0)),
        )
        found = self.node(node.item, boost)
        self.name, self.current = None, self.default
        return found

    def words(self, node: qt.Words, boost: float) -> Any:
        """Return the query of words side by side: those that must match, those that may, those that must not."""
        items = self.without_stop_words(node.items)
        before, self.in_parts = self.in_parts, self.match == "any"
        asked = [(item, self.node(item, boost)) for item in items]
        self.in_parts = before
        if self.match == "all":
            return _all_of([found for _, found in asked])
        firm = [found for item, found in asked if _narrows(item) or isinstance(found, wq.Not)]
        loose = [found for item, found in asked if not (_narrows(item) or isinstance(found, wq.Not))]
        either = _any_of(loose)
        if either is None:
            return _all_of(firm)
        if any(isinstance(item, qt.Required) and found is not None for item, found in asked):
            return _all_of(firm, maybe=either)
        return _all_of([either, *firm])

    def without_stop_words(self, items: tuple[qt.Node, ...]) -> tuple[qt.Node, ...]:
        """Return the items without the words that say little, unless nothing else is looked for."""
        kept = tuple(item for item in items if not self.is_stop_word(item))
        return kept if any(not isinstance(item, qt.Not) and not _narrows(item) for item in kept) else items

    def is_stop_word(self, item: qt.Node) -> bool:
        return isinstance(item, qt.Word) and all(
            builder.is_stop_word(item.text) for builder, _ in self.current
        )

    def leaf(self, node: qt.Leaf, boost: float) -> Any:
        """Return the query of a leaf in the current fields as one, or None."""
        if isinstance(node, qt.Every):
            return self.every(boost)
        if isinstance(node, qt.Dates):
            return wq.DateRange("date", _midnight(node.start), _midnight(node.end), endexcl=True, boost=boost)
        if self.place and self.name == "place" and isinstance(node, (qt.Word, qt.Phrase)):
            found = self.place(node.text)
            if found is not None:
                return found
        if isinstance(node, qt.Word) and len(self.current) > 1:
            return _any_of(list(self.word(node.text, boost)))
        found = [
            self.leaf_in(node, builder, boost * SCORE_WEIGHTS.get(builder.field, weight))
            for builder, weight in self.current
        ]
        return _any_of(in_any_field(found))

    def word(self, text: str, boost: float) -> Iterator[Any]:
        """Yield the queries of a word in several fields: one for all fields that are analysed alike."""
        for stem in (True, False):
            alike = [
                (build, w)
                for build, w in self.current
                if isinstance(build, TermQueries) and build.stems is stem
            ]
            if alike:
                yield combined_word(alike, text, boost, in_parts=self.in_parts)
        for build, weight in self.current:
            if isinstance(build, KeyQueries):
                yield build.word(text, boost * weight)

    def leaf_in(self, node: qt.Leaf, build: TermQueries | KeyQueries, boost: float) -> Any:
        """Return the query of a leaf in one index field, or None."""
        if isinstance(node, qt.Word):
            return build.word(node.text, boost)
        if isinstance(node, qt.Phrase):
            return build.phrase(node.text, node.slop, boost)
        if isinstance(node, qt.Prefix):
            return build.prefix(node.text, boost)
        if isinstance(node, qt.Wildcard):
            return build.wildcard(node.pattern, boost)
        if isinstance(node, qt.Fuzzy):
            return build.fuzzy(node.text, node.distance, boost)
        assert isinstance(node, qt.Exact)
        folded = build.phrase(node.text, 0, boost)
        return (
            folded
            if folded is None or isinstance(build, KeyQueries)
            else ExactText(build.field, node.text, folded)
        )

    def every(self, boost: float) -> Any:
        if self.name is None:
            return wq.Every(boost=boost)
        return _any_of([wq.Every(builder.field, boost=boost) for builder, _ in self.current])


def _narrows(item: qt.Node) -> bool:
    """Tell whether an item must match even where any of the words will do."""
    if isinstance(item, qt.Boosted):
        return _narrows(item.item)
    if isinstance(item, qt.Field):
        field = query_fields.find(item.name)
        return field is not None and field.kind != "text"
    return isinstance(item, qt.Required)


def _negated(query: Any) -> Any:
    """Return everything but."""
    if query is None:
        return None
    return query.query if isinstance(query, wq.Not) else wq.Not(query)


def _is_everything(query: Any) -> bool:
    return isinstance(query, wq.Every) and query.fieldname is None


def _any_of(queries: Sequence[Any]) -> Any:
    present: list[Any] = []
    for query in queries:
        present.extend(query.subqueries if type(query) is wq.Or else [] if query is None else [query])
    return wq.Or(present) if len(present) > 1 else present[0] if present else None


def _all_of(queries: Sequence[Any], maybe: Any = None) -> Any:
    """Return what all match, without what any negated one matches; ``maybe`` only adds to the scores."""
    present = [query for query in queries if query is not None]
    excluded = [query.query for query in present if isinstance(query, wq.Not)]
    wanted = [query for query in present if not isinstance(query, wq.Not)]
    # "Everything" adds nothing to other conditions but the same score for all.
    wanted = [query for query in wanted if not _is_everything(query)] or wanted[:1]
    if not wanted and maybe is not None:
        wanted = [wq.Every()]
    if not wanted:
        return wq.Not(_any_of(excluded)) if excluded else None
    found = wanted[0] if len(wanted) == 1 else wq.And(wanted)
    if maybe is not None:
        found = wq.AndMaybe(found, maybe)
    if not excluded:
        return found
    # Not AndNot, whose matcher lets the first document through unseen, nor Require, which fails on limited searches.
    return wq.And([found, wq.ConstantScoreQuery(wq.Not(_any_of(excluded)), _NEXT_TO_NOTHING)])


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    return datetime.datetime.combine(day, datetime.time()) if day else None
