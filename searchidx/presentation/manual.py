"""Explanations written in Markdown, laid out for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from searchidx.presentation.style import Style
from searchidx.presentation.widths import columns, padded
from searchidx.presentation.wrap import wrap

_CODE = re.compile(r"(`+)(.+?)\1")
_NARROWEST = 18  # columns of a table that can still be read
_GAP = 2


def manual_lines(text: str, style: Style, width: int) -> Iterator[str]:
    """Yield the lines of headings, paragraphs, lists, tables and indented code."""
    for number, block in enumerate(re.split(r"\n{2,}", text.strip("\n"))):
        if number:
            yield ""
        lines = block.split("\n")
        if block.startswith("#"):
            heading = lines[0].lstrip("# ")
            yield style.title(heading if lines[0].startswith("##") else heading.upper())
        elif block.startswith("|"):
            yield from _table([_cells(line) for line in lines], style, width)
        elif block.startswith("    "):
            yield from (style.path(line) for line in lines)
        elif re.match(r"(-|\d+\.) ", block):
            for item in re.split(r"\n(?=(?:-|\d+\.) )", block):
                mark, _, rest = item.partition(" ")
                for first, line in _numbered(_wrapped(rest, style, width - len(mark) - 1)):
                    yield f"{mark} {line}" if first else " " * (len(mark) + 1) + line
        else:
            yield from _wrapped(block, style, width)


def _numbered(lines: Iterator[str]) -> Iterator[tuple[bool, str]]:
    for number, line in enumerate(lines):
        yield not number, line


def _wrapped(text: str, style: Style, width: int, plain: bool = False) -> Iterator[str]:
    """Yield a text in lines; code is shown as such, and keeps its marks where there is no colour."""
    if not style.colour and not plain:
        for line, _ in wrap(text, (), width):
            yield line
        return
    bare, spans = _without_marks(text)
    for line, inside in wrap(bare, spans, width):
        pieces, last = [], 0
        for start, end in inside:
            pieces += [line[last:start], style.path(line[start:end])]
            last = end
        yield "".join([*pieces, line[last:]])


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]]]:
    pieces, spans, length, last = [], [], 0, 0
    for code in _CODE.finditer(text):
        before = text[last : code.start()]
        pieces += [before, code[2]]
        spans.append((length + len(before), length + len(before) + len(code[2])))
        length, last = spans[-1][1], code.end()
    return "".join([*pieces, text[last:]]), spans


def _cells(line: str) -> list[str]:
    parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [part.strip().replace("\\|", "|") for part in parts]


def _table(rows: Sequence[Sequence[str]], style: Style, width: int) -> Iterator[str]:
    head, body = rows[0], rows[2:]
    bare = [[_without_marks(cell)[0] for cell in row] for row in (head, *body)]
    natural = [max(columns(row[column]) for row in bare) for column in range(len(head))]
    widths = _shared(natural, width - _GAP * (len(head) - 1))
    if min(widths) < min(_NARROWEST, min(natural)):
        yield from _stacked(body, style, width)
        return
    for number, row in enumerate((head, *body)):
        cells = [
            list(wrap(_without_marks(cell)[0], (), room)) for cell, room in zip(row, widths, strict=True)
        ]
        for line in range(max(map(len, cells))):
            shown = []
            for column, cell in enumerate(cells):
                text = cell[line][0] if line < len(cell) else ""
                text = padded(text, widths[column])
                coded = bool(number) and row[column].startswith("`")
                shown.append(style.title(text) if not number else style.path(text) if coded else text)
            yield (" " * _GAP).join(shown).rstrip()


def _stacked(body: Sequence[Sequence[str]], style: Style, width: int) -> Iterator[str]:
    """Yield each row as its first cell with the others indented below it."""
    for row in body:
        yield from (style.path(line) for line, _ in wrap(_without_marks(row[0])[0], (), width))
        for cell in filter(None, row[1:]):
            for line in _wrapped(cell, style, width - 4, plain=True):
                yield "    " + line


def _shared(natural: Sequence[int], room: int) -> list[int]:
    """Return widths that fit together: the widest columns give way first."""
    widths = list(natural)
    while sum(widths) > room and max(widths) > 1:
        widest = widths.index(max(widths))
        widths[widest] -= min(sum(widths) - room, max(1, widths[widest] // 16))
    return widths
