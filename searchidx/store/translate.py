"""From the tree of a query to Whoosh's query tree."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal

from whoosh import query as whoosh_query
from whoosh.fields import Schema

from searchidx.errors import QueryError
from searchidx.query import tree
from searchidx.store.analysis import STOP_WORDS

_FIELDS = {"speaker": "speakers", "place": "places"}


def translate(
    node: tree.Node,
    schema: Schema,
    *,
    match: Literal["all", "any"] = "all",
    fields: Sequence[str] = ("body",),
) -> Any:
    """Return the Whoosh query of a tree; ``fields`` are searched by what names no field itself."""
    return _Translation(schema, match).of(node, tuple(fields)).normalize()


class _Translation:
    def __init__(self, schema: Schema, match: str) -> None:
        self.schema = schema
        self.match = match

    def of(self, node: tree.Node, fields: tuple[str, ...]) -> Any:
        if isinstance(node, tree.Word):
            return whoosh_query.And(
                [
                    whoosh_query.Or([self.word(field, word) for field in fields])
                    for word in self.schema["body"].analyzer.query_words(node.text)
                ]
            )
        if isinstance(node, tree.Phrase):
            return whoosh_query.Or([self.phrase(field, node.text, node.slop) for field in fields])
        if isinstance(node, tree.Prefix):
            return whoosh_query.Or([whoosh_query.Prefix(field, node.text.lower()) for field in fields])
        if isinstance(node, tree.Wildcard):
            return whoosh_query.Or([whoosh_query.Wildcard(field, node.pattern.lower()) for field in fields])
        if isinstance(node, tree.Fuzzy):
            return whoosh_query.Or(
                [whoosh_query.FuzzyTerm(field, node.text.lower(), node.distance) for field in fields]
            )
        if isinstance(node, tree.Every):
            return whoosh_query.Every()
        if isinstance(node, tree.Dates):
            ends = [day and datetime.datetime.combine(day, datetime.time()) for day in (node.start, node.end)]
            return whoosh_query.DateRange("date", *ends, endexcl=True)
        if isinstance(node, tree.Field):
            return self.of(node.item, (_FIELDS.get(node.name, node.name),))
        if isinstance(node, tree.Boosted):
            return self.of(node.item, fields).with_boost(node.factor)
        if isinstance(node, tree.Required):
            return self.of(node.item, fields)
        if isinstance(node, tree.Not):
            return whoosh_query.Not(self.of(node.item, fields))
        if isinstance(node, tree.And | tree.Or | tree.Words):
            return self.group(node, fields)
        raise QueryError(f"{node} cannot be searched yet.")

    def group(self, node: tree.And | tree.Or | tree.Words, fields: tuple[str, ...]) -> Any:
        items = list(node.items)
        if isinstance(node, tree.Words):
            telling = [n for n in items if not (isinstance(n, tree.Word) and n.text.lower() in STOP_WORDS)]
            items = telling or items
        parts = [self.of(item, fields) for item in items]
        every = isinstance(node, tree.And) or (isinstance(node, tree.Words) and self.match == "all")
        return (whoosh_query.And if every else whoosh_query.Or)(parts)

    def word(self, field: str, word: Any) -> Any:
        stem = getattr(self.schema[field].analyzer, "stem", False)
        if not hasattr(self.schema[field].analyzer, "query_words"):
            return whoosh_query.Term(field, word.words[0])
        terms = word.terms if stem else word.words
        if len(terms) == 1:
            return whoosh_query.Term(field, terms[0])
        phrase = whoosh_query.Phrase(field, list(terms))
        return whoosh_query.Or([phrase, whoosh_query.Term(field, word.joined)]) if word.joined else phrase

    def phrase(self, field: str, text: str, slop: int) -> Any:
        words = [token.text for token in self.schema[field].analyzer(text, mode="query")]
        return whoosh_query.Phrase(field, words, slop=slop + 1)
