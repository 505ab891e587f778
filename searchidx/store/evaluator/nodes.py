"""One function per kind of node of Whoosh's query tree: what it matches in one segment.

Where Whoosh's own matchers have rules of their own, they are kept, so that scores are equal: a compound of one part
ignores its boost; Not scores 1 for what it lets through; the best part alone counts in a DisjunctionMax.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.query.qcore import _NullQuery

from searchidx.store.combined import CombinedTerm
from searchidx.store.evaluator import numbers, phrases
from searchidx.store.evaluator.collection import Collection, Segment
from searchidx.store.evaluator.combine import join, join_terms, unite
from searchidx.store.evaluator.combined import combined_term
from searchidx.store.evaluator.expansions import expand
from searchidx.store.evaluator.fallback import matched_by_whoosh
from searchidx.store.evaluator.matches import (
    Constant,
    Matches,
    Maximum,
    Summed,
    TermMatches,
    Union,
    Verified,
    locate,
    nothing,
)
from searchidx.store.evaluator.recency import recent
from searchidx.store.evaluator.terms import term_matches
from searchidx.store.exact import ExactText, WrittenPattern
from searchidx.store.lift import Lifted, Recent


class Evaluation:
    """The evaluation of query nodes over one collection. Holds no state of a search: safe to use again."""

    def __init__(self, collection: Collection, expansion_limit: int) -> None:
        self.collection = collection
        self.expansion_limit = expansion_limit

    def evaluate(self, node: Any, segment: Segment) -> Matches:
        """Return what the node matches in the segment, deleted documents included."""
        if type(node) is wq.Term and node.boost == 1.0:  # asked for before, as most are
            found: Matches | None = segment.remembered.get((node.fieldname, node.text))
            if found is not None:
                return found
        function = _FUNCTIONS.get(type(node))
        return (
            matched_by_whoosh(self.collection, node, segment)
            if function is None
            else function(self, node, segment)
        )


def _term(self: Evaluation, node: Any, segment: Segment) -> Matches:
    field = self.collection.field(node.fieldname)
    if field is None:
        return nothing(segment.size)
    if not (field.plain and self.collection.vectorised):
        return matched_by_whoosh(self.collection, node, segment)
    found = term_matches(self.collection, node.fieldname, node.text, segment)
    return found if node.boost == 1.0 or not isinstance(found, TermMatches) else found.boosted(node.boost)


def _and(self: Evaluation, node: Any, segment: Segment) -> Matches:
    children = node.subqueries
    if len(children) < 2:
        return self.evaluate(children[0], segment) if children else nothing(segment.size)
    parts: list[Any] = []
    only_terms = True
    for child in children:
        part = self.evaluate(child, segment)
        parts.append(part)
        if type(part) is not TermMatches:
            only_terms = False
            if part.is_empty():
                return part
    return join_terms(parts, node.boost) if only_terms else join(parts, node.boost)


def _or(self: Evaluation, node: Any, segment: Segment) -> Matches:
    if len(node.subqueries) < 2:
        return self.evaluate(node.subqueries[0], segment) if node.subqueries else nothing(segment.size)
    if getattr(node, "scale", None):
        return matched_by_whoosh(self.collection, node, segment)
    parts: list[tuple[Matches, float]] = []
    for child in node.subqueries:
        part = self.evaluate(child, segment)
        if type(part) is Union:
            parts.extend((inner, inner_boost * node.boost) for inner, inner_boost in part.parts)
        elif part.is_dense or len(part.docs):
            parts.append((part, node.boost))
    return unite(parts, segment.size)


def _disjunction_max(self: Evaluation, node: Any, segment: Segment) -> Matches:
    if len(node.subqueries) < 2:
        return self.evaluate(node.subqueries[0], segment) if node.subqueries else nothing(segment.size)
    parts = [(self.evaluate(child, segment), 1.0) for child in node.subqueries]
    best: Matches = Maximum(segment.size, parts)
    return best if node.boost == 1.0 else Summed(segment.size, [(best, node.boost)], mask=best.mask)


def _and_not(self: Evaluation, node: Any, segment: Segment) -> Matches:
    wanted = self.evaluate(node.a, segment)
    excluded = self.evaluate(node.b, segment)
    if wanted.is_dense or excluded.is_dense:
        docs = wanted.docs[~excluded.mask[wanted.docs]]
    else:
        at, _ = locate(wanted.docs, excluded.docs, segment.size)
        docs = np.delete(wanted.docs, at)
    return Summed(segment.size, [(wanted, 1.0)], docs)


def _and_maybe(self: Evaluation, node: Any, segment: Segment) -> Matches:
    wanted = self.evaluate(node.a, segment)
    return Summed(segment.size, [(wanted, 1.0), (self.evaluate(node.b, segment), 1.0)], wanted.docs)


def _require(self: Evaluation, node: Any, segment: Segment) -> Matches:
    wanted = self.evaluate(node.a, segment)
    required = self.evaluate(node.b, segment)
    return Summed(segment.size, [(wanted, 1.0)], join([wanted, required]).docs)


def _not(self: Evaluation, node: Any, segment: Segment) -> Matches:
    return Constant(segment.size, 1.0, mask=~self.evaluate(node.query, segment).mask)


def _constant(self: Evaluation, node: Any, segment: Segment) -> Matches:
    inner = self.evaluate(node.child, segment)
    score = node.score or 1.0  # as Whoosh: a constant of zero is one
    return (
        Constant(segment.size, score, mask=inner.mask)
        if inner.is_dense
        else Constant(segment.size, score, docs=inner.docs)
    )


def _every(self: Evaluation, node: Any, segment: Segment) -> Matches:
    score = node.boost or 1.0
    if node.fieldname in (None, "", "*"):
        return Constant(segment.size, score, docs=segment.all_docs())
    field = self.collection.field(node.fieldname)
    if field is None:
        return nothing(segment.size)
    return Constant(segment.size, score, mask=segment.field_mask(node.fieldname, field.scorable))


def _exact(self: Evaluation, node: ExactText, segment: Segment) -> Matches:
    stored = segment.reader.stored_fields
    number = segment.number
    return Verified(
        self.evaluate(node.child, segment), lambda doc: node.accepts_document(number, doc, stored)
    )


def _lifted(self: Evaluation, node: Lifted, segment: Segment) -> Matches:
    return self.evaluate(node.child, segment)


def _null(self: Evaluation, node: Any, segment: Segment) -> Matches:
    return nothing(segment.size)


_FUNCTIONS: dict[type, Callable[[Evaluation, Any, Segment], Matches]] = {
    wq.Term: _term,
    CombinedTerm: combined_term,
    wq.And: _and,
    wq.Or: _or,
    wq.DisjunctionMax: _disjunction_max,
    wq.AndNot: _and_not,
    wq.AndMaybe: _and_maybe,
    wq.Require: _require,
    wq.Not: _not,
    wq.ConstantScoreQuery: _constant,
    wq.Every: _every,
    _NullQuery: _null,
    ExactText: _exact,
    WrittenPattern: _exact,
    Lifted: _lifted,
    Recent: recent,
    wq.Phrase: phrases.phrase,
    wq.Prefix: expand,
    wq.Wildcard: expand,
    wq.Regex: expand,
    wq.FuzzyTerm: expand,
    wq.TermRange: expand,
    wq.Variations: expand,
    wq.NumericRange: numbers.numeric_range,
    wq.DateRange: numbers.numeric_range,
}
