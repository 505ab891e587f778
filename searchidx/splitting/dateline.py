"""Datelines: "KYIV, Ukraine, May 12 (Reuters) —" at the beginning of a story."""

from __future__ import annotations

import re

from searchidx.splitting.dates import MONTH_AND_DAY

_CAPS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*|St\.?|of|de|la|el|al-?)"
_CITY = rf"(?=[^a-z]{{3}}|St\.? [A-Z]{{2}}){_CAPS}(?:[ /-]{_CAPS}){{0,4}}"
_TITLE_CITY = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þa-z][\w.’'-]+){0,3}"
_NO_DATE = r"(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d)"
_REGION = rf"(?:,\s+{_NO_DATE}[A-ZÀ-Þ][\w.’']*(?:[ -][A-ZÀ-Þa-z][\w.’']*){{0,4}})"
_DATE = rf"(?:,?\s+(?P<date>(?i:{MONTH_AND_DAY})))"
_AGENCY = (
    r"(?:\s*,?\s*\((?P<agency>[A-Z][\w.&’/ -]{0,40})\)"
    r"|\s*[,/]\s*(?P<wire>PRNewswire|Xinhua|AFP|Reuters|AP|UPI)\s*/?)"
)
_DASH = r"\s*(?:—|–|--+|_|-(?=\s)|:(?=\s))\s*"
_LINE = re.compile(
    rf"(?P<line>(?P<place>(?P<caps>{_CITY})|{_TITLE_CITY})(?P<region>{_REGION}{{0,2}}))"
    rf"(?P<details>{_DATE}?{_AGENCY}?{_DATE.replace('date>', 'date2>')}?)(?P<dash>{_DASH})(?=[\"'“‘(\[A-ZÀ-Þ0-9$£€¿¡<])"
)
_LABELS = frozenset(
    """
    NOTE NOTES UPDATE UPDATED CORRECTION CORRECTED ANALYSIS FEATURE FACTBOX EXCLUSIVE BREAKING OPINION
    COMMENT WATCH VIDEO PHOTOS LIVE EDITORIAL REVIEW INTERVIEW PREVIEW TIMELINE EXPLAINER URGENT ALERT CEO
    FBI CIA NATO OPEC EU UN US USA UK WHO IMF FED TABLE ADVISORY
    """.split()
)


class Dateline:
    """A dateline at the start of a paragraph: its text, its date and agency as written, and where the prose begins."""

    __slots__ = ("agency", "date_text", "end", "text")

    def __init__(self, text: str, date_text: str | None, agency: str | None, end: int) -> None:
        self.text = text
        self.date_text = date_text
        self.agency = agency
        self.end = end


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that a story's first paragraph opens with, None if it opens with prose.

    A name in capitals before a dash is one; a name in small letters only together with a date or an agency.
    """
    match = _LINE.match(paragraph[:200])
    if not match:
        return None
    details = match["details"].strip()
    colon = match["dash"].strip() == ":"
    if not details and (not match["caps"] or colon or match["caps"] in _LABELS):
        return None
    if match["caps"] is None and not match["agency"] and not match["date"] and not match["date2"]:
        return None
    text = paragraph[: match.start("dash")].strip()
    return Dateline(text, match["date"] or match["date2"], match["agency"] or match["wire"], match.end())
