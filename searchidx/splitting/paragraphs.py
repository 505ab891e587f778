"""A text's paragraphs: at empty lines, at indented lines, and where a line stops short; wrapped lines are joined."""

from __future__ import annotations

import re
from io import StringIO
from itertools import pairwise

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_SPACES = re.compile(r"[ \t]{2,}|\t")
#: Where each paragraph is indented, a line that is not goes on with the one above, however short that is.
_INDENT = re.compile(r"^(?: {2,}|\t)\S", re.M)
#: A sentence is not over where a quotation ends with a comma.
_QUOTE_GOES_ON = (',"', ",”", ",'", ",’")
#: Nobody wraps lines by hand that are longer than this.
_LONGEST_WRAP = 140


def blocks(text: str) -> list[str]:
    """Return what stands between empty lines; no block is empty, lines keep their indent."""
    found = text.split("\n\n") if "\n\n\n" not in text else _GAP.split(text)
    return [block for part in found if (block := part.strip("\n")) and not block.isspace()]


def body_paragraphs(body: list[str]) -> list[str]:
    """Return the paragraphs of all blocks."""
    found: list[str] = []
    for block in body:
        if "\n" in block or "  " in block or "\t" in block:
            found += paragraphs(block)
        else:
            found.append(block.strip())
    return found


def wrap_width(block: str) -> int:
    """Return at which column (or the next) a block's lines were wrapped; 0 if they do not seem to be."""
    width = max(map(len, StringIO(block)))
    return width if (40 if block.count("\n") > 1 else 60) <= width <= _LONGEST_WRAP else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Tell whether a line was ended by the width alone: what follows, not indented, would not have fitted in."""
    if not width or following[:1] in " \t\n":
        return False
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width * 0.9


def paragraphs(block: str) -> list[str]:
    """Return the paragraphs of a block, each on one line with single spaces."""
    if "\n" not in block:
        return [on_one_line(block)]
    width = wrap_width(block)
    by_indent = width > 0 and block[0] in " \t" and len(_INDENT.findall(block)) > 1
    found: list[str] = []
    part: list[str] = []
    indented = False
    # Line by line, not from a list of all: a file of nothing but short lines would take a hundred times its size.
    for line in StringIO(block):
        text = line.strip()
        if not text:
            continue
        opens = line[0] in " \t" and not indented  # an indent opens a paragraph
        if part and (opens or not (by_indent or _goes_on(part[-1], text, width))):
            found.append(on_one_line(_joined(part)))
            part = []
        part.append(text)
        indented = line[0] in " \t"
    found.append(on_one_line(_joined(part)))
    return found


def _goes_on(before: str, text: str, width: int) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    if is_full(before, text, width):
        return True
    if before[-1] in ".!?:;”\"’')":
        return before[-2:] in _QUOTE_GOES_ON
    return text[0].islower() or len(before) > width / 2 > 0


def _joined(lines: list[str]) -> str:
    """Join wrapped lines; a word divided by a hyphen keeps it, without a space."""
    if len(lines) == 1:
        return lines[0]
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
