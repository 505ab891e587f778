"""A query that finds nothing -> queries that ask for less, each with one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from searchidx.errors import QueryError
from searchidx.query.parser import parse
from searchidx.query.printer import to_text
from searchidx.query.tree import (
    And,
    Boosted,
    Exact,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Required,
    Word,
    Words,
)

Kind = Literal["drop", "or", "near", "words", "stemmed", "field"]

NEAR = 10
"""Words that may stand in between when a phrase is loosened."""


class Loosened(NamedTuple):
    """A query that asks for less: what kind of change it is, and in words."""

    kind: Kind
    change: str
    tree: Node


_Change = Callable[[Node], Iterator[tuple[Kind, str, Node | None]]]


def loosened(tree: Node) -> Iterator[Loosened]:
    """Yield every query that differs from this one in one thing and asks for less; what it excludes stays."""
    for kind, change, changed in (*_rewritten(tree, _shape), *_rewritten(tree, _part)):
        if changed is not None and _asks_for_something(changed) and _can_be_written(changed):
            yield Loosened(kind, change, changed)


def _shape(node: Node) -> Iterator[tuple[Kind, str, Node | None]]:
    if isinstance(node, Exact):
        yield "stemmed", f"{node.text} in any form", _plain(node.text)
    if isinstance(node, Phrase) and len(node.text.split()) > 1:
        if node.slop < NEAR:
            yield "near", f'"{node.text}" with words in between', replace(node, slop=NEAR)
        yield "words", f'"{node.text}" as single words', _plain(node.text)
    if isinstance(node, Field) and node.name not in ("date", "path", "id", "language"):
        yield "field", f"{to_text(node.item)} in the text", node.item
    if isinstance(node, And):
        yield "or", "any of them instead of all", Or(node.items)


def _part(node: Node) -> Iterator[tuple[Kind, str, Node | None]]:
    """Leave out one of several things side by side."""
    if isinstance(node, (And, Words)):
        for item in node.items:
            rest = tuple(each for each in node.items if each is not item)
            yield (
                "drop",
                f"without {to_text(_bare(item))}",
                _bare(rest[0]) if len(rest) == 1 else type(node)(rest),
            )


def _rewritten(node: Node, change: _Change) -> Iterator[tuple[Kind, str, Node | None]]:
    """Yield the tree with one node changed, for each node that the change knows; what is excluded is left alone."""
    yield from change(node)
    if isinstance(node, (And, Or, Words)):
        for at, item in enumerate(node.items):
            for kind, told, new in _rewritten(item, change):
                items = (*node.items[:at], *((new,) if new is not None else ()), *node.items[at + 1 :])
                yield kind, told, _flat(type(node), items)
    elif isinstance(node, (Field, Boosted, Required)):
        for kind, told, new in _rewritten(node.item, change):
            yield kind, told, None if new is None else replace(node, item=new)


def _flat(kind: type[And] | type[Or] | type[Words], items: tuple[Node, ...]) -> Node | None:
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if kind is Words and isinstance(item, Words) else [item])
    return kind(tuple(flat)) if len(flat) > 1 else _bare(flat[0]) if flat else None


def _plain(text: str) -> Node:
    words = [Word(word) for word in text.split()]
    return words[0] if len(words) == 1 else Words(tuple(words))


def _bare(node: Node) -> Node:
    return node.item if isinstance(node, Required) else node


def _asks_for_something(node: Node) -> bool:
    """Tell whether a query demands anything, instead of only excluding."""
    if isinstance(node, Not):
        return False
    if isinstance(node, (And, Words)):
        return any(map(_asks_for_something, node.items))
    return True


def _can_be_written(node: Node) -> bool:
    """Tell whether the text of a query means it: the words of a phrase may mean something else by themselves."""
    try:
        return parse(to_text(node)) == node
    except QueryError:
        return False


def with_words(tree: Node, corrections: dict[Node, str]) -> Node:
    """Return the tree with the texts of these leaves replaced, wherever they stand."""
    if isinstance(tree, (And, Or, Words)):
        return type(tree)(tuple(with_words(item, corrections) for item in tree.items), tree.span)
    if isinstance(tree, (Field, Boosted, Required, Not)):
        return replace(tree, item=with_words(tree.item, corrections))
    if isinstance(tree, (Word, Phrase, Exact, Fuzzy)) and tree in corrections:
        text = corrections[tree]
        return Phrase(text) if isinstance(tree, Word) and " " in text else replace(tree, text=text)
    return tree
