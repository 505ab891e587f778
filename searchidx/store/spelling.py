"""Words of the index that a misspelled word may have been meant to be, as they are written in the articles.

What is compared are the terms: in fields with stemming these are stems, so the last letters of the word may be left
over. The forms of the nearest stems are then read where they stand, and compared as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log10
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.analysis import NewsAnalyzer, stem_word
from searchidx.store.evaluator.collection import Collection, Segment
from searchidx.store.exact import stored_text
from searchidx.store.folding import fold
from searchidx.store.words import words

_SHORTEST = 3  # letters of a word that is looked into
_TWO_EDITS = 6  # letters from which on two may be wrong
_STEM = 4  # letters that are left of a word at least
_ENDING = 4  # letters of an ending that stemming may have taken off
_LOOKED_AT = 12  # nearest terms whose written forms are compared
_SAMPLE = 3  # documents whose text is looked at for the forms of a term
# A word that is there is seldom a mistake: a short one has many others near it, and must be rare beside the other.
_LONG_ENOUGH = 5  # letters
_FAR_MORE = 20  # times as many documents
_FIRST_LETTER = 0.5  # seldom is it the first letter that is wrong
PER_TENFOLD = 0.4
"""Edits that ten times as many documents are worth."""


Row = npt.NDArray[np.int8]
Letters = npt.NDArray[np.uint32]


class Spelling(NamedTuple):
    """A word as it is written in the index, and how many documents have it or another form of it."""

    word: str
    documents: int


def documents_with(collection: Collection, fields: Iterable[str], word: str) -> int:
    """Return how many documents have a folded word in the field that has it most often; 0: the word is nowhere."""
    return max((_documents(collection, name, _term(collection, name, word)) for name in fields), default=0)


def _documents(collection: Collection, field: str, term: str) -> int:
    found = collection.term(field, term.encode("utf-8"))
    return collection.doc_freq(field, found.ordinals) if found else 0


def far_more_frequent(
    collection: Collection, fields: Sequence[str], word: str, documents: int, count: int = 3
) -> list[Spelling]:
    """Return what a word that few documents have may be a misspelling of: one edit away, in many times as many."""
    if len(word) < _LONG_ENOUGH:
        return []
    return [
        spelling
        for spelling in spellings(collection, fields, word, count + 1)
        if spelling.documents >= _FAR_MORE * documents and edits(word, fold(spelling.word).strip(), 1) == 1
    ][:count]


def spellings(collection: Collection, fields: Iterable[str], word: str, count: int = 3) -> list[Spelling]:
    """Return what a folded word may have been meant to be, the likeliest first; it should be in none of the fields."""
    if len(word) < _SHORTEST or not any(map(str.isalpha, word)):
        return []
    limit = 2 if len(word) >= _TWO_EDITS else 1
    found: dict[str, tuple[float, Spelling]] = {}
    for name in fields:
        for term, documents in _nearest(collection, name, word, limit):
            nearest = _nearest_form(_forms(collection, name, term), word, limit)
            if nearest is None:
                continue
            distance, surface = nearest
            cost = distance - PER_TENFOLD * log10(documents)
            known = found.get(term)
            if known is None or cost < known[0]:
                found[term] = (cost, Spelling(surface, documents))
    ranked = sorted(found.values(), key=lambda each: (each[0], each[1].word))
    return [spelling for _, spelling in ranked[:count]]


def _nearest_form(forms: list[str], word: str, limit: int) -> tuple[float, str] | None:
    """Return what the nearest form costs, and the form; of equal ones that with the same ending, else the first."""
    best: tuple[float, bool, str] | None = None
    for form in forms:
        folded = fold(form).strip()
        distance = edits(word, folded, limit)
        if distance > limit:
            continue
        cost = distance + _FIRST_LETTER * (folded[:1] != word[:1])
        key = (cost, folded[-1:] != word[-1:], form)
        if best is None or key[:2] < best[:2]:
            best = key
    return None if best is None else (best[0], best[2])


def edits(one: str, two: str, limit: int) -> int:
    """Return how many letters to insert, delete, change or swap with the next one; at most ``limit`` are counted."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, other in enumerate(two, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return row[-1]


def _term(collection: Collection, field: str, word: str) -> str:
    return stem_word(word) if _stems(collection, field) else word


def _stems(collection: Collection, field: str) -> bool:
    analyzer = collection.schema[field].analyzer
    return isinstance(analyzer, NewsAnalyzer) and analyzer.stem


def _nearest(collection: Collection, field: str, word: str, limit: int) -> list[tuple[str, int]]:
    """Return the terms nearest to a word with the number of their documents: those of the most documents if even."""
    ending = min(_ENDING, max(0, len(word) - _STEM)) if _stems(collection, field) else 0
    having: dict[str, int] = {}
    distances: dict[str, int] = {}
    for segment in collection.segments:
        count = segment.arrays.term_count(field)
        terms = segment.arrays.terms(field, 0, count)
        lengths = np.fromiter(map(len, terms), np.intp, count)  # in bytes: no less than letters
        near = np.flatnonzero((lengths <= 2 * (len(word) + limit)) & (lengths >= len(word) - ending - limit))
        texts = [terms[number].decode("utf-8", "replace") for number in near.tolist()]
        found = term_distances(texts, word, limit, ending)
        doc_freqs = collection.doc_freqs(segment, field)
        for row in np.flatnonzero(found <= limit).tolist():
            text = texts[row]
            having[text] = having.get(text, 0) + int(doc_freqs[near[row]])
            distances[text] = int(found[row])
    ranked = sorted(having, key=lambda text: (distances[text] - PER_TENFOLD * log10(having[text]), text))
    return [(text, having[text]) for text in ranked[:_LOOKED_AT]]


def term_distances(terms: list[str], word: str, limit: int, ending: int = 0) -> npt.NDArray[np.int8]:
    """Return for each term the edits to the word, or to the word without up to ``ending`` of its last letters.

    What is farther than ``limit`` is only known to be so. Terms that cannot be near any more are left as soon as that
    is clear, which for most is after two or three letters.
    """
    result = np.full(len(terms), limit + 1, np.int8)
    if not terms:
        return result
    letters, lengths = _letters(terms, len(word) + limit)
    codes = [ord(letter) for letter in word]
    least = len(word) - ending
    # row[j]: edits from the first i letters of each term left to the first j of the word.
    left = np.arange(len(terms))
    row = np.repeat(np.arange(len(word) + 1, dtype=np.int8)[:, None], len(terms), axis=1)
    before = row
    for i in range(letters.shape[1]):
        current = _next_row(row, before, letters[left, i], letters[left, i - 1] if i else None, codes)
        current[0] = i + 1
        at_end = lengths[left] == i + 1
        result[left[at_end]] = np.minimum(current[least:, at_end].min(axis=0), limit + 1)
        alive = ~at_end & (np.minimum(current.min(axis=0), row.min(axis=0)) <= limit)
        left, before, row = left[alive], row[:, alive], current[:, alive]
    return result


def _letters(terms: list[str], width: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.intp]]:
    """Return the letters of each term in a row, and the lengths of the terms."""
    lengths = np.fromiter(map(len, terms), np.intp, len(terms))
    letters = np.zeros((len(terms), min(int(lengths.max()), width)), np.uint32)
    flat = np.frombuffer("".join(terms).encode("utf-32-le", "surrogatepass"), np.uint32)
    rows = np.repeat(np.arange(len(terms)), lengths)
    columns = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    inside = columns < letters.shape[1]
    letters[rows[inside], columns[inside]] = flat[inside]
    return letters, lengths


def _next_row(row: Row, before: Row, letter: Letters, last: Letters | None, codes: list[int]) -> Row:
    current = np.empty_like(row)
    current[0] = row[0] + 1
    for j, code in enumerate(codes, 1):
        cost = row[j - 1] + (letter != code)
        np.minimum(cost, row[j] + 1, out=cost)
        np.minimum(cost, current[j - 1] + 1, out=cost)
        if last is not None and j > 1:
            swapped = (letter == codes[j - 2]) & (last == code)
            cost[swapped] = np.minimum(cost[swapped], before[j - 2][swapped] + 1)
        current[j] = cost
    return current


def _forms(collection: Collection, field: str, term: str) -> list[str]:
    """Return how a term is written in some documents, the most frequent forms first."""
    written: Counter[str] = Counter()
    data = term.encode("utf-8")
    for segment in collection.segments:
        ordinal = segment.arrays.ordinal(field, data)
        if ordinal < 0:
            continue
        for row, doc in enumerate(segment.arrays.postings(field, ordinal).docs[:_SAMPLE].tolist()):
            stored = segment.reader.stored_fields(doc)
            written.update(_written(segment, field, ordinal, row, term, stored))
    folded: dict[str, str] = {}
    for surface, _ in written.most_common():
        # A word that begins a sentence somewhere is written small; a name keeps its capital.
        key = surface.lower()
        folded[key] = (
            key if key in written or (surface.isupper() and len(surface) > 4) else folded.get(key, surface)
        )
    return list(folded.values()) or [term]  # what is stored need not have the field


def _written(
    segment: Segment, field: str, ordinal: int, row: int, term: str, stored: dict[str, Any]
) -> list[str]:
    text = stored_text(stored, field)
    try:
        starts, ends = segment.arrays.spans(field, ordinal, row)
    except KeyError:  # the field keeps no characters, and is short
        return [text[word.start : word.end] for word in words(text) if word.text == term and not word.joined]
    return [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
