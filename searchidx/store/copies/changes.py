"""What a copy changed: the words that one text lacks and the other has, in passages that can be read."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_CONTEXT = 3  # equal words between two changes that make one change of them


class Change(NamedTuple):
    """``old`` words were replaced by ``new`` ones; one of them may be empty: left out, or added."""

    old: str
    new: str


class Comparison(NamedTuple):
    """``kept`` is the share of the first text's words that the second one has too, in the same order."""

    kept: float
    changes: tuple[Change, ...]


def compare_texts(first: str, second: str) -> Comparison:
    """Return what became of the first text in the second one, in order; paragraphs are compared whole first."""
    one, other = _WORD.findall(first), _WORD.findall(second)
    kept = 0
    changes: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, m in _opcodes(first, second, one, other):
        if tag == "equal":
            kept += j - i
        elif changes and i - changes[-1][1] <= _CONTEXT and k - changes[-1][3] <= _CONTEXT:
            changes[-1] = (changes[-1][0], j, changes[-1][2], m)
        else:
            changes.append((i, j, k, m))
    return Comparison(
        kept / len(one) if one else 1.0,
        tuple(Change(" ".join(one[i:j]), " ".join(other[k:m])) for i, j, k, m in changes),
    )


def _opcodes(
    first: str, second: str, one: list[str], other: list[str]
) -> list[tuple[str, int, int, int, int]]:
    """Return the edit script by words: equal paragraphs are anchors, and words are compared between those."""
    before, after = ([part for part in text.split("\n") if part.strip()] for text in (first, second))
    starts = [_starts(before), _starts(after)]
    script: list[tuple[str, int, int, int, int]] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        a, b, c, d = starts[0][i], starts[0][j], starts[1][k], starts[1][m]
        if tag == "equal":
            script.append((tag, a, b, c, d))
            continue
        words = SequenceMatcher(None, one[a:b], other[c:d], autojunk=False).get_opcodes()
        script.extend((name, a + w, a + x, c + y, c + z) for name, w, x, y, z in words)
    return script


def _starts(paragraphs: list[str]) -> list[int]:
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(_WORD.findall(paragraph)))
    return starts
