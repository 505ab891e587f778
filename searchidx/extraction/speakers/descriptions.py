"""What a name or a noun phrase tells by itself about who speaks: one person, several, a group, nobody named."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from searchidx.extraction.first_names import is_first_name
from searchidx.extraction.roles import FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS
from searchidx.extraction.scan import OPENERS
from searchidx.extraction.speakers.function_words import DETERMINERS
from searchidx.extraction.speakers.nouns import (
    GROUP_NOUNS,
    PEOPLE_NOUNS,
    PROPER_GROUPS,
    SPEAKING_NOUNS,
    WRITTEN_NOUNS,
)

_new = tuple.__new__  # a named tuple's own constructor is a call more
_OF_NAME = re.compile(r"[A-Z][a-z]+ of [A-Z]")
_UP_TO_BELONGING = re.compile(r".+?(?= (?:of|for|to|from|at|with|in|on|who|that) |$)")


class Speaker(NamedTuple):
    """Who speaks: a name (or the words of an unnamed source), "person", "organisation", "document" (a report, a
    poll) or "unnamed", and the role.

    ``person`` is the number in `People.persons`, or None.
    """

    name: str | None
    kind: str | None
    role: str | None = None
    person: int | None = None
    confidence: float = 1.0

    def with_confidence(self, confidence: float) -> Speaker:
        """The same speaker, known with another confidence."""
        return _new(Speaker, (*self[:4], confidence))


UNKNOWN = Speaker(None, None, confidence=0.0)


def is_one_person(words: str, gender: str) -> bool:
    """Can a description such as "a bank economist" be meant by "he" (or "she")?"""
    match = _UP_TO_BELONGING.match(words)
    head = match[0].rsplit(" ", 1)[-1].lower() if match else ""
    others = FEMALE_NOUNS if gender == "m" else MALE_NOUNS
    return head not in others and (head in ROLE_NOUNS or head.endswith(("ist", "ician")))


@lru_cache(maxsize=20_000)
def office_in_front(name: str) -> str | None:
    """The noun in front of a full name that a sentence opened with: "Resident" of "Resident Bev Oakes"."""
    first, _, rest = name.partition(" ")
    return first if " " in rest and first.lower() in ROLE_NOUNS and not is_first_name(first) else None


def may_be_person(name: str) -> bool:
    """Can a bare capitalised word be somebody's name: no acronym, no word that organisations' names end with?"""
    return name.istitle() and name.isalpha() and len(name) > 2 and name not in ORGANISATION_WORDS


@lru_cache(maxsize=20_000)
def shorter_names(name: str) -> tuple[str, ...]:
    """What an organisation of several words may be called besides: "World" and "World Bank" for "World Bank Group"."""
    words = name.split(" ")
    if words[-1].replace(".", "") not in ORGANISATION_WORDS or len(words) > 7:
        return ()
    return tuple(" ".join(words[:length]) for length in range(1, len(words)))


@lru_cache(maxsize=20_000)
def described(words: str, head: str) -> Speaker:
    """The speaker that a noun phrase describes without naming anybody; ``head`` is its noun in lower case."""
    if head in WRITTEN_NOUNS:
        kind = "document"
    else:  # "the department" is nobody, "the finance department" is somebody
        own = [word for word in words.split(" ") if word.lower() not in DETERMINERS]
        kind = "organisation" if head in GROUP_NOUNS and len(own) > 1 else "unnamed"
    return Speaker(_in_sentence(words), kind, confidence=0.8)


def are_several(words: str) -> bool:
    """Does a description mean several people: "dealers", "two officials in Rome"?"""
    match = _UP_TO_BELONGING.match(words)
    head = match[0].rsplit(" ", 1)[-1].lower() if match else ""
    return head in PEOPLE_NOUNS and (head.endswith("s") or head in ("people", "men", "women", "spokesmen"))


def is_group(words: str) -> bool:
    """Does a description mean a group that "it" and "they" can stand for: "the ministry", "the bank's board"?"""
    match = _UP_TO_BELONGING.match(words)
    return match is not None and match[0].rsplit(" ", 1)[-1].lower() in GROUP_NOUNS


def are_groups(words: str) -> bool:
    """Does a description mean several groups: "the two companies"?"""
    match = _UP_TO_BELONGING.match(words)
    head = match[0].rsplit(" ", 1)[-1].lower() if match else ""
    return head in GROUP_NOUNS and head.endswith("s") and not head.endswith("ss")


def _in_sentence(words: str) -> str:
    """A description as it would stand inside a sentence: "The ministry" is "the ministry", "Israeli police" stays."""
    first = words.split(" ", 1)[0]
    if first.lower() in PROPER_GROUPS or (first.lower() in GROUP_NOUNS and _OF_NAME.match(words)):
        return words  # "Ministry of Defence officials"
    common = first in OPENERS or first.lower() in SPEAKING_NOUNS or first.lower() in DETERMINERS
    return words[:1].lower() + words[1:] if common else words
