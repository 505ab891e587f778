"""Matches over time: how many in each day, week, month or year, and which of those stand out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_MOST_BARS = {
    "day": 45,
    "week": 40,
    "month": 60,
}  # more of them than this, and the next longer unit is chosen
_PEAKS = 5
_STANDS_OUT = 1.5  # times the mean of the periods that have any
_LEAST_IN_PEAK = 2

ONE_DAY = datetime.timedelta(days=1)


class Period(NamedTuple):
    """``number`` matches from ``start`` on, up to and without ``end``."""

    start: datetime.date
    end: datetime.date
    number: int


def start_of(day: datetime.date, unit: Unit) -> datetime.date:
    """Return the first day of the period that a day lies in; weeks begin on Monday."""
    if unit == "week":
        return day - min(datetime.timedelta(days=day.weekday()), day - datetime.date.min)
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def start_after(start: datetime.date, unit: Unit) -> datetime.date:
    """Return the first day of the next period (the last day that there is, past the year 9999)."""
    try:
        if unit == "month":
            return start_of(start.replace(day=28) + 4 * ONE_DAY, "month")
        if unit == "year":
            return start.replace(year=start.year + 1)
        return start + (7 if unit == "week" else 1) * ONE_DAY
    except (OverflowError, ValueError):
        return datetime.date.max


def chosen_unit(first: datetime.date, last: datetime.date) -> Unit:
    """Return the unit that shows a span of days in a screenful of bars."""
    days = (last - first).days + 1
    if days <= _MOST_BARS["day"]:
        return "day"
    if days <= 7 * _MOST_BARS["week"]:
        return "week"
    return "month" if days <= 30.5 * _MOST_BARS["month"] else "year"


def periods(days: Iterable[int], unit: Unit) -> list[Period]:
    """Return every period from the first day to the last, also the empty ones; ``days`` as ``date.toordinal``."""
    counts: Counter[datetime.date] = Counter()
    for day, count in Counter(days).items():
        counts[start_of(datetime.date.fromordinal(day), unit)] += count
    return list(_without_gaps(counts, unit)) if counts else []


def _without_gaps(counts: Counter[datetime.date], unit: Unit) -> Iterator[Period]:
    start, last = min(counts), max(counts)
    while True:
        end = start_after(start, unit)
        yield Period(start, end, counts[start])
        if start >= last or end <= start:
            return
        start = end


def highest(found: list[Period], most: int = _PEAKS) -> list[Period]:
    """Return the periods that stand out, in order of time: maxima well above the mean, the highest few."""
    counts = [period.number for period in found]
    mean = sum(counts) / max(1, sum(1 for count in counts if count))
    standing_out = [
        period
        for i, period in enumerate(found)
        if period.number >= max(_LEAST_IN_PEAK, _STANDS_OUT * mean)
        and period.number > max(counts[max(0, i - 1) : i], default=0)
        and period.number >= max(counts[i + 1 : i + 2], default=0)
    ]
    return sorted(sorted(standing_out, key=lambda period: (-period.number, period.start))[:most])
