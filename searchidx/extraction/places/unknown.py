"""Names that no gazetteer knows, found by the words around them: "the village of X", "near X, in eastern Y"."""

from __future__ import annotations

import re

from searchidx.extraction.places.evidence import after_name, before_name, is_in_a_place, names_divisions
from searchidx.extraction.places.names import Name
from searchidx.extraction.places.words import (
    AREA_NOUNS,
    DIRECTIONAL,
    DIVISION_WORDS,
    FEATURE_FIRST,
    FEATURE_WORDS,
    GENERIC,
    INSTITUTION_WORDS,
    LOCATIVE,
    ORDINARY,
    PLACE_NOUNS,
    PROPER,
    SPEECH,
)
from searchidx.extraction.scan import Run
from searchidx.gazetteer import name_key

# The context has to carry an unknown name all alone.
_UNKNOWN = -0.9
_LISTED, _IN_PLACE = 0.4, 0.3
_HOME = 0.2
# "Anna Lee, 39, of X," and in reports of crime "Lee, of X, was jailed" tell where somebody lives, and not whom that
# person works for.
_AGED = re.compile(r", \d\d?, (?:formerly |originally )?of $")
_BARE_SURNAME = re.compile(r"(?:^|[.!?:\n”\"] ?)[A-Z][\w'’-]+, of $")
_TRIED = re.compile(
    r", (?:was|were|has been|had been) (?:jailed|killed|arrested|charged|sentenced|convicted|remanded|held|cleared|"
    r"shot|stabbed|injured|hurt|pronounced|found guilty|found dead|fined)\b"
)
_DID = re.compile(r", (?:had|denied|denies|admitted|admits|pleaded|died|appeared|was|is) ")
_LIST = re.compile(r", (?:and )?| and ")
_GOES_ON = re.compile(r", (?:and )?[A-Z]| and [A-Z]")
_ADJECTIVES = ("ean", "ian", "ese", "ish", "ern")
_WORD_AFTER = re.compile(r" (\w+)")


# "near Highway 69" names no place of that name.
_COMMON = (
    FEATURE_WORDS | FEATURE_FIRST | GENERIC | DIVISION_WORDS | {"Route", "Interstate", "Exit", "Junction"}
)
_JOINING = frozenset(("and", "or"))
_BEFORE = LOCATIVE | DIRECTIONAL | PLACE_NOUNS | {"of", "called", "named", "for"}


def could_be_unknown(text: str) -> bool:
    """Could these words be the name of a place, if the words around them say so?"""
    if len(text) < 3 or text.isupper() or text.count(" ") > 2 or not text[0].isalpha():
        return False
    if text.endswith(_ADJECTIVES):
        return False
    if " " not in text:
        return text not in _COMMON and text.lower() not in ORDINARY and text.lower() not in PROPER
    return INSTITUTION_WORDS.isdisjoint(text.split(" "))


def unknown_name(flat: str, run: Run) -> Name | None:
    """A run that its context makes a place, with a prior below zero so that the context has to carry it.

    The caller has asked `could_be_unknown`.
    """
    # Most others are refused by one look at the word before and the word behind.
    start, end = run.start, run.end
    if (
        not start
        or flat[flat.rfind(" ", start - 30 if start > 30 else 0, start - 1) + 1 : start - 1] not in _BEFORE
    ):
        mark = flat[end : end + 1]
        if mark == " ":
            stop = flat.find(" ", end + 1, end + 16)
            word = flat[end + 1 : stop].rstrip(".,;:") if stop > 0 else ""
            if word not in AREA_NOUNS and not (word in _JOINING and names_divisions(flat)):
                return None
        elif mark != ",":
            return None
    before = before_name(flat, run.start)
    after = after_name(flat, run.end)
    if (
        before.rule.endswith(" of")
        or (before.rule == "of" and before.locative and not flat.endswith("out of ", 0, start))
        or after.rule in {"region word", "kind of place", "a kind of place"}
        or before.rule in {"preposition", "direction", "kind of place"}
    ):
        if before.rule == "a person of" and _is_home(flat, start, end):
            return _name(run, _HOME)
        return _name(run, _UNKNOWN + (_IN_PLACE if is_in_a_place(flat, start) else 0.0))
    return None


def _is_home(flat: str, start: int, end: int) -> bool:
    """Is the name behind somebody's ", of" where that person lives?"""
    window = flat[max(0, start - 40) : start]
    if _AGED.search(window):
        return flat[end : end + 1] in {",", "."}
    return bool(_TRIED.match(flat, end) or (_BARE_SURNAME.search(window) and _DID.match(flat, end)))


def listed_name(flat: str, run: Run, last: int) -> Name | None:
    """A run that goes on a list of places that ends at ``last``: "the villages of Lyman, Petrivka and Zarichne"."""
    if not _LIST.fullmatch(flat, last, run.start):
        return None
    following = _WORD_AFTER.match(flat, run.end)
    if following and following[1] in SPEECH:
        return None
    # ", X" alone goes on a list only if the list goes on.
    if flat[last : run.start] == ", " and not _GOES_ON.match(flat, run.end):
        return None
    return _name(run, _LISTED)


def _name(run: Run, prior: float) -> Name:
    return Name(0, len(run.text), name_key(run.text), "place", (), prior)
