"""Which terms of a segment's sorted list a pattern matches: always all of them, in one pass over the candidates."""

from __future__ import annotations

import fnmatch
import re

import numpy as np
import numpy.typing as npt

from searchidx.store.arrays import SegmentArrays
from searchidx.store.evaluator.collection import DocArray

_GLOB_SPECIAL = re.compile(r"[*?\[]")


def prefix_range(arrays: SegmentArrays, field: str, prefix: bytes) -> tuple[int, int]:
    """Return the first ordinal of the terms with a prefix, and the first behind them."""
    start = arrays.find_term(field, prefix)
    stem = prefix.rstrip(b"\xff")
    if not stem:
        return start, arrays.term_count(field)
    return start, arrays.find_term(field, stem[:-1] + bytes([stem[-1] + 1]))


def matching_glob(arrays: SegmentArrays, field: str, glob: str) -> DocArray:
    """Return the ordinals of the terms that match a glob pattern as ``fnmatch`` defines it."""
    special = _GLOB_SPECIAL.search(glob)
    literal = glob[: special.start()] if special else glob
    if "[" in glob:
        return matching_regex(arrays, field, fnmatch.translate(glob), literal)
    start, lines = _candidates(arrays, field, literal)
    if not lines:
        return _ordinals([])
    ends = np.cumsum([len(line) + 1 for line in lines])  # where the next line starts
    matches = [match.start() for match in re.finditer(_line_pattern(glob), "\n".join(lines), re.MULTILINE)]
    found: DocArray = start + ends.searchsorted(_ordinals(matches), side="right")
    return found


def _line_pattern(glob: str) -> str:
    """Return a regex for whole lines. A ``*`` takes the least that lets the next piece match and is never revisited:
    with globs that finds every match, in time that does not explode with the number of stars.
    """
    first, *others = re.sub(r"\*+", "*", glob).split("*")
    pieces = [re.escape(piece).replace(r"\?", "[^\n]") for piece in (first, *others)]
    if not others:
        return f"^{pieces[0]}$"
    middle = "".join(f"(?=(?P<g{i}>[^\n]*?{piece}))(?P=g{i})" for i, piece in enumerate(pieces[1:-1]))
    return f"^{pieces[0]}{middle}[^\n]*{pieces[-1]}$"


def matching_regex(arrays: SegmentArrays, field: str, pattern: str, literal: str) -> DocArray:
    """Return the ordinals of the terms that begin with ``literal`` and that the pattern matches from the start."""
    matches = re.compile(pattern).match
    start, terms = _candidates(arrays, field, literal)
    found: DocArray = start + _ordinals([number for number, term in enumerate(terms) if matches(term)])
    return found


def within_edits(arrays: SegmentArrays, field: str, word: str, limit: int, shared: int) -> DocArray:
    """Return the ordinals of the terms at most ``limit`` edits (insert, delete, substitute one character) from
    ``word`` that share its first ``shared`` characters.
    """
    start, terms = _candidates(arrays, field, word[:shared])
    lengths = np.array([len(term) for term in terms], dtype=np.intp)
    close = (abs(lengths - len(word)) <= limit).nonzero()[0]
    if not len(close):
        return _ordinals([])
    text = "".join([terms[number] for number in close])
    lengths = lengths[close]
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    width = int(lengths.max())
    table = np.zeros((len(close), width), dtype=np.uint32)
    table[np.arange(width) < lengths[:, None]] = characters
    found: DocArray = start + close[_distances(table, lengths, word) <= limit]
    return found


def _distances(table: npt.NDArray[np.uint32], lengths: DocArray, word: str) -> DocArray:
    """Return the edit distance of each row's first ``lengths`` characters to the word."""
    count, width = table.shape
    # row[j] is the distance of the first i characters of each term to the first j of the word.
    row = np.repeat(np.arange(len(word) + 1)[:, None], count, axis=1)
    result = row[-1].copy()
    for i in range(width):
        above = row.copy()
        row[0] = i + 1
        for j, character in enumerate(word, 1):
            changed = above[j - 1] + (table[:, i] != ord(character))
            np.minimum(changed, above[j] + 1, out=changed)
            np.minimum(changed, row[j - 1] + 1, out=row[j])
        at_end = lengths == i + 1
        result[at_end] = row[-1][at_end]
    return np.asarray(result, dtype=np.intp)


def _candidates(arrays: SegmentArrays, field: str, literal: str) -> tuple[int, list[str]]:
    """Return the ordinal of the first term that begins with ``literal``, and all such terms."""
    if literal:
        start, stop = prefix_range(arrays, field, literal.encode("utf-8", "surrogatepass"))
    else:
        start, stop = 0, arrays.term_count(field)
    terms = arrays.terms(field, start, stop)
    lines = b"\n".join(terms).decode("utf-8", "surrogatepass").split("\n") if terms else []
    if len(lines) != len(terms):  # a term with a line break in it
        lines = [term.decode("utf-8", "surrogatepass").replace("\n", " ") for term in terms]
    return start, lines


def _ordinals(values: list[int]) -> DocArray:
    return np.array(values, dtype=np.intp)
