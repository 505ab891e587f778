"""Lines that give a date and nothing else: "Thursday 12 May 2022, 10:30 BST", "Published May 12, 2022"."""

from __future__ import annotations

import re

from searchidx.splitting.dates import DATE

_DATE = re.compile(DATE, re.I)
_AROUND = re.compile(
    r"(?:published|first|posted|updated|last|modified|created|issued|date|dated|on|at|print|online|edition|issue|"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}(?=\s*[ap]\.?m)|\d{4}(?=\s*(?:hrs|hours|gmt|est|edt|utc))|[ap]\.?m\.?|noon|midnight|"
    r"hrs|hours|gmt|utc|z|bst|c?est|ce?st|[ecmp][sd]?t|i?st|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"|T(?=\d\d:)|[+-]\d\d:?\d\d|[\s,.:;|/()•·–—*_-]",
    re.I,
)


def is_date_line(line: str) -> bool:
    """Tell whether nothing but a date (with a day and a month) and the words around dates stands in a line."""
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return False
    without, count = _DATE.subn(" ", line)
    return count > 0 and not _AROUND.sub("", without)
