"""What around a name speaks for or against a place, as a number and the rule that gave most of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from searchidx.extraction.places.words import (
    AREA_NOUNS,
    DIRECTIONAL,
    FOLK,
    HITTING,
    LOCAL_NOUNS,
    LOCATIVE,
    MOVING,
    PLACE_NOUNS,
    REGION_NOUNS,
    SPEECH,
    TEAM_VERBS,
    TEAMS_VERBS,
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


NOTHING = Evidence(0.0, "", False)
_OF = Evidence(0.6, "preposition", False)
_IN_THE = Evidence(0.8, "preposition", False)
_MOVING = Evidence(1.2, "preposition", False)
# The same weight, but of a place for sure where the name is that of a town and nothing else: "drove to Lyons".
GOING = Evidence(1.2, "preposition", False)
_HITTING = Evidence(0.8, "preposition", False)
_AT = Evidence(1.6, "preposition", True)
_KIND = Evidence(2.2, "kind of place", True)
_PERSON = Evidence(1.9, "a person of", False)
_PERHAPS_PERSON = Evidence(1.2, "a person of", False)
_AROUND = Evidence(2.4, "of", True)
_NAMED = {noun: Evidence(3.0, f"{noun} of", True) for noun in PLACE_NOUNS}
_COMPOUND = Evidence(2.2, "compound", True)
_A_KIND = Evidence(2.4, "a kind of place", True)
_WHERE = Evidence(1.8, "where", True)
_BESIDE = Evidence(2.2, "beside a place", True)
_OWNER = Evidence(1.8, "possessive", True)
_SOMEBODY = Evidence(-3.0, "somebody", False)
# "Washington, who was 34, played", "Lee, who is 27"
_AGED = re.compile(
    r", who (?:is|was|turned|turns|would have been) (?:now |then |only |just |aged )?\d\d?\b(?! (?:km|mil|per))"
)
_AIR_BASE = re.compile(r" air (?:force )?(?:base|field|station)s?\b")

# "X, 20 km south-east of Dresden", "X, just north of Sevastopol"
_BESIDE_PLACE = re.compile(
    r", (?:(?:about|some|around|just|roughly|nearly|almost|over|more than) )?"
    r"(?:[\d.,]+ ?(?:km|kms|kilomet(?:re|er)s|miles|mi) )?"
    r"(?:(?:to the )?(?:north|south|east|west)(?:-?(?:north|south)?-?(?:east|west))? of|outside|from) [A-Z]"
)
# "Georgia Gov. Anna Lee", "Punjab's former governor", "the legislature of Ohio", "Gov. Anna Lee of New York"
_GOVERNING = frozenset("Gov Governor Lt Lieutenant Legislature Statehouse".split())
_GOVERNED = re.compile(
    r"(?:['’]s)? (?:(?:acting|former|new|next|lieutenant|Lt\.|deputy) |then-)?"
    r"(?:Gov\b|[Gg]overnor(?:ship)?\b|[Ll]egislature\b|[Ll]egislators?\b|statehouse\b)"
)
_GOVERNED_BEFORE = re.compile(
    r"(?:(?<!\b[Bb]ank )\b(?:[Gg]overnors?(?:ship)?|[Ll]egislatures?)|\bGov\.(?: [A-Z][\w.'’-]*){1,4})"
    r" of (?:the state of )?$"
)
_MEASURING = frozenset(
    """
    north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    about some around just roughly nearly almost over more outside
    """.split()
)
# What armies do to a town.
_BESIEGING = frozenset(
    """
    shelled shelling bombed bombing bombarded bombarding besieged besieging captured recaptured retook seized overran
    stormed liberated evacuated encircled surrounded pounded pounding
    """.split()
)
_BOUND = Evidence(2.4, "preposition", True)
_LEAVING = frozenset("bound headed heading left leaving leave departed departing sailed destined".split())
_TRAVELLING = frozenset(
    """
    run runs travel travels travelled traveled travelling traveling drove drive drives driving driven flew
    fly flown flying moved move moving came comes come went go goes going gone walked fled flee return
    returned returning returns road roads route routes way trip trips bus buses train trains flight flights
    ride rode headed sent taken rushed brought transferred led airlifted extradited deployed march marched
    spread relocate relocated leave leaves departed departs
    """.split()
)
# "a home in X", "was arrested in X": what lies and happens in a place that no gazetteer may have.
_IN_A_PLACE = frozenset(
    """
    home homes house houses apartment flat farm village shop shops store stores factory plant warehouse
    school hospital prison jail church mosque checkpoint station camp headquarters residents villagers police protesters
    killed found arrested died living lives lived live born raised based located injured wounded fighting shot
    shelling clashes troops soldiers forces positions buildings attack explosion blast fire crash accident
    ambush buried held jailed detained hiding destroyed parked stranded landed settled resident bungalow
    cottage
    """.split()
)
_ON_WATER = frozenset(
    "ship ships vessel vessels boat boats tanker tankers sea coast waters oil capsized sank aground anchored sailed "
    "miles kilometres kilometers km island islands just far drilling out".split()
)
# "Cass and Clay counties", "Lagos, Ogun and Oyo states"
_DIVISION_NOUNS = (
    "states provinces counties districts regions governorates prefectures oblasts parishes townships rivers"
).split()
_ALL_DIVISIONS = re.compile(
    rf"(?:, [A-Z][\w'’.-]*(?: [A-Z][\w'’-]*)?){{0,8}},? (?:and|or) [A-Z][\w'’.-]*(?: [A-Z][\w'’-]*)? "
    rf"({'|'.join(_DIVISION_NOUNS)})\b"
)
_FULL_NAMES = {"county": "county", "counties": "county", "parish": "parish", "parishes": "parish"}
_FULL_NAMES |= {"river": "river", "rivers": "river"}
# In a report of games alone.
PLAYS, PLAY = Evidence(1.8, "plays", False), Evidence(2.2, "plays", False)
# A person or a team; see `find`.
SCORED = Evidence(-2.0, "speech verb", False)
_HOMETOWN = Evidence(2.2, "a person of", True)
_REGION = Evidence(2.4, "region word", True)
_LOCAL = Evidence(2.4, "kind of place", True)
_PLAYED = frozenset("drew won rallied".split())
# "Sen. Ann Lee, D-Lyons, said"
_ELECTED = Evidence(2.4, "a person of", True)
_PARTIES = frozenset(f"{mark}{party}" for mark in (", ", " (", "\n(") for party in "RDI")
_ARTICLES = frozenset(("the", "its", "a", "their", "his", "her"))
_OF_PLACES = frozenset("outside north south east west outskirts residents resident mayor out native".split())
_COMPOUNDS = frozenset("based born area bound occupied controlled backed led wide made".split())
_OWNED = AREA_NOUNS | frozenset("capital government president parliament people mayor".split())

# The word right before a name; None where the word before that decides.
_BEFORE: dict[str, Evidence | None] = dict.fromkeys(MOVING, _MOVING)
_BEFORE.update(dict.fromkeys(HITTING, _HITTING))
_BEFORE["between"] = GOING
_BEFORE.update(dict.fromkeys(_BESIEGING, GOING))
_BEFORE.update(dict.fromkeys(PLACE_NOUNS - {"community", "state"}, _KIND))
_BEFORE.update({word: Evidence(2.2, "direction", True) for word in DIRECTIONAL})
_BEFORE.update(dict.fromkeys(LOCATIVE, _AT))
_BEFORE.update({"in": Evidence(2.2, "preposition", True)})
_BEFORE.update({word: Evidence(2.5, "preposition", True) for word in ("near", "outside")})
_BEFORE["around"] = Evidence(1.7, "preposition", True)
_BEFORE.update({f"{word}:": _KIND for word in PLACE_NOUNS})
_BEFORE.update({f"{word},": None for word in PLACE_NOUNS})
_BEFORE.update(dict.fromkeys((TEAM_VERBS | TEAMS_VERBS) - set(_BEFORE), PLAYS))
_BEFORE.update(dict.fromkeys(("the", "of", "called", "named", "to", "for", "off", "from")))
_BEFORE.update({word.capitalize(): evidence for word, evidence in list(_BEFORE.items())})

# The word right behind a name.
_AFTER = {word: Evidence(1.6, "local noun", False) for word in LOCAL_NOUNS}
_BASE = _AFTER["base"]
_AFTER.update({word: Evidence(-2.0, "speech verb", False) for word in SPEECH})
_AFTER["scored"] = SCORED
_AFTER.update(dict.fromkeys(TEAM_VERBS | _PLAYED, PLAYS))
_AFTER.update(dict.fromkeys(TEAMS_VERBS, PLAY))
_AFTER.update({word: Evidence(-2.5, "disease", False) for word in ("virus", "fever", "disease", "syndrome")})
_AFTER.update(dict.fromkeys(AREA_NOUNS, _LOCAL))
_AFTER.update(dict.fromkeys(REGION_NOUNS, _REGION))


def before_name(flat: str, start: int) -> Evidence:
    """What the words before a name say: "in X", "northern X", "the village of X", "Anna Lee, 39, of X"."""
    if not start or flat[start - 1] != " ":
        return _ELECTED if is_elected(flat, start) else NOTHING
    # Unless a paragraph starts with it, the word before the name stands behind a space.
    space = flat.rfind(" ", start - 30 if start > 30 else 0, start - 1)
    word = flat[space + 1 : start - 1].lstrip("\"'“‘(—–\n")
    evidence = _BEFORE.get(word, NOTHING)
    return (
        evidence
        if evidence is not None
        else _by_two_words(flat[max(0, space - 40) : max(0, space)], word.lower())
    )


def is_elected(flat: str, start: int) -> bool:
    """Does a party's letter stand before a name: "Ann Lee, D-Lyons", "(R-Ala.)"?"""
    return flat[start - 1 : start] == "-" and flat[max(0, start - 4) : start - 1] in _PARTIES


def is_in_a_place(flat: str, start: int) -> bool:
    """Does "in" stand before a name, and before that what only a place is the place of: "was arrested in X"?"""
    if not flat.endswith(" in ", 0, start):
        return False
    space = flat.rfind(" ", max(0, start - 20), start - 4)
    return flat[space + 1 : start - 4].lower() in _IN_A_PLACE


def _by_two_words(window: str, word: str) -> Evidence:
    """What a word before a name says together with the words before it."""
    words = window.split()
    if not words:
        return _MOVING if word == "from" else NOTHING
    before = words[-1].lower().strip(_STRIPPED)
    if word == "the":
        return _IN_THE if before in LOCATIVE else NOTHING
    if word == "from":
        if words[-1][-1] == "," or before in FOLK:
            return _HOMETOWN
        return GOING if before in _TRAVELLING else _MOVING
    if word == "to":
        if before in _TRAVELLING:
            return GOING
        return NOTHING if before == "according" else _MOVING
    if word == "for":
        return _BOUND if before in _LEAVING else NOTHING
    if word == "off":
        return _MOVING if before in _ON_WATER else NOTHING
    if word[-1] == ",":  # "the capital, X"
        return _KIND if before in _ARTICLES else NOTHING
    if before in PLACE_NOUNS:
        return _NAMED[before]
    if word != "of":
        return NOTHING
    if words[-1][-1] == ",":
        return _PERSON
    if before in _OF_PLACES:
        return _AROUND
    if words[-1][0].isupper() and words[-1].isalpha() and len(words) > 1 and words[-2][0].isupper():
        return _PERHAPS_PERSON
    return _OF


def after_name(flat: str, end: int) -> Evidence:
    """What the words behind a name say: "X region", "X-based", "X, a town", "X said"."""
    mark = flat[end : end + 1]
    if mark == " ":
        stop = flat.find(" ", end + 1, end + 20)
        word = flat[end + 1 : stop if stop > 0 else end + 20]
        if word == "and" or word == "or":
            return _REGION if names_divisions(flat) and _ALL_DIVISIONS.match(flat, end) else NOTHING
        if word == "air":
            return _BASE if _AIR_BASE.match(flat, end) else NOTHING
        if not word.isalpha():
            word = word.split("\n", 1)[0].rstrip(".,;:\"'”’)")
        return _AFTER.get(word, NOTHING)
    if mark == "-":
        return _COMPOUND if word_at(flat, end + 1) in _COMPOUNDS else NOTHING
    if mark == ",":
        word = word_at(flat, end + 2)
        if names_divisions(flat) and word[:1].isupper() and _ALL_DIVISIONS.match(flat, end):
            return _REGION
        if word in {"where", "in"}:
            return _WHERE
        if word == "who":
            return _SOMEBODY if _AGED.match(flat, end) else NOTHING
        if word in _MEASURING or word[:1].isdigit():
            return _BESIDE if _BESIDE_PLACE.match(flat, end) else NOTHING
        if word in {"a", "an", "the"}:
            nouns = {noun.rstrip(".,;:") for noun in flat[end + 2 : end + 36].split(" ")[1:3]}
            return NOTHING if nouns.isdisjoint(PLACE_NOUNS) else _A_KIND
        return NOTHING
    if mark and mark in "'’" and flat.startswith("s ", end + 1):
        return _OWNER if word_at(flat, end + 3) in _OWNED else NOTHING
    return NOTHING


@lru_cache(maxsize=2)
def names_divisions(flat: str) -> bool:
    """Does a text have a word such as "counties" at all? Few do, and each name before "and" asks."""
    for noun in _DIVISION_NOUNS:  # noqa: SIM110 - a third of the time of any()
        if noun in flat:
            return True
    return False


def is_governed(flat: str, start: int, end: int, tail: Sequence[str]) -> bool:
    """Does a name have a governor or a legislature, so that a state or province is meant?"""
    if tail:
        return tail[0].rstrip(".") in _GOVERNING
    if flat.startswith(" of ", start - 4) and _GOVERNED_BEFORE.search(flat, max(0, start - 50), start):
        return True
    return _GOVERNED.match(flat, end) is not None


def noun_behind(flat: str, end: int) -> str:
    """The noun that completes the name of a county or river: "county" behind "Clay" and "Cass" in "Cass and Clay
    counties"; "" for none.
    """
    word = word_at(flat, end + 1)
    if word not in _FULL_NAMES:
        match = _ALL_DIVISIONS.match(flat, end)
        word = match[1] if match else ""
    return _FULL_NAMES.get(word, "")


def word_at(flat: str, start: int) -> str:
    """The word that starts at a position, without punctuation behind it."""
    return flat[start : start + 20].split(" ", 1)[0].split("\n", 1)[0].rstrip(".,;:\"'”’)")
