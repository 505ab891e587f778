"""Lines that give a date and nothing else: "Thursday 12 May 2022, 10:30 BST", "Published May 12, 2022"."""

from __future__ import annotations

import re

from searchidx.splitting.dates import DATE, MONTH_NAMES, WEEKDAY_NAMES

_DATE = re.compile(DATE, re.I)
_LONGEST = 120
_NUMBER = re.compile(
    r"[\d:./,+-]*\d[\d:./,+-]*(?:st|nd|rd|th|[ap]\.?m\.?|h|z|t[\d:.]+(?:z|[+-][\d:]+)?)?", re.I
)
_AROUND = (
    MONTH_NAMES
    | WEEKDAY_NAMES
    | frozenset(
        """
    published first posted updated update last modified created issued date dated on at of print online edition
    issue time a.m p.m am pm noon midnight hrs hours gmt utc bst cet cest eet est edt cst cdt mst mdt pst pdt ist jst
    et ct mt pt z local
    """.split()
    )
)


def is_date_line(line: str) -> bool:
    """Tell whether nothing but a date (with a day and a month) and the words around dates stands in a line."""
    if len(line) > _LONGEST:
        return False
    if "|" in line or "/" in line:
        words = line.replace("|", " ").replace("/", "/ ").split()
    else:
        words = line.split()
    return all(map(_is_around_date, words)) and _DATE.search(line) is not None


def _is_around_date(word: str) -> bool:
    bare = word.strip(".,:;()[]|•·–—*_-/").lower()
    return not bare or bare in _AROUND or not (bare[0].isalpha() or not _NUMBER.fullmatch(bare))
