"""Horizontal bars of block characters."""

from __future__ import annotations

_PARTS = " ▏▎▍▌▋▊▉"


def bar(value: int, most: int, width: int) -> str:
    """Return a bar for a value, ``width`` columns long for ``most``; whatever is not 0 is seen."""
    if value <= 0 or most <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * value / most))
    return "█" * (eighths // 8) + _PARTS[eighths % 8].strip()
