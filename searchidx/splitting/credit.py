"""Credits: the lines that say whose text an article is, and the marks that say it is over."""

from __future__ import annotations

import re

_AGENCIES = (
    "REUTERS?|Reuters?|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|PA|PA Media|dpa|DPA|"
    "Xinhua|TASS|ITAR-TASS|Interfax|EFE|ANSA|Kyodo|Yonhap|ANI|IANS|PTI|AAP|Bloomberg|Bernama|CNS|BBC"
)
_ALONE = re.compile(rf"[-—–(\[]*\s*({_AGENCIES})\s*[)\]]*\s*[-—–.]*")
_SLUG = re.compile(r"([A-Z]{2,4})-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\s+\d{4}\s?[A-Z]{3,4}")
_NAMED_AGENCY = re.compile(
    r"(?:[A-Z][\w&.’'-]*\s+){1,4}(?:News\s+(?:Agency|Service)|Press(?:\s+(?:Agency|Service))?|Wire|Newspapers|News)"
)
_COPYRIGHT = re.compile(
    r"[(\[]?\s*(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s:]*)+(?:\d{4}(?:\s*[-–,]\s*\d{4})*)?,?\s*(?:(?:by|of)\s+)?"
    r"(?P<holder>[^\d.]{0,100}?)[\s,]*(?:\d{4})?(?:\s*[.)\]]|$)(?P<more>.*)",
    re.S,
)
_MARKED = re.compile(r"[(\[]?\s*(?:©|\([cC]\)|[Cc]opyright\s*(?:©|\([cC]\)|\d{4})|COPYRIGHT\b)")
_RIGHTS = re.compile(r"(?:all rights reserved|may not be (?:published|reproduced|redistributed))", re.I)
_SOURCE = re.compile(r"[(\[]?(?:Source|Credit|Photo credit|Courtesy)\s*:\s*(?P<holder>[^.]{2,80}?)[.)\]]?")
_TEAM = re.compile(
    r"[(\[](?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+(?:[\w ]{0,20}\s)?by\s[^()]*[)\]]\.?",
    re.I,
)
_END_MARK = re.compile(r"(?:-\s*(?:0|30|ENDS?)\s*-|#{3,}|ENDS?|MORE|\*\s*\*\s*\*|_{3,}|-{3,})")
#: A credit that stands after the last sentence, on the same line.
_TRAILING = re.compile(
    r"(?<=[.!?”\"’')])\s+(?P<credit>[(\[]\s*(?:©|\([cC]\)|[Cc]opyright\s)[^()\[\]]{2,80}[)\]]"
    r"|(?:REUTERS?|Reuter)\.?|(?:©|[Cc]opyright\s+(?:©\s*)?\d{4})\s*[^.]{2,80}\.(?:[^.]{0,120}\.){0,3})$"
)


def is_credit(line: str) -> bool:
    """Tell whether a whole paragraph is a credit or a copyright notice."""
    if len(line) > 400:
        return False
    if _ALONE.fullmatch(line) or _SLUG.fullmatch(line) or _TEAM.fullmatch(line) or _SOURCE.fullmatch(line):
        return True
    return bool(_MARKED.match(line)) or (bool(_RIGHTS.search(line)) and len(line) < 300 and "“" not in line)


def is_agency(line: str) -> bool:
    """Tell whether a line, as it may stand under a byline, is the name of a news agency or paper and nothing else."""
    return bool(_ALONE.fullmatch(line) or _NAMED_AGENCY.fullmatch(line.strip()))


def is_end_mark(line: str) -> bool:
    """Tell whether a line only says that the article ends."""
    return len(line) < 20 and bool(_END_MARK.fullmatch(line.strip()))


def trailing_credit(paragraph: str) -> int | None:
    """Return where in an article's last paragraph a credit begins that goes on to its end."""
    start = max(0, len(paragraph) - 400)
    match = _TRAILING.search(paragraph, start)
    return match.start("credit") if match else None


def name_in(credit: str) -> str | None:
    """Return the owner that a credit line names."""
    match = _ALONE.fullmatch(credit)
    if match:
        return match[1]
    if _NAMED_AGENCY.fullmatch(credit):
        return credit
    slug = _SLUG.fullmatch(credit)
    if slug:
        return slug[1]
    match = _SOURCE.fullmatch(credit) or (_COPYRIGHT.match(credit) if _MARKED.match(credit) else None)
    name = match["holder"].strip(" ,-–—()[]") if match else ""
    return name or None


def slug_date(credit: str) -> str | None:
    """Return the date in a transmission slug as YYYY-MM-DD: "AP-NR-02-12-88 2344EST" is 1988-02-12."""
    match = _SLUG.fullmatch(credit)
    if not match:
        return None
    year = int(match[4])
    return f"{1900 + year if year >= 70 else 2000 + year}-{match[2]}-{match[3]}"
