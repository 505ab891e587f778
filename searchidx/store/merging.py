"""Merging segments of one index of a directory, in parts that different processes can do at the same time."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from searchidx.store.article_writer import SCHEMAS
from searchidx.store.bulk import DOCUMENTS, POSTINGS, live_documents, merge_part
from searchidx.store.codec import ArraySegment
from searchidx.store.loading import SafeStorage


class Merge(NamedTuple):
    """One of the two files of a merged segment to be written: ``part`` is DOCUMENTS or POSTINGS."""

    directory: str
    part: str
    merged: ArraySegment
    segments: tuple[ArraySegment, ...]

    def run(self) -> None:
        """Write the file. Raises OSError and ``IndexDamagedError``."""
        schema = SCHEMAS[self.merged.indexname]()
        merge_part(SafeStorage(self.directory), schema, self.part, self.merged, self.segments)


def plan_merge(directory: Path, name: str, segments: list[ArraySegment]) -> tuple[ArraySegment, list[Merge]]:
    """Return the segment that several become, and what is to be done for it, in any order."""
    merged = ArraySegment(name, live_documents(segments))
    return merged, [Merge(str(directory), part, merged, tuple(segments)) for part in (POSTINGS, DOCUMENTS)]
