"""Inversion: tokens in the order of the texts become postings in the order of the terms, by one sort of integers.

Each token is one 64-bit number: the rank of its term, its document, its position, and whether it is a joined form.
Sorted, these are the postings; nothing has to be looked up afterwards.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.codec.postings import FieldPostings
from searchidx.store.vocabulary import Ints

Array = npt.NDArray[Any]

MOST_DOCUMENTS = 1 << 18  # of one inversion, so that the parts of the number fit


class Inverted(NamedTuple):
    """Postings and their terms; ``joined`` are the rows, among the positions, that are joined forms."""

    terms: list[bytes]
    postings: FieldPostings
    joined: Array


class Inverter:
    """Gathers the tokens of one field and inverts them."""

    def __init__(self, positions: bool) -> None:
        self._has_positions = positions
        self._terms: list[Ints] = []
        self._places: list[Array] = []  # position * 2 + joined
        self._counts = array("q")  # tokens by document
        self.token_count = 0

    def add(self, terms: Ints, positions: Ints | None, joined: Array | None, counts: Sequence[int]) -> None:
        """Add tokens of the next documents, which have ``counts`` tokens; ``terms`` are numbers in a vocabulary."""
        self._terms.append(terms)
        if positions is not None and joined is not None:
            self._places.append(((positions << 1) | joined).astype(np.uint32))
        self._counts.extend(counts)
        self.token_count += len(terms)

    def skip(self, count: int) -> None:
        """Add documents without tokens."""
        self._counts.extend([0] * count)

    @property
    def lengths(self) -> Array:
        """The number of tokens of each document."""
        return np.array(self._counts, np.int64)

    def invert(self, vocabulary: Sequence[str] | Sequence[bytes]) -> Inverted:
        """Return the postings of all that was added, and forget it."""
        numbers = np.concatenate(self._terms) if self._terms else np.empty(0, np.int32)
        self._terms.clear()
        ranks, terms = _ranked(numbers, vocabulary)
        keys = ranks[numbers]
        del numbers
        docs = np.arange(len(self._counts), dtype=np.uint64)
        doc_bits = max(len(docs) - 1, 0).bit_length()
        keys <<= np.uint64(doc_bits)
        keys |= np.repeat(docs, self.lengths)
        place_bits = 0
        if self._has_positions:
            places = np.concatenate(self._places) if self._places else np.empty(0, np.uint32)
            self._places.clear()
            place_bits = int(places.max(initial=0)).bit_length()
            if len(terms).bit_length() + doc_bits + place_bits > 64:
                raise OverflowError("documents too long and too many for one inversion")
            keys <<= np.uint64(place_bits)
            keys |= places
            del places
        keys.sort()
        return _grouped(keys, terms, doc_bits, place_bits, self._has_positions)


def _ranked(numbers: Ints, vocabulary: Sequence[str] | Sequence[bytes]) -> tuple[Array, list[bytes]]:
    """Return the rank by number of the terms that occur, and these terms in the order of their bytes."""
    used = np.flatnonzero(np.bincount(numbers, minlength=1)) if len(numbers) else np.empty(0, np.int64)
    # The order of code points is the order of UTF-8.
    order = sorted(used.tolist(), key=vocabulary.__getitem__)
    terms = [vocabulary[number] for number in order]
    ranks = np.zeros(len(vocabulary), np.uint64)
    ranks[order] = np.arange(len(order), dtype=np.uint64)
    return ranks, [term.encode("utf-8") if isinstance(term, str) else term for term in terms]


def _grouped(keys: Array, terms: list[bytes], doc_bits: int, place_bits: int, positions: bool) -> Inverted:
    postings = keys >> np.uint64(place_bits)
    fresh = np.ones(len(keys), np.bool_)
    np.not_equal(postings[1:], postings[:-1], out=fresh[1:])
    starts = np.flatnonzero(fresh)
    postings = postings[starts]
    docs = (postings & np.uint64((1 << doc_bits) - 1)).astype(np.uint32)
    df = np.bincount((postings >> np.uint64(doc_bits)).astype(np.int64), minlength=len(terms))
    offsets = np.zeros(len(terms) + 1, np.int64)
    np.cumsum(df, out=offsets[1:])
    freqs = np.diff(starts, append=len(keys)).astype(np.uint32)
    if not positions:
        return Inverted(terms, FieldPostings(offsets, docs, freqs), np.empty(0, np.int64))
    places = (keys & np.uint64((1 << place_bits) - 1)).astype(np.uint32)
    joined = np.flatnonzero(places & 1)
    places >>= 1
    return Inverted(terms, FieldPostings(offsets, docs, freqs, places), joined)
