"""What a person typed, in one index field -> Whoosh's queries: words, phrases, prefixes, patterns, fuzzy words.

Text goes through the field's own analyzer, so that a query finds what was indexed. A word of linked parts
(counter-attack) is the joined term or its parts as a phrase, and two words side by side in a quoted phrase are the
joined term too, so that counter-attack, counterattack and counter attack find each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from string import ascii_lowercase
from typing import Any

from whoosh import query as wq

from searchidx.store.analysis import STOP_WORDS, NewsAnalyzer, QueryWord, stem_word
from searchidx.store.combined import CombinedTerm
from searchidx.store.exact import WrittenPattern
from searchidx.store.folding import fold
from searchidx.store.schema import SCORE_WEIGHTS
from searchidx.store.words import LONGEST

_MOST_VARIANTS = 16
_SHORTEST_STEM = 3  # letters
# What stemming may take off or change, itself or its last letters: no stem tells whether a word ended so.
_ENDINGS = tuple(
    """able al ally ance ancy ant ate ation ational ator ed edly ely ement ence ency ent er ery ful fulness ible ic
    ical icity ied ies ing ingly ion ism iti ity ive iveness ivity ization ize izer less ly ment ness ous ousness s
    tional y""".split()
)
_SOME = "qaqaq"  # with vowels, as stemming asks for; stands for what a * matches when an ending is stemmed
# Marks inside a word that the index closes up.
_CLOSED_UP = str.maketrans("", "", "'-,")


class TermQueries:
    """Builds the queries of one field of running text; ``boost`` multiplies their scores."""

    def __init__(self, field: str, analyzer: NewsAnalyzer) -> None:
        self.field = field
        self.analyzer = analyzer

    @property
    def stems(self) -> bool:
        """Whether endings do not count in this field."""
        return self.analyzer.stem

    def is_stop_word(self, text: str) -> bool:
        """Tell whether a bag of words loses nothing without this word; names are never stop words."""
        return self.analyzer.stem and all(
            word in STOP_WORDS for found in self.analyzer.query_words(text) for word in found.words
        )

    def word(self, text: str, boost: float) -> Any:
        """Return the query of one word as typed, which may have several parts, or None where it has none."""
        return self._any_variant(_variants(self.analyzer.query_words(text)), 1, boost)

    def phrase(self, text: str, slop: int, boost: float) -> Any:
        """Return the query of a quoted text with up to ``slop`` other words between each and the next, or None."""
        found = self.analyzer.query_words(text)
        variants = _variants(found)
        if slop == 0:
            variants += self._joined_neighbours(found)
        return self._any_variant(variants, slop + 1, boost)

    def prefix(self, text: str, boost: float) -> Any:
        """Return the query of words that begin so, or None where nothing is left of the text."""
        *before, last = _pattern_words(text) or [""]
        if not last:
            return None
        queries = [wq.Prefix(self.field, last, boost)]
        if self.analyzer.stem:
            queries.append(self._written(f"{last}*", self._shorter_stems(last, boost)))
        return self._after(before, _best(queries), boost)

    def wildcard(self, pattern: str, boost: float) -> Any:
        """Return the query of words of a pattern with * and ?, or None where nothing is left of it."""
        *before, last = _pattern_words(pattern) or [""]
        if not last.strip("*?"):
            return None
        found = wq.Wildcard(self.field, last, boost)
        if self.analyzer.stem:
            found = self._stemmed_wildcard(last, boost)
        return self._after(before, found, boost)

    def fuzzy(self, text: str, distance: int, boost: float) -> Any:
        """Return the query of words at most so many letters away, or None where nothing is left of the text."""
        *before, last = _pattern_words(text) or [""]
        if not last:
            return None
        forms = dict.fromkeys([last, stem_word(last)] if self.analyzer.stem else [last])
        fuzzy = [wq.FuzzyTerm(self.field, form, boost, maxdist=distance, prefixlength=0) for form in forms]
        return self._after(before, _best(fuzzy), boost)

    def _any_variant(self, variants: list[tuple[str, ...]], slop: int, boost: float) -> Any:
        """Return the query of one or more ways to write the same, of which the best counts."""
        queries = [
            wq.Term(self.field, terms[0], boost)
            if len(terms) == 1
            else wq.Phrase(self.field, list(terms), slop, boost)
            for terms in dict.fromkeys(variants)
        ]
        return _best(queries) if queries else None

    def _joined_neighbours(self, found: list[QueryWord]) -> Iterator[tuple[str, ...]]:
        """Yield the terms of a phrase with two neighbours written as one word: counter attack, counterattack."""
        terms = [term for word in found for term in word.terms]
        words = [word for part in found for word in part.words]
        for at, (one, two) in enumerate(pairwise(words)):
            if {one, two} & STOP_WORDS or (one + two).isdigit():
                continue
            joined = one + two
            yield (*terms[:at], stem_word(joined) if self.analyzer.stem else joined, *terms[at + 2 :])

    def _stemmed_wildcard(self, pattern: str, boost: float) -> Any:
        """Return the query for words of a pattern by their stems, and by their text where stems look otherwise."""
        if "*" not in pattern:
            return self._written(pattern, self._forms(pattern, boost))
        tail = pattern.rpartition("*")[2]
        ending = stem_word(_SOME + tail).removeprefix(_SOME) if tail and "?" not in tail else tail
        head = re.split(r"[*?]", pattern, maxsplit=1)[0]
        whole = stem_word(head) == head and not any(each.endswith(tail) for each in _ENDINGS)
        if ending == tail and tail and whole:
            return wq.Wildcard(self.field, pattern, boost)
        if len(ending) == len(tail) > 0 and whole:  # *sky, as *ski
            likely = [pattern, f"{pattern.rpartition('*')[0]}*{ending}"]
            return self._written(pattern, _any(wq.Wildcard(self.field, each, boost) for each in likely))
        if not head:
            return self._written(pattern, wq.Every(self.field, boost))
        return self._written(
            pattern, wq.Or([wq.Prefix(self.field, head, boost), self._shorter_stems(head, boost)])
        )

    def _forms(self, pattern: str, boost: float) -> Any:
        """Return the query for the stems of all that a pattern of ? can stand for."""
        pieces = pattern.split("?")
        if len(pieces) > 3:
            head = pieces[0]
            return wq.Or([wq.Prefix(self.field, head, boost), self._shorter_stems(head, boost)])
        forms = (
            "".join(piece + letter for piece, letter in zip(pieces, (*letters, ""), strict=True))
            for letters in product(ascii_lowercase, repeat=len(pieces) - 1)
        )
        stems = sorted({stem_word(form) for form in forms})
        return wq.Or(
            [wq.Wildcard(self.field, pattern, boost), *(wq.Term(self.field, s, boost) for s in stems)]
        )

    def _shorter_stems(self, head: str, boost: float) -> Any:
        """Return the query for stems that words beginning with ``head`` may have though these do not: run for runn."""
        stems = {stem_word(head)}
        for size in range(min(len(head), _SHORTEST_STEM), len(head) + 1):
            stems |= {head[:size], head[:size] + "e", head[: size - 1] + "i", head[: size - 1] + "y"}
        return wq.Or([wq.Term(self.field, s, boost) for s in sorted(stems) if s and not s.startswith(head)])

    def _written(self, pattern: str, child: Any) -> Any:
        return WrittenPattern(self.field, pattern, child)

    def _after(self, before: list[str], last: Any, boost: float) -> Any:
        """Return the query of the last piece together with the whole words that stand before it in one run."""
        words = [self.word(word, boost) for word in before]
        return wq.And([*filter(None, words), last]) if any(words) else last


def combined_word(
    fields: Sequence[tuple[TermQueries, float]], text: str, boost: float, *, in_parts: bool = False
) -> Any:
    """Return the query of one word as typed in several fields as one, all analysed alike; None without any word.

    ``in_parts``: of a word of linked parts, any part will do.
    """
    found = fields[0][0].analyzer.query_words(text)
    weights = {build.field: weight for build, weight in fields}
    if in_parts:
        return _any(_part_by_part(weights, word, boost) for word in found) if found else None
    queries = [_combined(weights, terms, boost) for terms in dict.fromkeys(_variants(found))]
    return _best(queries) if queries else None


def _combined(weights: Mapping[str, float], terms: tuple[str, ...], boost: float) -> Any:
    if len(terms) > 1:
        return _any(
            wq.Phrase(field, list(terms), 1, boost * SCORE_WEIGHTS.get(field, weight))
            for field, weight in weights.items()
        )
    return CombinedTerm(weights, terms[0], boost) if len(weights) > 1 else wq.Term(*weights, terms[0], boost)


def _part_by_part(weights: Mapping[str, float], word: QueryWord, boost: float) -> Any:
    """Return the query of the joined form or else of the parts, each for itself."""
    telling = [term for term, part in zip(word.terms, word.words, strict=True) if part not in STOP_WORDS]
    parts = _any(_combined(weights, (term,), boost) for term in dict.fromkeys(telling or word.terms))
    return _best([_combined(weights, (word.joined,), boost), parts]) if word.joined else parts


class KeyQueries:
    """Builds the queries of one field whose whole value is one term: a path, an identifier, a language."""

    def __init__(self, field: str) -> None:
        self.field = field

    def is_stop_word(self, text: str) -> bool:
        """Return False: each value counts."""
        return False

    def word(self, text: str, boost: float) -> Any:
        """Return the query of a value; for a path also of all files in the folder of that name."""
        if self.field == "language":
            text = text.lower()
        whole = wq.Term(self.field, text, boost)
        if self.field != "path":
            return whole
        return wq.Or([whole, wq.Prefix(self.field, text.rstrip("/") + "/", boost)])

    def phrase(self, text: str, slop: int, boost: float) -> Any:
        """Return the query of a quoted value."""
        return self.word(text, boost)

    def prefix(self, text: str, boost: float) -> Any:
        """Return the query of values that begin so."""
        return wq.Prefix(self.field, text, boost)

    def wildcard(self, pattern: str, boost: float) -> Any:
        """Return the query of values of this pattern."""
        return wq.Wildcard(self.field, pattern.replace("[", "[[]"), boost)

    def fuzzy(self, text: str, distance: int, boost: float) -> Any:
        """Return the query of values at most so many letters away."""
        return wq.FuzzyTerm(self.field, text, boost, maxdist=distance, prefixlength=0)


def _variants(found: list[QueryWord]) -> list[tuple[str, ...]]:
    """Return the ways to write words of linked parts: each in parts or joined, first all in parts."""
    choices = [[word.terms, (word.joined,)] if word.joined else [word.terms] for word in found]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _MOST_VARIANTS:  # all in parts, or all joined
        rows = [[choice[0] for choice in choices], [choice[-1] for choice in choices]]
    else:
        rows = [list(row) for row in product(*choices)]
    return [terms for row in rows if (terms := tuple(term for part in row for term in part))]


def _pattern_words(text: str) -> list[str]:
    """Return the folded words of a text with * and ?, marks closed up as in the index; most have but one."""
    pieces = re.split(r"([*?])", text)  # folding takes wildcards for spaces
    folded = "".join(piece if piece in ("*", "?") else _without_points(fold(piece)) for piece in pieces)
    return [word[:LONGEST] for word in folded.translate(_CLOSED_UP).split()]


def _without_points(text: str) -> str:
    """Return the text without the points of acronyms; between digits they stay."""
    return re.sub(r"(?<!\d)\.|\.(?!\d)", "", text)


def _any(queries: Iterable[Any]) -> Any:
    several = list(queries)
    return several[0] if len(several) == 1 else wq.Or(several)


def _best(queries: list[Any]) -> Any:
    return queries[0] if len(queries) == 1 else wq.DisjunctionMax(queries)
