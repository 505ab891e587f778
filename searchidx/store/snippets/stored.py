"""Occurrences read from the index: the character spans that it keeps of every posting, so that no text is analysed."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from searchidx.store.evaluator.collection import Collection, Segment
from searchidx.store.evaluator.expansions import ordinals_of
from searchidx.store.snippets.analysed import (
    Place,
    analysed_occurrences,
    find_occurrences,
    written_occurrences,
)
from searchidx.store.snippets.highlights import Highlights, PhraseTarget, WrittenTarget, highlights_of
from searchidx.store.snippets.passages import Occurrence, Snippet, choose_snippets

_MANY_TERMS = 500  # from here on, analysing one text again costs less than asking each term for the document


class StoredHighlighter:
    """Makes the snippets of one field for the hits of one query: made once for a page of hits."""

    def __init__(self, collection: Collection, query: Any, field: str) -> None:
        self.query = query
        self._collection = collection
        self._field = field
        self._highlights = highlights_of(query, field)
        self._bases = [segment.base for segment in collection.segments]
        self._terms: dict[
            int, dict[str, int] | None
        ] = {}  # by segment: the ordinals of the words, None: too many

    def snippets(self, doc: int, text: str, count: int = 3, width: int = 200) -> list[Snippet]:
        """Return up to ``count`` snippets of a hit, the best first; ``text`` is what the field has indexed of it."""
        return choose_snippets(text, self.occurrences(doc, text), count, width)

    def occurrences(self, doc: int, text: str) -> list[Occurrence]:
        """Return every occurrence in a document, sorted; ``doc`` is a number of the reader."""
        if not self._highlights:
            return []
        segment = self._collection.segments[bisect_right(self._bases, doc) - 1]
        terms = self._terms_in(segment)
        if terms is not None:
            try:
                places = _places(segment, self._field, terms, doc - segment.base)
            except KeyError:  # the field keeps no characters
                pass
            else:
                found = find_occurrences(places, self._highlights)
                return sorted([*found, *written_occurrences(text, self._highlights)])
        return analysed_occurrences(text, self._collection.schema[self._field].analyzer, self._highlights)

    def _terms_in(self, segment: Segment) -> dict[str, int] | None:
        if segment.number not in self._terms:
            self._terms[segment.number] = _terms(self._collection, segment, self._field, self._highlights)
        return self._terms[segment.number]


def _terms(
    collection: Collection, segment: Segment, field: str, highlights: Highlights
) -> dict[str, int] | None:
    """Return the ordinals of all words that the targets name or stand for, or None where they are too many."""
    words: dict[str, int] = {}
    for target in highlights.targets:
        if isinstance(target, PhraseTarget):
            words |= {word: segment.arrays.ordinal(field, word.encode("utf-8")) for word in target.words}
        elif isinstance(target, WrittenTarget):
            continue
        elif target.accepts is None:
            words[target.text] = segment.arrays.ordinal(field, target.text.encode("utf-8"))
        else:
            ordinals = ordinals_of(collection, target.node, segment)
            if len(words) + len(ordinals) > _MANY_TERMS:
                return None
            found = {segment.arrays.term(field, int(o)).decode("utf-8", "replace"): int(o) for o in ordinals}
            words |= found
    return {word: ordinal for word, ordinal in words.items() if ordinal >= 0}


def _places(segment: Segment, field: str, terms: dict[str, int], doc: int) -> dict[str, list[Place]]:
    """Return where these words stand in a document of the segment."""
    if not terms:
        return {}
    (positions, offsets), starts, ends = segment.arrays.spans_in(field, list(terms.values()), doc)
    places = list(zip(positions.tolist(), starts.tolist(), ends.tolist(), strict=True))
    bounds = offsets.tolist()
    return {
        word: places[bounds[i] : bounds[i + 1]] for i, word in enumerate(terms) if bounds[i] < bounds[i + 1]
    }
