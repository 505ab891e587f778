"""Analysis of many texts at once, for the bulk writer: the behaviour of ``NewsAnalyzer``, as arrays.

Texts are cut at spaces and at what folds to a space. Each distinct piece ("said,", "counter-attack") is split into
words and stemmed once, and found again by a 64-bit hash: all pieces of a batch are hashed and looked up in a few
passes of numpy, with no string made for any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.analysis import make_stemmer
from searchidx.store.folding import fold_character
from searchidx.store.words import (
    GAP,
    LONGEST,
    VALUE_END,
    folded_words,
    hyphenated,
    simple_term,
    simple_words,
    words,
)

Ints = npt.NDArray[np.int32]
Indices = npt.NDArray[np.int64]  # numpy gathers twice as fast by these, with ``take``, as by narrower ones
Hashes = npt.NDArray[np.uint64]

_BATCH = 1 << 17  # characters looked at in one go: their arrays stay in the processor's cache
_REMEMBERED = 64  # characters of a piece; what is longer is no word that comes again
_FOLDED_BELOW = 0x250  # Latin, where one character folds to one
_ALSO_FOLDED = (0x1680, *range(0x2000, 0x2070), 0x3000)  # typographic marks, and all other white space


class Tokens(NamedTuple):
    """The tokens of several texts, flat: text ``i`` has those at ``offsets[i]:offsets[i + 1]``.

    In the order of ``words``; ``terms`` are numbers in the vocabulary, ``starts`` and ``ends`` offsets into the text
    that the token is from. A joined form repeats the position before it.
    """

    terms: Ints
    positions: Ints
    starts: Ints
    ends: Ints
    offsets: npt.NDArray[np.int64]


def _concatenate(found: list[Tokens]) -> Tokens:
    ends = np.cumsum([part.offsets[-1] for part in found])
    offsets = [
        found[0].offsets,
        *(part.offsets[1:] + end for part, end in zip(found[1:], ends, strict=False)),
    ]
    return Tokens(
        np.concatenate([part.terms for part in found]),
        np.concatenate([part.positions for part in found]),
        np.concatenate([part.starts for part in found]),
        np.concatenate([part.ends for part in found]),
        np.concatenate(offsets),
    )


class Vocabulary:
    """Numbers for terms, and the bulk face of the analysis.

    ``terms[number]`` is the term; numbers are given in the order of first sight and never twice until ``clear``.
    """

    def __init__(self, stem: bool = True) -> None:
        self._stem = stem
        self.clear()

    @property
    def size(self) -> int:
        """The number of pieces and terms remembered, of roughly 100 bytes each."""
        return len(self._pieces) + len(self._numbers)

    def clear(self) -> None:
        """Forget everything: numbers start from 0 again."""
        self.terms: list[str] = []
        self._numbers = _Numbers(self.terms, make_stemmer() if self._stem else None)
        self._seen = _HashTable()
        self._pieces = _Table()  # first token in the table below, number of tokens, positions taken
        self._tokens = _Table()  # term, position, start and end within the piece

    def analyse(self, texts: Sequence[str]) -> Tokens:
        """Return the tokens of the texts."""
        found: list[Tokens] = []
        first = size = 0
        for i, text in enumerate(texts):
            size += len(text)
            if size >= _BATCH:
                found.append(self._analyse(texts[first : i + 1]))
                first, size = i + 1, 0
        if first < len(texts) or not found:
            found.append(self._analyse(texts[first:]))
        return found[0] if len(found) == 1 else _concatenate(found)

    def _analyse(self, texts: Sequence[str]) -> Tokens:
        codes = _folded_codes(" ".join(texts))
        if codes.itemsize == 2 and codes.max(initial=0) < 256:
            codes = codes.astype(np.uint8)
        starts, ends = _pieces(codes)
        pieces = self._look_up(codes, starts, ends)
        text_starts = np.zeros(len(texts), np.int64)
        np.cumsum([len(text) + 1 for text in texts[:-1]], out=text_starts[1:])
        # The pieces of text i are first_pieces[i]:first_pieces[i + 1].
        first_pieces = np.append(np.searchsorted(starts, text_starts), len(pieces))
        return self._expand(pieces, starts, text_starts, first_pieces)

    def _look_up(self, codes: npt.NDArray[Any], starts: Indices, ends: Indices) -> Indices:
        """Return the number of each piece, learning those not seen before."""
        hashes = _hashes(codes, starts, ends)
        pieces = self._seen.find(hashes)
        lengths = ends - starts
        if lengths.max(initial=0) > _REMEMBERED:
            pieces[lengths > _REMEMBERED] = -1  # more than their hashes tell
        unknown = np.flatnonzero(pieces < 0)
        if len(unknown) == 0:
            return pieces
        hashes, short = hashes[unknown], lengths[unknown] <= _REMEMBERED
        _, first, group = np.unique(hashes[short], return_index=True, return_inverse=True)
        in_order = np.argsort(first)  # numbers do not depend on the hashes
        fresh = unknown[short][first[in_order]]
        learnt = np.empty(len(fresh), np.int64)
        learnt[in_order] = self._learn(codes, starts[fresh], ends[fresh])
        self._seen.add(hashes[short][first], learnt)
        pieces[unknown[short]] = learnt[group]
        long = unknown[~short]
        pieces[long] = self._learn(codes, starts[long], ends[long])
        return pieces

    def _learn(self, codes: npt.NDArray[Any], starts: Indices, ends: Indices) -> Indices:
        """Give numbers to new pieces, and remember their tokens."""
        count = len(starts)
        if not count:
            return np.empty(0, np.int64)
        text = codes.tobytes().decode(_ENCODINGS[codes.itemsize])
        pieces = [text[first:last] for first, last in zip(starts.tolist(), ends.tolist(), strict=True)]
        marks, simple = zip(*simple_words(pieces), strict=True)
        others = [i for i, word in enumerate(simple) if not word or "-" in word]
        found = [_split(pieces[i], len(marks[i]), simple[i]) for i in others]
        facts = np.ones((count, 4), np.int32)
        facts[others, 1:3] = [(len(tokens), width) for tokens, width in found] or np.empty((0, 2))
        ends_of = np.cumsum(facts[:, 1])
        facts[:, 0] = ends_of - facts[:, 1] + len(self._tokens)
        one = np.ones(count, np.bool_)
        one[others] = False
        rows = (facts[:, 0] - len(self._tokens))[one]
        several = [token for group, _ in found for token in group]
        numbers = self._numbers.of(
            [word for word in simple if word and "-" not in word] + [token[0] for token in several]
        )
        before = np.fromiter(map(len, marks), np.int32, count)
        after = before + np.fromiter(map(len, simple), np.int32, count)
        tokens = np.zeros((int(ends_of[-1]), 4), np.int32)
        tokens[rows, 0] = numbers[: len(rows)]
        tokens[rows, 2] = before[one]
        tokens[rows, 3] = after[one]
        if several:
            rest = np.ones(len(tokens), np.bool_)
            rest[rows] = False
            tokens[rest, 0] = numbers[len(rows) :]
            tokens[rest, 1:] = [token[1:] for token in several]
        self._tokens.extend(tokens)
        self._pieces.extend(facts)
        return np.arange(len(self._pieces) - count, len(self._pieces))

    def _expand(
        self, pieces: Indices, starts: Indices, text_starts: Indices, first_pieces: Indices
    ) -> Tokens:
        """Turn pieces into tokens: most pieces have one token, some none, some several."""
        facts = self._pieces.rows.take(pieces, axis=0)
        counts = facts[:, 1]
        per_text = np.diff(first_pieces)
        starts = (starts - np.repeat(text_starts, per_text)).astype(np.int32)
        ahead = np.zeros(len(pieces) + 1, np.int32)  # positions taken before each piece
        np.cumsum(facts[:, 2], out=ahead[1:])
        before = ahead[:-1] - np.repeat(ahead[first_pieces[:-1]], per_text)
        rows = facts[:, 0].astype(np.int64)
        totals = np.zeros(len(pieces) + 1, np.int64)
        np.cumsum(counts, out=totals[1:])
        if not np.all(counts == 1):
            which = np.repeat(np.arange(len(pieces)), counts)
            rows -= totals[:-1]
            rows = rows.take(which)
            rows += np.arange(len(rows))
            before, starts = before.take(which), starts.take(which)
        tokens = self._tokens.rows.take(rows, axis=0)
        before += tokens[:, 1]
        return Tokens(
            tokens[:, 0].copy(),
            before,
            starts + tokens[:, 2],
            starts + tokens[:, 3],
            totals.take(first_pieces),
        )


def _split(piece: str, start: int, word: str) -> tuple[list[tuple[str, int, int, int]], int]:
    """Return the tokens (text, position, start, end) of a piece, and how many positions it takes."""
    if word:
        return hyphenated(word, start), word.count("-") + 1
    if piece.isascii() and VALUE_END not in piece:
        return folded_words(piece)
    found = list(words(piece))
    width = GAP * piece.count(VALUE_END) + sum(not token.joined for token in found)
    return [token[:4] for token in found], width


class _Numbers(dict[str, int]):
    """The numbers of terms, given at first sight."""

    def __init__(self, terms: list[str], stems_of: Callable[[list[str]], list[str]] | None) -> None:
        super().__init__()
        self._terms = terms
        self._stems_of = stems_of

    def of(self, words: list[str]) -> list[int]:
        """Return the numbers of the terms of words."""
        found = [simple_term(word) if "," in word or len(word) > LONGEST else word for word in words]
        known = len(self)
        give = self.setdefault
        numbers = [give(term, len(self)) for term in (self._stems_of(found) if self._stems_of else found)]
        fresh = list(islice(reversed(self), len(self) - known))
        self._terms.extend(reversed(fresh))
        return numbers


class _Table:
    """Rows of four integers, of which there come more and more."""

    def __init__(self) -> None:
        self._array = np.zeros((1024, 4), np.int32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def rows(self) -> Ints:
        """The rows, not copied."""
        return self._array[: self._count]

    def extend(self, rows: Ints) -> None:
        """Add some."""
        count = self._count + len(rows)
        if count > len(self._array):
            grown = np.zeros((2 * count, 4), np.int32)
            grown[: self._count] = self.rows
            self._array = grown
        self._array[self._count : count] = rows
        self._count = count


class _HashTable:
    """From hashes to numbers: open addressing, the probing done for all hashes of a batch at once.

    Two pieces of the same hash would be taken for each other: of a million distinct ones that is one chance in
    thirty million.
    """

    _SPARE = 4  # slots per entry, at the least

    def __init__(self) -> None:
        self._count = 0
        self._allocate(16)

    def _allocate(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._mask = (1 << bits) - 1
        self._hashes = np.zeros(1 << bits, np.uint64)
        self._values = np.full(1 << bits, -1, np.int64)

    def _slots(self, hashes: Hashes) -> Indices:
        slots: Indices = ((hashes * _SPREAD) >> self._shift).view(np.int64)
        return slots

    def find(self, hashes: Hashes) -> Indices:
        """Return the number of each hash, -1 for those not there."""
        slots = self._slots(hashes)
        values = self._values.take(slots)
        lost = np.flatnonzero(self._hashes.take(slots) != hashes)
        lost = lost[values[lost] >= 0]
        while len(lost):
            slots[lost] = (slots[lost] + 1) & self._mask
            values[lost] = self._values[slots[lost]]
            lost = lost[(self._hashes[slots[lost]] != hashes[lost]) & (values[lost] >= 0)]
        return values

    def add(self, hashes: Hashes, numbers: Indices) -> None:
        """Add hashes that are not there yet, each once."""
        self._count += len(hashes)
        if self._count * self._SPARE > len(self._hashes):
            used = self._values >= 0
            hashes = np.concatenate((self._hashes[used], hashes))
            numbers = np.concatenate((self._values[used], numbers))
            self._allocate((self._count * self._SPARE * 2).bit_length())
        slots = self._slots(hashes)
        while len(hashes):
            free = np.flatnonzero(self._values[slots] < 0)
            self._values[slots[free]] = numbers[free]  # where two want one slot, the last one has it
            self._hashes[slots[free]] = hashes[free]
            left = (self._values[slots] != numbers) | (self._hashes[slots] != hashes)
            hashes, numbers = hashes[left], numbers[left]
            slots = (slots[left] + 1) & self._mask


_HALF = np.uint64(32)
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(9)], np.uint64)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_ENCODINGS = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}


def _hashes(codes: npt.NDArray[Any], starts: Indices, ends: Indices) -> Hashes:
    """Return a hash of the first ``_REMEMBERED`` characters of each piece.

    Eight bytes are taken at a time; a piece of up to eight is its own hash. The same piece has another hash where
    characters are wider: then it is learnt twice, which does no harm.
    """
    size = codes.itemsize
    # The eight bytes from each character on, made once: gathering them is then one step.
    data = codes.tobytes() + bytes(8)
    windows = np.ndarray((len(codes) + 1,), np.uint64, data, strides=(size,)).copy()
    lengths = (ends - starts) * size
    hashes: Hashes = windows.take(starts)
    hashes &= _MASKS.take(lengths, mode="clip")
    longer = np.flatnonzero(lengths > 8)
    starts, lengths = starts.take(longer), lengths.take(longer)
    for done in range(8, _REMEMBERED * size, 8):
        if len(longer) == 0:
            break
        more = windows.take(starts + done // size) & _MASKS.take(lengths - done, mode="clip")
        mixed = hashes.take(longer)
        mixed ^= mixed >> _HALF
        mixed *= _FACTOR
        mixed ^= mixed >> _HALF
        mixed *= _SPREAD
        mixed += more
        hashes[longer] = mixed
        left = np.flatnonzero(lengths > done + 8)
        longer, starts, lengths = longer.take(left), starts.take(left), lengths.take(left)
    return hashes


_COMMA, _POINT = ord(","), ord(".")


def _pieces(codes: npt.NDArray[Any]) -> tuple[Indices, Indices]:
    """Return where the pieces between spaces start and end, without a comma or full stop that ends one.

    The words in a piece are the same with it or without, save that the last full stop of "U.S." belongs to the word.
    """
    solid = np.zeros(len(codes) + 2, np.bool_)
    np.not_equal(codes, 0x20, out=solid[1:-1])
    borders = np.flatnonzero(solid[1:] != solid[:-1])
    starts, ends = borders[::2].copy(), borders[1::2].copy()
    last = codes.take(ends - 1)
    marked = np.flatnonzero((last == _COMMA) | (last == _POINT))
    where = ends[marked]
    acronym = (last[marked] == _POINT) & (codes.take(where - 3, mode="clip") == _POINT)
    marked = marked[(where - starts[marked] > 1) & ~acronym]
    ends[marked] -= 1
    return starts, ends


@lru_cache(maxsize=1)
def _folding_table() -> npt.NDArray[np.uint16]:
    """Return what each character of the basic plane becomes before cutting, always exactly one character.

    Only what folds to one character is folded here; the rest is left to ``words``. Lone surrogates become spaces.
    """
    table = np.arange(0x10000, dtype=np.uint16)
    for code in (*range(_FOLDED_BELOW), *_ALSO_FOLDED):
        folded = fold_character(chr(code))
        if len(folded) == 1 and fold_character(folded) == folded:
            table[code] = ord(folded)
    table[0xD800:0xE000] = 0x20
    table[ord(VALUE_END)] = ord(VALUE_END)
    return table


@lru_cache(maxsize=1)
def _ascii_table() -> bytes:
    return bytes(_folding_table()[:128].tolist()) + bytes(128)


def _folded_codes(text: str) -> npt.NDArray[Any]:
    """Return the characters of the text, folded where that keeps their number, as an array of their codes."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii").translate(_ascii_table()), np.uint8)
    table = _folding_table()
    if max(text) <= "\uffff":
        return table[np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)]
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.where(codes < 0x10000, table[np.minimum(codes, 0xFFFF)], codes).astype(np.uint32)
