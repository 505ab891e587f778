"""Which segments to merge, so that they stay few without the same documents being written over and over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from searchidx.store.bulk.merge import merge_segments
from searchidx.store.codec.segment import ArraySegment

_RATIO = 3
_MOST_DELETED = 1 / 3


def plan_merges(segments: Sequence[ArraySegment]) -> list[tuple[int, int]]:
    """Return ranges ``(first, last)`` of adjacent segments, last exclusive, each to become one.

    Each segment that stays is at least three times as large as all that come after it, so that there are about
    ``log3`` of the number of documents, and a document is rewritten about as often. A segment of which a third is
    deleted is written anew even alone.
    """
    live = [segment.doc_count() for segment in segments]
    first = len(segments)
    tail = 0
    for i in range(len(segments) - 1, -1, -1):
        if tail and live[i] < _RATIO * tail:
            first = i
        tail += live[i]
    ranges = [
        (i, i + 1)
        for i in range(first)
        if segments[i].deleted_count() > _MOST_DELETED * segments[i].doc_count_all()
    ]
    if len(segments) - first > 1:
        ranges.append((first, len(segments)))
    return ranges


def merged(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge by ``plan_merges``: a ``mergetype`` for the ``commit`` of Whoosh's writer."""
    return _with_merged(writer, segments, plan_merges(segments))


def merged_to_one(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge all segments into one: a ``mergetype`` for the ``commit`` of Whoosh's writer."""
    return _with_merged(writer, segments, [(0, len(segments))] if segments else [])


def _with_merged(writer: Any, segments: list[Any], ranges: list[tuple[int, int]]) -> list[Any]:
    result = list(segments)
    for first, last in reversed(ranges):
        one = merge_segments(writer.storage, writer.indexname, writer.schema, segments[first:last])
        result[first:last] = [one] if one.doc_count_all() else []
    return result
