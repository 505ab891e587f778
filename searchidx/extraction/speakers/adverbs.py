"""What stands between a subject and its verb besides insertions: adverbs, auxiliaries, days, "this week"."""

from __future__ import annotations

from functools import lru_cache

from searchidx.extraction.speakers.function_words import SKIPPED
from searchidx.extraction.speakers.nouns import LY_NOUNS

_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_SPANS = frozenset("week month year night spring summer autumn fall winter morning afternoon evening".split())


def skip_adverbs(text: str, end: int, floor: int) -> int:
    """Step back over adverbs and auxiliaries (and spaces) that stand before a verb."""
    while True:
        while end > floor and text[end - 1] == " ":
            end -= 1
        start = text.rfind(" ", floor, end) + 1 or floor
        word = text[start:end]
        if not is_adverb(word):
            return end
        if word in _SPANS:
            opening = text.rfind(" ", floor, start - 1) + 1 or floor
            if text[opening:start] not in ("this ", "last "):
                return end
            start = opening  # "the committee this week announced"
        end = start
        if word in _DAYS and text.endswith(" on ", floor, start):
            end -= len("on ")  # "the minister on Sunday called"
        if end <= floor:
            return floor


@lru_cache(maxsize=20_000)
def is_adverb(word: str) -> bool:
    """Is this an adverb or an auxiliary: "later", "has", "repeatedly", "didn't"?"""
    lower = word.lower()
    if lower.endswith("ly") and len(word) > 4 and word == lower and lower not in LY_NOUNS:
        return True
    return word in _SPANS or lower in SKIPPED or lower.endswith(("n't", "n’t"))
