"""What an index holds, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searchidx.presentation.results import count_of
from searchidx.presentation.style import visible
from searchidx.presentation.wrap import wrap

if TYPE_CHECKING:
    from searchidx.index import Stats


LABEL = 11


def size_of(number: float) -> str:
    """Return a number of bytes as "912 bytes", "1.4 MB"."""
    if number < 1000:
        return f"{number:.0f} bytes"
    for unit in ("kB", "MB", "GB"):
        number /= 1000
        if number < 1000 or unit == "GB":
            break
    return f"{number:.1f} {unit}"


def stats_lines(stats: Stats, width: int) -> Iterator[str]:
    """Yield the lines of ``searchidx stats``."""
    dates = f"{stats.first_date} to {stats.last_date}" if stats.first_date else "none known"
    if 0 < stats.dated < stats.articles:
        dates += f" ({stats.articles - stats.dated:,} without a date)"
    facts = {
        "articles": f"{stats.articles:,}",
        "dates": dates,
        "words": f"{stats.words:,} ({stats.terms:,} distinct terms)",
        "speakers": f"{stats.speakers:,}{_most(stats.top_speakers)}",
        "places": f"{stats.places:,}{_most(stats.top_places)}",
        "size": size_of(stats.index_bytes),
        "folder": visible(stats.folder),
        "built": stats.built,
    }
    for label, fact in facts.items():
        for number, (line, _) in enumerate(wrap(fact, (), max(12, width - LABEL))):
            yield (f"{label:<{LABEL}}" if not number else " " * LABEL) + line


def _most(names: Sequence[tuple[str, int]]) -> str:
    if not names:
        return ""
    return ", most often " + ", ".join(
        f"{visible(name)} ({count_of(count, 'article')})" for name, count in names[:5]
    )
