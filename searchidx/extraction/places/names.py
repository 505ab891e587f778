"""The names of places inside one run of capitalised words, by the gazetteer alone."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log10
from typing import NamedTuple

from searchidx.extraction.first_names import is_first_name
from searchidx.extraction.places.words import (
    AUTHORITIES,
    DIVISION_WORDS,
    FEATURE_FIRST,
    FEATURE_WORDS,
    GENERIC,
    INSTITUTION_WORDS,
    MUNICIPAL,
    ORDINARY,
    PROPER,
    SURNAMES,
    TEAM_WORDS,
    VAGUE_FEATURES,
)
from searchidx.extraction.roles import SURNAMES_TOO, TITLES
from searchidx.gazetteer import Candidate, name_key, open_gazetteer
from searchidx.gazetteer.own import OwnPlaces

LONGEST_NAME = 6
_TOWNSHIP = "Township"
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater Downtown Metro Inner Outer "
    "Northeast Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern Upstate Mid "
    "Mainland Suburban".split()
)
# The weight of kinds whose places are known by name all over the world, whatever their population.
_KNOWN_KINDS = {"country": 3.2, "continent": 3.2, "area": 2.4, "water": 2.2, "mountain": 2.2, "island": 2.2}
_PARTS_OF_NAMES = _DIRECTIONS | DIVISION_WORDS
# The prior, before what doubts it, of a city of 100,000 with a name of two words.
_GENERIC_CITY = 2.2
_ROUTES = frozenset("Expressway Highway Road Motorway Freeway Turnpike Canal Bypass".split())
_OF_CITIES = tuple([word] for word in "Council Hall Police Manager Attorney Commission Schools Clerk".split())
# What counties run under their name.
_OF_COUNTIES = frozenset("Jail Prison Airport Stadium Arena Park Fairgrounds".split())
_WORD = re.compile(r"[^ -]+")


_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much


class Name(NamedTuple):
    """A name inside a run: ``run.text[start:end]``.

    ``kind`` is "place", "demonym" or "feature" (a street, a river, an airport that no gazetteer knows);
    ``prior`` says how surely it is a place when nothing else is known, in the units of `evidence`;
    ``head`` and ``tail`` are the words of the run before and behind it; ``division``: a word such as "County" or
    "Province" is the last of the name, so that a region is meant and no city; ``doubt``: what else the name may be,
    "word" ("Reading"), "person" ("Jackson", "Austin"), "other" ("March", "Ford") or "".
    """

    start: int
    end: int
    key: str
    kind: str
    candidates: tuple[Candidate, ...]
    prior: float
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    division: bool = False
    doubt: str = ""

    @property
    def team(self) -> bool:
        """Is this a team that plays under the name of its town?"""
        return bool(self.tail) and self.tail[-1] in TEAM_WORDS and len(self.tail) < 3


# Words of a run that are kept before and after a name: more than any name has, and few where a text is all capitals.
_NEAR = 50


def names_in(text: str, own: OwnPlaces | None = None) -> tuple[Name, ...]:
    """The names in a run of capitalised words, longest first, none overlapping another; () for nearly all runs.

    ``own`` has the user's own names.
    """
    if "-" not in text and own is None:
        if " " not in text:
            known = _known_word(text)
            if known is None:
                return ()
            key, kind, candidates, prior, doubt = known
            only = _new(Name, (0, len(text), key, kind, candidates, prior, (), (), False, doubt))
            return (only,) if _could_pass(only) else ()
        words = text.split(" ")
        if not _may_join(words):
            if not any(map(_known_word, words)):
                feature = _feature(text, words)
                return (feature,) if feature is not None else ()
            if _PARTS_OF_NAMES.isdisjoint(words):
                return _with_feature(text, words, _known_alone(words))
    return _with_feature(text, text.split(" "), _longest_names(text, own))


def _longest_names(text: str, own: OwnPlaces | None) -> list[Name]:
    run = _Run(text, own)
    found: list[Name] = []
    first = 0
    words, keys = run.words, run.keys
    count = len(words)
    while first < count:
        if (
            own is None
            and _known_word(words[first]) is None
            and words[first] not in _DIRECTIONS
            and (first + 1 == count or not _may_start(keys[first], keys[first + 1]))
        ):
            first += 1
            continue
        last, name = run.longest(first)
        if name is not None and _could_pass(name):
            found.append(name)
        first = last
    return found


def _with_feature(text: str, words: list[str], found: list[Name]) -> tuple[Name, ...]:
    """The names found, and before those in it the street or river that the whole run is."""
    feature = _feature(text, words)
    if feature is not None and found and _is_county(found[0]) and words[-1] in _OF_COUNTIES:
        return tuple(found)  # "Clay County Jail"
    if feature is not None and len(found) > 1 and "-" in text and words[-1] in _ROUTES:
        # "Lagos-Ibadan Expressway" names both ends.
        return tuple(
            [name._replace(head=(), tail=(), prior=max(name.prior, 3.0), doubt="") for name in found]
        )
    if feature is not None and not any(n.start == feature.start and n.end >= feature.end for n in found):
        found = [n for n in found if n.end <= feature.start]
        found.append(feature)
    return tuple(found)


def _is_county(name: Name) -> bool:
    return name.division or name.key.endswith(" county")


@lru_cache(maxsize=50_000)
def is_only_a_person(text: str) -> bool:
    """Is a person's name of two words or more surely no place's as well, as "Abu Dhabi" would be?"""
    words = text.split(" ")
    if len(words) < 2 or words[-1] in DIVISION_WORDS or words[-1] in AUTHORITIES:
        return False
    return not _may_start(_word_key(words[0]), _word_key(words[1]))


def _known_alone(words: list[str]) -> list[Name]:
    """The names of one word each, in a run where no two words start one."""
    found = []
    start = 0
    for number, word in enumerate(words):
        known = _known_word(word)
        end = start + len(word)
        if known is not None:
            key, kind, candidates, prior, doubt = known
            head, tail = (
                tuple(words[max(0, number - _NEAR) : number]),
                tuple(words[number + 1 : number + 1 + _NEAR]),
            )
            name: Name = _new(Name, (start, end, key, kind, candidates, prior, head, tail, False, doubt))
            if _could_pass(name):
                found.append(name)
        start = end + 1
    return found


def may_go_on(text: str) -> bool:
    """Can a name start with this run and go on in the next one, over "of", "and" or the like?"""
    if " " not in text or "-" in text:
        return True
    first, second = text.split(" ", 2)[:2]
    return _may_start(_word_key(first), _word_key(second))


def _may_join(words: list[str]) -> bool:
    """Can two words in a row start a name, when none of them is one by itself?"""
    before = ""
    for word in words:
        key = _word_key(word)
        if before and _may_start(before, key):
            return True
        before = key
    return False


@lru_cache(maxsize=20_000)
def _may_start(first: str, second: str) -> bool:
    """Can a name start with two words of these keys?"""
    return open_gazetteer().may_start(f"{first} {second}")


def _could_pass(name: Name) -> bool:
    """Can any words around it make this name a place? If not, it need not be weighed each time that it comes."""
    if name.kind != "place" or name.division:
        return True
    if name.doubt == "other" and name.prior < -1.9:
        return False
    if not name.tail and not name.head:
        return True
    if (
        name.tail
        and name.doubt == "person"
        and name.prior < 1.5
        and (name.head or name.tail[0] not in MUNICIPAL)
    ):
        return len(name.tail) == 1 and not name.head  # "Paris Hilton" tells of a first name
    if name.tail and name.tail[-1] in TEAM_WORDS:
        return name.prior >= 0.5
    return name.prior >= 0.5 or not INSTITUTION_WORDS.isdisjoint(name.tail + name.head)


def abbreviation(text: str) -> tuple[Candidate, ...]:
    """The places of an abbreviation written with a full stop behind it: "Calif.", "Wash."."""
    return open_gazetteer().lookup_exact(text) if len(text) <= 8 else ()


@lru_cache(maxsize=100_000)
def _word_key(word: str) -> str:
    return name_key(word)


class _Run:
    """The words of one run, and the names that they make."""

    __slots__ = ("keys", "own", "spans", "text", "words")

    def __init__(self, text: str, own: OwnPlaces | None = None) -> None:
        self.own = own
        self.text = text
        self.spans: list[tuple[int, int]] = []
        add = self.spans.append
        if "-" in text or "  " in text:
            self.spans = [match.span() for match in _WORD.finditer(text)]
            self.words = [text[start:end] for start, end in self.spans]
        else:
            self.words = text.split(" ")
            start = 0
            for word in self.words:
                end = start + len(word)
                add((start, end))
                start = end + 1
        self.keys = list(map(_word_key, self.words))

    def longest(self, first: int) -> tuple[int, Name | None]:
        """The longest name that starts with a word, and the word to go on with."""
        keys = self.keys
        count = len(keys)
        if first + 1 < count:
            words = self.words
            directed = words[first] in _DIRECTIONS
            # No name has three, and a row of thousands must not be looked into that deep.
            if directed and first + 3 <= count and _DIRECTIONS.issuperset(words[first + 1 : first + 3]):
                return first + 1, None
            if directed and self.words[first + 1] in _DIRECTIONS:
                last, name = self._directed(first)
                if name is not None:
                    return last, name
            if self.own is not None or _may_start(keys[first], keys[first + 1]):
                for last in range(min(count, first + LONGEST_NAME), first + 1, -1):
                    name = self.look_up(first, last)
                    if name is not None and not (last == first + 2 and self._has_a_council(first)):
                        return self._with_division(first, last, name)
            if directed:
                last, name = self._directed(first)
                if name is not None:
                    return last, name
        if self.own is None and _known_word(self.words[first]) is None:
            return first + 1, None
        name = self.look_up(first, first + 1)
        return (first + 1, None) if name is None else self._with_division(first, first + 1, name)

    def _directed(self, first: int) -> tuple[int, Name | None]:
        """ "South West England", "Greater Boston": the direction belongs to the name, the place is the one named."""
        last, name = self.longest(first + 1)
        if name is not None and name.kind == "feature" and name.key.endswith(" township"):
            return last, self._township(first, last - 1)  # "East Union Township"
        if name is None or name.kind != "place" or name.prior < 1.2:
            return first + 1, None
        key = f"{self.keys[first]} {name.key}"
        head = tuple(self.words[max(0, first - _NEAR) : first])
        return last, name._replace(start=self.spans[first][0], key=key, head=head, doubt="")

    def _has_a_council(self, first: int) -> bool:
        """Is this "Hamilton City Council", of Hamilton, and not of a smaller Hamilton City?"""
        if self.words[first + 1] != "City" or self.words[first + 2 : first + 3] not in _OF_CITIES:
            return False
        gazetteer = open_gazetteer()
        alone = [c.number for c in gazetteer.lookup_key(self.keys[first]) if not c.alternate]
        both = [
            c.number for c in gazetteer.lookup_key(" ".join(self.keys[first : first + 2])) if not c.alternate
        ]
        most = max((gazetteer.people[n] for n in alone if gazetteer.kind(n) == "city"), default=0)
        return most > max((gazetteer.people[n] for n in both if gazetteer.kind(n) == "city"), default=0)

    def _township(self, first: int, last: int) -> Name:
        start, end = self.spans[first][0], self.spans[last][1]
        key = " ".join(self.keys[first : last + 1])
        head, tail = (
            tuple(self.words[max(0, first - _NEAR) : first]),
            tuple(self.words[last + 1 : last + 1 + _NEAR]),
        )
        return Name(start, end, key, "feature", (), 1.6, head, tail)

    def _with_division(self, first: int, last: int, name: Name) -> tuple[int, Name]:
        """The same name with a word such as "Province" behind it, which makes it that of a region."""
        words = self.words
        if (
            last < len(words)
            and words[last] == _TOWNSHIP
            and name.kind == "place"
            and self.text[name.end] == " "
        ):
            # Hardly one is in the gazetteer, and a town of its name is mostly that of another state.
            return last + 1, self._township(first, last)
        if (
            name.kind != "place"
            or last >= len(words)
            or words[last] not in DIVISION_WORDS
            or self.text[name.end] != " "
            or _is_institution(words[last + 1 : last + 1 + _NEAR])
            or (words[last] == "State" and _names_a_university(name))
        ):
            return last, name
        end = self.spans[last][1]
        return last + 1, name._replace(
            end=end,
            key=f"{name.key} {self.keys[last]}",
            prior=max(name.prior, 0.0) + 1.5,
            tail=name.tail[1:],
            division=True,
            doubt="",
        )

    def look_up(self, first: int, last: int) -> Name | None:
        """The name that the words from ``first`` to before ``last`` make, if they make one."""
        start, end = self.spans[first][0], self.spans[last - 1][1]
        text = self.text
        if last == first + 1:
            known = _known_word(self.words[first])
        else:
            known = _known(text[start:end], " ".join(self.keys[first:last]))
        if self.own is not None:
            known = _own_name(" ".join(self.keys[first:last]), known, self.own)
        if known is None:
            return None
        key, kind, candidates, prior, doubt = known
        # Half of a hyphenated word is a name only if it could be nothing else: "Kharkiv-Belgorod", not "Jean-Pierre".
        if (
            prior < 2.0
            and kind == "place"
            and self.words[-1] not in _ROUTES
            and ((start and text[start - 1] == "-") or text[end : end + 1] == "-")
        ):
            return None
        head = tuple(self.words[max(0, first - _NEAR) : first]) if start and text[start - 1] == " " else ()
        tail = tuple(self.words[last : last + _NEAR]) if text[end : end + 1] == " " else ()
        return _new(Name, (start, end, key, kind, candidates, prior, head, tail, False, doubt))


_Known = tuple[str, str, tuple[Candidate, ...], float, str]


@lru_cache(maxsize=200_000)
def _known_word(word: str) -> _Known | None:
    return _known(word, _word_key(word))


def _known(part: str, key: str) -> _Known | None:
    """What the gazetteer has under a name: key, kind, candidates, prior and doubt."""
    if len(part) < 2:
        return None
    gazetteer = open_gazetteer()
    if len(part) <= 8 and ("." in part or part.isupper()):
        candidates = gazetteer.lookup_exact(part)
        if candidates:
            postal = len(part) == 2 and gazetteer.kind(candidates[0].number) == "region"
            return key, "place", candidates, 0.3 if postal else 3.0, ""
    if len(part) < 3 or not key:
        return None
    candidates = gazetteer.lookup_demonym_key(key)
    if candidates:
        return key, "demonym", candidates, 2.0, ""
    candidates = gazetteer.lookup_key(key)
    if not candidates:
        return None
    return key, "place", candidates, prior_of(key, candidates), doubt_of(key)


def _own_name(key: str, known: _Known | None, own: OwnPlaces) -> _Known | None:
    """What the user says of a name, who is believed before the gazetteer; else what is known anyway."""
    if key in own.places:
        doubt = doubt_of(key)
        return key, "place", (), 2.0 if doubt else 3.0, doubt
    row = own.meant.get(key)
    if row is None:
        return known
    if known is None or known[1] != "place":
        return key, "place", (Candidate(row, False),), 2.0, doubt_of(key)
    others = tuple(candidate for candidate in known[2] if candidate.number != row)
    return key, "place", (Candidate(row, False), *others), known[3] + 1.0, known[4]


def _is_institution(words: list[str]) -> bool:
    """Do these words go on with an institution: "Kansas State" + "University"?"""
    return not INSTITUTION_WORDS.isdisjoint(words)


def _names_a_university(name: Name) -> bool:
    """ "Illinois State", "Michigan State" play; "New York State" and "Washington State" have laws as well."""
    gazetteer = open_gazetteer()
    row = name.candidates[0].number
    states = gazetteer.kind(row) == "region" and gazetteer.country(row) == "US"
    return states and name.key not in {"new york", "washington"}


_SURNAMES_TOO = SURNAMES_TOO | {"Marsh", "Moor", "Dale", "Camp", "Cape", "Heights"}
_NO_FEATURE = FEATURE_WORDS | INSTITUTION_WORDS | GENERIC


def _feature(text: str, words: list[str]) -> Name | None:
    """A street, river, airport or the like, by the word that says so; None if the words name nothing of the kind."""
    if len(words) < 2 or len(words) > 5 or text.isupper():
        return None
    if words[-1] not in FEATURE_WORDS:
        if words[0] in FEATURE_FIRST and len(words) == 2 and words[1] not in INSTITUTION_WORDS:
            return Name(0, len(text), name_key(text), "feature", (), 1.6)
        return None
    if _NO_FEATURE.issuperset(words):
        return None
    if len(words) > 2 and words[-1] in _SURNAMES_TOO and not TITLES.isdisjoint(words[:-1]):
        return None  # "Texas Governor Ann Marsh"
    if words[-1] in DIVISION_WORDS and not INSTITUTION_WORDS.isdisjoint(words[:-1]):
        return None
    prior = 0.4 if words[-1] in VAGUE_FEATURES else 1.6
    return Name(0, len(text), name_key(text), "feature", (), prior)


def prior_of(key: str, candidates: tuple[Candidate, ...]) -> float:
    """How surely a name is that of a place when nothing else is known: 0 for a village, 3 for a country."""
    gazetteer = open_gazetteer()
    best = -9.0
    for candidate in candidates[:8]:
        if best >= 3.2:
            break  # the most that a kind or a population gives
        people = gazetteer.people[candidate.number]
        kind = gazetteer.kind(candidate.number)
        worth = _KNOWN_KINDS.get(kind)
        if worth is None:
            worth = max(0.0, (log10(people + 1) - 3.6) * 0.9)
            if kind == "region":
                known = people > 3_000_000 or gazetteer.country(candidate.number) in {"US", "GB", "CA", "AU"}
                worth = 2.4 if known else 1.5 if people > 300_000 or not people else 1.0
            elif kind == "county":
                british = gazetteer.country(candidate.number) in {"GB", "IE"}
                worth = 2.0 if british and not 0 < people < 200_000 else min(worth, 1.2)
        if candidate.alternate:
            worth -= 0.3 if people > 1_000_000 else 0.7 if " " in key else 1.0
        worth = min(worth, 3.2)
        if worth > best:
            best = worth
    if " " in key:
        best += 1.0
        if best < 3.0 and GENERIC.issuperset(key.title().split()) and not key.endswith(" county"):
            # "Green Bay" and "High Point" are cities, "North Shore" is one among many.
            best -= (
                1.2 if best >= _GENERIC_CITY and not _DIRECTIONS.intersection(key.title().split()) else 3.0
            )
    else:
        doubt = doubt_of(key)
        # "Virginia" is more often the state, "Jordan" the country; what is a person `people` knows.
        best -= 0.6 if doubt == "person" and best >= 1.8 else _DOUBT[doubt]
        if len(key) <= 3:
            best -= 1.0
    return best


_DOUBT = {"": 0.0, "word": 1.5, "person": 1.6, "other": 3.5}


def doubt_of(key: str) -> str:
    """What else than a place a name may be."""
    if " " in key:
        return ""
    if key in PROPER or key.title() in GENERIC:
        return "other"
    if key in ORDINARY:
        return "word"
    return "person" if key in SURNAMES or is_first_name(key.title()) else ""
