"""Tree -> its canonical text, which parses to an equal tree."""

from __future__ import annotations

import re

from searchidx.query import dates
from searchidx.query.tree import (
    GROUPS,
    And,
    Boosted,
    Dates,
    Every,
    Exact,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Required,
    Wildcard,
    Word,
)

_BARE_EXACT = re.compile(r"[^\W_][\w.&+@#'’/-]*")


def to_text(node: Node) -> str:
    """Return the query's canonical text: one spelling per operator, brackets where they are needed, absolute dates."""
    if isinstance(node, (And, Or)):
        joint = " AND " if isinstance(node, And) else " OR "
        return joint.join(_bracketed(item, And, Or) for item in node.items)
    if isinstance(node, Not):
        return f"NOT {_bracketed(node.item, *GROUPS, Not)}"
    if isinstance(node, Required):
        return f"+{_bracketed(node.item, *GROUPS, Not, Required)}"
    if isinstance(node, Field):
        return f"{node.name}:{_bracketed(node.item, *GROUPS, Not, Field)}"
    if isinstance(node, Boosted):
        return f"{_bracketed(node.item, *GROUPS, Not, Field, Boosted)}^{_number(node.factor)}"
    return _leaf(node) if not isinstance(node, GROUPS) else " ".join(_beside(item) for item in node.items)


def _bracketed(node: Node, *kinds: type) -> str:
    """Return the text of a node, in brackets where it is of one of these kinds."""
    return f"({to_text(node)})" if isinstance(node, kinds) else to_text(node)


def _beside(node: Node) -> str:
    """Return the text of an item among others without an operator."""
    if isinstance(node, Not):
        return f"-{_bracketed(node.item, *GROUPS, Not)}"
    return _bracketed(node, *GROUPS)


def _leaf(node: Node) -> str:
    if isinstance(node, Word):
        return node.text
    if isinstance(node, Phrase):
        return f'"{node.text}"' + (f"~{node.slop}" if node.slop else "")
    if isinstance(node, Exact):
        return f"={node.text}" if _BARE_EXACT.fullmatch(node.text) else f'="{node.text}"'
    if isinstance(node, Prefix):
        return f"{node.text}*"
    if isinstance(node, Wildcard):
        return node.pattern
    if isinstance(node, Fuzzy):
        return f"{node.text}~{node.distance}"
    if isinstance(node, Dates):
        return dates.to_text(dates.DateRange(node.start, node.end))
    assert isinstance(node, Every)
    return "*"


def _number(factor: float) -> str:
    """Return 2 for 2.0, 0.5 for 0.5: the shortest digits that give the same number."""
    return repr(factor).removesuffix(".0")
