"""Breaking marked text into lines without losing its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from searchidx.presentation.widths import columns, cut

Span = tuple[int, int]

_WORD = re.compile(r"\S+")


def wrap(text: str, spans: Sequence[Span], width: int) -> Iterator[tuple[str, list[Span]]]:
    """Yield lines of at most ``width`` columns, each with the spans inside it.

    Runs of white space become one space; a word longer than a line (an address, a text without spaces as in Chinese)
    goes on in the next; a span that goes over the end of a line is marked on both.
    """
    pieces: list[str] = []
    inside: dict[int, Span] = {}
    length = taken = first = 0  # characters and columns of the line so far
    for start, end, spaced in _pieces(text, width):
        piece = text[start:end]
        room = columns(piece)
        if pieces and taken + spaced + room > width:
            yield "".join(pieces), list(inside.values())
            pieces, inside, length, taken = [], {}, 0, 0
        if pieces and spaced:
            pieces.append(" ")
            length, taken = length + 1, taken + 1
        pieces.append(piece)
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        for number in range(first, len(spans)):
            left, right = spans[number]
            if left >= end:
                break
            begin = length + max(left - start, 0)
            inside[number] = (inside.get(number, (begin, 0))[0], length + min(right, end) - start)
        length, taken = length + len(piece), taken + room
    if pieces:
        yield "".join(pieces), list(inside.values())


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each word, of one longer than a line in parts, and whether a space comes before it."""
    for word in _WORD.finditer(text):
        start, spaced = word.start(), True
        while columns(text[start : word.end()]) > width:
            end = start + cut(text[start : word.end()], width)
            if end >= word.end():
                break
            yield start, end, spaced
            start, spaced = end, False
        yield start, word.end(), spaced
