"""What to ask instead of a place that no article mentions: names like it, and the same place with less narrowing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from searchidx.asking.suggestions import Suggestion

if TYPE_CHECKING:
    from searchidx.asking.hits import Hits
    from searchidx.store.searcher import Searcher

_AROUND = (30.0, 100.0)  # kilometres
_FILTERS = {
    "dates": ("since", "until"),
    "filter": ("country", "inside"),
}
_CHANGES = {"dates": "on all days", "filter": "without --country and --in"}


def place_suggestions(
    searcher: Searcher, name: str, again: Callable[..., Hits], filters: Mapping[str, Any]
) -> tuple[Suggestion, ...]:
    """Return places of the collection that are spelled like this one, then looser questions that find something.

    ``again(name, **filters)`` asks once more.
    """
    from searchidx.store.place_spelling import similar_places

    alike = similar_places(searcher.places, name)
    spelled = [Suggestion("place", each.alike, each.name, each.articles) for each in alike]
    return (*spelled, *_looser(name, again, filters))


def _looser(name: str, again: Callable[..., Hits], filters: Mapping[str, Any]) -> Iterator[Suggestion]:
    for kind, options in _FILTERS.items():
        if any(filters[option] for option in options):
            total = again(name, **{**filters, **dict.fromkeys(options)}).total
            if total:
                yield Suggestion(kind, _CHANGES[kind], name, total)  # type: ignore[arg-type]
    for km in _AROUND:
        total = again(name, **{**filters, "near": km}).total
        if total:
            yield Suggestion("filter", f"--near {km:.0f}: places within {km:.0f} km", name, total)
            return
