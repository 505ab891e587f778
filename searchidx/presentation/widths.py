"""Columns that text takes on a terminal: Chinese and Japanese characters and emoji take two, accents none."""

from __future__ import annotations

import re

from searchidx.presentation.style import visible

# Letters, digits and punctuation of most languages with an alphabet, one column each: no table need be loaded.
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)


def columns(text: str) -> int:
    """Return the columns that a text takes; control characters as they are shown, see ``visible``."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    shown = visible(text)
    width = int(wcswidth(shown))
    return width if width >= 0 else len(shown)


def padded(text: str, width: int) -> str:
    """Return the text with spaces up to a width."""
    return text + " " * max(0, width - columns(text))


def cut(text: str, width: int) -> int:
    """Return how many characters of a text fit into so many columns, at least one; letters keep their accents."""
    if _NARROW.fullmatch(text):
        return max(1, width)
    from wcwidth import wcwidth

    taken = 0
    for number, char in enumerate(text):
        wide = max(0, wcwidth(char)) if char.isprintable() else len(visible(char))
        if number and taken + wide > width and wide:
            return number
        taken += wide
    return len(text)


def shortened(text: str, width: int) -> str:
    """Return the text on one line, cut at a word where it is longer than so many columns, safe for a terminal."""
    line = visible(" ".join(text.split()))
    if columns(line) <= width:
        return line
    if width < 4:
        return "…"
    kept = line[: cut(line, width - 2)]
    words = kept.rpartition(" ")[0] if line[len(kept)] != " " else kept
    # A text without spaces, as in Chinese, is cut where it must be.
    kept = words if columns(words) >= width // 2 else kept
    return f"{kept.rstrip()} …"
