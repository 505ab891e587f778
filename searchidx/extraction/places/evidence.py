"""What around a name speaks for or against a place, as a number and the rule that gave most of it."""

from __future__ import annotations

from typing import NamedTuple

from searchidx.extraction.places.words import (
    AREA_NOUNS,
    DIRECTIONAL,
    LOCAL_NOUNS,
    LOCATIVE,
    MOVING,
    PLACE_NOUNS,
    SPEECH,
)

# From here on a name is a place.
THRESHOLD = 1.5
SURE = 3.0

_STRIPPED = "\"'“”‘’(),;:—–-"


class Evidence(NamedTuple):
    """A weight, the rule that gave most of it, and whether the words around it name a place by themselves."""

    weight: float
    rule: str
    locative: bool


_LOCATIVE_WEIGHT = {"in": 2.2, "near": 2.5, "outside": 2.5}
_ARTICLES = frozenset(("the", "its", "a", "their", "his", "her"))
_NOTHING = Evidence(0.0, "", False)


def before_name(flat: str, start: int) -> Evidence:
    """What the words before a name say: "in X", "northern X", "the village of X", "Mr. X"."""
    window = flat[start - 40 if start > 40 else 0 : start]
    if not window.endswith(" ") or "\n" in window[-2:]:
        return _NOTHING
    words = window.split()
    if not words:
        return _NOTHING
    word = words[-1].lower().lstrip("\"'“‘(—–")
    if word == "the" and len(words) > 1:
        inner = words[-2].lower().lstrip(_STRIPPED)
        if inner in LOCATIVE:
            return Evidence(0.8, "preposition", False)
        return _NOTHING
    if word in LOCATIVE:
        return Evidence(_LOCATIVE_WEIGHT.get(word, 1.6), "preposition", True)
    if word in DIRECTIONAL:
        return Evidence(2.2, "direction", True)
    if word in {"of", "called", "named"} and len(words) > 1:
        return _after_of(words, word)
    if word[-1:] == ":" and word[:-1] in PLACE_NOUNS:
        return Evidence(2.2, "kind of place", True)
    if word[-1:] == "," and word[:-1] in PLACE_NOUNS and len(words) > 1 and words[-2] in _ARTICLES:
        return Evidence(2.2, "kind of place", True)
    if word in PLACE_NOUNS and word not in {"people", "community", "state"}:
        return Evidence(2.2, "kind of place", True)
    if word in MOVING and not (word == "to" and words[-2:-1] == ["according"]):
        return Evidence(1.2, "preposition", False)
    return _NOTHING


def _after_of(words: list[str], word: str) -> Evidence:
    """ "the village of X", "Anna Lee, 39, of X", "Anna Lee of X", "the mayor of X"."""
    noun = words[-2].lower().strip(_STRIPPED)
    if noun in PLACE_NOUNS:
        return Evidence(3.0, f"{noun} of", True)
    if word != "of":
        return _NOTHING
    if words[-2].endswith(","):
        return Evidence(1.9, "a person of", False)
    if noun in {
        "outside",
        "north",
        "south",
        "east",
        "west",
        "outskirts",
        "residents",
        "resident",
        "mayor",
        "out",
        "native",
    }:
        return Evidence(2.4, "of", True)
    if words[-2][:1].isupper() and words[-2].isalpha() and len(words) > 2 and words[-3][:1].isupper():
        return Evidence(1.2, "a person of", False)
    return Evidence(0.6, "preposition", False)


def after_name(flat: str, end: int) -> Evidence:
    """What the words behind a name say: "X region", "X-based", "X, a town", "X said"."""
    window = flat[end : end + 32]
    if not window:
        return _NOTHING
    mark = window[0]
    if mark == "-":
        word = window[1:].split(" ", 1)[0].rstrip(".,;:")
        if word in {
            "based",
            "born",
            "area",
            "bound",
            "occupied",
            "controlled",
            "backed",
            "led",
            "wide",
            "made",
        }:
            return Evidence(2.2, "compound", True)
        return _NOTHING
    if mark == " ":
        word = window[1:].split(" ", 1)[0].rstrip(".,;:\"'”’)\n").split("\n")[0]
        if word in AREA_NOUNS:
            return Evidence(2.4, "region word", True)
        if word in SPEECH:
            return Evidence(-2.0, "speech verb", False)
        if word in {"virus", "fever", "disease", "syndrome"}:
            return Evidence(-2.5, "disease", False)
        if word in LOCAL_NOUNS:
            return Evidence(1.6, "local noun", False)
        return _NOTHING
    if mark == "," and len(window) > 3:
        words = window[2:].split(" ", 3)
        if len(words) > 2 and words[0] in {"a", "an", "the"}:
            nouns = {word.rstrip(".,;:") for word in words[1:3]}
            if nouns & PLACE_NOUNS:
                return Evidence(2.4, "a kind of place", True)
        if words[0] in {"where", "in"}:
            return Evidence(1.8, "where", True)
        return _NOTHING
    if mark in "'’" and window[1:3] == "s ":
        word = window[3:].split(" ", 1)[0].rstrip(".,;:\"'”’)")
        if word in AREA_NOUNS or word in {
            "capital",
            "government",
            "president",
            "parliament",
            "people",
            "mayor",
        }:
            return Evidence(1.8, "possessive", True)
    return _NOTHING
