"""The sentences of a stretch of a text, without reading the rest of it."""

from __future__ import annotations

import re
from typing import NamedTuple

# A full stop, perhaps closing quotes or brackets, space, and something that can begin a sentence; or an empty line.
# That either begins with one of a few characters is said first, so that nothing else is looked at for long.
_END = re.compile(
    r"""[.!?…\n](?:(?<!\n)[.!?…]*["'”’»)\]]*(?=\s+["'“‘«(\[]*[^\W_a-z]|\s*\Z)|(?<=\n)[^\S\n]*(?=\n))""",
)
_NO_SPACE = re.compile(r"\S")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Brig|Maj|Col|Lt|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Sen|Rep|Gov|Pres|Hon|Rev|"
    r"Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_MARGIN = 80  # characters read on both sides of the stretch, so that an end there is recognised


class Sentence(NamedTuple):
    """``text[start:end]``; the first and last of a stretch may be parts only (``starts`` and ``ends`` tell).

    ``closes`` says that a paragraph ends with it.
    """

    start: int
    end: int
    starts: bool
    ends: bool
    closes: bool


def sentences(text: str, low: int, high: int) -> list[Sentence]:
    """Return the sentences, and parts of sentences, in ``text[low:high]``: none of them begins or ends with space."""
    first = max(low - _MARGIN, 0)
    stretch = text[first : high + _MARGIN]
    cut_off = first + len(stretch) < len(text)
    found: list[Sentence] = []
    start, starts = low, low == 0
    for match in _END.finditer(stretch):
        stop = stretch[match.start()] != "\n"
        end = first + match.end() if stop else _before_space(text, first + match.start(), first)
        if stop:
            if _ABBREVIATION.search(stretch, max(match.start() - 8, 0), match.start() + 1):
                continue
            if cut_off and match.end() == len(stretch):
                continue
        following = _skip_space(text, end)
        if following <= low:  # nothing but space between this end and the stretch
            starts = starts or following == low or not text[following:low].strip()
            continue
        if end > high:
            break
        _append(found, text, start, end, starts, True, not stop or _breaks(text, end, following))
        start, starts = following, True
    if start < high:
        rest = not text[high:].strip() if high + _MARGIN >= len(text) else False
        _append(found, text, start, high, starts, rest, rest)
    return found


def _append(
    found: list[Sentence], text: str, start: int, end: int, starts: bool, ends: bool, closes: bool
) -> None:
    end = _before_space(text, end, start)
    start = min(_skip_space(text, start), end)
    if start < end:
        found.append(Sentence(start, end, starts, ends, closes))
    elif found and closes:
        found[-1] = found[-1]._replace(closes=True)


def _skip_space(text: str, position: int) -> int:
    found = _NO_SPACE.search(text, position)
    return found.start() if found else len(text)


def _before_space(text: str, position: int, first: int) -> int:
    while position > first and text[position - 1].isspace():
        position -= 1
    return position


def _breaks(text: str, end: int, following: int) -> bool:
    return text.count("\n", end, following) > 1
