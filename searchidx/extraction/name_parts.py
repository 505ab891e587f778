"""What a run of capitalised words shows by itself of a person: titles and offices in front, name, gender."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from searchidx.extraction.first_names import AMBIGUOUS, FEMALE, MALE, is_first_name
from searchidx.extraction.roles import (
    BEHIND_NAMES,
    CONSTABLES,
    NOT_FIRST,
    ORGANISATION_WORDS,
    SUFFIXES,
    SURNAMES_TOO,
    TITLES,
    WITH_ONE_NAME,
    is_office_like,
)
from searchidx.extraction.scan import PARTICLES

# Evidence, from strong to weak. Strong evidence makes a person of any run; weak evidence only of one that has the
# shape of a name and is not also known as a company, a place or the like.
STRONG, WEAK = 2, 1
DOUBTFUL = -1  # a first name and what may be a surname or a place's: "Anita Hill", "Margaret Street"

FIRST_PERSONAL = MALE | FEMALE
_PARTICLES = frozenset(PARTICLES.split())
_TITLES = TITLES | {title + "." for title in TITLES}
# Verbs that a sentence may open with, before their subject: "Wrote Justice Anna Moss in dissent:".
_OPENING_CUES = frozenset(
    "Said Says Wrote Writes Asked Asks Added Adds Replied Replies Tweeted Explained Recalled".split()
)
# Titles that stand before a first name: "King Fahd" is "Fahd Ibn Saud".
FOR_FIRST_NAMES = frozenset(
    "King Queen Prince Princess Duke Duchess Emperor Sultan Emir Sheikh Sheik Sheikha Shah".split()
)
_MALE_TITLES = frozenset(
    "Mr Sir Lord King Prince Duke Father Brother Pope Cardinal Congressman Councilman Chairman Spokesman Baron Count "
    "Emperor Sheikh Sheik Imam Ayatollah Monsieur Alderman Assemblyman Actor".split()
)
_FEMALE_TITLES = frozenset(
    "Mrs Ms Miss Dame Lady Queen Princess Duchess Sister Congresswoman Councilwoman Chairwoman Spokeswoman Baroness "
    "Countess Madame Mme Mlle Assemblywoman Actress".split()
)


def surname_of(name: str) -> str:
    """The last word of a full name, without "Jr.", "III" and the like."""
    words = name.split(" ")
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    return words[-1]


def split_titles(words: Sequence[str]) -> int:
    """How many of the words in front of a name are titles and offices: "Brig Gen Oleksiy Hromov" has two.

    The last title decides, so that "Trump Campaign Manager Anna Lee" is an office of three words and a name.
    """
    if _TITLES.isdisjoint(words):
        return 0
    for number in range(len(words) - 1, -1, -1):
        if words[number] in _TITLES:
            behind = len(words) - number - 1
            if words[number] in CONSTABLES and not (behind > 1 and is_first_name(words[number + 1])):
                continue  # "PC Acquisition Inc", "IBM PC AT"
            if behind == 1 and words[number] in WITH_ONE_NAME:
                continue  # "Prime Minister Sheikh Hasina"
            if not behind and number and words[number] in BEHIND_NAMES:
                continue  # "Anna Moss MP"
            first = words[0] if behind else words[number - 1]
            if number and behind < 2 and first in FIRST_PERSONAL and first not in AMBIGUOUS:
                continue  # "Howard Dean", "Martin Luther King Jr."
            return number + 1
    return 0


class Parts(NamedTuple):
    """What a run shows by itself: where the name in it starts, its words, the titles before it, what these prove."""

    offset: int
    words: tuple[str, ...]
    role: str
    strength: int
    gender: str | None
    lead: int = 0  # the length of a verb that opens the run: "Wrote "


@lru_cache(maxsize=50_000)
def parts_of(text: str) -> Parts | None:
    """Take the titles off a run of several words; None if it has not the shape of a person's name."""
    words = text.split(" ")
    lead = 0
    if words[0] in _OPENING_CUES and (words[0] != "Said" or _is_named_behind_said(words)):
        lead = len(words[0]) + 1  # "Wrote Justice Anna Moss:"
        words = words[1:]
    role = ""
    gender = None
    strength = WEAK if lead and len(words) == 1 else 0
    titles = split_titles(words)
    if titles:
        if titles == len(words):
            return None
        last = words[titles - 1].rstrip(".")
        if titles > 1 or last not in FIRST_PERSONAL or (len(words) > 2 and is_first_name(words[1])):
            role = " ".join(words[:titles])
            strength = STRONG
            words = words[titles:]
            gender = _gender_of_title(last)
    elif len(words) > 2 and (offices := _offices_in_front(words)):
        role, words, strength = " ".join(words[:offices]), words[offices:], STRONG  # "Neighbour Dave Pratt"
    elif words[0] in WITH_ONE_NAME and len(words) == 2:
        strength = STRONG
    if len(words) > 5:
        return None
    if not _shape_of_name(words):
        if (
            len(words) != 2
            or words[1] not in SURNAMES_TOO
            or words[0] in AMBIGUOUS
            or not is_first_name(words[0])
        ):
            return None
        if role.rsplit(" ", 1)[-1] in FOR_FIRST_NAMES:
            return None  # "King Edward Street"
        strength = strength or DOUBTFUL  # "Anita Hill"
    return Parts(lead + (len(role) + 1 if role else 0), tuple(words), role, strength, gender, lead)


def _is_named_behind_said(words: Sequence[str]) -> bool:
    """Is "Said" the verb, not a first name: "Said Mr Moss", "Said Anna Moss", but not "Said Abdullah"?"""
    return len(words) > 2 and (split_titles(words[1:]) > 0 or is_first_name(words[1]))


def _offices_in_front(words: Sequence[str]) -> int:
    """How many words in front of a full name end with what somebody is: "Storm Forecaster Anna Moss" has two."""
    for number in range(min(3, len(words) - 2)):
        if is_first_name(words[number]):
            return 0
        if is_first_name(words[number + 1]):
            return number + 1 if is_office_like(words[number].lower()) else 0
    return 0


def _shape_of_name(words: list[str]) -> bool:
    """Could these words, as they are written, be the name of a person?"""
    first = words[0]
    if first in FIRST_PERSONAL:
        if not ORGANISATION_WORDS.isdisjoint(words[1:]):
            return False
    elif first in NOT_FIRST or not ORGANISATION_WORDS.isdisjoint(words):
        return False
    for word in words:
        if len(word) > 3 and ((word.isupper() and "." not in word) or "&" in word):
            return False
    return words[-1] not in _PARTICLES and (len(words) > 1 or len(first) > 1)


def _gender_of_title(title: str) -> str | None:
    if title in _MALE_TITLES:
        return "m"
    return "f" if title in _FEMALE_TITLES else None
