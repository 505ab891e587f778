"""Texts about days -> half-open ranges of local days. What a text does not say is never made up.

A date alone stands for all its days: "2022" for the year, "2022-05" and "May 2022" for the month. Relative texts count
from ``today``, which is always given. Words may be joined by hyphens ("last-week", "3-weeks-ago"). The rules:

- "last week", "this month", "last year" are calendar weeks (from Monday), months and years;
- "last 10 days", "past 2 weeks", "past month" end with today, which is counted;
- "3 weeks ago" is one day; "Friday" is the latest Friday up to today, "last Friday" the latest before today;
- a date without a year is an error, a year has four digits, and 05/06/2022 is an error that names both readings
  (13/05/2022 and 05/13/2022 have but one; 05.06.2022 with points is day first, as wherever it is written so).
"""

from __future__ import annotations

import calendar
import datetime
import re

from searchidx.errors import QueryError
from searchidx.frozen import frozen

FIRST_YEAR, LAST_YEAR = 1000, 2999
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = datetime.timedelta(days=1)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_NUMBERS, 1)}}
_MONTH_NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})([-/.]))?(\d{1,2})[-/.](\d{4})", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}|\d{1,2}", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d\d", re.ASCII)
_TIME = re.compile(r"\d:\d|\d *[ap]\.?m\b|\dt\d", re.ASCII)
_NAMED = re.compile(r"[a-z0-9 ,./'-]*", re.ASCII)
_CALENDAR_UNIT = re.compile(r"(this|last) (week|month|year)")
_SPAN_TO_TODAY = re.compile(r"(?:past|last) (?:(\w+) )?(day|week|month|year)s?", re.ASCII)
_AGO = re.compile(r"(\w+) (day|week|month|year)s? ago", re.ASCII)
_WEEKDAY = re.compile(r"(last )?(" + "|".join(f"{day}|{day[:3]}" for day in _DAYS) + ")")
_RANGE = re.compile(r"(?:^|\s)to(?:\s|$)|\.\.+", re.IGNORECASE)


@frozen
class DateRange:
    """The local days from ``start`` up to and not including ``end``; None is an open side."""

    start: datetime.date | None
    end: datetime.date | None

    @property
    def last(self) -> datetime.date | None:
        """The last day inside, or None where the range is open."""
        return self.end - _DAY if self.end else None


def read_date(text: str, today: datetime.date) -> DateRange:
    """Return the days that a single date stands for; raises QueryError with what to write instead."""
    shown = " ".join(text.split())
    plain = shown.lower()
    found = _numeric(plain, shown, today) or _relative(plain.replace("-", " "), today)
    if found is None:
        found = _named(plain, shown, today)
    for day in (found.start, found.last):
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise _out_of_range(shown)
    return found


def read_dates(text: str, today: datetime.date) -> DateRange:
    """Return the days of a date, or of a range with both ends ("May 2022 to today", "2022-05-01..2022-05-12")."""
    parts = _RANGE.split(text)
    if len(parts) == 1:
        return read_date(text, today)
    if len(parts) > 2:
        raise QueryError(
            f'"{_shorten(text)}" has more than two ends. Write one range, as in 2022-05-01..2022-05-12.'
        )
    first, last = (part.strip() for part in parts)
    start = None if first in ("", "*") else read_date(first, today).start
    end = None if last in ("", "*") else read_date(last, today).end
    if start is None and end is None:
        raise QueryError(
            "This range has no dates. Write one at least, as in [2022-05-01 to 2022-05-12] or 2022-05.. ."
        )
    return ordered(start, end)


def since(text: str, today: datetime.date) -> datetime.date:
    """Return the first day that "since ``text``" takes in."""
    start = read_date(text, today).start
    assert start is not None
    return start


def until(text: str, today: datetime.date) -> datetime.date:
    """Return the day after the last that "until ``text``" takes in: until "2022-05" takes all of May."""
    end = read_date(text, today).end
    assert end is not None
    return end


def between(since_text: str | None, until_text: str | None, today: datetime.date) -> DateRange | None:
    """Return the days from ``since_text`` to the end of ``until_text``, or None where neither is given."""
    if since_text is None and until_text is None:
        return None
    start = since(since_text, today) if since_text is not None else None
    return ordered(start, until(until_text, today) if until_text is not None else None)


def ordered(start: datetime.date | None, end: datetime.date | None) -> DateRange:
    """Return the range, or raise QueryError where it ends before it begins."""
    if start and end and end <= start:
        last = end - _DAY
        raise QueryError(
            f"This range ends ({_full(last)}) before it begins ({_full(start)}). "
            f"Write the earlier date first: [{last} to {start}]."
        )
    return DateRange(start, end)


def describe(days: DateRange) -> str:
    """Return the range in words: "1 to 12 May 2022", "May 2022", "from 1 May 2022 on", "up to 12 May 2022"."""
    start, last = days.start, days.last
    if start is None and last is None:
        return "any day"
    if start is None or last is None:
        return f"from {_full(start)} on" if start else f"up to {_full(last)}" if last else ""
    if start == last:
        return _full(start)
    whole_months = start.day == 1 and (last + _DAY).day == 1
    if whole_months and start.month == 1 and last.month == 12:
        return f"{start.year}" if start.year == last.year else f"{start.year} to {last.year}"
    form = _month if whole_months else _full
    if (start.year, start.month) == (last.year, last.month):
        return form(start) if whole_months else f"{start.day} to {form(last)}"
    first = form(start)
    return f"{first.removesuffix(f' {start.year}') if start.year == last.year else first} to {form(last)}"


def to_text(days: DateRange) -> str:
    """Return the range as it stands after ``date:`` in a query: 2022, 2022-05, [2022-05-01 to 2022-05-12], >=..."""
    start, last = days.start, days.last
    if start is None or last is None:
        return f">={start}" if start else f"<={last}"
    for unit, text in (("year", f"{start.year:04}"), ("month", f"{start:%Y-%m}"), ("day", str(start))):
        if _whole(unit, start) == days:
            return text
    return f"[{start} to {last}]"


def _numeric(plain: str, shown: str, today: datetime.date) -> DateRange | None:
    """Return the days of a date in digits, or None where the text is something else."""
    if match := _COMPACT.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain):
        groups = match.groups()
        year, month, day = groups if match.re is _COMPACT else (groups[0], groups[2], groups[3])
        return _absolute(int(year), int(month) if month else None, int(day) if day else None, shown)
    if match := _YEAR_LAST.fullmatch(plain):
        first, separator, second, year = match.groups()
        if first is None:
            return _absolute(int(year), int(second), None, shown)
        day, month = int(first), int(second)
        if separator != "." and day <= 12 and month <= 12 and day != month:
            year = int(year)
            raise QueryError(
                f'"{shown}" can be {day} {MONTHS[month - 1]} or {month} {MONTHS[day - 1]} {year}. '
                f"Write {year}-{month:02}-{day:02} or {year}-{day:02}-{month:02}."
            )
        if month > 12 and separator != ".":
            day, month = month, day
        return _absolute(int(year), month, day, shown)
    if _SHORT_YEAR.fullmatch(plain):
        raise QueryError(f'"{shown}" has a year of two digits. Write all four, as in {today}.')
    if _NO_YEAR.fullmatch(plain):
        raise _no_year(shown, today)
    return None


def _absolute(year: int, month: int | None, day: int | None, shown: str) -> DateRange:
    """Return all days of a year, month or day, or say why the calendar has none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _out_of_range(shown)
    if month is None:
        return _whole("year", datetime.date(year, 1, 1))
    if not 1 <= month <= 12:
        raise QueryError(
            f'"{shown}" is not in the calendar: there is no month {month}. Write a month from 01 to 12.'
        )
    if day is None:
        return _whole("month", datetime.date(year, month, 1))
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise QueryError(
            f'"{shown}" is not in the calendar: {MONTHS[month - 1]} {year} has {length} days. '
            f"Write a day from 01 to {length}."
        )
    return _whole("day", datetime.date(year, month, day))


def _whole(unit: str, day: datetime.date) -> DateRange:
    """Return the calendar day, week (from Monday), month or year that the day is in."""
    if unit == "week":
        start = day - _DAY * day.weekday()
        return DateRange(start, start + 7 * _DAY)
    if unit == "month":
        start = day.replace(day=1)
        return DateRange(start, _back(start, "month", -1))
    if unit == "year":
        return DateRange(datetime.date(day.year, 1, 1), datetime.date(day.year + 1, 1, 1))
    return DateRange(day, day + _DAY)


def _relative(plain: str, today: datetime.date) -> DateRange | None:
    """Return the days of a text that counts from today, or None where it does not."""
    if plain in ("today", "now"):
        return _whole("day", today)
    if plain == "yesterday":
        return _whole("day", today - _DAY)
    if match := _CALENDAR_UNIT.fullmatch(plain):
        when, unit = match.groups()
        this = _whole(unit, today)
        assert this.start is not None
        return this if when == "this" else _whole(unit, this.start - _DAY)
    if match := _SPAN_TO_TODAY.fullmatch(plain):
        count = _count(match[1] or "one")
        return DateRange(_back(today, match[2], count) + _DAY, today + _DAY) if count else None
    if match := _AGO.fullmatch(plain):
        count = _count(match[1])
        return _whole("day", _back(today, match[2], count)) if count else None
    if match := _WEEKDAY.fullmatch(plain):
        wanted = [day[:3] for day in _DAYS].index(match[2][:3])
        latest = today - _DAY if match[1] else today
        return _whole("day", latest - _DAY * ((latest.weekday() - wanted) % 7))
    return None


def _count(word: str) -> int | None:
    """Return the number that a word says, or None (for 0 as well: no days are no dates)."""
    if word.isascii() and word.isdigit():
        return int(word[:9]) or None
    return _COUNTS.get(word)


def _back(day: datetime.date, unit: str, count: int) -> datetime.date:
    """Return the day so many units before; the month's last day where the month is too short."""
    try:
        if unit in ("day", "week"):
            return day - _DAY * (count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        raise _out_of_range(f"{count} {unit}s ago") from None


def _named(plain: str, shown: str, today: datetime.date) -> DateRange:
    """Return the days of a date with its month in letters ("12 May 2022", "May 2022", "Thursday, May 12th, 2022")."""
    if _TIME.search(plain):
        raise QueryError(f'"{_shorten(shown)}" has a time of day; articles have days. Write the day alone.')
    if not re.search(rf"\b{_MONTH_NAME}\b", plain) or len(plain) > 60 or not _NAMED.fullmatch(plain):
        raise _no_date(shown)
    from dateutil import parser  # late: `--help` and most queries do not need it

    try:
        # Read with two defaults that differ in each part: what comes out different was not in the text.
        low, high = (
            parser.parse(plain, dayfirst=True, default=default)
            for default in (datetime.datetime(2003, 1, 1, 1, 1), datetime.datetime(2004, 12, 31, 2, 2))
        )
    except (ValueError, OverflowError, ArithmeticError, TypeError, IndexError, AttributeError):
        raise _no_date(shown) from None
    if low.year != high.year or not re.search(rf"(?<!\d){low.year:04}(?!\d)", plain):
        raise _no_year(shown, today)
    if low.month != high.month:
        raise _no_date(shown)
    days = _absolute(low.year, low.month, low.day if low.day == high.day else None, shown)
    _check_weekday(plain, shown, low, days)
    return days


def _check_weekday(plain: str, shown: str, day: datetime.datetime, days: DateRange) -> None:
    """Raise QueryError where the text names another weekday than its date has."""
    match = re.search(rf"\b({'|'.join(name[:3] for name in _DAYS)})[a-z]*\b", plain)
    if not match:
        return
    if days != _whole("day", day.date()):
        raise _no_date(shown)
    if not _DAYS[day.weekday()].startswith(match[1]):
        raise QueryError(
            f'"{shown}" contradicts itself: {_full(day.date())} was a {_DAYS[day.weekday()].title()}. '
            "Write the date without the weekday."
        )


def _full(day: datetime.date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def _no_date(shown: str) -> QueryError:
    return QueryError(
        f'"{_shorten(shown)}" is not a date. Write a day (2022-05-12), a month (2022-05), a year (2022), '
        "or yesterday, last-week, 3-weeks-ago."
    )


def _no_year(shown: str, today: datetime.date) -> QueryError:
    return QueryError(
        f'"{_shorten(shown)}" has no year, and none is guessed. Write the whole date, as in {today}.'
    )


def _out_of_range(shown: str) -> QueryError:
    return QueryError(
        f'"{_shorten(shown)}" is too far away. Write a date from the year {FIRST_YEAR} to {LAST_YEAR}.'
    )
