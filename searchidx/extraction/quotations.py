"""Quotations: what stands between quotation marks of whatever kind, also over paragraph ends.

Pairs straight, curly, low, angle and doubled (``…'') marks, and single ones where they are no apostrophes. A
quotation that opens anew in each paragraph and closes in the last one gives one `Quotation` per paragraph. Marks
inside a quotation of another kind are part of its words. Unbalanced marks are survived: a closing mark without an
opening one is passed over, an opening one without a closing one ends with its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Quotation(NamedTuple):
    """A quotation with its marks: ``text[start:end]``; the words between them: ``text[inner_start:inner_end]``.

    ``closed`` is False where the paragraph ended without a closing mark, ``continues`` True where the paragraph
    before ended so and this one goes on, ``single`` True between single marks.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False
    single: bool = False


_DOUBLE = '"“”„‟«»＂「」'
# A single mark opens before a word and not after one; these short forms start with an apostrophe instead.
_SHORT = r"(?!\d0s|\d\d\b|n'|n’|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|s\b|ll\b|re\b|ve\b)"
_OPENS_SINGLE = rf"(?<=(?<![\w'’‘`,.])['‘‚‹`])(?=[\w\"“«…$£€\[(]){_SHORT}"
_CLOSES_SINGLE = r"(?<=(?<=[\w,.!?…)\"”»\]%–—-])['’›])(?!\w)"
# One set of characters stands first, so that the search can jump from mark to mark.
_MARK = re.compile(
    rf"[{_DOUBLE}'‘’`‚‹›](?:(?<=[{_DOUBLE}])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|{_OPENS_SINGLE}|{_CLOSES_SINGLE})"
)
_TAG_INSIDE = re.compile(
    r"[,!?] (?:(?:he|she|they|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:said|says|added)|(?:said|says|added) )\b"
)
_OPENING = frozenset(("“", "„", "‟", "«", "``", "‘‘", "「"))
_CLOSING = frozenset(("”", "’’", "」"))
_SINGLE_OPENING = frozenset("'‘‚‹`")
_STRONG_BEFORE_CLOSE = frozenset(',.!?…"”')


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of a text, in order. Linear in the length of the text."""
    found: list[Quotation] = []
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    count = len(marks)
    carried = False
    number = 0
    for start, end in paragraphs:
        first = number
        while number < count and marks[number][0] < end:
            number += 1
        if number == count and first == count:
            break
        carried = number > first and _pair(text, start, end, marks[first:number], carried, found)
    return found


def _pair(
    text: str, start: int, end: int, marks: list[tuple[int, str]], carried: bool, found: list[Quotation]
) -> bool:
    """Pair the marks of one paragraph; return whether a quotation is still open at its end."""
    state = -1  # where the open quotation starts, -1 for none
    opened = ""
    continues = False
    closer_of: dict[int, int] | None = None
    skip_to = -1
    for number, (position, mark) in enumerate(marks):
        if position < skip_to:
            continue
        if state < 0:
            if _is_single(mark):
                if mark not in _SINGLE_OPENING or not _may_open(text, position):
                    continue
                if closer_of is None:
                    closer_of = _single_closers(text, marks)
                closer = closer_of.get(number, -1)
                if closer >= 0:
                    found.append(
                        Quotation(
                            position,
                            closer + 1,
                            position + 1,
                            closer,
                            True,
                            carried and position == start,
                            True,
                        )
                    )
                    skip_to = closer + 1
                elif position == start and _goes_on(text, end, mark):
                    state, opened, continues = position, mark, carried
            elif _opens(text, position, mark):
                state, opened, continues = position, mark, carried and position == start
        elif _closes(text, position, mark, opened):
            found.append(
                Quotation(
                    state,
                    position + len(mark),
                    state + len(opened),
                    position,
                    True,
                    continues,
                    _is_single(opened),
                )
            )
            state = -1
        elif mark == opened and mark not in _SINGLE_OPENING and position > state + 1:
            state, continues = position, False  # the earlier one was never closed: start again here
    if state < 0:
        return False
    goes_on = _goes_on(text, end, opened)
    if not goes_on and not continues:  # the closing mark was forgotten: “It could go tomorrow, he said.
        tag = _TAG_INSIDE.search(text, state + len(opened), end)
        end = tag.start() + 1 if tag else end
    found.append(Quotation(state, end, state + len(opened), end, False, continues, _is_single(opened)))
    return goes_on


def _is_single(mark: str) -> bool:
    return len(mark) == 1 and mark in "'‘’‚‹›`"


def _may_open(text: str, position: int) -> bool:
    """Does a single mark stand where a quotation can start: after a space, a bracket, a dash or nothing?"""
    return position == 0 or text[position - 1] in ' \n([{—–-"“:/'


def _opens(text: str, position: int, mark: str) -> bool:
    """Can this double mark open a quotation, outside of one?"""
    if mark in _OPENING:
        return True
    if mark in _CLOSING:  # “ and ” mixed up: ”We won,“ — only at the start of a paragraph or after a space
        after = text[position + len(mark) : position + len(mark) + 1]
        return (position == 0 or text[position - 1] in " \n(") and after.isalnum()
    after = text[position + len(mark) : position + len(mark) + 1]
    if not after or after.isspace():
        return False
    if position == 0:
        return True
    before = text[position - 1]
    if mark == "''" and before.isalnum():
        return False
    # 6" or 12'' is a measure; otherwise a mark between two words opens, since nothing is open.
    return not (before.isdigit() or (after in ",.;:!?)" and not before.isspace()))


def _closes(text: str, position: int, mark: str, opened: str) -> bool:
    """Does this mark close what was opened?"""
    if opened == '"' or opened == "＂":
        if mark != '"' and mark != "＂" and mark != "”":
            return False
        before = text[position - 1]
        after = text[position + 1 : position + 2]
        if before.isspace() or before in "([":
            return not after or after.isspace() or after in ",.;:"
        return True
    if opened == "“" or opened == "‟":
        return mark == "”" or mark == '"' or (mark == "“" and text[position - 1] in ",.!?")
    if opened == "„":
        return mark in ("“", "”", "‟", '"')
    if opened == "«":
        return mark == "»"
    if opened == "»":
        return mark == "«"
    if opened in ("``", "‘‘"):
        return mark in ("''", "’’", '"')
    if opened == "''":
        return mark in ("''", '"')
    if opened == "”":
        return mark in ("“", "”")
    if opened == "「":
        return mark == "」"
    return _is_single(mark) and mark not in "‘‚‹`" and text[position - 1] in _STRONG_BEFORE_CLOSE


def _single_closers(text: str, marks: list[tuple[int, str]]) -> dict[int, int]:
    """For each single opening mark (by its number) the position of the mark that closes it.

    Between an opening mark and the next one, the first closing mark closes; one after an "s" may be a plural
    possessive ("the boys' bags") and gives way to a later one, at best to one after a comma or full stop.
    """
    closers: dict[int, int] = {}
    best = -1  # the closing mark for an opening one to the left, as seen from the right
    for number in range(len(marks) - 1, -1, -1):
        position, mark = marks[number]
        if not _is_single(mark):
            continue
        if mark in _SINGLE_OPENING and _may_open(text, position):
            if best >= 0:
                closers[number] = best
            best = -1
        elif mark in "'’›":
            before = text[position - 1]
            if best < 0 or before != "s" or text[best - 1] not in _STRONG_BEFORE_CLOSE:
                best = position
    return closers


def _goes_on(text: str, end: int, mark: str) -> bool:
    """Does the next paragraph open with the same mark?"""
    following = text[end : end + 40].lstrip()
    return following.startswith(mark)
