"""Markdown as plain text, for passages that are shown on a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]

# Emphasis, and the marks at the beginning of headings, quotations and items of lists.
_MARKS = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=[\w.,!?])__(?!\w)|^[ \t]*(?:#{1,6}|>|[*+-])[ \t]+", re.M)


def without_markup(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return the text without its marks, and where the spans are in it."""
    pieces: list[str] = []
    borders = sorted({border for span in spans for border in span})
    moved: dict[int, int] = {}
    last = length = 0
    for mark in [*_MARKS.finditer(text), None]:
        start, end = (mark.start(), mark.end()) if mark else (len(text), len(text))
        while borders and borders[0] <= end:
            border = borders.pop(0)
            moved[border] = length + min(border, start) - last
        pieces.append(text[last:start])
        length += start - last
        last = end
    kept = [(moved[start], moved[end]) for start, end in spans]
    return "".join(pieces), [(start, end) for start, end in kept if start < end]
