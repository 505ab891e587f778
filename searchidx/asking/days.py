"""The days that an answer is limited to."""

from __future__ import annotations

import datetime

from searchidx.query.dates import DateRange, ordered
from searchidx.query.dates import since as first_day
from searchidx.query.dates import until as day_after

Day = str | datetime.date | None

ONE_DAY = datetime.timedelta(days=1)


def date_range(since: Day, until: Day) -> DateRange | None:
    """Return the half-open range of days between two borders that are both included, or None without any."""
    if since is None and until is None:
        return None
    today = datetime.date.today()
    start = first_day(since, today) if isinstance(since, str) else since
    end = day_after(until, today) if isinstance(until, str) else until and until + ONE_DAY
    return ordered(start, end)
