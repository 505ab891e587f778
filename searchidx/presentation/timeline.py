"""A timeline on a terminal, as data, and as a picture."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from searchidx.presentation.bars import bar
from searchidx.presentation.records import csv_row
from searchidx.presentation.results import INDENT, count_of, found_line
from searchidx.presentation.style import Style, visible
from searchidx.presentation.widths import columns, shortened

if TYPE_CHECKING:
    from searchidx.index import Hits
    from searchidx.store.overviews.matches import Peak, Timeline
    from searchidx.store.overviews.timeline import Period

_FEW = 3  # empty periods in a row that are shown one by one
ONE_DAY = datetime.timedelta(days=1)


def label_of(start: datetime.date, unit: str) -> str:
    """Return what a period is called: "2022-05-12", "2022-05", "2022"; a week by its Monday."""
    return start.isoformat()[: {"month": 7, "year": 4}.get(unit, 10)]


def timeline_lines(hits: Hits, found: Timeline, style: Style, width: int) -> Iterator[str]:
    """Yield a bar for each period, and below them what happened at the peaks."""
    most = max((period.number for period in found.periods), default=0)
    digits = len(f"{most:,}")
    label_width = len(label_of(datetime.date.min, found.unit))
    room = max(8, width - label_width - digits - 4)
    peaks = {peak.period.start for peak in found.peaks}
    for run in _runs(found.periods):
        if len(run) > _FEW and not run[0].number:
            yield style.quiet(f"{'…':>{label_width}}  {count_of(len(run), found.unit)} without any")
            continue
        for period in run:
            label = label_of(period.start, found.unit)
            drawn = bar(period.number, most, room)
            drawn = style.mark(drawn) if period.start in peaks else drawn
            yield f"{style.date(label)}  {period.number:>{digits},}  {drawn}".rstrip()
    if found.peaks:
        yield ""
        for peak in found.peaks:
            yield from _peak_lines(peak, found.unit, style, width)


def _peak_lines(peak: Peak, unit: str, style: Style, width: int) -> Iterator[str]:
    label = label_of(peak.period.start, unit)
    headline = shortened(peak.headline or "(no headline)", max(20, width - len(label) - 2))
    yield f"{style.date(label)}  {style.title(headline)}"
    shown = style.path(visible(peak.id))
    about = f"{count_of(peak.period.number, 'article')}, best match "
    apart = len(INDENT) + len(about) + columns(visible(peak.id)) > width
    yield f"{INDENT}{style.quiet(about.rstrip() if apart else about)}" + ("" if apart else shown)
    if apart:
        yield INDENT + shown


def _runs(periods: Sequence[Period]) -> Iterator[list[Period]]:
    """Yield the periods in runs of empty ones and of others."""
    run: list[Period] = []
    for period in periods:
        if run and bool(run[-1].number) != bool(period.number):
            yield run
            run = []
        run.append(period)
    if run:
        yield run


def summary(hits: Hits, found: Timeline) -> str:
    """Say how many articles the timeline shows, by what, and which it cannot show."""
    if not hits.total:
        return "No article matches."
    text = found_line(hits)
    if found.periods:
        text += f" by {found.unit}"
    if found.undated:
        text += f"; {count_of(found.undated, 'article')} without a date not shown"
    return f"{text}."


def timeline_record(hits: Hits, found: Timeline) -> dict[str, Any]:
    """Return a timeline as plain data; a period goes from ``start`` up to, not including, ``before``."""
    return {
        "query": hits.query,
        "total": hits.total,
        "copies": hits.copies,
        "undated": found.undated,
        "unit": found.unit,
        "periods": [_period_record(period) for period in found.periods],
        "peaks": [
            {**_period_record(peak.period), "id": peak.id, "headline": peak.headline} for peak in found.peaks
        ],
    }


def _period_record(period: Period) -> dict[str, Any]:
    return {
        "start": period.start.isoformat(),
        "before": period.end.isoformat(),
        "articles": period.number,
    }


def timeline_csv(found: Timeline) -> Iterator[str]:
    """Yield CSV rows: first and last day of each period and its articles; without days, those that have no date."""
    yield csv_row(("first_day", "last_day", "articles"))
    for period in found.periods:
        yield csv_row((period.start.isoformat(), (period.end - ONE_DAY).isoformat(), period.number))
    if found.undated:
        yield csv_row(("", "", found.undated))


_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 960, 360, 50, 64, 40
_LABELS = 8  # below the bars, at most


def timeline_svg(hits: Hits, found: Timeline) -> str:
    """Return the timeline as an SVG picture that needs nothing else; each bar tells its period when pointed at."""
    periods, most = found.periods, max((period.number for period in found.periods), default=1)
    step = (_WIDTH - _LEFT - 10) / max(1, len(periods))
    floor = _HEIGHT - _BOTTOM
    peaks = {peak.period.start: peak for peak in found.peaks}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="12" fill="#333">',
        f"<title>{_xml(hits.query)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="24" font-size="18" font-weight="bold">{_xml(shorten(hits.query, 90))}</text>',
        f'<text x="{_LEFT}" y="44">{_xml(summary(hits, found))}</text>',
    ]
    for value in sorted({most, most // 2, 0}):
        y = floor - (floor - _TOP) * value / most
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - 10}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,}</text>')
    every = -(-len(periods) // _LABELS) or 1
    for number, period in enumerate(periods):
        x, height = _LEFT + number * step, (floor - _TOP) * period.number / most
        label = label_of(period.start, found.unit)
        peak = peaks.get(period.start)
        told = f"{label}: {count_of(period.number, 'article')}" + (f". {peak.headline}" if peak else "")
        parts.append(
            f'<rect x="{x + step * 0.1:.1f}" y="{floor - height:.1f}" width="{step * 0.8:.1f}"'
            f' height="{height:.1f}" fill="{"#c60" if peak else "#369"}"><title>{_xml(told)}</title></rect>'
        )
        if number % every == 0:
            parts.append(f'<text x="{x:.1f}" y="{floor + 18}">{label}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _xml(text: str) -> str:
    return escape(visible(text).replace("\n", " "))
