"""The words that set the matches of a query apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.presentation.bars import bar
from searchidx.presentation.records import csv_row
from searchidx.presentation.style import Style
from searchidx.presentation.widths import columns, padded, shortened

if TYPE_CHECKING:
    from searchidx.index import Hits
    from searchidx.store.overviews.matches import TermContrast

_LONGEST = 30


def terms_lines(words: Sequence[TermContrast], style: Style, width: int) -> Iterator[str]:
    """Yield a line for each word: how much it tells, and how many of the matches and of the others have it."""
    names = [shortened(word.word, _LONGEST) for word in words]
    longest = max(map(columns, names), default=0)
    most = max((word.score for word in words), default=0)
    room = min(24, width - longest - 36)
    for name, word in zip(names, words, strict=True):
        drawn = f"{bar(round(1000 * word.score), round(1000 * most), room):<{room}}  " if room >= 4 else ""
        counts = f"{word.matches:,} of the matches, {word.others:,} others"
        yield f"{style.title(padded(name, longest))}  {drawn}{style.quiet(counts)}"


def terms_record(hits: Hits, words: Sequence[TermContrast]) -> dict[str, Any]:
    """Return the words as plain data."""
    return {
        "query": hits.query,
        "total": hits.total,
        "copies": hits.copies,
        "terms": [{**word._asdict(), "score": round(word.score, 4)} for word in words],
    }


def terms_csv(words: Sequence[TermContrast]) -> Iterator[str]:
    """Yield CSV rows, a header first."""
    yield csv_row(("word", "term", "matches", "others", "score"))
    for word in words:
        yield csv_row((word.word, word.term, word.matches, word.others, f"{word.score:.4f}"))
