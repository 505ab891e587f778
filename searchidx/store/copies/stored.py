"""Signatures as they lie in the index, one per document, and the groups found from them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh.columns import VarBytesColumn

from searchidx.article import Article
from searchidx.store.arrays import Ragged
from searchidx.store.codec import SegmentFiles
from searchidx.store.copies.grouped import pack_groups
from searchidx.store.copies.groups import canonical_order, group_arranged, rearranged
from searchidx.store.copies.signatures import (
    NUMBERS_KEPT,
    SHINGLES_KEPT,
    Ints,
    Signatures,
    offsets_of,
    signatures,
    take_lists,
)

SIGNATURE = "signature"
"""The column with the signatures."""

_WORD = np.dtype("<u4")
Days = npt.NDArray[np.int64]
_HEAD = 3  # day + 1, number of shingles, number of word pairs with a number


def pack_signatures(articles: Sequence[Article]) -> list[bytes]:
    """Return the signature of each article, with its day."""
    texts = [
        article.body if article.headline_from == "lede" else f"{article.headline or ''}\n{article.body}"
        for article in articles
    ]
    found = signatures(texts)
    of_shingles, of_numbers = np.diff(found.shingles.offsets), np.diff(found.numbers.offsets)
    offsets = offsets_of(_HEAD + of_shingles + of_numbers)
    starts = offsets[:-1]
    words = np.empty(offsets[-1], _WORD)
    words[starts] = [_day(article.date) + 1 for article in articles]
    words[starts + 1], words[starts + 2] = found.shingle_counts, found.number_counts
    _put_lists(words, starts + _HEAD, found.shingles)
    _put_lists(words, starts + _HEAD + of_shingles, found.numbers)
    packed = words.tobytes()
    return [packed[begin:end] for begin, end in pairwise((offsets * _WORD.itemsize).tolist())]


def _put_lists(words: npt.NDArray[Any], starts: Ints, lists: Ragged) -> None:
    """Write lists into ``words``, each from its start on."""
    shifts = np.repeat(starts - lists.offsets[:-1], np.diff(lists.offsets))
    words[shifts + np.arange(len(shifts))] = lists.values


def unpack_signatures(packed: Iterable[bytes]) -> tuple[Signatures, Days]:
    """Return the signatures and the days (-1: not known) in ``packed``; an empty one has nothing in common with any."""
    records = list(packed)
    lengths = np.array([len(record) // _WORD.itemsize for record in records], np.int64)
    return _unpacked(np.frombuffer(b"".join(records), _WORD), offsets_of(lengths)[:-1], lengths > 0)


def _unpacked(words: npt.NDArray[Any], starts: Ints, there: npt.NDArray[np.bool_]) -> tuple[Signatures, Days]:
    """Return what records that start there in ``words`` hold; nothing where ``there`` is not set."""
    heads = np.zeros((_HEAD, len(starts)), np.int64)
    heads[:, there] = words[starts[there] + np.arange(_HEAD)[:, None]]
    days, shingle_counts, number_counts = heads
    shingles = take_lists(words, starts + _HEAD, np.minimum(shingle_counts, SHINGLES_KEPT))
    after = starts + _HEAD + np.diff(shingles.offsets)
    numbers = take_lists(words, after, np.minimum(number_counts, NUMBERS_KEPT))
    return Signatures(shingles, shingle_counts, numbers, number_counts), days - 1


def _day(date: datetime.date | None) -> int:
    return date.toordinal() if date else -1


class Source(NamedTuple):
    """A segment of a generation to be: ``compact`` where it is to be merged, so that deleted documents go."""

    files: SegmentFiles
    compact: bool


def groups_in(sources: Iterable[Source]) -> bytes:
    """Find the groups of all documents of some segments, in their order; deleted ones are in none."""
    words: list[npt.NDArray[Any]] = [np.zeros(0, _WORD)]
    starts: list[Ints] = [np.zeros(0, np.int64)]
    there: list[npt.NDArray[np.bool_]] = [np.zeros(0, np.bool_)]
    before = 0
    for files, compact in sources:
        column, lengths = files.bytes_column(SIGNATURE, VarBytesColumn())
        live = lengths > 0
        begin = offsets_of(lengths // _WORD.itemsize)[:-1] + before
        deleted = files.deleted()
        if deleted is not None:
            live &= ~deleted
            if compact:
                begin, live = begin[~deleted], live[~deleted]
        words.append(column.view(_WORD))
        starts.append(begin)
        there.append(live)
        before += len(column) // _WORD.itemsize
    all_words = np.concatenate(words) if len(words) > 2 else words[-1]
    found, days = _unpacked(all_words, np.concatenate(starts), np.concatenate(there))
    # Let go of what is no longer needed: with many articles these are hundreds of megabytes.
    del all_words, words
    order = canonical_order(found, days)
    arranged = rearranged(found, order)
    del found
    return pack_groups(group_arranged(arranged, days, order))
