"""The background against which namesakes are told apart: what regions and countries an article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log10
from typing import NamedTuple

from searchidx.extraction.places.find import Occurrence
from searchidx.extraction.places.names import Name
from searchidx.gazetteer import Candidate, Gazetteer, distance_km
from searchidx.gazetteer.own import OwnPlaces

_CONSIDERED = 10
_NEAR_KM = 120
_WORTH = {"continent": 9.0, "area": 6.6, "water": 6.0, "mountain": 5.8, "island": 6.0}
# How much a name inside a region or country that the article names is more likely, per weight of that.
_PULL = {"county": 0.6, "region": 0.8, "country": 0.45, "continent": 0.02}
# All the world's news name places in the United States: that says less about which of its towns is meant.
_AMERICAN_PULL = 0.25
_FULL = 4.0
_KNOWN = 2.0
_FAME = 0.4
# What a place right before or behind a name adds to those that lie in the same country, within so many characters.
_CLOSE, _NEAR_TEXT = 0.6, 120
_SPREAD = 1.2
# What the home town of a publication weighs, as if the article had named it so often.
_HOME = 1.2
_DIVISIONS = frozenset(("region", "county"))


class Decision(NamedTuple):
    """The row of the place that a name means (-1: none is known), how sure that is from 0 to 1, and why."""

    number: int
    confidence: float
    rule: str


_UNSURE = 0.5
UNDECIDED = Decision(-1, 0.0, "")
OWN_RULE = "the user's own places"


@dataclass(slots=True)
class Group:
    """All occurrences of one name in an article: they are one place.

    ``shares``: what it adds itself to the weights of the places around it, which is no evidence for itself.
    """

    name: Name
    demonym: bool
    occurrences: list[Occurrence] = field(default_factory=list)
    decision: Decision = UNDECIDED
    shares: dict[int, float] = field(default_factory=dict)


class _Facts(NamedTuple):
    """What the gazetteer says of one candidate; ``worth`` how likely it is meant when nothing else is known."""

    kind: str
    worth: float
    lat: float
    lon: float
    ancestors: tuple[int, ...]
    pulls: tuple[tuple[int, float], ...]


_kept_facts: dict[int, _Facts] = {}


def _facts_of(gazetteer: Gazetteer, number: int) -> _Facts:
    facts = _kept_facts.get(number)
    if facts is None:
        if len(_kept_facts) > 100_000:
            _kept_facts.clear()
        ancestors = gazetteer.ancestors(number)
        facts = _kept_facts[number] = _Facts(
            gazetteer.kind(number),
            _worth(gazetteer, number),
            gazetteer.latitudes[number],
            gazetteer.longitudes[number],
            ancestors,
            tuple((row, _pull(gazetteer, row)) for row in ancestors),
        )
    return facts


def _pull(gazetteer: Gazetteer, row: int) -> float:
    kind = gazetteer.kind(row)
    if kind == "country" and gazetteer.country(row) == "US":
        return _AMERICAN_PULL
    return _PULL.get(kind, 0.0)


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
    return worth - 1.2


def _government(gazetteer: Gazetteer, number: int) -> float:
    """A capital stands for its government: the larger the country, the more it is in the news."""
    country = next((row for row in gazetteer.ancestors(number) if gazetteer.kind(row) == "country"), None)
    return 0.0 if country is None else max(0.0, 0.5 * log10(gazetteer.people[country] / 1_000_000 + 1))


class _Rival(NamedTuple):
    """One of the places that a name may mean: what speaks for it before the article is looked at.

    ``pulls``: the rows of what it lies in (and its own, for a region), with the weight that each has;
    ``namesake_inside``: a region in which a city of the same name lies.
    """

    number: int
    kind: str
    score: float
    lat: float
    lon: float
    ancestors: tuple[int, ...]
    pulls: tuple[tuple[int, float], ...]
    namesake_inside: bool


_kept_spreads: dict[tuple[Candidate, ...], frozenset[int]] = {}
_kept_rivals: dict[tuple[Candidate, ...], tuple[_Rival, ...]] = {}


def _rivals_of(gazetteer: Gazetteer, name: Name) -> tuple[_Rival, ...]:
    """The places that a name may mean, the likeliest first."""
    candidates = name.candidates
    rivals = _kept_rivals.get(candidates)
    if rivals is None:
        if len(_kept_rivals) > 20_000:
            _kept_rivals.clear()
        inside: set[int] = set()
        for candidate in candidates:
            facts = _facts_of(gazetteer, candidate.number)
            if facts.kind == "city":
                inside.update(facts.ancestors)
        found = []
        for number, alternate in candidates:
            facts = _facts_of(gazetteer, number)
            score = facts.worth
            if alternate:
                score -= 0.7 if gazetteer.people[number] > 500_000 else 1.2
            region = facts.kind in {"region", "county"}
            pulls = ((number, 0.5), *facts.pulls) if region else facts.pulls
            namesake = region and number in inside
            found.append(
                _Rival(number, facts.kind, score, facts.lat, facts.lon, facts.ancestors, pulls, namesake)
            )
        _level_with_larger_regions(gazetteer, found)
        rivals = _kept_rivals[candidates] = tuple(sorted(found, key=lambda rival: -rival.score))
    return rivals


def _level_with_larger_regions(gazetteer: Gazetteer, rivals: list[_Rival]) -> None:
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


class Context:
    """What an article names, and the decisions that follow from it."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        groups: list[Group],
        own: OwnPlaces | None = None,
        home: Sequence[int] = (),
    ) -> None:
        self._home = home
        self._meant = own.meant if own is not None else {}
        self.gazetteer = gazetteer
        self.groups = groups
        # how much the article is about a place that contains others, by row; and where its sure places lie
        self._weights: dict[int, float] = {}
        # what each name is said to have inside it: "Atlanta" for the "Georgia" behind it
        self._inner: dict[int, list[Occurrence]] = defaultdict(list)
        self._by_key = {group.name.key: group for group in groups if not group.demonym}
        self._spots: dict[int, list[tuple[int, int]]] = {}
        self._points: list[tuple[float, float, int]] = []

    def decide_all(self) -> None:
        """Decide twice: at first by what is unambiguous, then by all that was decided."""
        undecided = []
        for group in self.groups:
            group.decision = self._decide_plain(group)
            if group.decision.confidence == _UNSURE:
                undecided.append(group)
        if not undecided:
            return
        for group in self.groups:
            for occurrence in group.occurrences:
                if occurrence.inside is not None:
                    self._inner[id(occurrence.inside)].append(occurrence)
        for sure in (0.8, 0.6, 0.5):
            self._survey(sure)
            for group in undecided:
                if group.decision.confidence < 0.97:
                    group.decision = self._decide(group)

    def _decide_plain(self, group: Group) -> Decision:
        """What can be said of a name by itself; _UNSURE where the article has to say more."""
        candidates = group.name.candidates
        if not candidates:
            return Decision(-1, 0.2, "in no gazetteer")
        first = candidates[0]
        if group.name.key in self._meant and not any(o.inside is not None for o in group.occurrences):
            return Decision(self._meant[group.name.key], 0.97, OWN_RULE)
        if group.demonym:
            return Decision(first.number, 0.95, "demonym")
        if len(candidates) == 1:
            return Decision(first.number, 0.75 if first.alternate else 0.9, "the only one of this name")
        if group.name.prior >= 3.0 and self._is_country_alone(group):
            return Decision(first.number, 0.95, "a country before its namesakes")
        return Decision(first.number, _UNSURE, "population")

    def _is_country_alone(self, group: Group) -> bool:
        """Is there a country of this name, no region of any weight, and no word that says otherwise?"""
        gazetteer = self.gazetteer
        first, *others = group.name.candidates
        if first.alternate or gazetteer.kind(first.number) != "country" or group.name.division:
            return False
        if any(o.inside is not None or o.rule == "region word" for o in group.occurrences):
            return False
        return all(
            gazetteer.kind(o.number) not in {"region", "country", "area"} or o.alternate for o in others[:8]
        )

    def _survey(self, sure: float) -> None:
        """Gather what the decisions so far say that the article is about."""
        gazetteer = self.gazetteer
        weights: dict[int, float] = defaultdict(float)
        points = []
        for row in self._home:
            for outer in _facts_of(gazetteer, row).ancestors:
                weights[outer] += _HOME / len(self._home) ** 0.5
        spots: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for group in self.groups:
            number, confidence, _ = group.decision
            for occurrence in group.occurrences:
                if occurrence.inside is not None:
                    for candidate in occurrence.inside.name.candidates[:1]:
                        weights[candidate.number] += 1.5
                        for row in _facts_of(gazetteer, candidate.number).ancestors:
                            weights[row] += 0.7
                if occurrence.rule == "dateline" and number >= 0:
                    for row in _facts_of(gazetteer, number).ancestors:
                        weights[row] += confidence
            shares = group.shares
            shares.clear()
            if number < 0 or confidence < sure:
                if group.name.candidates and not group.demonym:
                    self._spread(group, weights)
                continue
            facts = _facts_of(gazetteer, number)
            for occurrence in group.occurrences[:8]:
                spots[occurrence.scan].append((occurrence.start, number))
            count = min(len(group.occurrences), 4)
            share = (1.0 + 0.5 * count) * (0.5 if group.demonym else 1.0)
            if facts.kind == "country":
                # All the world's news name the U.S.: that says little about which of its towns is meant.
                shares[number] = 0.4 * share
            elif facts.kind in {"region", "county"}:
                shares[number] = 1.3 * share
            if facts.kind in {"county", "city"}:
                points.append((facts.lat, facts.lon, number))
            if facts.kind == "city":
                share *= 0.6
            for row in facts.ancestors:
                shares[row] = share * 0.6
            for row, added in shares.items():
                weights[row] += added
        self._weights = weights
        self._points = points[:60]
        for found in spots.values():
            found.sort()
        self._spots = spots

    def _spread(self, group: Group, weights: dict[int, float]) -> None:
        """Let a name that is not decided speak a little for every region that it has a place in: five names that
        all have one in Kentucky are of there, whatever each of them means elsewhere.
        """
        key = group.name.candidates
        rows = _kept_spreads.get(key)
        if rows is None:
            if len(_kept_spreads) > 20_000:
                _kept_spreads.clear()
            rows = _kept_spreads[key] = frozenset(
                row
                for rival in _rivals_of(self.gazetteer, group.name)[:_CONSIDERED]
                if rival.kind in {"city", "county"}
                for row, strength in rival.pulls
                if strength > 0.6 or (row != rival.number and self.gazetteer.kind(row) == "county")
            )
        if rows:
            share = _SPREAD / len(rows) ** 0.5
            for row in rows:
                group.shares[row] = share
                weights[row] += share

    def _decide(self, group: Group) -> Decision:
        """Weigh the namesakes of one name against each other."""
        name = group.name
        stated: set[int] = set()
        division = name.division
        for occurrence in group.occurrences:
            if occurrence.inside is not None:
                stated.update(candidate.number for candidate in occurrence.inside.name.candidates[:4])
            if occurrence.rule == "region word":
                division = True
        # A dateline without a region names a city that readers know.
        bare = not stated and any(occurrence.rule == "dateline" for occurrence in group.occurrences)
        institution = all(occurrence.embedded for occurrence in group.occurrences)
        rivals = _rivals_of(self.gazetteer, name)
        if not stated:
            rivals = rivals[:_CONSIDERED]
        around = {
            row
            for occurrence in group.occurrences
            for inner in self._inner.get(id(occurrence), ())
            for candidate in inner.name.candidates[:4]
            for row in _facts_of(self.gazetteer, candidate.number).ancestors
        }
        beside, listed = self._beside(group)
        close = self._close(group)
        shares, weights = group.shares, self._weights
        scores = []
        highest, best = -99.0, rivals[0]
        for rival in rivals:
            score = rival.score
            # how much the article speaks of the regions that the place lies in, or is
            for row, strength in rival.pulls:
                weight = weights.get(row)
                if weight:
                    weight -= shares.get(row, 0.0)
                    score += (weight if weight < _FULL else _FULL) * strength
            if self._points:
                score += self._nearness(rival)
            if stated and not stated.isdisjoint(rival.ancestors):
                score += 6.0
            if rival.number in self._home:
                score += 1.5 * _HOME / len(self._home) ** 0.5
            if bare and rival.kind == "city":
                score += min(_KNOWN, max(0.0, rival.score - 5.0))
            if rival.number in around:
                score += 4.0
            if institution and rival.kind == "region":
                score += 0.6  # "Georgia Power Co", "University of Georgia"
            if division:
                score += 2.5 if rival.kind in {"region", "county"} else -1.5
            elif rival.namesake_inside:
                score -= 1.5  # "Kharkiv" is the city, not the region around it, unless a word says so
            if beside:
                score += beside.get(rival.kind, 0.0)
            if close:
                score += sum(_CLOSE for rows in close if not rows.isdisjoint(rival.ancestors))
            if listed:
                score += sum(1.5 for rows in listed if not rows.isdisjoint(rival.ancestors))
            scores.append(score)
            if score > highest:
                highest, best = score, rival
        confidence = 1 / sum(exp(score - highest) for score in scores)
        return Decision(best.number, min(confidence, 0.99), self._rule(best, stated, division, shares))

    def _beside(self, group: Group) -> tuple[dict[str, float], list[set[int]]]:
        """What stands on a list with a name: the kinds of places, and for each the regions that it lies in.

        "Oregon, Washington and Idaho" are regions; "Versailles, London and Danville" lie in one.
        """
        kinds: dict[str, float] = {}
        listed: list[set[int]] = []
        gazetteer = self.gazetteer
        for occurrence in group.occurrences:
            for other in (occurrence.last, occurrence.next):
                if other is None or not other.name.candidates or other.name.key == group.name.key:
                    continue
                kinds[gazetteer.kind(other.name.candidates[0].number)] = 1.2
                number, confidence, _ = self._decision_of(other)
                if number >= 0 and confidence >= 0.5 and gazetteer.kind(number) == "city":
                    rows = {row for row in gazetteer.ancestors(number) if gazetteer.kind(row) in _DIVISIONS}
                    if len(listed) < 3:
                        listed.append(rows)
        return kinds, listed

    def _close(self, group: Group) -> list[set[int]]:
        """What the places lie in that stand right before and right behind a name, a sentence away at most."""
        gazetteer = self.gazetteer
        found = []
        for occurrence in group.occurrences[:3]:
            spots = self._spots.get(occurrence.scan, [])
            at = bisect_left(spots, (occurrence.start, -1))
            mine = at < len(spots) and spots[at][0] == occurrence.start
            for number in (at - 1, at + mine):
                if 0 <= number < len(spots) and abs(spots[number][0] - occurrence.start) < _NEAR_TEXT:
                    row = spots[number][1]
                    found.append(
                        {r for r in (row, *gazetteer.ancestors(row)) if _pull(gazetteer, r) > _AMERICAN_PULL}
                    )
        return found[:4]

    def _decision_of(self, occurrence: Occurrence) -> Decision:
        """What was decided so far of the name that stands somewhere."""
        group = self._by_key.get(occurrence.name.key)
        return group.decision if group is not None else UNDECIDED

    def _nearness(self, rival: _Rival) -> float:
        lat, lon, number = rival.lat, rival.lon, rival.number
        near = 0.0
        for other_lat, other_lon, other in self._points:
            if (
                -1.2 < other_lat - lat < 1.2
                and other != number
                and distance_km((lat, lon), (other_lat, other_lon)) < _NEAR_KM
            ):
                near += 0.7
        return min(near, 2.1)

    def _rule(self, rival: _Rival, stated: set[int], division: bool, shares: dict[int, float]) -> str:
        if not stated.isdisjoint(rival.ancestors):
            return "named with its region"
        if division and rival.kind != "city":
            return "region word"
        weights = self._weights
        if any(weights.get(row, 0.0) > shares.get(row, 0.0) for row, pull in rival.pulls if pull > 0.1):
            return "the article is about its region"
        return "population"
