"""Who in an article is a person: every mention, joined to the fullest form of the name that the article gives.

A run of capitalised words is a person when something says so: a title or an office before it, a common first name,
an age or "who" behind it, a verb of speech beside it. Surnames (and first names, where only one person has them) are
then joined to the full names. Titles and offices are taken off and kept as the role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.first_names import AMBIGUOUS, FEMALE, MALE, gender_of, is_first_name
from searchidx.extraction.roles import (
    FEMALE_NOUNS,
    HONORIFICS,
    MALE_NOUNS,
    NOT_FIRST,
    ORGANISATION_WORDS,
    ROLE_NOUNS,
    SUFFIXES,
    TITLES,
)
from searchidx.extraction.scan import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from searchidx.extraction.scan import Run, Scan

# Evidence, from strong to weak. Strong evidence makes a person of any run; weak evidence only of one that has the
# shape of a name and is not also known as a company, a place or the like.
STRONG, WEAK = 2, 1

_SPEECH_AFTER = re.compile(
    r",? (?:also |later |then |has |had )?"
    r"(?:said|says|told|added|adds|asked|wrote|writes|tweeted|insisted|argued|recalled|replied|noted|warned|explained)\b"
)
_AGE_AFTER = re.compile(
    r", (?:aged )?\d{1,3}(?=[,.;)]| of | from |, )| \(\d{1,3}\)|, who\b|, whose\b| himself\b| herself\b"
)
_PARTICLES = frozenset(PARTICLES.split())
_FIRST_PERSONAL = MALE | FEMALE
_SPEECH_BEFORE = frozenset("said says added asked wrote replied explained recalled".split())


class PersonMention(NamedTuple):
    """One mention of a person: ``text[start:end]`` is the name without titles, ``run_start`` where the titles begin.

    ``person`` is the number of the person in `People.persons`; ``role`` the titles or offices in front, or "".
    """

    start: int
    end: int
    run_start: int
    person: int
    role: str


@dataclass(slots=True)
class Person:
    """A person in one article: the fullest name given, "m", "f" or None, and the offices named (in order)."""

    name: str
    gender: str | None = None
    roles: list[str] = field(default_factory=list)
    strength: int = WEAK

    @property
    def surname(self) -> str:
        """The last word of the name, without "Jr." and the like."""
        return surname_of(self.name)


class People:
    """The persons of an article and their mentions, one sorted tuple of mentions for each scan given."""

    def __init__(self, persons: list[Person], mentions: list[list[PersonMention]]) -> None:
        self.persons = tuple(persons)
        self.mentions = tuple(tuple(found) for found in mentions)
        self._starts = [[mention.start for mention in found] for found in mentions]

    def at(self, start: int, end: int, scan: int = 0) -> PersonMention | None:
        """The mention of a person that overlaps the span ``[start, end)`` of the given scan, if there is one."""
        number = bisect_right(self._starts[scan], start) - 1
        mentions = self.mentions[scan]
        if number >= 0 and mentions[number].end > start:
            return mentions[number]
        if number + 1 < len(mentions) and mentions[number + 1].start < end:
            return mentions[number + 1]
        return None


class _Candidate(NamedTuple):
    scan: int
    start: int
    end: int
    run_start: int
    words: tuple[str, ...]
    role: str
    strength: int
    gender: str | None


def find_people(scans: Sequence[Scan]) -> People:
    """Find the persons that the scanned texts (body first, then headline, ...) mention. Linear in their length."""
    named: list[_Candidate] = []
    open_ones: list[_Candidate] = []
    for number, scan in enumerate(scans):
        for run in scan.runs:
            candidate = _judge(scan, number, run)
            if candidate is not None:
                (named if candidate.strength else open_ones).append(candidate)
    persons: list[Person] = []
    by_name: dict[tuple[str, ...], int] = {}
    by_surname: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    mentions: list[list[PersonMention]] = [[] for _ in scans]
    surnames_only = []
    for candidate in named:
        words = candidate.words
        if len(words) == 1:
            surnames_only.append(candidate)
            continue
        person = by_name.get(words)
        if person is None:
            person = _same_person(words, by_surname, persons)
            if person is None:
                person = len(persons)
                persons.append(Person(" ".join(words), candidate.gender, strength=candidate.strength))
                by_surname.setdefault(surname_of(persons[person].name), []).append(person)
                by_first.setdefault(words[0], []).append(person)
            by_name[words] = person
        _note(persons[person], candidate)
        mentions[candidate.scan].append(_mention(candidate, person))
    for candidate in surnames_only:
        person = _person_of_word(candidate, persons, by_surname, by_first)
        if person is None:
            person = len(persons)
            persons.append(Person(candidate.words[0], candidate.gender, strength=candidate.strength))
            by_surname.setdefault(candidate.words[0], []).append(person)
        _note(persons[person], candidate)
        mentions[candidate.scan].append(_mention(candidate, person))
    for candidate in open_ones:
        words = candidate.words
        person = by_name.get(words)
        if person is None and len(words) == 1:
            person = _person_of_word(candidate, persons, by_surname, by_first)
        if person is not None:
            mentions[candidate.scan].append(_mention(candidate, person))
    for found in mentions:
        found.sort()
    return People(persons, mentions)


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
    for number in range(len(words) - 1, -1, -1):
        if words[number].rstrip(".") in TITLES:
            return number + 1
    return 0


def _judge(scan: Scan, number: int, run: Run) -> _Candidate | None:
    """Take the titles off a run and weigh what speaks for a person; strength 0 waits for a full name elsewhere."""
    start, end, text, _ = run
    if " " not in text:
        return _judge_word(scan, number, run)
    words = text.split(" ")
    titles = split_titles(words)
    role = ""
    gender = None
    strength = 0
    name_start = start
    if titles:
        if titles == len(words):
            return None
        last = words[titles - 1].rstrip(".")
        if titles == 1 and last in _FIRST_PERSONAL and not (len(words) > 2 and is_first_name(words[1])):
            titles = 0  # "Dean Smith", "Earl Warren": more often a first name
        else:
            role = " ".join(words[:titles])
            name_start += len(role) + 1
            strength = STRONG
            words = words[titles:]
            gender = _gender_of_title(last)
    name = tuple(words)
    if len(name) > 5 or not _shape_of_name(name):
        return None
    first = name[0]
    if not strength:
        before = scan.word_before(start)
        if before in ROLE_NOUNS:
            strength, role = STRONG, before
            gender = "m" if before in MALE_NOUNS else "f" if before in FEMALE_NOUNS else None
        elif len(name) > 1 and is_first_name(first):
            strength = WEAK if first in AMBIGUOUS else STRONG
        if strength < STRONG:
            flat = scan.flat
            if _AGE_AFTER.match(flat, end):
                strength = STRONG
            elif _SPEECH_AFTER.match(flat, end) or before in _SPEECH_BEFORE:
                strength = WEAK
    if gender is None:
        gender = gender_of(first) if len(name) > 1 else None
    return _Candidate(number, name_start, end, start, name, role, strength, gender)


def _judge_word(scan: Scan, number: int, run: Run) -> _Candidate | None:
    """A single capitalised word: a person only after an office or joined to a full name."""
    start, end, text, _ = run
    if text in TITLES or text in ORGANISATION_WORDS or text.isupper():
        return None
    before = scan.word_before(start)
    if before in ROLE_NOUNS and text not in NOT_FIRST and before != "official":
        gender = "m" if before in MALE_NOUNS else "f" if before in FEMALE_NOUNS else None
        return _Candidate(number, start, end, start, (text,), before, WEAK, gender)
    return _Candidate(number, start, end, start, (text,), "", 0, None)


def _shape_of_name(words: tuple[str, ...]) -> bool:
    """Could these words, as they are written, be the name of a person?"""
    if words[0] in NOT_FIRST and words[0] not in _FIRST_PERSONAL:
        return False
    for number, word in enumerate(words):
        if (word in ORGANISATION_WORDS and (number or word not in _FIRST_PERSONAL)) or "&" in word:
            return False
        if word.isupper() and len(word) > 3 and "." not in word:
            return False
    return words[-1] not in _PARTICLES and (len(words) > 1 or len(words[0]) > 1)


def _gender_of_title(title: str) -> str | None:
    if title in _MALE_TITLES:
        return "m"
    return "f" if title in _FEMALE_TITLES else None


_MALE_TITLES = frozenset(
    "Mr Sir Lord King Prince Duke Father Brother Pope Cardinal Congressman Councilman Chairman Spokesman Baron Count "
    "Emperor Sheikh Sheik Imam Ayatollah Monsieur Alderman Assemblyman Actor".split()
)
_FEMALE_TITLES = frozenset(
    "Mrs Ms Miss Dame Lady Queen Princess Duchess Sister Congresswoman Councilwoman Chairwoman Spokeswoman Baroness "
    "Countess Madame Mme Mlle Assemblywoman Actress".split()
)


def _same_person(
    words: tuple[str, ...], by_surname: dict[str, list[int]], persons: list[Person]
) -> int | None:
    """A person known under a longer or shorter form: "John F. Kennedy" and "John Kennedy", never two first names."""
    for number in by_surname.get(surname_of(" ".join(words)), ()):
        known = persons[number].name.split(" ")
        if known[0] == words[0] and (set(known) <= set(words) or set(words) <= set(known)):
            if len(words) > len(known):
                persons[number].name = " ".join(words)
            return number
    return None


def _person_of_word(
    candidate: _Candidate,
    persons: list[Person],
    by_surname: dict[str, list[int]],
    by_first: dict[str, list[int]],
) -> int | None:
    """Join a single name to the person it must mean, by surname, else by first name; None where nobody has it."""
    word = candidate.words[0]
    numbers = by_surname.get(word)
    if numbers:
        if len(numbers) > 1 and candidate.gender:
            fitting = [n for n in numbers if persons[n].gender in (None, candidate.gender)]
            numbers = fitting or numbers
        return numbers[0]
    numbers = by_first.get(word)
    if numbers and len(numbers) == 1 and not candidate.role and word in _FIRST_PERSONAL:
        return numbers[0]
    return None


def _note(person: Person, candidate: _Candidate) -> None:
    """Keep what a mention tells about its person."""
    person.strength = max(person.strength, candidate.strength)
    if person.gender is None and candidate.gender:
        person.gender = candidate.gender
    role = candidate.role
    if role and role.rstrip(".") not in HONORIFICS and role not in person.roles:
        person.roles.append(role)


def _mention(candidate: _Candidate, person: int) -> PersonMention:
    return PersonMention(candidate.start, candidate.end, candidate.run_start, person, candidate.role)
