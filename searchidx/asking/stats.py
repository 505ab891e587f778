"""What an index holds."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from searchidx.frozen import frozen

if TYPE_CHECKING:
    from searchidx.store.searcher import Searcher


class IndexVersion(NamedTuple):
    """Which state of an index answered: its number, when it was built (ISO 8601, UTC), and the format it is in."""

    generation: int
    built: str
    format: int


@frozen
class Stats:
    """What an index holds: counts, days, and the ten most frequent speakers and places with their article counts."""

    articles: int
    dated: int
    first_date: datetime.date | None
    last_date: datetime.date | None
    terms: int
    words: int
    speakers: int
    top_speakers: tuple[tuple[str, int], ...]
    places: int
    top_places: tuple[tuple[str, int], ...]
    index_bytes: int
    folder: str
    built: str
    format: int


def stats(searcher: Searcher, directory: Path) -> Stats:
    """Answer ``Index.stats``."""
    from searchidx.sync.state import located

    first, last = searcher.date_range()
    return Stats(
        articles=searcher.count,
        dated=searcher.dated_count(),
        first_date=first,
        last_date=last,
        terms=searcher.term_count("body"),
        words=searcher.total_length("body"),
        speakers=searcher.term_count("speaker_names"),
        top_speakers=tuple(searcher.top_terms("speaker_names", 10)),
        places=searcher.term_count("place_names"),
        top_places=tuple(searcher.top_terms("place_names", 10)),
        index_bytes=sum(file.stat().st_size for file in directory.iterdir() if file.is_file()),
        folder=str(located(searcher.generation.folder, directory)),
        built=searcher.generation.built,
        format=searcher.settings.format,
    )
