"""Credits: the lines that say whose text an article is, and the marks that say it is over."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 400
_AGENCY = (
    r"(?i:reuters?)|AP|(?:The )?Associated Press|AFP|Agence France-Presse|UPI|PA(?: Media)?|Press Association|"
    r"dpa|DPA|Xinhua|(?:ITAR-)?TASS|Interfax|EFE|ANSA|Kyodo|Yonhap|ANI|IANS|PTI|AAP|Bloomberg|Bernama|BBC(?: News)?|CNN"
)
_ALONE = re.compile(rf"[-—–(\[]*\s*({_AGENCY})\s*[)\]]*\s*[-—–.]*")
#: Some names, with nothing but "and", "in" and the like between them: "Jane Smith in Kyiv and Reuters".
_NAMES = (
    r"(?:(?:[A-ZÀ-Þ][\w.’'/&-]*|and|&|in|of|the|from|for|staff|agencies|writers?|correspondents?|d[aei]|v[ao]n)"
    r",?\s+)"
)
#: Whose work is in the story besides: "With Reuters", "AP and AFP contributed to this report", "Staff and agencies".
_SHARED = re.compile(
    rf"(?:{_NAMES}{{1,25}}(?:also\s+)?(?:contributed(?:\s+(?:reporting|research|to\s+this\s+(?:report|article|story)))*"
    rf"|reported\s+from\s+{_NAMES}{{0,20}}[A-Z][\w-]+)"
    rf"|With\s+(?:(?:additional\s+)?(?:reporting|files|material)\s+(?:by|from)\s+{_NAMES}{{0,12}}[A-Z][\w.’'/-]*"
    rf"|(?:{_AGENCY}|agencies)(?:(?:,|\s+and|,\s+and)\s+(?:{_AGENCY}|agencies))*)"
    rf"|(?:[A-Z][\w’']*\s+){{0,3}}(?:[Ss]taff|[Cc]orrespondents?)\s+and\s+agencies"
    rf"|(?:{_AGENCY})(?:(?:,|\s+and|\s*/)\s*(?:{_AGENCY}|agencies))+)\.?"
)
_PICTURE = re.compile(
    r"(?:Photo(?:graph)?s?|Pictures?|Images?|Composite|Video)(?:\s+credit)?\s*(?::|by\b)\s*\S.{2,100}"
)
_SLUG = re.compile(r"([A-Z]{2,4})-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\s+\d{4}\s?[A-Z]{3,4}")
_WIRE_SLUG = re.compile(r"(?:[AP]M|BC|AP|FF)-[\w'’. -]+,\s?\d{2,4}(?:-\d{4})?")
_NAMED = re.compile(
    r"(?:[A-Z][\w&.’'-]*\s+){1,4}(?:News\s+(?:Agency|Service)|Press(?:\s+(?:Agency|Service))?|Wire|Newspapers|News)"
)
#: The sign itself, or the word with a sign or a year after it; "Copyright law" is prose.
_MARK = r"(?:©|\([cC]\)|(?i:copyright)\b[\s:]*(?:©|\([cC]\)|(?=\d{4})|(?=by\b)|(?=[A-Z][^.]*\b\d{4}\b)))"
_COPYRIGHT = re.compile(rf"[(\[]?\s*(?:{_MARK}[\s:]*)+")
_YEARS = r"\d{4}(?:\s*[-–,/]\s*\d{2,4})*"
_OWNER = re.compile(
    rf"(?:{_YEARS}[\s,]*)?(?:by\s+)?(?P<owner>.*?)[\s,]*(?:{_YEARS})?\s*[.)\]]*"
    r"(?:\s*(?i:all rights|this (?:material|article|story)|distributed|reproduc|unauthori|permission|for more).*)?",
    re.S,
)
_RIGHTS = re.compile(r"all rights reserved|may not be (?:published|reproduced|redistributed|copied)", re.I)
_SOURCE = re.compile(
    r"[(\[]?(?:(?:Source|Credit|Courtesy)\s*:\s*|SOURCE\s+(?=[A-Z]))(?P<owner>[^.]{2,80}?)[.)\]]?"
)
_TEAM = re.compile(
    r"[(\[](?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+(?:[\w ]{0,20}\s)?by\s[^()]*[)\]]\.?",
    re.I,
)
_END_MARK = re.compile(r"-+\s*(?:0|30|ENDS?|end)\s*-+|#{3,}|ENDS?|MORE|\*\s*\*\s*\*|_{3,}|-{3,}")
#: All but the copyright notices.
_CREDIT = re.compile(
    "|".join(f"(?:{form.pattern})" for form in (_ALONE, _SLUG, _SOURCE, _SHARED, _PICTURE))
    + f"|(?i:{_TEAM.pattern})"
)
#: One of these stands, in whatever case, in every credit that is longer than the name of an agency.
_HINTS = (
    "©",
    "(c)",
    "copyright",
    "rights reserved",
    "may not be",
    "source",
    "credit",
    "courtesy",
    "ed by",
    "ing by",
    "contributed",
    "reported from",
    "with ",
    "agencies",
    "photo",
    "picture",
    "image",
    "video",
)
# Credits on the last sentence's own line: a notice in brackets, an agency, a notice up to the end.
# With how a text ends that can have one, since a search at every place of a paragraph takes its time.
_TRAILING = (
    (re.compile(rf"\s(?P<credit>[(\[]\s*{_MARK}[^()\[\]]{{2,100}}[)\]])$"), (")", "]", "\n")),
    (
        re.compile(
            r"(?:\s(?P<credit>REUTER|Reuter|reuter)|(?<=[.!?”\"’')])\s+(?P<credit2>REUTERS|Reuters))$"
        ),
        ("REUTER", "Reuter", "reuter", "REUTERS", "Reuters", "\n"),
    ),
    (re.compile(rf"(?:^|(?<=[.!?”\"’')]))\s*(?P<credit>{_MARK}.*)$", re.S), ""),
    (
        re.compile(
            rf"(?<=[.!?”\"’')])\s+(?P<credit>{_SHARED.pattern}"
            rf"|(?:Additional\s+)?[Rr]eporting\s+by\s+{_NAMES}{{0,20}}[A-Z][\w.’'/-]*\.?)$"
        ),
        "",
    ),
)


def is_credit(line: str) -> bool:
    """Tell whether a whole paragraph is a credit or a copyright notice."""
    if len(line) > _LONGEST or not (len(line) < 30 or _has_hint(line)):
        return False
    if _CREDIT.fullmatch(line):
        return True
    return bool(_COPYRIGHT.match(line) or (_RIGHTS.search(line) and "“" not in line and '"' not in line))


def is_agency(line: str) -> bool:
    """Tell whether a line, as it may stand under a byline, is the name of a news agency or paper and nothing else."""
    line = line.strip()
    return bool(_ALONE.fullmatch(line) or _NAMED.fullmatch(line))


def is_wire_slug(line: str) -> bool:
    """Tell whether a line is the name that a story has on an agency's wire: "AM-Harbor Strike,0310"."""
    return len(line) < 60 and bool(_WIRE_SLUG.fullmatch(line.strip()))


def is_end_mark(line: str) -> bool:
    """Tell whether a line only says that the article ends."""
    return len(line) < 20 and bool(_END_MARK.fullmatch(line.strip()))


def trailing_credit(paragraph: str) -> int | None:
    """Return where in an article's last paragraph a credit begins that goes on to its end."""
    start = max(0, len(paragraph) - _LONGEST)
    if paragraph[-1:] in '.?!”"' and not _has_hint(paragraph[start:]):
        return None
    for form, ends in _TRAILING:
        match = form.search(paragraph, start) if paragraph.endswith(ends) else None
        if match and match.start():
            return match.end() - len(match[match.lastgroup or 0])
    return None


def name_in(credit: str) -> str | None:
    """Return the owner that a credit line names."""
    alone = _ALONE.fullmatch(credit) or _SLUG.fullmatch(credit)
    if alone:
        return alone[1]
    if _NAMED.fullmatch(credit):
        return credit
    mark = _COPYRIGHT.match(credit)
    match = _OWNER.fullmatch(credit, mark.end()) if mark else _SOURCE.fullmatch(credit)
    return (match["owner"].strip(" ,-–—()[]") or None) if match else None


def slug_date(credit: str) -> str | None:
    """Return the date in a transmission slug as YYYY-MM-DD: "AP-NR-02-12-88 2344EST" is 1988-02-12."""
    match = _SLUG.fullmatch(credit)
    if not match:
        return None
    year = int(match[4])
    return f"{1900 + year if year >= 70 else 2000 + year}-{match[2]}-{match[3]}"


@lru_cache(maxsize=1)  # asked twice of an article's last paragraph
def _has_hint(line: str) -> bool:
    return any(map(line.lower().__contains__, _HINTS))
