"""Signatures as they lie in the index, one per document, and the groups of a generation as a file of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from searchidx.article import Article
from searchidx.store.arrays import Ragged
from searchidx.store.copies.groups import group_copies
from searchidx.store.copies.signatures import NUMBERS_KEPT, SHINGLES_KEPT, Signatures, offsets_of, signatures

SIGNATURE = "signature"
"""The column with the signatures."""

ATTACHMENT = "copies.bin"
"""The file with the groups."""

_WORD = np.dtype("<u4")
_HEAD = 3  # day + 1, number of shingles, number of word pairs with a number


def pack_signatures(articles: Sequence[Article]) -> list[bytes]:
    """Return the signature of each article, with its day."""
    texts = [
        article.body if article.headline_from == "lede" else f"{article.headline or ''}\n{article.body}"
        for article in articles
    ]
    found = signatures(texts)
    shingles, numbers = found.shingles, found.numbers
    packed = []
    for i, article in enumerate(articles):
        head = (_day(article.date) + 1, found.shingle_counts[i], found.number_counts[i])
        parts = (
            np.array(head, _WORD),
            shingles.values[shingles.offsets[i] : shingles.offsets[i + 1]].astype(_WORD),
            numbers.values[numbers.offsets[i] : numbers.offsets[i + 1]].astype(_WORD),
        )
        packed.append(b"".join(part.tobytes() for part in parts))
    return packed


def unpack_signatures(packed: Iterable[bytes]) -> tuple[Signatures, npt.NDArray[np.int64]]:
    """Return the signatures and the days (-1: not known) in ``packed``; an empty one has nothing in common with any."""
    records = [record or bytes(_HEAD * _WORD.itemsize) for record in packed]
    words = np.frombuffer(b"".join(records), _WORD)
    starts = offsets_of(np.array([len(record) // _WORD.itemsize for record in records], np.int64))[:-1]
    days, shingle_counts, number_counts = (words[starts + i].astype(np.int64) for i in range(_HEAD))
    shingles = _lists(words, starts + _HEAD, np.minimum(shingle_counts, SHINGLES_KEPT))
    after = starts + _HEAD + np.diff(shingles.offsets)
    numbers = _lists(words, after, np.minimum(number_counts, NUMBERS_KEPT))
    return Signatures(shingles, shingle_counts, numbers, number_counts), days - 1


def _day(date: datetime.date | None) -> int:
    return date.toordinal() if date else -1


def _lists(
    words: npt.NDArray[np.uint32], starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> Ragged:
    offsets = offsets_of(lengths)
    rows = np.repeat(starts - offsets[:-1], lengths) + np.arange(offsets[-1])
    return Ragged(words[rows], offsets)


class CopyGroups:
    """Which documents of a generation are copies of each other.

    ``leaders[document]`` is the document that the group goes by, the document itself where it has no copies.
    """

    def __init__(self, leaders: npt.NDArray[np.int64]) -> None:
        self.leaders = leaders
        grouped = np.flatnonzero(leaders != np.arange(len(leaders)))
        self._grouped = np.zeros(len(leaders), np.bool_)
        self._grouped[grouped] = self._grouped[leaders[grouped]] = True

    def members(self, document: int) -> list[int]:
        """Return the documents of a document's group in ascending order, itself among them."""
        if not self._grouped[document]:
            return [document]
        return [int(doc) for doc in np.flatnonzero(self.leaders == self.leaders[document])]

    def grouped(self, documents: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """Return those of the documents that have copies, here or not."""
        return documents[self._grouped[documents]]

    def copies_among(self, documents: npt.NDArray[np.intp]) -> int:
        """Return how many of the documents are copies of another one of them."""
        grouped = self.grouped(documents)
        return len(grouped) - len(np.unique(self.leaders[grouped]))


def pack_groups(leaders: npt.NDArray[np.int64]) -> bytes:
    """Return the bytes of a generation's file of groups."""
    grouped = np.flatnonzero(leaders != np.arange(len(leaders)))
    return np.stack([grouped, leaders[grouped]]).astype(_WORD).tobytes()


def unpack_groups(content: bytes, documents: int) -> CopyGroups:
    """Return the groups in ``content``, of a generation with this many documents (deleted ones too)."""
    leaders = np.arange(documents)
    grouped, theirs = np.frombuffer(content, _WORD).reshape(2, -1).astype(np.int64)
    leaders[grouped] = theirs
    return CopyGroups(leaders)


def groups_in(reader: Any) -> bytes:
    """Find the groups of all documents that a Whoosh reader has; deleted ones are in none."""
    return pack_groups(group_copies(*unpack_signatures(_signatures_of(reader))))


def _signatures_of(reader: Any) -> Iterator[bytes]:
    leaves = [reader] if reader.is_atomic() else [leaf for leaf, _ in reader.leaf_readers()]
    for leaf in leaves:
        column = leaf.column_reader(SIGNATURE) if leaf.has_column(SIGNATURE) else None
        for document in range(leaf.doc_count_all()):
            yield b"" if column is None or leaf.is_deleted(document) else column[document]
