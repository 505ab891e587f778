"""The names of places inside one run of capitalised words, by the gazetteer alone; kept for each distinct run."""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import NamedTuple

from searchidx.extraction.first_names import is_first_name
from searchidx.extraction.places.words import FEATURE_FIRST, FEATURE_WORDS, INSTITUTION_WORDS, ORDINARY
from searchidx.gazetteer import Candidate, name_key, open_gazetteer

LONGEST_NAME = 6
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater Downtown Metro Inner Outer "
    "Northeast Northwest Southeast Southwest Upstate Mid Old".split()
)
# The weight of kinds whose places are known by name all over the world, whatever their population.
_KNOWN_KINDS = {"country": 3.2, "continent": 3.2, "area": 2.4, "water": 2.2, "mountain": 2.2, "island": 2.2}


class Name(NamedTuple):
    """A name inside a run: ``run.text[start:end]``.

    ``kind`` is "place", "demonym" or "feature" (a street, a river, an airport that no gazetteer knows);
    ``prior`` says how surely it is a place when nothing else is known, in the units of `evidence`;
    ``head`` and ``tail`` are the words of the run before and behind it.
    """

    start: int
    end: int
    key: str
    kind: str
    candidates: tuple[Candidate, ...]
    prior: float
    head: tuple[str, ...]
    tail: tuple[str, ...]


@lru_cache(maxsize=100_000)
def names_in(text: str) -> tuple[Name, ...]:
    """The names in a run of capitalised words, longest first, none overlapping another; () for nearly all runs."""
    words = text.split(" ")
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    found: list[Name] = []
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + LONGEST_NAME), first, -1):
            part = text[starts[first] : starts[last] - 1]
            name = _look_up(part, words, first, last, starts[first])
            if name is not None:
                found.append(name)
                first = last
                break
        else:
            if len(words) == first + 1 or not found:
                found.extend(_in_hyphenated(words, first, starts[first]))
            first += 1
    feature = _feature(words, starts, text)
    if feature is not None and not any(n.start == feature.start and n.end == feature.end for n in found):
        found = [n for n in found if n.end <= feature.start]
        found.append(feature)
    return tuple(found)


@lru_cache(maxsize=20_000)
def abbreviation(text: str) -> tuple[Candidate, ...]:
    """The places of an abbreviation written with a full stop behind it: "Calif.", "Wash."."""
    return open_gazetteer().lookup_exact(text) if len(text) <= 8 else ()


def _look_up(part: str, words: list[str], first: int, last: int, start: int) -> Name | None:
    gazetteer = open_gazetteer()
    if last == first + 1 and len(part) == 1:
        return None
    exact = gazetteer.lookup_exact(part) if len(part) <= 8 else ()
    head, tail = tuple(words[:first]), tuple(words[last:])
    key = name_key(part)
    if exact:
        return Name(start, start + len(part), key, "place", exact, 3.0, head, tail)
    if not key or (len(part) < 3 and not part.isupper()):
        return None
    demonyms = gazetteer.lookup_demonym(part)
    if demonyms:
        return Name(start, start + len(part), key, "demonym", demonyms, 2.0, head, tail)
    if len(part) < 3:
        return None
    candidates = gazetteer.lookup_key(key)
    if not candidates and last > first + 1 and words[first] in _DIRECTIONS:
        candidates = gazetteer.lookup_key(name_key(" ".join(words[first + 1 : last])))
        if not candidates or prior_of(name_key(" ".join(words[first + 1 : last])), candidates) < 1.2:
            return None
    if not candidates:
        return None
    return Name(start, start + len(part), key, "place", candidates, prior_of(key, candidates), head, tail)


def _in_hyphenated(words: list[str], at: int, start: int) -> list[Name]:
    """The names in "Kharkiv-Belgorod" or "Franco-German", which are no name together."""
    word = words[at]
    if "-" not in word:
        return []
    parts = word.split("-")
    found = []
    for number, part in enumerate(parts):
        if len(part) > 1 and part[0].isupper():
            name = _look_up(part, parts, number, number + 1, start)
            if name is not None and name.prior >= 2.0:
                found.append(name._replace(head=(), tail=()))
        start += len(part) + 1
    return found


def _feature(words: list[str], starts: list[int], text: str) -> Name | None:
    """A street, river, airport or the like, by the word that says so; None if the words name nothing of the kind."""
    if len(words) < 2 or text.isupper():
        return None
    last = len(words)
    while last > 1 and words[last - 1] not in FEATURE_WORDS:
        last -= 1
    if last < 2:
        if words[0] in FEATURE_FIRST and len(words) == 2 and words[1] not in INSTITUTION_WORDS:
            return Name(0, len(text), name_key(text), "feature", (), 1.6, (), ())
        return None
    tail = words[last:]
    if tail:
        return None
    first = 0
    if all(word in FEATURE_WORDS or word in INSTITUTION_WORDS for word in words[:last]):
        return None
    end = starts[last] - 1
    part = text[starts[first] : end]
    prior = 1.6
    if words[last - 1] in {
        "City",
        "Way",
        "Pass",
        "Point",
        "Cape",
        "Base",
        "Camp",
        "Park",
        "Farm",
        "Sound",
        "Trail",
    }:
        prior = 0.4
    return Name(starts[first], end, name_key(part), "feature", (), prior, (), tuple(tail))


def prior_of(key: str, candidates: tuple[Candidate, ...]) -> float:
    """How surely a name is that of a place when nothing else is known: 0 for a village, 3 for a country."""
    gazetteer = open_gazetteer()
    best = -9.0
    for candidate in candidates[:8]:
        people = gazetteer.people[candidate.number]
        kind = gazetteer.kind(candidate.number)
        worth = _KNOWN_KINDS.get(kind)
        if worth is None:
            worth = max(-0.5, (log10(people + 1) - 4) * 0.9)
            if kind == "region":
                worth = (
                    2.4
                    if people > 3_000_000 or gazetteer.country(candidate.number) in {"US", "GB", "CA"}
                    else 1.5
                )
            elif kind == "county":
                worth = min(worth, 1.2)
        if candidate.alternate:
            worth -= 1.0
        best = max(best, min(worth, 3.2))
    if " " in key:
        best += 1.0
    elif key in ORDINARY:
        best -= 3.0
    elif is_first_name(key.title()):
        best -= 1.6
    elif len(key) <= 3:
        best -= 1.0
    return best
