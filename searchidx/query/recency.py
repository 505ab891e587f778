"""How much an article's age counts: "30d", "2 weeks", a number of days."""

from __future__ import annotations

import datetime
import re

from searchidx.errors import QueryError
from searchidx.frozen import frozen

DEFAULT_HALF_LIFE = "30d"
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}
_HALF_LIFE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?) ?(d|days?|w|weeks?|m|months?|y|years?)?", re.ASCII)


@frozen
class Recency:
    """An article of ``newest`` counts double; what its age adds halves every ``half_life`` days."""

    half_life: float
    newest: datetime.date


def is_half_life(text: str) -> bool:
    """Tell whether a text can be read as a half-life."""
    return _HALF_LIFE.fullmatch(text.strip().lower()) is not None


def half_life(value: str | float) -> float:
    """Return a half-life in days; raises QueryError for what is none."""
    if isinstance(value, str):
        match = _HALF_LIFE.fullmatch(value.strip().lower())
        days = float(match[1]) * _DAYS[(match[2] or "d")[0]] if match else 0.0
    else:
        days = float(value)
    if not days > 0:
        raise QueryError(
            f"{value!r} is not a half-life. Write how many days make an article count less, as in 30d, 2w or 6m."
        )
    return days


def describe(recency: Recency) -> str:
    """Say in words how age counts."""
    days = f"{recency.half_life:g}"
    return (
        f"Recency: articles of {recency.newest.isoformat()} count double, "
        f"and what that adds halves every {'day' if days == '1' else f'{days} days'} back"
    )
