"""Folding of characters: what is written differently and read the same becomes the same.

After folding a text has only word characters (letters without case or accents, digits, vowel signs of other scripts),
the eight marks ``' _ - . , & + #`` that can belong to a word, and a space for everything else.
"""

from __future__ import annotations

import unicodedata

MARKS = "'_-.,&+#"

_APOSTROPHES = "'’‘‛`´ʼʻʹ′＇"
_HYPHENS = "-‐‑﹣－"
# Letters that Unicode does not take apart, as English-language newsrooms write them.
_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "ı": "i",
}
# Accents and optional vowel points; the vowel signs of Indic scripts are not among them, words need those.
_ACCENTS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0x3099, 0x309A),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)
# Scripts written without spaces whose characters are words of their own.
_IDEOGRAPHS = ((0x3005, 0x3007), (0x3041, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_SUPERSCRIPTS = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")  # footnote marks


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _fold_letter(char: str) -> str:
    folded = []
    for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()):
        if _within(ord(part), _ACCENTS):
            continue
        part = "'" if part in _APOSTROPHES else _LETTERS.get(part, part)
        folded.append(part if part.isalnum() or part == "'" or unicodedata.category(part)[0] == "M" else " ")
    text = "".join(folded)
    # What the character became is looked at: halfwidth kana are none of these themselves.
    if any(_within(ord(part), _IDEOGRAPHS) for part in text):
        return f" {' '.join(text)} "
    return f" {text}" if " " in text else text  # a fraction such as ½ does not run on from "5"


def _fold_character(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if char in MARKS:
        return char
    if char in _SUPERSCRIPTS:
        return " "
    category = unicodedata.category(char)
    if _within(ord(char), _ACCENTS) or (category == "Cf" and char != "\u200b"):
        return ""  # soft hyphens, joiners, direction marks: not seen, so not there
    if char.isalnum() or category[0] == "M":
        return _fold_letter(char)
    return " "


class _Folded(dict[str, str]):
    def __missing__(self, char: str) -> str:
        folded = self[char] = _fold_character(char)
        return folded


_FOLDED = _Folded()
_ASCII = {code: _fold_character(chr(code)) for code in range(128)}


def fold_character(char: str) -> str:
    """Return what one character folds to: usually one character, none for an accent, several for a ligature."""
    return _FOLDED[char]


def fold(text: str) -> str:
    """Return the folded text, for what is compared with terms but not split into words (a prefix, a wildcard)."""
    return text.translate(_ASCII) if text.isascii() else "".join([_FOLDED[char] for char in text])


def fold_with_origins(text: str) -> tuple[str, list[int] | None]:
    """Return the folded text, and for each of its characters the offset in ``text`` of the one that it came from.

    None for the offsets means that they are 0, 1, 2 ...
    """
    if text.isascii():
        return text.translate(_ASCII), None
    folded: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        part = _FOLDED[char]
        if part:
            folded.append(part)
            origins.extend([offset] * len(part))
    return "".join(folded), origins
