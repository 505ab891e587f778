"""A query error as lines for a person: the query, a caret under the trouble, the message."""

from __future__ import annotations

import unicodedata

from searchidx.errors import QueryError


def explain(error: QueryError, width: int = 80) -> list[str]:
    """Return the lines to show: the query with a caret under the place (where one is known), and the message.

    A query longer than ``width`` columns is cut to what stands around the place. Nothing is coloured or wrapped.
    """
    if error.position is None or not error.query.strip():
        return [str(error)]
    shown, place = _window(error.query, min(error.position, len(error.query)), max(width, 20))
    caret = " " * sum(_columns(char) for char in shown[:place]) + "^"
    return [shown, caret, str(error)]


def _window(query: str, position: int, width: int) -> tuple[str, int]:
    """Return the part of the query around the position in one line, and the position in it."""
    line = "".join(char if char.isprintable() else " " for char in query)
    before, after = width // 2, width - width // 2 - 1
    if sum(map(_columns, line[: width + 1])) <= width and len(line) <= width:
        return line, position
    start, room = position, before - 1
    while start and room >= _columns(line[start - 1]):
        start -= 1
        room -= _columns(line[start])
    end, room = position, after + room
    while end < len(line) and room > _columns(line[end]):
        room -= _columns(line[end])
        end += 1
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return left + line[start:end] + right, len(left) + position - start


def _columns(char: str) -> int:
    """Return how many terminal columns a character takes."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
