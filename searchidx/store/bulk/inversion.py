"""Inversion: tokens in the order of the texts become postings in the order of the terms, by one sort of integers.

Each token is one 64-bit number: the rank of its term, its document, its position, and whether it is a joined form.
Sorted, these are the postings; nothing has to be looked up afterwards. What comes of them is made a block at a time,
in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.codec.postings import FieldPostings
from searchidx.store.vocabulary import Ints

Array = npt.NDArray[Any]

MOST_DOCUMENTS = 1 << 18  # of one inversion, so that the parts of the number fit
_BLOCK = 1 << 17  # occurrences, unless a single term has more


class InvertedPiece(NamedTuple):
    """The postings of some terms; ``joined`` are the rows, among their positions, that are joined forms."""

    postings: FieldPostings
    joined: Array


class Inverted(NamedTuple):
    """Terms in their order, and their postings, some terms at a time."""

    terms: list[bytes]
    pieces: Iterator[InvertedPiece]


class _Chunk(NamedTuple):
    """Tokens of some documents: term numbers, position * 2 + joined, tokens by document."""

    terms: Ints
    places: Array | None
    counts: Array


class Inverter:
    """Gathers the tokens of one field and inverts them."""

    def __init__(self, positions: bool) -> None:
        self._has_positions = positions
        self._chunks: list[_Chunk] = []
        self._counts: list[Array] = []
        self._place_bits = 0
        self.token_count = 0

    def add(self, terms: Ints, positions: Ints | None, joined: Array | None, counts: Array) -> None:
        """Add tokens of the next documents, which have ``counts`` tokens; ``terms`` are numbers in a vocabulary."""
        places = None
        if positions is not None and joined is not None:
            places = ((positions << 1) | joined).astype(np.uint32)
            self._place_bits = max(self._place_bits, int(places.max(initial=0)).bit_length())
        self._chunks.append(_Chunk(terms, places, counts))
        self._counts.append(counts)
        self.token_count += len(terms)

    @property
    def lengths(self) -> Array:
        """The number of tokens of each document."""
        return np.concatenate(self._counts) if self._counts else np.empty(0, np.int64)

    def invert(self, vocabulary: Sequence[str] | Sequence[bytes]) -> Inverted:
        """Return the postings of all that was added, and forget it."""
        ranks, terms = _ranked([chunk.terms for chunk in self._chunks], vocabulary)
        doc_bits = max(sum(map(len, self._counts)) - 1, 0).bit_length()
        place_bits = self._place_bits
        if len(terms).bit_length() + doc_bits + place_bits > 64:
            raise OverflowError("documents too long and too many for one inversion")
        keys = np.empty(self.token_count, np.uint64)
        first = first_doc = 0
        for chunk in self._chunks:
            part = keys[first : first + len(chunk.terms)]
            docs = np.arange(first_doc, first_doc + len(chunk.counts), dtype=np.uint64)
            ranks.take(chunk.terms, out=part, mode="clip")  # no term is out of range: it is faster so
            part <<= np.uint64(doc_bits)
            part |= np.repeat(docs, chunk.counts)
            if chunk.places is not None:
                part <<= np.uint64(place_bits)
                part |= chunk.places
            first += len(part)
            first_doc += len(docs)
        self._chunks.clear()
        keys.sort()
        return Inverted(terms, _pieces(keys, len(terms), doc_bits, place_bits, self._has_positions))


def _ranked(chunks: list[Ints], vocabulary: Sequence[str] | Sequence[bytes]) -> tuple[Array, list[bytes]]:
    """Return the rank by number of the terms that occur, and these terms in the order of their bytes."""
    occurs = np.zeros(len(vocabulary), np.bool_)
    for numbers in chunks:
        occurs[numbers] = True
    # The order of code points is the order of UTF-8.
    order = sorted(np.flatnonzero(occurs).tolist(), key=vocabulary.__getitem__)
    terms = [vocabulary[number] for number in order]
    ranks = np.zeros(len(vocabulary), np.uint64)
    ranks[order] = np.arange(len(order), dtype=np.uint64)
    return ranks, [term.encode("utf-8") if isinstance(term, str) else term for term in terms]


def _pieces(
    keys: Array, term_count: int, doc_bits: int, place_bits: int, positions: bool
) -> Iterator[InvertedPiece]:
    """Yield the postings of some terms after the other, from the sorted numbers of all occurrences."""
    shift = doc_bits + place_bits
    start = 0
    while start < len(keys):
        stop = start + _BLOCK
        if stop < len(keys):
            term = int(keys[stop]) >> shift
            stop = _first(keys, term, shift)
            if stop <= start:
                stop = _first(keys, term + 1, shift) if term + 1 < term_count else len(keys)
        yield _piece(keys[start:stop], doc_bits, place_bits, positions)
        start = stop


def _first(keys: Array, term: int, shift: int) -> int:
    return int(keys.searchsorted(np.uint64(term << shift)))


def _piece(keys: Array, doc_bits: int, place_bits: int, positions: bool) -> InvertedPiece:
    postings = keys >> np.uint64(place_bits)
    fresh = np.ones(len(keys), np.bool_)
    np.not_equal(postings[1:], postings[:-1], out=fresh[1:])
    starts = np.flatnonzero(fresh)
    postings = postings.take(starts)
    docs = (postings & np.uint64((1 << doc_bits) - 1)).astype(np.uint32)
    postings >>= np.uint64(doc_bits)
    terms = postings.view(np.int64)
    df = np.bincount(terms - terms[0])
    offsets = np.zeros(len(df) + 1, np.int64)
    np.cumsum(df, out=offsets[1:])
    freqs = np.diff(starts, append=len(keys)).astype(np.uint32)
    if not positions:
        return InvertedPiece(FieldPostings(offsets, docs, freqs), np.empty(0, np.int64))
    places = (keys & np.uint64((1 << place_bits) - 1)).astype(np.uint32)
    joined = np.flatnonzero(places & 1)
    places >>= 1
    return InvertedPiece(FieldPostings(offsets, docs, freqs, places), joined)
