"""A plot of the latencies and throughputs as SVG: one row of bars for each kind of query, on a logarithmic scale."""

from __future__ import annotations

import html
import math
from typing import Any

_COLOURS = ["#1f5fa8", "#e07b39", "#5a9a5a", "#a05aa0", "#888888"]
_LEFT, _WIDTH, _BAR, _GAP = 150, 520, 11, 14


def svg(results: dict[str, Any]) -> str:
    """Return the plot: the median as a bar, a thin line up to the 95th percentile."""
    engines = results["engines"]
    kinds = [kind for kind in results["kinds"] if any(kind in e["latency_ms"] for e in engines.values())]
    numbers = [
        value
        for e in engines.values()
        for kind in e["latency_ms"].values()
        for value in (kind["median"], kind["p95"])
    ]
    low, high = math.floor(math.log10(min(numbers))), math.ceil(math.log10(max(numbers)))

    def across(value: float) -> float:
        return _LEFT + _WIDTH * (math.log10(value) - low) / max(high - low, 1)

    shapes, top = [], 58
    for number, engine in enumerate(engines.values()):
        shapes.append(_rectangle(_LEFT + number % 3 * 190, 10 + number // 3 * 18, 10, 10, number))
        shapes.append(_text(_LEFT + number % 3 * 190 + 15, 19 + number // 3 * 18, engine["label"]))
    bottom = top + len(kinds) * (len(engines) * _BAR + _GAP)
    for power in range(low, high + 1):
        x = across(10.0**power)
        shapes.append(f'<line x1="{x:.1f}" y1="{top - 8}" x2="{x:.1f}" y2="{bottom}" stroke="#ddd"/>')
        shapes.append(_text(x, bottom + 14, f"{10.0**power:g} ms", anchor="middle"))
    for kind in kinds:
        shapes.append(_text(_LEFT - 8, top + len(engines) * _BAR / 2 + 4, kind, anchor="end"))
        for number, engine in enumerate(engines.values()):
            found = engine["latency_ms"].get(kind)
            if found:
                y = top + number * _BAR
                shapes.append(_rectangle(_LEFT, y, across(found["median"]) - _LEFT, _BAR - 2, number))
                shapes.append(
                    f'<line x1="{across(found["median"]):.1f}" y1="{y + 4.5}" x2="{across(found["p95"]):.1f}" '
                    f'y2="{y + 4.5}" stroke="{_COLOURS[number % len(_COLOURS)]}" stroke-width="2"/>'
                )
        top += len(engines) * _BAR + _GAP
    title = (
        f"Query latency on {results['articles']:,} articles: median, and the line up to the 95th percentile"
    )
    shapes.append(_text(_LEFT, bottom + 34, title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 60}" height="{bottom + 46}" '
        'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n'
        + "\n".join(shapes)
        + "\n</svg>\n"
    )


def _rectangle(x: float, y: float, width: float, height: float, number: int) -> str:
    colour = _COLOURS[number % len(_COLOURS)]
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{height}" fill="{colour}"/>'


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{html.escape(text)}</text>'
