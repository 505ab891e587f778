"""What to ask instead, to be read or as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from searchidx.presentation.results import INDENT, count_of
from searchidx.presentation.style import visible

if TYPE_CHECKING:
    from searchidx.asking.suggestions import Suggestion

_WIDEST = 40  # columns of a query, so that what stands behind it lines up


def suggestion_lines(found: Sequence[Suggestion], thing: str = "article") -> Iterator[str]:
    """Yield the spellings, then the looser questions, each with the number of things that it finds."""
    spelled = [each for each in found if each.kind in ("spelling", "place")]
    looser = [each for each in found if each.kind not in ("spelling", "place")]
    for title, group in (("Did you mean:", spelled), ("Asking for less finds:", looser)):
        if group:
            yield title
            width = min(_WIDEST, max(len(visible(each.query)) for each in group))
            numbers = max(len(count_of(each.total, thing)) for each in group)
            for each in group:
                told = "" if each in spelled else visible(each.change)
                line = f"{visible(each.query):<{width}}  {count_of(each.total, thing):<{numbers}}  {told}"
                yield INDENT + line.rstrip()


def suggestion_records(found: Sequence[Suggestion]) -> list[dict[str, Any]]:
    """Return the suggestions as plain data."""
    return [asdict(each) for each in found]
