"""Counts of values beside a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.presentation.bars import bar
from searchidx.presentation.results import count_of
from searchidx.presentation.style import Style
from searchidx.presentation.widths import columns, padded, shortened

if TYPE_CHECKING:
    from searchidx.store.overviews.matches import Facet

_BAR = 20
_LONGEST = 40


def facet_lines(facets: Sequence[Facet], style: Style, width: int) -> Iterator[str]:
    """Yield the values of each facet with their counts."""
    for facet in facets:
        yield ""
        yield style.title(facet.name)
        most = max((number for _, number in facet.values), default=0)
        names = [shortened(value, min(_LONGEST, width - 12)) for value, _ in facet.values]
        longest = max(map(columns, names), default=0)
        room = min(_BAR, width - longest - 12)
        for name, (_, number) in zip(names, facet.values, strict=True):
            drawn = f"  {style.quiet(bar(number, most, room))}" if room >= 4 else ""
            yield f"  {number:>6,}  {padded(name, longest if drawn else 0)}{drawn}"
        more = facet.distinct - len(facet.values)
        notes = [f"{more:,} more"] if more else []
        if facet.without:
            notes.append(f"{count_of(facet.without, 'article')} without")
        if notes:
            yield "          " + style.quiet("; ".join(notes))


def facet_record(facet: Facet) -> dict[str, Any]:
    """Return a facet as plain data."""
    return {
        "values": [{"value": value, "articles": number} for value, number in facet.values],
        "distinct": facet.distinct,
        "without": facet.without,
    }
