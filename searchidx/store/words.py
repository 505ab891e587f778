"""The words of English news text: the rules by which documents and queries alike are split.

- possessives and clitics go: Kharkiv's = Kharkiv, we'll = we; inner apostrophes close up: O'Neill = oneill
- acronyms lose their dots: U.S. = US
- numbers keep one inner point and lose their thousands commas: 5.2, $5.2bn = 5.2bn, 1,000 = 1000
- what hyphens or & link is found by its parts, at successive positions, and joined, at the position of the first:
  counter-attack is counter, attack and counterattack; COVID-19 is covid, 19 and covid19; R&D is r, d and r&d
- a letter keeps its signs: C++, C#

Splitting is local: a space ends every word, so the words of ``a + " " + b`` are those of ``a`` and those of ``b``.
Where a field has several values, `VALUE_END` between them leaves a gap in the positions: no phrase reaches over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from searchidx.store.folding import fold_with_origins

LONGEST = 64
"""Characters of a word that count: what is longer (encoded data, rulers) is cut here, in documents and queries."""

VALUE_END = "\x1e"
"""The mark between the values of a field (the record separator, which no cleaned text has)."""

GAP = 100
"""Positions left free at each `VALUE_END`, more than the words of a phrase are ever let stand apart."""

_MOST_PARTS = 6  # a chain of more parts is no compound word

_W = r"[^ '_\-.,&+#]"  # a word character, after folding
_L = r"[^ '_\-.,&+#\d]"  # the same but no digit
_CLITIC = rf"'+(?:s|re|ve|ll|d|m)(?!{_W})"
_WORD = re.compile(
    rf"""(?:(?P<acronym> (?:{_L}\.)+ {_L}\.? (?!{_W}) )
        | (?P<dotted>  \d+ (?:\.\d+){{2,}} {_W}* )
        | (?P<number>  \d{{1,3}} (?:,\d{{3}})+ (?!\d) (?:\.\d+)? {_W}* | \d+\.\d+ {_W}* )
        | (?P<sign>    {_L} (?:\+{{1,2}}|\#) (?!{_W}) )
        | (?P<word>    {_W}+ (?: (?!{_CLITIC}) ['_]+ {_W}+ )* )
       ) (?:{_CLITIC})?""",
    # Spaces inside a character class count even in verbose patterns.
    re.VERBOSE,
)
_PLAIN = re.compile(rf"{_W}+")
_SIMPLE = re.compile(
    r"^([.,'\-]*)(?:("
    r"[a-z0-9]+(?:-[a-z0-9]+)*|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?[a-z]*|[0-9]+\.[0-9]+[a-z]*"
    r")(?:'s)?[.,'\-]*$|.*$)",
    re.MULTILINE,
)


class Word(NamedTuple):
    """A word as indexed but for stemming; ``start`` and ``end`` are offsets into the text as written.

    ``joined`` marks the joined form of linked parts, which follows its first part and shares its position.
    """

    text: str
    position: int
    start: int
    end: int
    joined: bool = False


class Compound(NamedTuple):
    """What stands in a text as one: the parts, and their joined form where there are several linked ones."""

    parts: tuple[Word, ...]
    joined: Word | None


class _Piece(NamedTuple):
    """A word in the folded text: its offsets there, and where what belongs to it (a clitic) ends."""

    text: str
    start: int
    end: int
    after: int
    linkable: bool = True


def _pieces(folded: str) -> Iterator[_Piece]:
    for match in _WORD.finditer(folded):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        text = match[kind]
        if kind == "dotted":  # a date or an address: its numbers one by one
            for part in _PLAIN.finditer(folded, start, end):
                yield _Piece(part[0], part.start(), part.end(), part.end(), False)
            continue
        if kind == "acronym":
            text = text.replace(".", "")
        elif kind == "number":
            text = text.replace(",", "")
        elif kind == "word":
            text = text.replace("'", "")
        yield _Piece(text, start, end, match.end())


def _chains(folded: str) -> Iterator[list[_Piece]]:
    """Yield the pieces, those together that a hyphen or an ampersand links."""
    chain: list[_Piece] = []
    for piece in _pieces(folded):
        if chain:
            last = chain[-1]
            linked = piece.start == last.after + 1 and folded[last.after] in "-&"
            if not (linked and piece.linkable and last.linkable):
                yield chain
                chain = []
        chain.append(piece)
    if chain:
        yield chain


def _joined(folded: str, chain: list[_Piece]) -> str | None:
    if not 1 < len(chain) <= _MOST_PARTS:
        return None
    text = chain[0].text
    for before, piece in pairwise(chain):
        text += ("&" if folded[before.after] == "&" else "") + piece.text
    return text if any(char.isalpha() for char in text) else None  # 1990-95 stays two numbers


def compounds(text: str) -> Iterator[Compound]:
    """Yield what stands in the text, in order: single words, and linked ones together."""
    position = start = 0
    for value in text.split(VALUE_END):
        for compound in _compounds(value, start, position):
            yield compound
            position = compound.parts[-1].position + 1
        position += GAP
        start += len(value) + 1


def _compounds(text: str, offset: int, position: int) -> Iterator[Compound]:
    """Yield the compounds of one value, which starts at this offset and position."""
    folded, origins = fold_with_origins(text)

    def span(start: int, end: int) -> tuple[int, int]:
        if origins is None:
            return start + offset, end + offset
        # Accents written apart fold to nothing: they belong to the word before.
        following = origins[end] if end < len(origins) else len(text)
        return origins[start] + offset, max(origins[end - 1] + 1, following) + offset

    for chain in _chains(folded):
        parts = tuple(
            Word(piece.text[:LONGEST], position + i, *span(piece.start, piece.end))
            for i, piece in enumerate(chain)
        )
        whole = _joined(folded, chain)
        joined = None
        if whole is not None:
            joined = Word(whole[:LONGEST], position, *span(chain[0].start, chain[-1].end), True)
        yield Compound(parts, joined)
        position += len(chain)


def simple_words(pieces: list[str]) -> list[tuple[str, str]]:
    """Return, of each piece such as "said,", the marks before its word, and the word; "" where it takes more to tell.

    A shortcut for what ``words`` tells of most pieces of text, all of them in one go: the word is ``simple_term`` of
    it, that with hyphens are ``hyphenated``. A piece is not empty and has no white space.
    """
    return _SIMPLE.findall("\n".join(pieces))


def simple_term(word: str) -> str:
    """Return a word of ``simple_words`` without hyphens as it is indexed but for stemming."""
    return (word.replace(",", "") if "," in word else word)[:LONGEST]


def hyphenated(word: str, start: int) -> list[tuple[str, int, int, int]]:
    """Return the words (text, position, start, end) of one of ``simple_words`` with hyphens, which starts there."""
    parts = word.split("-")
    found = []
    end = start - 1
    for position, part in enumerate(parts):
        first = end + 1
        end = first + len(part)
        found.append((part[:LONGEST], position, first, end))
    joined = "".join(parts)
    if len(parts) <= _MOST_PARTS and not joined.isdigit():
        found.insert(1, (joined[:LONGEST], 0, start, end))
    return found


def folded_words(piece: str) -> tuple[list[tuple[str, int, int, int]], int]:
    """Return the words (text, position, start, end) of a folded text, and how many positions it takes.

    What ``words`` tells, for ASCII without ``VALUE_END``.
    """
    found: list[tuple[str, int, int, int]] = []
    position = 0
    for chain in _chains(piece):
        first = len(found)
        for part in chain:
            found.append((part.text[:LONGEST], position, part.start, part.end))
            position += 1
        if len(chain) > 1 and (whole := _joined(piece, chain)) is not None:
            found.insert(first + 1, (whole[:LONGEST], found[first][1], chain[0].start, chain[-1].end))
    return found, position


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text by position, a joined form after its first part."""
    for parts, joined in compounds(text):
        yield parts[0]
        if joined is not None:
            yield joined
        yield from parts[1:]
