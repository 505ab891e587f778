"""A text's paragraphs: at empty lines, at indented lines, and where a line stops short; wrapped lines are joined."""

from __future__ import annotations

import re
from itertools import pairwise

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_SPACES = re.compile(r"[ \t]{2,}|\t")
#: Nobody wraps lines by hand that are longer than this.
_LONGEST_WRAP = 140


def blocks(text: str) -> list[str]:
    """Return what stands between empty lines; no block is empty, lines keep their indent."""
    found = text.split("\n\n") if "\n\n\n" not in text else _GAP.split(text)
    return [block for block in (block.strip("\n") for block in found) if block and not block.isspace()]


def body_paragraphs(body: list[str]) -> list[str]:
    """Return the paragraphs of all blocks."""
    found: list[str] = []
    for block in body:
        if "\n" in block or "  " in block or "\t" in block:
            found += paragraphs(block)
        else:
            found.append(block.strip())
    return found


def wrap_width(lines: list[str]) -> int:
    """Return at which column lines seem to have been wrapped; 0 if they do not seem to be."""
    width = max(map(len, lines), default=0)
    return width if (40 if len(lines) > 2 else 60) <= width <= _LONGEST_WRAP else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Tell whether a line was ended by the width alone: what follows it would not have fitted in."""
    word = len(following.split(None, 1)[0]) if following.strip() else 0
    return bool(width) and len(line.rstrip()) + 1 + word > width * 0.9


def paragraphs(block: str) -> list[str]:
    """Return the paragraphs of a block, each on one line with single spaces."""
    if "\n" not in block:
        return [on_one_line(block)]
    lines = [line for line in block.split("\n") if line.strip()]
    width = wrap_width(lines)
    found: list[list[str]] = []
    for number, line in enumerate(lines):
        if number and _continues(lines[number - 1], line, width):
            found[-1].append(line.strip())
        else:
            found.append([line.strip()])
    return [on_one_line(_joined(part)) for part in found]


def _continues(before: str, line: str, width: int) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    if line[:1] in " \t" and before[:1] not in " \t":
        return False  # an indent opens a paragraph
    if is_full(before, line, width):
        return True
    return line.lstrip()[:1].islower() and before.rstrip()[-1:] not in ".!?:"


def _joined(lines: list[str]) -> str:
    """Join wrapped lines; a word divided by a hyphen keeps it, without a space."""
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        divided = before[-1:] == "-" and before[-2:-1].isalpha() and line[:1].islower()
        if not divided or line.startswith(("and ", "or ", "to ")):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def on_one_line(text: str) -> str:
    """Return a text without a space at its ends, and with single spaces between words."""
    text = text.strip()
    return _SPACES.sub(" ", text) if "  " in text or "\t" in text else text
