"""Two queries that only change the order of what another one matches: by nearness of words, and by recency."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from whoosh import query

from searchidx.query import tree as qt
from searchidx.store.analysis import STOP_WORDS, NewsAnalyzer
from searchidx.store.combined import FieldWeights

LIFT = 0.3
"""What one pair of words side by side adds to the score, for an inverse document frequency of 1; measured."""

DEPTH = 50
"""How many of the best matches are looked at again."""


class _Reordered(query.Query):  # type: ignore[misc]
    """The documents of ``child``. Whoosh's own searcher takes its scores too; the evaluator changes them."""

    def __init__(self, child: Any) -> None:
        self.child = child
        self.boost = child.boost

    def __str__(self) -> str:
        return str(self.child)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.child))

    def is_leaf(self) -> bool:
        return False

    def children(self) -> Iterator[Any]:
        return iter([self.child])

    def apply(self, function: Callable[[Any], Any]) -> Any:
        raise NotImplementedError

    def normalize(self) -> Any:
        return self.apply(lambda child: child.normalize())

    def requires(self) -> Any:
        return self.child.requires()

    def estimate_size(self, ixreader: Any) -> int:
        return int(self.child.estimate_size(ixreader))

    def estimate_min_size(self, ixreader: Any) -> int:
        return int(self.child.estimate_min_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        return self.child.matcher(searcher, context)


class Lifted(_Reordered):
    """Lifts those of the best matches in which the ``words``, (term, position) pairs, stand near each other.

    Only as the outermost query: the best are known when all is scored.
    """

    def __init__(self, child: Any, fields: FieldWeights, words: tuple[tuple[str, int], ...]) -> None:
        super().__init__(child)
        self.fields = fields
        self.words = words

    def __repr__(self) -> str:
        return f"Lifted({self.child!r}, {self.words!r})"

    def apply(self, function: Callable[[Any], Any]) -> Lifted:
        return Lifted(function(self.child), self.fields, self.words)


class Recent(_Reordered):
    """Multiplies the scores by 1 + 2^(-age / half_life): ``day`` counts double (days as ``date.toordinal``).

    What is later than ``day`` counts as of that day, what has no date as very old.
    """

    def __init__(self, child: Any, day: int, half_life: float) -> None:
        super().__init__(child)
        self.day = day
        self.half_life = half_life

    def __repr__(self) -> str:
        return f"Recent({self.child!r}, {self.day}, {self.half_life})"

    def apply(self, function: Callable[[Any], Any]) -> Recent:
        return Recent(function(self.child), self.day, self.half_life)


def lifted(query: Any, tree: qt.Node, fields: FieldWeights, analyzer: NewsAnalyzer) -> Any:
    """Return a query that lifts articles with the words of the tree near each other; itself where there are not two."""
    words = neighbours(tree, analyzer)
    return Lifted(query, fields, words) if len(words) > 1 else query


def neighbours(tree: qt.Node, analyzer: NewsAnalyzer) -> tuple[tuple[str, int], ...]:
    """Return the terms of the bare words of a query with their positions, without those that say little."""
    found, position = [], 0
    for item in tree.items if isinstance(tree, qt.Words) else ():
        item = item.item if isinstance(item, qt.Required) else item
        if not isinstance(item, qt.Word):
            position += 1
            continue
        for word in analyzer.query_words(item.text):
            for part, term in zip(word.words, word.terms, strict=True):
                if part not in STOP_WORDS:
                    found.append((term, position))
                position += 1
    return tuple(found)
