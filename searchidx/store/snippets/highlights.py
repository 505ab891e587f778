"""What of a query is to be highlighted in one field: words, and phrases as wholes."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterator
from typing import Any

from whoosh import query as wq

from searchidx.frozen import frozen
from searchidx.store.exact import ExactText, WrittenPattern


@frozen
class WordTarget:
    """A part of a query that one word answers: ``text`` itself, or whatever word ``accepts`` (prefix, wildcard ...)."""

    text: str
    accepts: Callable[[str], bool] | None = None
    node: Any = None  # the query node, for an expansion over an index

    def matches(self, word: str) -> bool:
        """Say whether a word of the text, as the analyzer gives it, answers this target."""
        return word == self.text if self.accepts is None else self.accepts(word)


@frozen
class PhraseTarget:
    """Words that must follow one another, each at most ``slop`` positions behind the one before."""

    words: tuple[str, ...]
    slop: int = 1


@frozen
class WrittenTarget:
    """What stands in the text as it is written; ``find`` yields its places: half-open character offsets."""

    text: str
    find: Callable[[str], Iterator[tuple[int, int]]]


Target = WordTarget | PhraseTarget | WrittenTarget


@frozen
class Highlights:
    """What to highlight in one field, in the order of the query."""

    targets: tuple[Target, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.targets)


def highlights_of(query: Any, field: str) -> Highlights:
    """Return what a Whoosh query tree asks for in a field; what it excludes (NOT) and numeric ranges are left out."""
    seen: dict[Any, Target] = {}
    for node in positive_leaves(query):
        target = _target(node, field)
        if target is not None:
            key = (
                (target.words, target.slop) if isinstance(target, PhraseTarget) else (type(node), target.text)
            )
            seen.setdefault(key, target)
    return Highlights(tuple(seen.values()))


def positive_leaves(node: Any) -> Iterator[Any]:
    """Yield the leaves of a query tree that a hit can have been found by."""
    if isinstance(node, wq.Not):
        return
    if isinstance(node, wq.AndNot):
        yield from positive_leaves(node.a)
    elif node.is_leaf() or isinstance(node, ExactText):
        yield node
    else:
        for child in node.children():
            yield from positive_leaves(child)


def _target(node: Any, field: str) -> Target | None:
    """Return the target that a leaf stands for in the field, or None."""
    if isinstance(node, ExactText):
        names = node.fieldnames if isinstance(node, WrittenPattern) else (node.fieldname,)
        return WrittenTarget(node.text, node.occurrences) if field in names else None
    if isinstance(node, wq.NumericRange) or getattr(node, "fieldname", None) != field:
        return None
    if isinstance(node, wq.Phrase):
        words = tuple(_text(word) for word in node.words)
        return WordTarget(words[0]) if len(words) == 1 else PhraseTarget(words, node.slop) if words else None
    if isinstance(node, wq.TermRange):
        return WordTarget(f"{node.start} TO {node.end}", _range_test(node), node)
    text = _text(getattr(node, "text", ""))
    if not text:
        return None
    if isinstance(node, wq.Term):
        return WordTarget(text)
    accepts = _pattern_test(node, text)
    return WordTarget(text, accepts, node) if accepts else None


def _pattern_test(node: Any, text: str) -> Callable[[str], bool] | None:
    if isinstance(node, wq.Prefix):
        return lambda word: word.startswith(text)
    if isinstance(node, wq.Wildcard):
        if not text.strip("*"):
            return None  # everything matches: nothing to point out
        wildcard = re.compile(fnmatch.translate(text)).match
        return lambda word: wildcard(word) is not None
    if isinstance(node, wq.Regex):
        pattern = re.compile(text).match
        return lambda word: pattern(word) is not None
    if isinstance(node, wq.FuzzyTerm):
        return lambda word: (
            word[: node.prefixlength] == text[: node.prefixlength] and within_edits(word, text, node.maxdist)
        )
    if isinstance(node, wq.Variations):
        from whoosh.lang.morph_en import variations

        forms = frozenset(variations(text))
        return lambda word: word in forms
    return None


def _range_test(node: Any) -> Callable[[str], bool]:
    start, end = _text(node.start or ""), _text(node.end) if node.end is not None else None

    def accepts(word: str) -> bool:
        if word < start or (node.startexcl and word == start):
            return False
        return end is None or word < end or (word == end and not node.endexcl)

    return accepts


def within_edits(word: str, other: str, limit: int) -> bool:
    """Say whether ``limit`` insertions, deletions or substitutions of characters turn one word into the other."""
    if abs(len(word) - len(other)) > limit:
        return False
    row = list(range(len(other) + 1))
    for i, char in enumerate(word, 1):
        before, row[0] = row[0], i
        for j, other_char in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (char != other_char))
        if min(row) > limit:
            return False
    return row[-1] <= limit


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
