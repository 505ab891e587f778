"""What an index holds, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searchidx.presentation.results import count_of
from searchidx.presentation.style import visible

if TYPE_CHECKING:
    from searchidx.index import Stats


def size_of(number: float) -> str:
    """Return a number of bytes as "912 bytes", "1.4 MB"."""
    if number < 1000:
        return f"{number:.0f} bytes"
    for unit in ("kB", "MB", "GB"):
        number /= 1000
        if number < 1000 or unit == "GB":
            break
    return f"{number:.1f} {unit}"


def stats_lines(stats: Stats) -> Iterator[str]:
    """Yield the lines of ``searchidx stats``."""
    dates = f"{stats.first_date} to {stats.last_date}" if stats.first_date else "none known"
    if 0 < stats.dated < stats.articles:
        dates += f" ({stats.articles - stats.dated:,} without a date)"
    yield f"articles   {stats.articles:,}"
    yield f"dates      {dates}"
    yield f"words      {stats.words:,} ({stats.terms:,} distinct terms)"
    yield f"speakers   {stats.speakers:,}{_most(stats.top_speakers)}"
    yield f"places     {stats.places:,}{_most(stats.top_places)}"
    yield f"size       {size_of(stats.index_bytes)}"
    yield f"folder     {visible(stats.folder)}"
    yield f"built      {stats.built}"


def _most(names: Sequence[tuple[str, int]]) -> str:
    if not names:
        return ""
    return ", most often " + ", ".join(
        f"{visible(name)} ({count_of(count, 'article')})" for name, count in names[:5]
    )
