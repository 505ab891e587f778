"""A text to its signature: a sample of its shingles (runs of four words) and of the numbers in their context.

The sample is the smallest hashes of each (a bottom-k sketch), so that what two signatures share tells what their texts
share. Signatures depend on nothing but the text: those made in another build, or on another machine, compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import Ragged
from searchidx.store.folding import fold_character

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

SHINGLE = 4
"""Words of a shingle."""

SHINGLES_KEPT = 64
NUMBERS_KEPT = 32

LISTS_AT_ONCE = 1 << 14
"""So many lists are worked on in one go, to bound the memory."""

_BATCH = 1 << 16  # characters looked at in one go: their arrays stay in the processor's cache
_FACTOR, _WIDTH = 0xBF58476D1CE4E5B9, (1 << 64) - 1
_ACCENTED_BELOW = 0x250  # Latin, where taking off the accents matters
_SPACE, _COMMA, _POINT = 0x20, 0x2C, 0x2E
_MIX_1, _MIX_2 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


class Signatures(NamedTuple):
    """The signatures of several texts, in order.

    ``shingles`` has the smallest hashes of each text's distinct shingles, ascending, at most SHINGLES_KEPT, of
    ``shingle_counts`` in all; ``numbers`` those of the word pairs with a number in them, at most NUMBERS_KEPT of
    ``number_counts``. Hashes are 32 bits wide.
    """

    shingles: Ragged
    shingle_counts: Ints
    numbers: Ragged
    number_counts: Ints


def signatures(texts: Sequence[str]) -> Signatures:
    """Return the signatures of texts, each the headline and the body of an article."""
    found: list[Signatures] = []
    first = size = 0
    for i, text in enumerate(texts):
        size += len(text)
        if size >= _BATCH:
            found.append(_signatures(texts[first : i + 1]))
            first, size = i + 1, 0
    if first < len(texts) or not found:
        found.append(_signatures(texts[first:]))
    return found[0] if len(found) == 1 else concatenate(found)


def concatenate(parts: Sequence[Signatures]) -> Signatures:
    """Return the signatures of all parts, one after another."""
    return Signatures(
        _joined([part.shingles for part in parts]),
        np.concatenate([part.shingle_counts for part in parts]),
        _joined([part.numbers for part in parts]),
        np.concatenate([part.number_counts for part in parts]),
    )


def offsets_of(lengths: npt.NDArray[Any]) -> Ints:
    """Return where lists of these lengths begin and end in one flat array."""
    offsets = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return offsets


def take_lists(values: npt.NDArray[Any], starts: Ints, lengths: npt.NDArray[Any]) -> Ragged:
    """Return the lists that start there in ``values``, one after another."""
    offsets = offsets_of(lengths)
    taken = np.empty(offsets[-1], values.dtype)
    for first in range(0, len(starts), LISTS_AT_ONCE):
        last = min(first + LISTS_AT_ONCE, len(starts))
        begin, end = int(offsets[first]), int(offsets[last])
        rows = np.repeat(starts[first:last] - offsets[first:last], lengths[first:last])
        rows += np.arange(begin, end)
        taken[begin:end] = values[rows]
    return Ragged(taken, offsets)


def _joined(parts: Sequence[Ragged]) -> Ragged:
    lengths = np.concatenate([np.diff(part.offsets) for part in parts])
    return Ragged(np.concatenate([part.values for part in parts]), offsets_of(lengths))


def _signatures(texts: Sequence[str]) -> Signatures:
    codes = _codes(" ".join(texts))
    starts, ends, numeric = _words(codes)
    hashes = _word_hashes(codes, starts, ends)
    text_starts = offsets_of(np.array([len(text) + 1 for text in texts], np.int64))
    text_of = np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(starts, text_starts)))
    pairs = _runs(hashes, 2)
    with_number = numeric[:-1] | numeric[1:] if len(numeric) else numeric
    pairs_there = (text_of[:-1] == text_of[1:]) & with_number
    there = text_of[: 1 - SHINGLE] == text_of[SHINGLE - 1 :]
    shingles, shingle_counts = _smallest(
        _runs(hashes, SHINGLE)[there], text_of[: 1 - SHINGLE][there], len(texts), SHINGLES_KEPT
    )
    numbers, number_counts = _smallest(
        pairs[pairs_there], text_of[:-1][pairs_there], len(texts), NUMBERS_KEPT
    )
    return Signatures(shingles, shingle_counts, numbers, number_counts)


def _smallest(hashes: Hashes, text_of: Ints, texts: int, kept: int) -> tuple[Ragged, Ints]:
    """Return the ``kept`` smallest distinct hashes of each text, and how many distinct ones it has."""
    keys = (text_of.astype(np.uint64) << np.uint64(32)) | (hashes >> np.uint64(32))
    keys.sort()
    keys = keys[np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))] if len(keys) else keys
    owners = (keys >> np.uint64(32)).astype(np.int64)
    counts = np.bincount(owners, minlength=texts).astype(np.int64)
    chosen = np.arange(len(keys)) - offsets_of(counts)[owners] < kept
    values = (keys[chosen] & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return Ragged(values, offsets_of(np.minimum(counts, kept))), counts


def _runs(hashes: Hashes, length: int) -> Hashes:
    """Return a hash of each run of ``length`` words."""
    count = max(0, len(hashes) - length + 1)
    runs = hashes[:count].copy()
    for i in range(1, length):
        runs *= _MIX_1
        runs += hashes[i : i + count]
    return _mixed(runs)


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes * _MIX_1
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX_2
    hashes ^= hashes >> np.uint64(32)
    return hashes


def _words(codes: npt.NDArray[Any]) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
    """Return where words start and end, and which begin with a digit."""
    digit = np.zeros(len(codes) + 2, np.bool_)
    digit[1:-1] = (codes >= 0x30) & (codes <= 0x39)
    mark = (codes == _COMMA) | (
        codes == _POINT
    )  # they belong to a number between two digits, and nowhere else
    solid = np.zeros(len(codes) + 2, np.bool_)
    solid[1:-1] = (codes != _SPACE) & (~mark | (digit[:-2] & digit[2:]))
    borders = np.flatnonzero(solid[1:] != solid[:-1])
    starts, ends = borders[::2], borders[1::2]
    return starts, ends, digit[1:-1][starts] if len(starts) else digit[:0]


@lru_cache(maxsize=2)
def _powers(count: int, factor: int) -> Hashes:
    powers = np.full(count, factor & _WIDTH, np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


def _word_hashes(codes: npt.NDArray[Any], starts: Ints, ends: Ints) -> Hashes:
    """Return a hash of each word: a polynomial of its characters, from one running sum over all of them."""
    count = 1 << max(16, len(codes).bit_length())
    sums = np.zeros(len(codes) + 1, np.uint64)
    weighted = codes.astype(np.uint64)  # of one type, numbers are multiplied twice as fast as of two
    weighted *= _powers(count, _FACTOR)[: len(codes)]
    np.cumsum(weighted, out=sums[1:])
    return _mixed((sums[ends] - sums[starts]) * _powers(count, pow(_FACTOR, -1, 1 << 64))[starts])


@lru_cache(maxsize=1)
def _table() -> npt.NDArray[np.uint16]:
    """Return what each character of the basic plane counts as: a letter without case and accent, a digit, a space."""
    table = np.full(0x10000, _SPACE, np.uint16)
    for code in (*range(0xD800), *range(0xE000, 0x10000)):
        character = chr(code)
        if character.isalnum():
            folded = fold_character(character) if code < _ACCENTED_BELOW else character.lower()
            table[code] = ord(folded) if len(folded) == 1 and folded <= "\uffff" else code
    table[_COMMA], table[_POINT] = _COMMA, _POINT
    return table


@lru_cache(maxsize=1)
def _ascii_table() -> bytes:
    codes = [ord(c.lower()) if c.isalnum() or c in ",." else _SPACE for c in map(chr, range(128))]
    return bytes(codes) + bytes(128)


def _codes(text: str) -> npt.NDArray[Any]:
    """Return the characters of the text as they count."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii").translate(_ascii_table()), np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _table()[np.where(codes < 0x10000, codes, _SPACE)]
