"""The first sentence of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev hon st sr jr gen brig col lt maj capt cpl sgt adm cmdr sen rep gov pres sec supt
    insp det no nos vs v co corp inc ltd bros dept est fig vol al etc e.g i.e cf ca approx a.m p.m u.s u.k
    u.n e.u d.c jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo ft mt pte
    """.split()
)
# One set of characters stands first, so that the search can jump from mark to mark.
_END = re.compile(r"[.!?…。！？](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?=\s)|(?<=[。！？])[。！？]*[」』”]?)")
_STARTS_SENTENCE = re.compile(r"[\s\"'“‘«„(\[¿¡–—-]*(?:[^\W\d_a-z]|\d)")
_LAST_WORD = re.compile(r"[\w.'’-]*$")


def first_sentence(text: str, limit: int = 300) -> str:
    """Return a text's first sentence, or its beginning with "…" if that has more than ``limit`` characters."""
    text = text[: limit * 2]
    end = next(_sentence_ends(text), len(text))
    if end <= limit:
        return text[:end].strip()
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:–—-") + "…"


def first_sentences(text: str, count: int, limit: int = 800) -> str:
    """Return a text's first sentences, at most ``limit`` characters of them."""
    ends = list(islice(_sentence_ends(text[:limit]), count))
    return text[: ends[-1] if len(ends) == count else limit]


def _sentence_ends(text: str) -> Iterator[int]:
    return (match.end() for match in _END.finditer(text) if _ends_sentence(text, match))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    """Tell whether a full stop, question or exclamation mark ends a sentence."""
    mark, after = end[0], end.end()
    if mark[0] in "。！？":
        return True
    if not _STARTS_SENTENCE.match(text, after):
        return after == len(text.rstrip())
    if mark[0] != "." or len(mark) > 1:
        return True
    word = _word_before(text, end.start())
    # "Mr." and "U.S." go on, and so does a single initial: "John F. Kennedy".
    return word.lower().rstrip("'’") not in _ABBREVIATIONS and not re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word)


def _word_before(text: str, position: int) -> str:
    """Return the word, with full stops, apostrophes and hyphens in it, that ends at a position."""
    first = max(0, position - 30)
    word = text[max(first, text.rfind(" ", first, position) + 1) : position]
    if word.isalnum():
        return word  # as nearly always
    match = _LAST_WORD.search(text, first, position)
    return match[0] if match else ""
