"""What a run of capitalised words says by itself, wherever it stands: worked out once for each distinct run, and kept
from article to article.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from searchidx.extraction.places.marks import ODD_KEYS
from searchidx.extraction.places.names import Name, abbreviation, may_go_on, names_in
from searchidx.extraction.places.namesakes import DIVISIONS
from searchidx.extraction.places.rivers import river_of
from searchidx.extraction.places.unknown import could_be_unknown
from searchidx.extraction.places.words import (
    COMPANY_WORDS,
    GENERIC,
    INSTITUTION_WORDS,
    LOCAL_AUTHORITIES,
    MUNICIPAL,
    NEWSPAPERS,
    SURNAMES,
)
from searchidx.gazetteer import Candidate, open_gazetteer
from searchidx.gazetteer.own import OwnPlaces

_MEDICAL = ("Medical", "Center")
_KEPT_RUNS = 200_000
_DISEASES = frozenset("Virus Flu Fever Disease Syndrome Strain Influenza".split())
_TITLED = ("st ", "san ", "santa ", "queen ", "king ", "prince ")
_SAINTS = frozenset(("St.", "St ", "Sai"))


class KnownName(NamedTuple):
    """A name in a run, and what of its weight does not depend on the words around the run.

    ``start``, ``end`` and ``text`` are the name's in the run. ``certain``: a place (or a demonym) whatever stands
    around it; ``odd``: but for some marks beside it; ``added``: what the other words of the run say; ``shouted``: all
    in capitals, ``short`` if it may be an abbreviation of something else; ``saint``: its church or square may follow;
    ``rivers``: the river of this name, which it is behind "the"; ``divided``: a word such as "state" behind it makes it
    the region of its name, "Lagos"; ``governed``: so does a governor.
    """

    name: Name
    start: int
    end: int
    key: str
    text: str
    prior: float
    certain: bool
    odd: bool
    embedded: bool
    added: float
    shouted: bool
    short: bool
    saint: bool
    rivers: tuple[Candidate, ...]
    divided: bool
    governed: bool


class KnownRun(NamedTuple):
    """The names in a run, and what else it may turn out to be.

    ``abbreviation`` has the places that it means with a full stop behind it; ``joinable``: it may start a name that
    goes on in the next run; ``first_name``: "Paris" of "Paris Hilton"; ``unknown``: it may be a place that no gazetteer
    has, if the words around it say so.
    """

    names: tuple[KnownName, ...]
    abbreviation: tuple[Candidate, ...]
    joinable: bool
    first_name: str | None
    unknown: bool


_JOINED = KnownRun((), (), True, None, False)
_UNKNOWN = KnownRun((), (), False, None, True)
_JOINED_OR_UNKNOWN = KnownRun((), (), True, None, True)


class KnownRuns(dict[str, "KnownRun | None"]):
    """Runs by their text; None for one that can be no place and start none. ``own`` has the user's own names."""

    def __init__(self, own: OwnPlaces | None) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, text: str) -> KnownRun | None:
        if len(self) >= _KEPT_RUNS:
            self.clear()
        run = self[text] = _know(text, self._own)
        return run


@lru_cache(maxsize=4)
def known_runs(own: OwnPlaces | None) -> KnownRuns:
    """The runs known so far, for these places of the user's own."""
    return KnownRuns(own)


def _know(text: str, own: OwnPlaces | None) -> KnownRun | None:
    names = names_in(text, own)
    short = abbreviation(text + ".") if len(text) < 7 else ()
    joinable = bool(names) or own is not None or may_go_on(text)
    if not names:
        unknown = could_be_unknown(text)
        if short:
            return KnownRun((), short, joinable, None, unknown)
        return (_JOINED_OR_UNKNOWN if joinable else _UNKNOWN) if unknown else _JOINED if joinable else None
    first = names[0]
    first_name, unknown = None, False
    if first.prior < 3.0 and (first.head or first.tail):
        # "Paris Hilton": a city's name before a surname is a first name, here and in all the article.
        if len(first.tail) == 1 and not first.head and first.tail[0].lower() in SURNAMES:
            first_name = first.key.title()
        unknown = first.prior < 1.5 and could_be_unknown(text)
    return KnownRun(
        tuple([known_name(name, text[name.start : name.end]) for name in names]),
        short,
        joinable,
        first_name,
        unknown,
    )


def known_name(name: Name, text: str) -> KnownName:
    """What is known of a name by itself, written so."""
    start, end, key, kind, _, prior, head, tail, _, _ = name
    embedded = bool(tail or head)
    shouted = text.isupper()
    added = _weigh_embedding(name) if embedded and kind == "place" else 0.0
    certain = not embedded and (kind == "demonym" or prior >= 3.0)
    short = shouted and " " not in text and end - start <= 5 and prior < 3.0 and kind == "place"
    saint = text[:3] in _SAINTS
    odd = key in ODD_KEYS
    return KnownName(
        name,
        start,
        end,
        key,
        text,
        prior,
        certain,
        odd,
        embedded,
        added,
        shouted,
        short,
        saint,
        river_of(name),
        certain and kind == "place" and is_divided(name.candidates),
        kind == "place" and may_be_governed(name.candidates),
    )


def is_divided(candidates: tuple[Candidate, ...]) -> bool:
    """Is this the name of a city and of the region or district around it?"""
    kind = open_gazetteer().kind
    kinds = {kind(candidate.number) for candidate in candidates[:6]}
    return "country" not in kinds and "city" in kinds and not kinds.isdisjoint(DIVISIONS)


def may_be_governed(candidates: tuple[Candidate, ...]) -> bool:
    """Is this the name of a state or province, and of other places too: "Georgia", "New York", "Punjab"?"""
    kind = open_gazetteer().kind
    kinds = [kind(candidate.number) for candidate in candidates[:6]]
    return len(kinds) > 1 and "region" in kinds


def is_seat(name: Name) -> bool:
    """Is this the capital of a country, and no other word?"""
    if name.doubt or name.head or name.tail:
        return False
    return any(
        open_gazetteer().is_capital(number) for number, alternate in name.candidates[:2] if not alternate
    )


def _is_municipal(tail: tuple[str, ...]) -> bool:
    """Do these words behind a name make an institution of a town or county: "City Council", "County Council"?"""
    if tail[0] == "County":
        return tail[1:2] == ("Council",)
    return tail[0] in MUNICIPAL and (len(tail) > 1 or tail[0] == "Police")


def _weigh_embedding(name: Name) -> float:
    """What the other words of a longer name say of a place in it: "Paris Police Department", "Thomson Reuters"."""
    tail, head = name.tail, name.head
    if tail:
        if name.doubt in {"person", "word"} and not head and _is_municipal(tail):
            return 2.2
        if tail[0] in _DISEASES or (name.doubt == "person" and name.prior < 1.5):
            return -4.0
        if name.key.startswith(_TITLED) and name.prior < 2.5 and not name.key.endswith(" county"):
            return -2.0
        if tail[0] in COMPANY_WORDS and name.prior < (3.0 if head else 2.0):
            return -2.0
        if tail[-1] in NEWSPAPERS:
            return -4.0
        if name.team:
            return 0.6 if name.prior >= 1.2 else -0.6
        if head and name.prior < 2.2 and not GENERIC.issuperset(head) and INSTITUTION_WORDS.isdisjoint(head):
            return -1.5  # "Marine Midland Bank"
        if not LOCAL_AUTHORITIES.isdisjoint(tail) or tail[:2] == _MEDICAL:
            return 1.2
        if not INSTITUTION_WORDS.isdisjoint(tail):
            return 1.2 if name.prior >= 0.8 else -0.6
        if name.prior < 2.2:
            return -1.5
    if head and name.prior < 2.2 and INSTITUTION_WORDS.isdisjoint(head):
        return -1.5
    return 0.0
