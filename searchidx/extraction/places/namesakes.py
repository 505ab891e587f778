"""The places that one name may mean, and how likely each is before the article is looked at; kept for each name."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from math import log10
from typing import NamedTuple

from searchidx.gazetteer import Candidate, Gazetteer
from searchidx.gazetteer.format import NONE
from searchidx.gazetteer.names import name_key

_CONSIDERED = 10
_WORTH = {"continent": 9.0, "area": 6.6, "water": 6.0, "mountain": 5.8, "island": 6.0}
# How much a name inside a region or country that the article names is more likely, per weight of that.
_PULL = {"county": 0.6, "region": 0.8, "country": 0.45, "continent": 0.02}
# All the world's news name places in the United States: that says less about which of its towns is meant. England is
# what a country is elsewhere: to be about it, and about Britain, says little more than that.
_AMERICAN_PULL, _BRITISH_PULL, _ENGLISH_PULL = 0.25, 0.3, 0.35
_FAME = 0.4
# What speaks for a city that readers know without another word.
_KNOWN = 2.0
_SPREAD = 1.2
# A country's name means a village only where the text says so.
_BESIDE_COUNTRY = 2.5
# Counties of these are known by the bare name, "Kent" and "Cornwall"; what is a county elsewhere hardly is, and the sum
# of its towns makes it no better known than a town of its name: at most so much.
_SHIRES = frozenset(("GB", "IE"))
_SHIRE, _DISTRICT, _MOST_OF_DISTRICT = 0.4, 1.2, 4.6
# From here on a place has its name for itself, whatever larger place was once called so: "Victoria", "Waterloo".
_OWN_NAME, _BEHIND_OWN = 4.8, 1.0
# Where English is spoken, another name of a town is one of long ago or a misspelling, and hardly ever meant.
_ENGLISH = frozenset("US CA GB IE AU NZ".split())
_ALTERNATE, _LARGE_ALTERNATE, _OLD_NAME = 1.2, 0.7, 3.2
# A country is neither its capital nor a region of it that has the same name: "Mexico", "Panama", "Luxembourg".
_BEHIND_COUNTRY = 3.0
# So many degrees apart two entries are one city: Delhi and New Delhi.
_OF_ONE_CITY = 0.5
_METROPOLIS = 1_500_000
_BEARERS = frozenset(("city", "region"))
_ALIKE = 0.85
DIVISIONS = frozenset(("region", "county"))


class Facts(NamedTuple):
    """What the gazetteer says of one candidate; ``worth`` how likely it is meant when nothing else is known."""

    kind: str
    worth: float
    lat: float
    lon: float
    ancestors: tuple[int, ...]
    pulls: tuple[tuple[int, float], ...]


_kept_facts: dict[int, Facts] = {}


def facts_of(gazetteer: Gazetteer, number: int) -> Facts:
    facts = _kept_facts.get(number)
    if facts is None:
        if len(_kept_facts) > 100_000:
            _kept_facts.clear()
        facts = _kept_facts[number] = Facts(
            gazetteer.kind(number),
            _worth(gazetteer, number),
            gazetteer.latitudes[number],
            gazetteer.longitudes[number],
            *_outer(gazetteer, gazetteer.parents[number]),
        )
    return facts


@lru_cache(maxsize=20_000)
def _outer(gazetteer: Gazetteer, parent: int) -> tuple[tuple[int, ...], tuple[tuple[int, float], ...]]:
    """The rows that all places directly inside another one lie in, and their pulls."""
    if parent == NONE:
        return (), ()
    rows = (parent, *gazetteer.ancestors(parent))
    return rows, tuple([(row, _pull_of(gazetteer, row)) for row in rows])


def _pull_of(gazetteer: Gazetteer, row: int) -> float:
    kind = gazetteer.kind(row)
    country = gazetteer.country(row)
    if kind == "country" and country == "US":
        return _AMERICAN_PULL
    if country == "GB" and kind in {"country", "region"}:
        return _BRITISH_PULL if kind == "country" else _ENGLISH_PULL
    return _PULL.get(kind, 0.0)


def _tells_where(gazetteer: Gazetteer, row: int) -> bool:
    """Does a place of this kind, named in an article, say something of what stands beside it? All the world's news name
    the United States, and a continent is too large.
    """
    kind = gazetteer.kind(row)
    return kind in DIVISIONS or (kind == "country" and gazetteer.country(row) != "US")


def _worth(gazetteer: Gazetteer, number: int) -> float:
    """How likely a place is meant before the article is looked at, in decades of population."""
    kind = gazetteer.kind(number)
    worth = _WORTH.get(kind)
    if worth is not None:
        return worth
    people = gazetteer.people[number]
    if kind == "country":
        return max(7.0, log10(people + 100_000) + 1.5)
    if kind == "city":
        worth = log10(people + 100) + (
            _government(gazetteer, number) if gazetteer.is_capital(number) else 0.0
        )
        return worth + _FAME * max(0.0, worth - 6.2)  # a city that all the world knows needs no other word
    worth = log10(people + 100) if people else 5.3
    if kind == "region":
        return worth - 0.7 + (0.6 if gazetteer.country(number) in {"US", "CA", "AU", "GB"} else 0.0)
    if gazetteer.country(number) in _SHIRES:
        return worth - _SHIRE
    return worth - _DISTRICT


def _government(gazetteer: Gazetteer, number: int) -> float:
    """A capital stands for its government: the larger the country, the more it is in the news."""
    country = next((row for row in gazetteer.ancestors(number) if gazetteer.kind(row) == "country"), None)
    return 0.0 if country is None else max(0.0, 0.5 * log10(gazetteer.people[country] / 1_000_000 + 1))


class Rival(NamedTuple):
    """One of the places that a name may mean; ``fame``: what speaks for a city that stands without its region.

    ``pulls``: the rows of what it lies in (and its own, for a region), with the weight that each has.
    """

    number: int
    kind: str
    score: float
    lat: float
    lon: float
    ancestors: tuple[int, ...]
    pulls: tuple[tuple[int, float], ...]
    fame: float


class Namesakes(NamedTuple):
    """The places that a name may mean, the likeliest first, and what speaks for each before the article is looked at.

    ``considered`` are the first of the ``rivals``; ``as_written`` their scores, ``as_divisions`` those of a name with a
    word such as "County" behind it; ``inside``: by each row that some lie in, which these are, and the weight that the
    row has for them; ``spread``: what the name speaks for the regions of its towns while it is not decided;
    ``others``: those behind the first that have the name as their main one, ``beyond`` their regions and counties.
    """

    rivals: tuple[Rival, ...]
    considered: tuple[Rival, ...]
    as_written: tuple[float, ...]
    as_divisions: tuple[float, ...]
    inside: dict[int, list[tuple[int, float]]]
    spread: dict[int, float]
    others: tuple[Rival, ...]
    beyond: frozenset[int]


_new = tuple.__new__  # a NamedTuple's own constructor costs twice as much
_kept_namesakes: dict[tuple[Candidate, ...], Namesakes] = {}


def namesakes_of(gazetteer: Gazetteer, candidates: tuple[Candidate, ...]) -> Namesakes:
    """The places that a name may mean, by its candidates in the gazetteer."""
    namesakes = _kept_namesakes.get(candidates)
    if namesakes is None:
        if len(_kept_namesakes) > 20_000:
            _kept_namesakes.clear()
        namesakes = _kept_namesakes[candidates] = _compare(gazetteer, candidates)
    return namesakes


def _compare(gazetteer: Gazetteer, candidates: tuple[Candidate, ...]) -> Namesakes:
    around: set[int] = set()
    for candidate in candidates:
        facts = facts_of(gazetteer, candidate.number)
        if facts.kind == "city":
            around.update(facts.ancestors)
    found: list[Rival] = []
    alternates = {number for number, alternate in candidates if alternate}
    written = _written(gazetteer, candidates) if alternates else ""
    for number, alternate in candidates:
        kind, score, lat, lon, ancestors, pulls = facts_of(gazetteer, number)
        if alternate:
            large = gazetteer.people[number] > 500_000
            old = written and kind == "city" and _is_old_name(gazetteer, number, written)
            score -= _LARGE_ALTERNATE if large else _OLD_NAME if old else _ALTERNATE
        elif around and kind == "county" and gazetteer.country(number) not in _SHIRES:
            score = min(score, _MOST_OF_DISTRICT)
        if kind in DIVISIONS:
            pulls = ((number, 0.5), *pulls)
        fame = _fame(score) if kind == "city" else 0.0
        found.append(_new(Rival, (number, kind, score, lat, lon, ancestors, pulls, fame)))
    _level_with_larger_regions(gazetteer, found)
    if alternates and len(alternates) < len(found):
        _yield_to_own_names(gazetteer, found, alternates)
    if any(rival.kind == "country" for rival in found):
        found = [_doubted(r) if _is_village(gazetteer, r) else r for r in found]
    lands = {rival.number for rival in found if rival.kind == "country" and rival.number not in alternates}
    found.sort(key=lambda rival: -rival.score)
    # Of many places of one name those that bear it as another name are meant only if the text says so.
    main = {number for number, alternate in candidates if not alternate}
    rest = found[_CONSIDERED:]
    found[_CONSIDERED:] = sorted(rest, key=lambda rival: rival.number not in main)
    by_main_name = sum([rival.number in main for rival in rest])
    rivals = tuple(found)
    inside: dict[int, list[tuple[int, float]]] = {}
    for at, rival in enumerate(rivals):
        for row, strength in rival.pulls:
            if strength:
                inside.setdefault(row, []).append((at, strength))
    considered = rivals[:_CONSIDERED]
    others = rivals[_CONSIDERED : _CONSIDERED + by_main_name]
    regions = {
        row
        for rival in considered
        if rival.kind in {"city", "county"}
        for row, strength in rival.pulls
        if strength > 0.6 or (row != rival.number and gazetteer.kind(row) == "county")
    }
    return Namesakes(
        rivals,
        considered,
        # "Kharkiv" is the city, not the region around it, unless a word says so.
        tuple(
            r.score
            - (1.5 if r.kind in DIVISIONS and r.number in around else 0.0)
            - (_BEHIND_COUNTRY if lands and not lands.isdisjoint(r.ancestors) else 0.0)
            for r in rivals
        ),
        tuple(r.score + 2.5 if r.kind in DIVISIONS else r.score - 1.5 for r in rivals),
        inside,
        dict.fromkeys(regions, _SPREAD / len(regions) ** 0.5) if regions else {},
        others,
        frozenset(row for rival in others for row, strength in rival.pulls if strength > _PULL["country"]),
    )


def _written(gazetteer: Gazetteer, candidates: tuple[Candidate, ...]) -> str:
    """The folded name of which these are the candidates, if it is the main one of any; else ""."""
    own = next((number for number, alternate in candidates if not alternate), None)
    return "" if own is None else name_key(gazetteer.names(own)[0])


def _is_old_name(gazetteer: Gazetteer, number: int, written: str) -> bool:
    """Is a town known by the name it has now: not "Venice" for Dayton, but "Newcastle" for Newcastle upon Tyne?"""
    if gazetteer.country(number) not in _ENGLISH:
        return False
    return not name_key(gazetteer.names(number)[0]).startswith(f"{written} ")


def _fame(score: float) -> float:
    return min(_KNOWN, max(0.0, score - 5.0))


def _doubted(rival: Rival) -> Rival:
    score = rival.score - _BESIDE_COUNTRY
    return rival._replace(score=score, fame=_fame(score))


def _is_village(gazetteer: Gazetteer, rival: Rival) -> bool:
    return rival.kind == "city" and gazetteer.people[rival.number] < 20_000


def _level_with_larger_regions(gazetteer: Gazetteer, rivals: list[Rival]) -> None:
    """A country with a larger region of its name elsewhere is hardly likelier than that: Georgia."""
    people = gazetteer.people
    for number, country in enumerate(rivals):
        if country.kind == "country":
            scores = [
                rival.score
                for rival in rivals
                if rival.kind == "region" and people[rival.number] > people[country.number]
            ]
            if scores:
                rivals[number] = country._replace(score=min(country.score, max(scores) + 0.3))


def _yield_to_own_names(gazetteer: Gazetteer, rivals: list[Rival], alternates: set[int]) -> None:
    """Another name of a place is meant less than the large town, or region elsewhere, that has it for its own; another
    spelling, such as "Odessa", is not another name.
    """
    own = [r for r in rivals if r.number not in alternates and r.score >= _OWN_NAME and r.kind in _BEARERS]
    if not own:
        return
    written = name_key(gazetteer.names(own[0].number)[0])
    for at, rival in enumerate(rivals):
        if rival.number not in alternates:
            continue
        others = [other.score for other in own if _is_elsewhere(other, rival)]
        if others and not _is_spelling(written, name_key(gazetteer.names(rival.number)[0])):
            rivals[at] = rival._replace(score=min(rival.score, max(others) - _BEHIND_OWN))


def _is_elsewhere(own: Rival, other: Rival) -> bool:
    """Is a place of this name by itself, neither around the other one nor part of the same city?"""
    if abs(own.lat - other.lat) + abs(own.lon - other.lon) < _OF_ONE_CITY or own.number in other.ancestors:
        return False
    return own.kind == "city" or own.ancestors[-2:] != other.ancestors[-2:]


def _is_spelling(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() > _ALIKE


@lru_cache(maxsize=20_000)
def divisions_of(gazetteer: Gazetteer, row: int) -> frozenset[int]:
    """The regions and counties that a place lies in."""
    return frozenset(outer for outer in gazetteer.ancestors(row) if gazetteer.kind(outer) in DIVISIONS)


def is_metropolis(gazetteer: Gazetteer, row: int) -> bool:
    """Is this a city that is named with others from all over the world, not with the towns around it?"""
    return gazetteer.people[row] >= _METROPOLIS and gazetteer.kind(row) == "city"


@lru_cache(maxsize=20_000)
def telling_rows(gazetteer: Gazetteer, row: int) -> frozenset[int]:
    """A place and what it lies in, as far as it says something of what stands close by."""
    rows = frozenset(outer for outer in (row, *gazetteer.ancestors(row)) if _tells_where(gazetteer, outer))
    if is_metropolis(gazetteer, row):
        return frozenset(outer for outer in rows if gazetteer.kind(outer) == "country")
    return rows


@lru_cache(maxsize=20_000)
def leads_as_country(gazetteer: Gazetteer, candidates: tuple[Candidate, ...]) -> bool:
    """Is the first that a name may mean a country, and none of the others a region of any weight?"""
    first, *others = candidates
    if first.alternate or gazetteer.kind(first.number) != "country":
        return False
    return all(
        other.alternate or gazetteer.kind(other.number) not in {"region", "country", "area"}
        for other in others[:8]
    )
