"""Dates in text and in paths; what a text does not say of a date is never made up."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

#: The years that an article can be from: printed news began in 1605.
FIRST_YEAR, LAST_YEAR = 1600, 2100

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH_NAMES = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
WEEKDAY_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[6-9]|20|21)\d\d(?!\d|\s*(?:gmt|utc|hrs|hours))"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH_AND_DAY = rf"(?:{_MONTH}[ \t]+{_DAY}|{_DAY}[ \t]+(?:of[ \t]+)?{_MONTH})"
#: A month and a day, the weekday before it and the year after it where they are given.
MONTH_AND_DAY = rf"(?:{_WEEKDAY},?[ \t]+)?{_MONTH_AND_DAY}(?:,?[ \t]+{_YEAR})?"
_FULL = (
    rf"(?:{_WEEKDAY},?[ \t]+)?(?:{_MONTH_AND_DAY},?[ \t]+{_YEAR}"
    rf"|(?<!\d){_YEAR}-\d\d?-\d\d?(?!\d)|(?<!\d){_YEAR}/\d\d?/\d\d?(?!\d)"
    rf"|(?<![\d/.-])\d\d?(?P<mark>[/.-])\d\d?(?P=mark){_YEAR})"
)
_FULL_DATE = re.compile(rf"\b(?:{_FULL})", re.I)
#: A date, complete or of a month and a day only; to be matched whatever the case.
DATE = rf"\b(?:{_FULL}|{MONTH_AND_DAY})"
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/-](\d\d?)[/-](\d\d?)")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)([/.-])(\d\d?)\2\d{4}")
_PARTIAL = re.compile(rf"\b{MONTH_AND_DAY}", re.I)
#: Words before a date that is not the day of the news: a limit, somebody's birth, the name of a thing.
_OTHER_DAY = re.compile(
    r"\b(?:since|until|till|to|from|after|before|by|between|started|an?|born\b[^.]*)[\s,]*(?:on\s)?$",
    re.I,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_PATH_DATE = re.compile(r"(?<!\d)(\d{4})(?:([-_./ ])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_PATH_YEAR = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)")

# Two dates with no part in common: what differs when a text is parsed with each as the default was not in the text.
_DEFAULTS = (datetime.datetime(2004, 1, 1), datetime.datetime(2008, 2, 2))


def parse_date(text: str, years: Iterable[int] = (), dayfirst: bool | None = None) -> datetime.date | None:
    """Return the date that a text gives: the first that is complete, or one that ``years`` completes.

    ``years`` are those known from elsewhere in the article; a day and month alone become a date only if there is
    exactly one (and the weekday, if one is named, agrees). ``dayfirst`` reads "03/04/2022"; with None such a date,
    which might be two days, is none.
    """
    text = text.strip()
    if _ISO.match(text):
        return iso_date(text[:10])
    for match in _FULL_DATE.finditer(text[:1000]):
        found = _parse(match[0], dayfirst)
        if found:
            return found
    known = set(years)
    partial = _PARTIAL.search(text[:1000]) if len(known) == 1 else None
    return _parse(f"{partial[0]} {known.pop()}", dayfirst) if partial else None


def find_date(text: str, dayfirst: bool | None = None) -> datetime.date | None:
    """Return the first complete date in prose that does not begin or end a span of time ("since 11 September 2001")."""
    for match in _FULL_DATE.finditer(text):
        found = None if _OTHER_DAY.search(text[: match.start()]) else _parse(match[0], dayfirst)
        if found:
            return found
    return None


def date_in_path(path: str) -> datetime.date | None:
    """Return the date in a path: 2022-05-12-title.txt, 2022/05/12/title.txt, 20220512.txt."""
    best = None
    for match in _PATH_DATE.finditer(path):
        year, _, month, day, month2, day2 = match.groups()
        found = _bounded(year, month or month2, day or day2)
        best = found or best
    return best


def years_in(text: str) -> set[int]:
    """Return the years that a path or a copyright line names."""
    return {int(year) for year in _PATH_YEAR.findall(text)} | {
        int(match[1]) for match in _PATH_DATE.finditer(text) if FIRST_YEAR <= int(match[1]) <= LAST_YEAR
    }


def iso_date(text: str) -> datetime.date | None:
    """Return the date that YYYY-MM-DD spells, if there is such a day and it is in bounds."""
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _bounded(year: str, month: str, day: str) -> datetime.date | None:
    return iso_date(f"{year}-{month:0>2}-{day:0>2}")


def _parse(text: str, dayfirst: bool | None) -> datetime.date | None:
    """Have dateutil read a text that has the form of a date."""
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        return _bounded(year_first[1], year_first[2], year_first[3])
    numeric = _NUMERIC.search(text)
    if numeric and dayfirst is None and numeric[2] == ".":
        dayfirst = True  # with dots it is always the day
    orders = (True, False) if dayfirst is None else (dayfirst,)
    found = {_complete(text, order) for order in orders} - {None}
    weekday = re.match(rf"\W*({_WEEKDAY})", text, re.I)
    if weekday:
        found = {day for day in found if day and _WEEKDAYS[day.weekday()] == weekday[1][:3].lower()}
    return found.pop() if len(found) == 1 else None


def _complete(text: str, dayfirst: bool) -> datetime.date | None:
    """Return the date in a text, None unless the text itself gives day, month and year."""
    from dateutil import parser

    try:
        found = {
            parser.parse(text, default=default, dayfirst=dayfirst, ignoretz=True).date()
            for default in _DEFAULTS
        }
    except (ValueError, OverflowError):
        return None
    day = found.pop()
    return day if not found and FIRST_YEAR <= day.year <= LAST_YEAR else None
