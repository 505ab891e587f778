"""The tree that a query's text becomes: frozen values, compared by what they mean and not by where they stood.

Every node carries ``span``, the half-open character offsets of its source in the query text. Spans take no part in
comparisons, so that a query and its canonical text have equal trees.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import field

from searchidx.frozen import frozen

Span = tuple[int, int]
NOWHERE: Span = (0, 0)


@frozen
class Word:
    """One word as typed (``R&D``, ``O'Neill``, ``counter-attack``); the engine's analysis decides its terms."""

    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Phrase:
    """``"words in this order"``, with up to ``slop`` other words between each and the next."""

    text: str
    slop: int = 0
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Exact:
    """``=Reading`` or ``="Reading Borough"``: these letters and capitals, unstemmed, between word borders."""

    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Prefix:
    """``counter*``: words that begin with ``text``."""

    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Wildcard:
    """``w*d``, ``organi?e``: words of this pattern, where * is any letters (or none) and ? is one."""

    pattern: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Fuzzy:
    """``zelensky~2``: words at most ``distance`` (1 or 2) letters away."""

    text: str
    distance: int = 1
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Every:
    """``*``: every article; inside a field, every article that has something there."""

    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Dates:
    """Local days from ``start`` up to and not including ``end``; None is an open side, never both. Only in ``date``."""

    start: datetime.date | None
    end: datetime.date | None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Field:
    """``name:item``: the item looked for in one field; ``name`` is canonical, and no field stands inside another."""

    name: str
    item: Node
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Boosted:
    """``item^factor``: counts ``factor`` times as much in the ranking."""

    item: Node
    factor: float
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Required:
    """``+item``: must match, even where any of the words will do. Only inside Words."""

    item: Node
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Not:
    """``NOT item`` or ``-item``: everything but."""

    item: Node
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class And:
    """``a AND b``: two or more items that must all match."""

    items: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Or:
    """``a OR b``: two or more items of which one must match."""

    items: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@frozen
class Words:
    """``a b -c``: two or more items side by side; whether all or any must match is decided when it is searched."""

    items: tuple[Node, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


Leaf = Word | Phrase | Exact | Prefix | Wildcard | Fuzzy | Every | Dates
Group = And | Or | Words
Node = Leaf | Field | Boosted | Required | Not | Group

GROUPS = (And, Or, Words)
WRAPPERS = (Field, Boosted, Required, Not)


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and all below it, in the order of the text."""
    pending: list[Node] = [node]
    while pending:
        current = pending.pop()
        yield current
        if isinstance(current, (And, Or, Words)):
            pending.extend(reversed(current.items))
        elif isinstance(current, (Field, Boosted, Required, Not)):
            pending.append(current.item)
