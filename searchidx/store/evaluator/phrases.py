"""Phrases: where each word stands, as one ascending array per word, and which of these places follow one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import DocArray, Segment
from searchidx.store.evaluator.fallback import matched_by_whoosh
from searchidx.store.evaluator.matches import NO_DOCS, Matches, Scored, TermMatches, nothing
from searchidx.store.evaluator.places import GAP, FieldPlaces, Places, RenumberedError, distinct, places_of
from searchidx.store.evaluator.terms import term_matches

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation


def phrase(self: Evaluation, node: Any, segment: Segment) -> Matches:
    """Match the words of a phrase in order, each at most ``slop`` positions behind the one before."""
    collection = self.collection
    field = collection.field(node.fieldname)
    if field is None or not node.words:
        return nothing(segment.size)
    if not field.positions:
        if node.degrade:
            return self.evaluate(node._and_query(), segment)
        raise QueryError(
            f"the field {node.fieldname} keeps no positions: search it for single words, not for a phrase"
        )
    if not (field.plain and collection.vectorised):
        return matched_by_whoosh(collection, node, segment)
    terms = []
    for word in node.words:
        term = term_matches(collection, node.fieldname, word, segment)
        if not isinstance(term, TermMatches):
            return term
        terms.append(term)
    try:
        docs = _documents(places_of(collection, segment, node.fieldname), node.words, terms, node.slop)
    except RenumberedError:
        docs = _documents(places_of(collection, segment, node.fieldname), node.words, terms, node.slop)
    if not len(docs):
        return nothing(segment.size)
    scores = terms[0].scores_of(docs)
    for term in terms[1:]:
        scores = scores + term.scores_of(docs)
    return Scored(segment.size, docs, scores if node.boost == 1.0 else scores * node.boost)


def _documents(
    places: FieldPlaces, words: Sequence[str], terms: Sequence[TermMatches], slop: int
) -> DocArray:
    """Return the documents that have the words in order."""
    if slop != 1:
        return distinct(places.documents(_chains(places, words, terms, slop)))
    found, at = _runs(places, words, terms)
    if not len(found):
        return NO_DOCS
    docs = places.documents(found)
    if len(words) > GAP + 1:  # a run might go on in the next document
        inside = (places.documents(found - at) == docs) & (
            places.documents(found + (len(words) - 1 - at)) == docs
        )
        docs = docs[inside]
    return distinct(docs)


def _runs(places: FieldPlaces, words: Sequence[str], terms: Sequence[TermMatches]) -> tuple[Places, int]:
    """Return where one of the words stands with all others around it, and which one that is."""
    counts = [term.count for term in terms]
    order = sorted(range(len(words)), key=counts.__getitem__)  # rare ones first
    at = order[0]
    found = places.word(words[at], terms[at]).all
    last = places.count - len(words) + at
    if len(found) and (
        found[0] < at or found[-1] > last
    ):  # the others would stand before the first place, or behind the last
        found = found[(found >= at) & (found <= last)]
    for number in order[1:]:
        wanted = found + (number - at)
        found = places.word(words[number], terms[number], wanted).common(wanted)
        at = number
        if not len(found):
            break
    return found, at


def _chains(places: FieldPlaces, words: Sequence[str], terms: Sequence[TermMatches], slop: int) -> Places:
    """Return the places where a chain of all words ends, each within ``slop`` positions of the one before."""
    ordered = sorted(terms, key=lambda term: term.count)
    docs = ordered[0].docs
    for term in ordered[1:]:
        docs = docs[term.find(docs)[0]]
    ends, _ = places.in_documents(words[0], terms[0], docs)
    for word, term in zip(words[1:], terms[1:], strict=True):
        if not len(ends):
            break
        found, counts = places.in_documents(word, term, docs)
        before = ends.searchsorted(found) - 1  # the nearest end before each place reaches it if any does
        nearest = ends[before]
        near = (found - nearest <= slop) & (before >= 0)
        if slop > GAP:
            near &= nearest >= places.beginnings(docs).repeat(counts)
        ends = found[near]
    return ends
