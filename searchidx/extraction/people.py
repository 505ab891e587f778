"""Who in an article is a person: every mention, joined to the fullest form of the name that the article gives.

A run of capitalised words is a person when something says so: a title or an office before it, a common first name,
an age or "who" behind it, a verb of speech beside it. Surnames (and first names, where only one person has them) are
then joined to the full names. Titles and offices are taken off and kept as the role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from searchidx.extraction.first_names import AMBIGUOUS, gender_of, is_first_name
from searchidx.extraction.name_parts import (
    DOUBTFUL,
    FIRST_PERSONAL,
    FOR_FIRST_NAMES,
    STRONG,
    WEAK,
    parts_of,
    surname_of,
)
from searchidx.extraction.roles import (
    HONORIFICS,
    NOT_FIRST,
    ORGANISATION_WORDS,
    ROLE_NOUNS,
    TITLES,
    WITH_ONE_NAME,
    gender_of_noun,
    is_role,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from searchidx.extraction.scan import Run, Scan

_SPEECH_AFTER = re.compile(
    r",? (?:also |later |then |has |had )?"
    r"(?:said|says|told|added|adds|asked|wrote|writes|tweeted|insisted|argued|recalled|replied|noted|warned|explained)\b"
)
_AGE_AFTER = re.compile(
    r", (?:aged )?\d{1,3}(?=[,.](?!\d)|[;)]| of | from )| \(\d{1,3}\)|, who\b|, whose\b| himself\b| herself\b"
)
_OFFICE_AFTER = re.compile(
    r", (?:(?:an? |the |his |her |former |chief )((?:[\w'’-]+ ){0,3}[\w'’-]+)"
    r"|(?:[a-z-]+ ){0,2}([a-z-]+) (?:of|for|at|with)\b)"
)
_NICKNAME_ENDS = "\"”’')"
_NICKNAME = re.compile(r"([A-Z]\w+) [\"“‘'(]\w+[\"”’')] $")
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)

_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much
_FAMILY_MARKS = frozenset("ibn bin bint ben al ould II III IV V VI".split())
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


_SCAN_AND_START = itemgetter(0, 1)


def find_people(scans: Sequence[Scan]) -> People:
    """Find the persons that the scanned texts (body first, then headline, ...) mention. Linear in their length."""
    gathering = _Gathering([[] for _ in scans])
    words: list[list[Run]] = []
    undecided: list[_Candidate] = []
    surnames: list[_Candidate] = []
    for number, scan in enumerate(scans):
        single: list[Run] = []
        words.append(single)
        if not scan.text:
            continue
        for run in scan.runs:
            if " " not in run[2]:
                single.append(run)
                continue
            candidate = _judge(scan, number, run)
            if candidate is None:
                continue
            if not candidate.strength:
                undecided.append(candidate)
            elif len(candidate.words) == 1:
                surnames.append(candidate)
            else:
                gathering.add_full_name(candidate)
    for number, single in enumerate(words):
        for candidate in _named_otherwise(scans[number], number, single) if single else ():
            if len(candidate.words) > 1:
                gathering.add_full_name(candidate)
            else:
                surnames.append(candidate)
    if len(surnames) > 1:
        surnames.sort(key=_SCAN_AND_START)
    for candidate in surnames:
        gathering.add_surname(candidate)
    for candidate in undecided:
        gathering.add_known(candidate)
    for number, single in enumerate(words):
        gathering.add_known_words(number, single)
    return gathering.people()


class _Gathering:
    """The persons found so far, by full name, surname and first name, and their mentions in each scan."""

    def __init__(self, mentions: list[list[PersonMention]]) -> None:
        self.persons: list[Person] = []
        self.mentions = mentions
        self._by_name: dict[tuple[str, ...], int] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}

    def add_full_name(self, candidate: _Candidate) -> None:
        words = candidate.words
        person = self._by_name.get(words)
        if person is None:
            person = _same_person(words, self._by_surname, self.persons)
            if person is None:
                person = self._by_title_and_first_name(words)
            if person is None:
                person = self._new(" ".join(words), candidate)
                first = words[1] if words[0] in WITH_ONE_NAME else words[0]
                self._by_first.setdefault(first, []).append(person)
            self._by_name[words] = person
        self._mention(candidate, person)

    def add_surname(self, candidate: _Candidate) -> None:
        person = self._of_word(candidate.words[0], candidate.gender, bool(candidate.role))
        if person is None and candidate.role:
            person = self._of_first_name(candidate)
        self._mention(candidate, self._new(candidate.words[0], candidate) if person is None else person)

    def _by_title_and_first_name(self, words: tuple[str, ...]) -> int | None:
        """The sheikh of this first name that is known already, by the title and it alone or by the full name."""
        short = len(words) == 2 and words[0] in WITH_ONE_NAME
        numbers = self._by_first.get(words[short], ())
        if len(numbers) != 1:
            return None
        person = self.persons[numbers[0]]
        if short:
            return numbers[0] if any(role.split(" ")[-1] in WITH_ONE_NAME for role in person.roles) else None
        title, _, name = person.name.partition(" ")
        if title not in WITH_ONE_NAME or name != words[0]:
            return None
        person.name = " ".join(words)
        self._by_surname.setdefault(words[-1], []).append(numbers[0])
        return numbers[0]

    def _of_first_name(self, candidate: _Candidate) -> int | None:
        """Who is meant by a royal title and a first name ("King Fahd"): one whose full name tells the family."""
        if candidate.role.rsplit(" ", 1)[-1] not in FOR_FIRST_NAMES:
            return None
        numbers = self._by_first.get(candidate.words[0], ())
        if len(numbers) != 1:
            return None
        person = self.persons[numbers[0]]
        royal = any(role.rsplit(" ", 1)[-1] in FOR_FIRST_NAMES for role in person.roles)
        rest = {
            word.lower() if word.islower() or word.istitle() else word for word in person.name.split(" ")[1:]
        }
        marked = not rest.isdisjoint(_FAMILY_MARKS) or any(word.startswith("al-") for word in rest)
        return numbers[0] if royal or marked else None

    def add_known(self, candidate: _Candidate) -> None:
        """Add a run that only looks like a name, if it is one that is known."""
        person = self._by_name.get(candidate.words)
        if person is None and len(candidate.words) == 1:
            person = self._of_word(candidate.words[0], None, False)
        if person is not None:
            self._mention(candidate, person)

    def add_known_words(self, scan: int, runs: list[Run]) -> None:
        """Add the single words that are the surname or the first name of a person found."""
        if not self.persons or not runs:
            return
        mentions = self.mentions[scan]
        taken: set[int] | None = None
        surnames, first_names = self._by_surname, self._by_first
        for start, end, text, _ in runs:
            if text in surnames or text in first_names:
                if taken is None:
                    taken = {mention.start for mention in mentions}
                if start not in taken:
                    person = self._of_word(text, None, False)
                    if person is not None:
                        mentions.append(_new(PersonMention, (start, end, start, person, "")))

    def people(self) -> People:
        for found in self.mentions:
            found.sort()
        return People(self.persons, self.mentions)

    def _new(self, name: str, candidate: _Candidate) -> int:
        self.persons.append(Person(name, candidate.gender, strength=candidate.strength))
        self._by_surname.setdefault(surname_of(name), []).append(len(self.persons) - 1)
        return len(self.persons) - 1

    def _mention(self, candidate: _Candidate, number: int) -> None:
        person = self.persons[number]
        scan, start, end, run_start, _, role, strength, gender = candidate
        if strength > person.strength:
            person.strength = strength
        if gender and person.gender is None:
            person.gender = gender
        if role and role.rstrip(".") not in HONORIFICS and role not in person.roles:
            person.roles.append(role)
        self.mentions[scan].append(_new(PersonMention, (start, end, run_start, number, role)))

    def _of_word(self, word: str, gender: str | None, titled: bool) -> int | None:
        """The person that a single name must mean, by surname, else by first name; None where nobody has it."""
        numbers = self._by_surname.get(word)
        if numbers:
            if gender and len(numbers) > 1:
                numbers = [n for n in numbers if self.persons[n].gender in (None, gender)] or numbers
            return numbers[0]
        numbers = self._by_first.get(word)
        if numbers and len(numbers) == 1 and not titled and word in FIRST_PERSONAL:
            return numbers[0]
        return None


def _judge(scan: Scan, number: int, run: Run) -> _Candidate | None:
    """Take the titles off a run and weigh what speaks for a person; strength 0 waits for a full name elsewhere."""
    start, end, text, _ = run
    parts = parts_of(text)
    if parts is None:
        return None
    offset, words, role, strength, gender, lead = parts
    if strength <= 0:
        strength, role, gender = _evidence(scan, start, end, words, strength == DOUBTFUL)
    if gender is None and len(words) > 1:
        gender = gender_of(words[0])
    return _new(_Candidate, (number, start + offset, end, start + lead, words, role, strength, gender))


def _evidence(
    scan: Scan, start: int, end: int, words: tuple[str, ...], doubtful: bool
) -> tuple[int, str, str | None]:
    """What around or in an untitled run speaks for a person: strength, office, gender.

    ``doubtful`` tells that the name may as well be a place's, so that its first word proves nothing.
    """
    flat = scan.flat
    first = words[0]
    strength = 0
    if not doubtful and (first in FIRST_PERSONAL or "-" in first):
        strength = (WEAK if first in AMBIGUOUS else STRONG) if is_first_name(first) else 0
    before = ""
    if flat[start - 2 : start - 1].islower():
        before = scan.word_before(start)
        if before in ROLE_NOUNS:
            return STRONG, before, gender_of_noun(before)
    if strength < STRONG:
        if flat.startswith(", ", end) and (_AGE_AFTER.match(flat, end) or _is_apposed(flat, end)):
            return STRONG, "", None
        if _AGE_AFTER.match(flat, end):
            return STRONG, "", None
        if _SPEECH_AFTER.match(flat, end):
            return WEAK, "", None
        if before in _SPEECH_BEFORE and scan.word_after(end) not in ROLE_NOUNS:
            return WEAK, "", None
    return strength, "", None


def _is_apposed(flat: str, end: int) -> bool:
    """Does an office follow a name: "Ioanna Petrou, a lawyer for"?"""
    match = _OFFICE_AFTER.match(flat, end)
    return match is not None and any(is_role(word) for word in (match[1] or match[2]).split(" "))


def _named_otherwise(scan: Scan, number: int, runs: list[Run]) -> list[_Candidate]:
    """Single capitalised words that something beside them makes a person: "spokesman Moss", "Moss, 42,"."""
    flat = scan.flat
    found = []
    for start, end, text, _ in runs:
        mark = flat[start - 2 : start - 1]
        if mark in _NICKNAME_ENDS and mark:
            nickname = _NICKNAME.search(flat, max(0, start - 40), start)
            if nickname is not None and is_first_name(nickname[1]):
                first, begin = nickname[1], nickname.start()
                found.append(
                    _Candidate(number, begin, end, begin, (first, text), "", STRONG, gender_of(first))
                )
                continue
        if flat.startswith(", ", end) and flat[end + 2 : end + 3].isdigit() and _AGE_AFTER.match(flat, end):
            if text not in TITLES and text not in _MONTHS:
                found.append(_Candidate(number, start, end, start, (text,), "", WEAK, None))
            continue
        if not mark.islower():
            continue
        word = flat[flat.rfind(" ", start - 26 if start > 26 else 0, start - 1) + 1 : start - 1]
        if word not in ROLE_NOUNS and word.isalnum():
            continue  # nearly all: a plain word
        before = scan.word_before(start)
        if before not in ROLE_NOUNS or before == "official" or text in TITLES or text in NOT_FIRST:
            continue
        if text not in ORGANISATION_WORDS and not text.isupper():
            candidate = _Candidate(number, start, end, start, (text,), before, WEAK, gender_of_noun(before))
            found.append(candidate)
    return found


def _same_person(
    words: tuple[str, ...], by_surname: dict[str, list[int]], persons: list[Person]
) -> int | None:
    """A person known under a longer or shorter form: "John F. Kennedy" and "John Kennedy", never two first names."""
    for number in by_surname.get(surname_of(" ".join(words)), ()):
        known = persons[number].name.split(" ")
        same_first = known[0] == words[0] and (set(known) <= set(words) or set(words) <= set(known))
        if same_first or _is_whole_surname(words, known) or _is_whole_surname(known, words):
            if len(words) > len(known):
                persons[number].name = " ".join(words)
            return number
    return None


def _is_whole_surname(words: Sequence[str], full: Sequence[str]) -> bool:
    """Are these the words that a full name ends with: "Perez de Cuellar", "Von der Leyen" of "Ursula von der Leyen"?"""
    length = len(words)
    if not 1 < length < len(full):
        return False
    surname = full[-length:]
    return surname[0].lower() == words[0].lower() and list(surname[1:]) == list(words[1:])
