"""Choose the best passages of a text, given where the words of a query stand in it. Pure: text and offsets only."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from searchidx.frozen import frozen
from searchidx.store.snippets.sentences import Sentence, sentences

# A window's score is mostly what it covers; these settle what remains.
REPEAT_BONUS = 0.05  # for each further occurrence of something covered already, up to MAX_REPEATS
MAX_REPEATS = 6
SPREAD_PENALTY = 0.4  # for a window whose occurrences stand `width` apart; less when they stand closer
SENTENCE_STRETCH = 1.3  # a snippet may be this much longer than asked for to keep a sentence whole

_SPACE = re.compile(r"\s+")


class Occurrence(NamedTuple):
    """One match in the text: ``spans`` are the pieces to mark; ``target`` says which part of the query it answers.

    ``start`` and ``end`` enclose all pieces. ``weight`` is the number of words that the target stands for.
    """

    start: int
    end: int
    target: int
    spans: tuple[tuple[int, int], ...]
    weight: float = 1.0


@frozen
class Snippet:
    """A slice of a text, ``text == body[offset:offset + len(text)]``, and what to mark in it.

    ``spans`` are half-open offsets into ``text`` (not the body): sorted, disjoint, never empty, inside the text.
    ``starts_sentence`` and ``ends_sentence`` say whether the slice begins and ends where a sentence does: where it
    does not, a reader expects an ellipsis.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    offset: int
    starts_sentence: bool = True
    ends_sentence: bool = True


class _Window(NamedTuple):
    score: float
    first: int  # index of the first occurrence
    last: int  # index of the last occurrence, included


class _Passage(NamedTuple):
    start: int
    end: int
    starts: bool  # where a sentence starts
    ends: bool  # where a sentence ends


def choose_snippets(
    text: str, occurrences: Iterable[Occurrence], count: int = 3, width: int = 200
) -> list[Snippet]:
    """Return up to ``count`` snippets of about ``width`` characters, the best first, none overlapping another.

    A passage is better the more different parts of the query it shows, parts that are rare in this text before
    common ones, close together before far apart; between equals the earlier one wins. A snippet keeps whole
    sentences where they fit into ``width``; a phrase is never cut.
    """
    found = sorted(set(occurrences))
    if count < 1 or not found:
        return []
    windows = _windows(found, width)
    windows.sort(key=lambda window: (-window.score, found[window.first].start))
    everything = {occurrence.target for occurrence in found}
    shown: set[int] = set()
    taken: list[_Passage] = []
    for new_only in (True, False):  # first windows that show a part of the query not shown yet, then any
        for window in windows:
            if len(taken) == count:
                break
            targets = {found[i].target for i in range(window.first, window.last + 1)}
            if new_only and targets <= shown:
                if shown == everything:
                    break
                continue
            passage = _passage(text, found, window, taken, width)
            if passage is not None:
                taken.append(passage)
                shown |= targets
    return [_cut(text, found, passage) for passage in taken]


def opening_snippet(text: str, width: int = 200) -> Snippet:
    """Return the beginning of the text, for a hit that matched elsewhere: whole sentences where they fit."""
    start = len(text) - len(text.lstrip())
    return _cut(text, [], _widen(text, start, start, start, len(text), width))


def _windows(found: Sequence[Occurrence], width: int) -> list[_Window]:
    """Return, for each occurrence, the window that begins with it and takes in all that follow within width."""
    counts = Counter(occurrence.target for occurrence in found)
    worth = {o.target: o.weight * (1 + 1 / (1 + math.log(counts[o.target]))) for o in found}
    inside: Counter[int] = Counter()  # how often each part of the query stands in the window
    windows = []
    covered = 0.0
    after = 0  # the first occurrence behind the window
    for first, occurrence in enumerate(found):
        limit = max(occurrence.start + width, occurrence.end)
        while after < len(found) and found[after].end <= limit:
            target = found[after].target
            if not inside[target]:
                covered += worth[target]
            inside[target] += 1
            after += 1
        held = after - first
        repeats = min(held - len(inside), MAX_REPEATS)
        spread = (found[after - 1].end - occurrence.start) / max(width, 1)
        score = covered + REPEAT_BONUS * repeats - SPREAD_PENALTY * min(spread, 1.0)
        windows.append(_Window(score, first, after - 1))
        inside[occurrence.target] -= 1
        if not inside[occurrence.target]:
            del inside[occurrence.target]
            covered -= worth[occurrence.target]
    return windows


def _passage(
    text: str, found: Sequence[Occurrence], window: _Window, taken: Sequence[_Passage], width: int
) -> _Passage | None:
    """Return the passage around a window, or None where it would touch one of those taken."""
    start = found[window.first].start
    end = max(found[i].end for i in range(window.first, window.last + 1))
    low, high = 0, len(text)  # the gap between those taken
    for other in taken:
        if start < other.end and other.start < end:
            return None
        if other.end <= start:
            low = max(low, other.end)
        else:
            high = min(high, other.start)
    return _widen(text, start, end, low, high, width)


def _widen(text: str, start: int, end: int, low: int, high: int, width: int) -> _Passage:
    """Widen [start, end) inside [low, high) to about ``width`` characters: whole sentences where they fit."""
    low, high = max(low, start - width), min(high, end + width)
    around = sentences(text, low, high)
    inner = [i for i, s in enumerate(around) if s.start < max(end, start + 1) and s.end > start]
    if not inner:
        return _Passage(start, end, False, False)
    first, last = inner[0], inner[-1]
    left, right = min(around[first].start, start), max(around[last].end, end)
    if right - left > width * SENTENCE_STRETCH or not (around[first].starts or around[last].ends):
        return _cut_at_words(text, start, end, around[first], around[last], width)
    while last + 1 < len(around) and not around[last].closes and around[last + 1].ends:
        if around[last + 1].end - left > width:
            break
        last += 1
    while first > 0 and not around[first - 1].closes and around[first - 1].starts:
        if around[last].end - around[first - 1].start > width:
            break
        first -= 1
    left, right = min(around[first].start, start), max(around[last].end, end)
    return _Passage(left, right, around[first].starts, around[last].ends)


def _cut_at_words(text: str, start: int, end: int, first: Sentence, last: Sentence, width: int) -> _Passage:
    """Cut long sentences to ``width`` at words, the occurrences in the middle unless a sentence bounds that."""
    room = max(width - (end - start), 0)
    left = max(first.start, start - room // 2)
    right = min(last.end, left + max(width, end - left))
    left = max(first.start, min(left, right - width))
    if left > first.start and not text[left - 1].isspace():
        space = _SPACE.search(text, left, start)
        left = space.end() if space else start
    if right < last.end and not text[right].isspace():
        right = max((space.start() for space in _SPACE.finditer(text, end, right)), default=end)
    left, right = min(left, start), max(right, end)
    while right > end and text[right - 1].isspace():
        right -= 1
    return _Passage(left, right, left <= first.start and first.starts, right >= last.end and last.ends)


def _cut(text: str, found: Sequence[Occurrence], passage: _Passage) -> Snippet:
    """Make the snippet of a passage, with all that is found in it."""
    start, end = passage.start, passage.end
    spans: list[tuple[int, int]] = []
    for piece_start, piece_end in sorted(
        p for o in found if start <= o.start and o.end <= end for p in o.spans
    ):
        if spans and piece_start - start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], piece_end - start))
        elif piece_start < piece_end:
            spans.append((piece_start - start, piece_end - start))
    return Snippet(text[start:end], tuple(spans), start, passage.starts, passage.ends)
