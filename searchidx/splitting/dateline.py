"""Datelines: "KYIV, Ukraine, May 12 (Reuters) —" at the beginning of a story."""

from __future__ import annotations

import re
from itertools import islice

from searchidx.frozen import frozen
from searchidx.splitting.dates import MONTH_AND_DAY

#: What ends a dateline; a hyphen only with a space around it.
_DASH = re.compile(r"(?:[—–―]|--+|_+|(?<=[\s)\d.])-(?=\s|$)|:(?=\s))\s*")
_MARK = re.compile(r"[—–―_:-]")
_LONGEST = 120
_SHORTEST_PROSE = 12
_MOST_DASHES = 3
#: Prose begins with a capital letter, a number, a quotation or a <name>.
_PROSE = re.compile(r"[\"'“‘«„(\[<]*(?:[^\W\d_a-zß-öø-ÿ]|[\d$£€¿¡])")
_DATE_AT_END = re.compile(rf"(?:^|[,\s])\s*({MONTH_AND_DAY})$", re.I)
_IN_BRACKETS = re.compile(r"\s*,?\s*(?:\(([^()]{2,40})\)|/([^/]{2,30})/)$")
_AGENCY_AT_END = re.compile(
    r"\s*[,/]\s*(Reuters?|AP|AFP|UPI|dpa|DPA|PA|Xinhua|TASS|ANI|IANS|PTI|PRNewswire|Business Wire)$", re.I
)
_KNOWN = (
    r"AP|AFP|UPI|PA|dpa|DPA|ANI|IANS|PTI|UNI|VNA|TASS|EFE|AAP|CP|CNN|BBC|KUNA|WAM|APP|RIA|DPA|MNA|IRNA|ANSA|SPA"
    r"|(?i:.*\b(?:reuters?|press|news|\w*newswires?|wire|service|agency|xinhua|interfax|kyodo|yonhap)\b.*)"
)
_KNOWN_AGENCY = re.compile(_KNOWN)
_AGENCY = re.compile(rf"[A-Z][A-Z0-9&/-]{{1,9}}|{_KNOWN}")
_DIGIT = re.compile(r"\d")
#: How a dateline ends that stands on a line of its own: in a date after a comma, or in brackets.
_ALONE = re.compile(r",\s[\w.]+\s[\w,. ]*\d$|\([^()]+\)$")
_DIGIT = re.compile(r"\d")
_NO_MARKS = str.maketrans("", "", ".-'’")
_PARTICLES = frozenset("& of de la le el al del do da des les and on the upon".split())
#: Words that prose opens with before a date.
_OPENINGS = frozenset(
    "on in by since until from after before at the a an this last next early late mid".split()
)
#: Words in capitals before a dash that are no places but say what kind of text follows, or are its subject.
_NO_PLACES = frozenset(
    """
    NOTE NOTES UPDATE UPDATED CORRECTION CORRECTED CORRECTS REFILE ANALYSIS FEATURE FACTBOX EXCLUSIVE BREAKING
    OPINION COMMENT WATCH VIDEO PHOTO PHOTOS LIVE EDITORIAL REVIEW INTERVIEW PREVIEW TIMELINE EXPLAINER URGENT
    ALERT TABLE ADVISORY BACKGROUND INSIGHT COLUMN QUESTION ANSWER SUMMARY ABSTRACT POLL TEXT FLASH NEWSALERT
    CEO FBI CIA NATO OPEC EU UN US USA UK WHO IMF FED
    """.split()
)


@frozen
class Dateline:
    """A dateline at the start of a paragraph: its words, date and agency as written, and where the prose begins.

    ``byline`` is what stands before it on the same line ("By Jane Smith BOSTON (Reuters) -").
    """

    text: str
    date_text: str | None
    agency: str | None
    end: int
    byline: str | None = None


def find_dateline(paragraph: str, colon: bool = False) -> Dateline | None:
    """Return the dateline that a story's first paragraph opens with, None if it opens with prose.

    A name in capitals before a dash is one; a name in small letters only together with a date or an agency. Before
    a colon a name in capitals may be a speaker's: ``colon`` says that here it is not. A dateline with a date or an
    agency may also stand on a line of its own, without a dash.
    """
    beginning = paragraph[:_LONGEST]
    mark = _MARK.search(beginning)
    dashes = list(islice(_DASH.finditer(beginning, mark.start()), _MOST_DASHES)) if mark else []
    # The last dash first: "PARIS – 12 May 2022 – The ministers" has one inside.
    for dash in reversed(dashes):
        end = dash.end()
        at_prose = end == len(paragraph) or bool(_PROSE.match(paragraph, end))
        is_table = 0 < len(paragraph) - end < _SHORTEST_PROSE  # "ZURICH GOLD - April 7" is its title
        found = _parsed(
            beginning[: dash.start()], end, at_prose and not is_table and (colon or ":" not in dash[0])
        )
        if found and (at_prose or found.date_text):
            return found
    if len(paragraph) < _LONGEST and _ALONE.search(paragraph):
        return _parsed(paragraph, len(paragraph), False)
    return None


def _parsed(text: str, end: int, place_alone: bool) -> Dateline | None:
    """Return the dateline that a text is as a whole; ``place_alone`` allows it to be a place in capitals only."""
    text = left = text.strip()
    if not left[:1].isupper() or (len(left.split()) > 5 and "(" not in left and not _DIGIT.search(left)):
        return None
    byline = _byline_before(text)
    text = left = text[len(byline) :].lstrip()
    date = agency = None
    details = False
    for _ in range(2):  # the date comes before the agency or after it
        left, found = _cut(left, _DATE_AT_END) if _DIGIT.search(left) else (left, None)
        date = date or found
        left, note = _cut(left, _IN_BRACKETS if left[-1:] in (")", "/") else _AGENCY_AT_END)
        agency = agency or (note if note and _AGENCY.fullmatch(note) else None)
        details = details or bool(found or note)
    place, *regions = re.split(r",\s+", left.rstrip(", –—-"))
    if len(regions) > 3 or not all(map(_is_name, regions)):
        return None
    if not place:
        sure = bool(date and agency)
    elif _is_in_capitals(place):
        sure = details or (place_alone and place.split()[0].strip(".:") not in _NO_PLACES)
    else:
        known = bool(date or (agency and _KNOWN_AGENCY.fullmatch(agency)))
        sure = known and _is_name(place) and place.split()[0].lower() not in _OPENINGS
    return Dateline(text, date, agency, end, byline or None) if sure else None


def _byline_before(text: str) -> str:
    """Return the byline that a text opens with before a place in capitals, "" if there is none."""
    if text[:3].lower() != "by ":
        return ""
    words = text.split(" ")
    for number in range(len(words) - 1, 2, -1):
        before, word = words[number - 1 : number + 1]
        # Where words in small letters are followed by one in capitals, and not by "(AP)" or "3".
        is_place = len(word) > 2 and word[0].isalpha() and word.isupper()
        if is_place and not before.isupper() and before[-1:] != ",":
            return " ".join(words[:number])
    return ""


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    """Cut what a pattern finds at its end off a text."""
    match = pattern.search(text)
    if not match:
        return text, None
    return text[: match.start()], next(group for group in match.groups() if group)


def _is_in_capitals(place: str) -> bool:
    """Tell whether a name is written NEW YORK, ST. PETERSBURG, St. PAUL or RIO DE JANEIRO."""
    words = re.split(r"[\s/-]+", place)
    if len(words) > 6 or sum(map(str.isalpha, place)) < 3 or " - " in place:
        return False
    large = [word for word in words if word.lower() not in _PARTICLES and word not in ("St.", "Mt.", "Ft.")]
    return bool(large) and all(word.isupper() and not any(map(str.isdigit, word)) for word in large)


def _is_name(region: str) -> bool:
    """Tell whether words look like the name of a place: "Calif.", "United Arab Emirates"."""
    words = region.split()
    return 0 < len(words) <= 5 and all(
        word in _PARTICLES or (word[:1].isupper() and word.translate(_NO_MARKS).isalpha()) for word in words
    )
