"""Breaking marked text into lines without losing its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_WORD = re.compile(r"\S+")


def wrap(text: str, spans: Sequence[Span], width: int) -> Iterator[tuple[str, list[Span]]]:
    """Yield lines of at most ``width`` characters (a longer word stands alone), each with the spans inside it.

    Runs of white space become one space; a span that goes over the end of a line is marked on both.
    """
    words: list[str] = []
    inside: dict[int, Span] = {}
    length = first = 0
    for word in _WORD.finditer(text):
        if words and length + 1 + len(word[0]) > width:
            yield " ".join(words), list(inside.values())
            words, inside, length = [], {}, 0
        shift = length + 1 if words else 0
        words.append(word[0])
        length = shift + len(word[0])
        while first < len(spans) and spans[first][1] <= word.start():
            first += 1
        for number in range(first, len(spans)):
            start, end = spans[number]
            if start >= word.end():
                break
            begin = shift + max(start - word.start(), 0)
            inside[number] = (inside.get(number, (begin, 0))[0], shift + min(end, word.end()) - word.start())
    if words:
        yield " ".join(words), list(inside.values())
