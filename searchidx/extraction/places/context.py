"""The background against which namesakes are told apart: what regions and countries an article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from typing import NamedTuple

from searchidx.extraction.places.names import Name
from searchidx.extraction.places.namesakes import (
    DIVISIONS,
    Namesakes,
    Rival,
    divisions_of,
    facts_of,
    is_metropolis,
    leads_as_country,
    namesakes_of,
    telling_rows,
)
from searchidx.extraction.places.occurrence import Occurrence
from searchidx.extraction.places.towns import may_be_a_town, town_of_team
from searchidx.extraction.places.words import LOCAL_SCHOOLS, REGION_NOUNS
from searchidx.gazetteer import Candidate, Gazetteer, distance_km
from searchidx.gazetteer.own import OwnPlaces

_NEAR_KM = 120
_FULL = 4.0
# What a place right before or behind a name adds to those that lie in the same country, within so many characters.
_CLOSE, _NEAR_TEXT = 0.6, 120
# From this weight on a region is what an article tells of, so that its small places are considered too.
_TOLD = 1.5
_LISTED, _BESIDE = 1.5, 1.2
# What a country loses to its namesakes if nothing else in the article is of it.
_ALONE = 2.5
# What is beside a capital or country that stands for a government, besides the kinds of places.
_GOVERNMENT = "government"
# What the home town of a publication weighs, as if the article had named it so often.
_HOME = 1.2
_POINTS = frozenset(("county", "city"))
# "the state of Washington", "the provinces of Almería and Granada"
_OF_DIVISION = frozenset(f"{noun} of" for noun in REGION_NOUNS)
_NOTED = frozenset(("dateline", "region word")) | _OF_DIVISION


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
    """All occurrences of one name in an article: they are one place; those of a ``team`` by themselves, and those of
    each place that the text means by the name where it tells them apart (``parted``).

    ``shares``: what it adds itself to the weights of the places around it, which is no evidence for itself;
    ``noted``: the occurrences that say what they lie in, open a dateline or stand beside a region word.
    """

    name: Name
    demonym: bool
    team: bool = False
    parted: bool = False
    occurrences: list[Occurrence] = field(default_factory=list)
    decision: Decision = UNDECIDED
    shares: dict[int, float] = field(default_factory=dict)
    noted: list[Occurrence] = field(default_factory=list)
    namesakes: Namesakes | None = None


_kept_lone: dict[tuple[tuple[Candidate, ...], bool, bool, str | bool], Decision] = {}


@lru_cache(maxsize=20_000)
def _shares_of(gazetteer: Gazetteer, number: int, count: int, demonym: bool) -> dict[int, float]:
    """What a decided name that stands so many times speaks for the places around it, by row; not to be changed."""
    facts = facts_of(gazetteer, number)
    shares = {}
    share = (1.0 + 0.5 * count) * (0.5 if demonym else 1.0)
    if facts.kind == "country":
        # All the world's news name the U.S.: that says little about which of its towns is meant.
        shares[number] = 0.4 * share
    elif facts.kind in DIVISIONS:
        shares[number] = 1.3 * share
    elif facts.kind == "city":
        share *= 0.6
    for row in facts.ancestors:
        shares[row] = share * 0.6
    return shares


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
        self._names = [group.name for group in groups if not (group.demonym or group.team)]
        # how much the article is about a place that contains others, by row; and where its sure places lie
        self._weights: dict[int, float] = {}
        # what each name is said to have inside it: "Atlanta" for the "Georgia" behind it
        self._inner: dict[int, list[Occurrence]] = defaultdict(list)
        self._by_key = {group.name.key: group for group in groups if not (group.demonym or group.team)}
        self._parted = {id(o): group for group in groups if group.parted for o in group.occurrences}
        self._spots: dict[int, list[tuple[int, int]]] = {}
        self._points: list[tuple[float, float, int]] = []

    def decide_all(self) -> None:
        """Decide on what is unambiguous, then on the rest by that."""
        pending = []
        for group in self.groups:
            group.decision = self._decide_plain(group)
            if group.decision.confidence == _UNSURE:
                pending.append(group)
        if not pending:
            return
        if len(self.groups) == 1 and len(pending[0].occurrences) == 1 and not self._home:
            pending[0].decision = self._decide_lone(pending[0])
            return
        self._decide_together(pending)

    def _decide_lone(self, group: Group) -> Decision:
        """Decide on the one name of an article, which stands once: nearly always as it was decided before."""
        name = group.name
        occurrence = group.occurrences[0]
        key = (
            name.candidates,
            name.division,
            occurrence.embedded,
            occurrence.rule in _NOTED and occurrence.rule,
        )
        decision = _kept_lone.get(key)
        if decision is None:
            if len(_kept_lone) > 20_000:
                _kept_lone.clear()
            self._decide_together([group])
            decision = _kept_lone[key] = group.decision
        return decision

    def _decide_together(self, pending: list[Group]) -> None:
        """Decide on names by the others, as long as what was decided tells anything new."""
        for group in self.groups:
            for occurrence in group.occurrences:
                if occurrence.inside is not None:
                    self._inner[id(occurrence.inside)].append(occurrence)
                    group.noted.append(occurrence)
                elif occurrence.rule in _NOTED:
                    group.noted.append(occurrence)
        listed = any(o.next is not None or o.last is not None for group in pending for o in group.occurrences)
        known: list[tuple[int, Decision | None]] = []
        before: list[int] = []
        for sure in (0.8, 0.6, 0.5):
            last, known = known, self._known(sure)
            after = self._known_beside() if listed else before
            if known == last and after == before:
                continue  # nothing was found out since
            before = after
            self._survey(sure)
            for group in pending:
                group.decision = self._decide(group)
            pending = [group for group in pending if group.decision.confidence < 0.97]
            if not pending:
                return

    def _known(self, sure: float) -> list[tuple[int, Decision | None]]:
        """All that a survey takes from the decisions so far."""
        return [
            (g.decision.number if g.decision.confidence >= sure else -1, g.decision if g.noted else None)
            for g in self.groups
        ]

    def _known_beside(self) -> list[int]:
        """All that names on a list take from the decisions so far."""
        return [g.decision.number if g.decision.confidence >= 0.5 else -1 for g in self.groups]

    def _decide_plain(self, group: Group) -> Decision:
        """What can be said of a name by itself; _UNSURE where the article has to say more."""
        candidates = group.name.candidates
        if not candidates:
            return Decision(-1, 0.2, "in no gazetteer")
        first = candidates[0]
        if self._meant and group.name.key in self._meant and all(o.inside is None for o in group.occurrences):
            return Decision(self._meant[group.name.key], 0.97, OWN_RULE)
        if group.demonym:
            return Decision(first.number, 0.95, "demonym")
        if len(candidates) == 1:
            return Decision(first.number, 0.75 if first.alternate else 0.9, "the only one of this name")
        if group.team:
            rivals = self._namesakes(group).rivals
            return Decision(
                town_of_team(self.gazetteer, group.name, rivals, self._names), 0.8, "the town of a team"
            )
        if group.name.prior >= 3.0 and self._is_country_alone(group):
            return Decision(first.number, 0.95, "a country before its namesakes")
        return Decision(first.number, _UNSURE, "population")

    def _is_country_alone(self, group: Group) -> bool:
        """Is there a country of this name, no region of any weight, and no word that says otherwise?"""
        name = group.name
        first = group.occurrences[0]
        if first.embedded and all(o.name.tail and o.name.tail[0] in LOCAL_SCHOOLS for o in group.occurrences):
            return False  # "Lebanon High School"
        if name.division or not leads_as_country(self.gazetteer, name.candidates):
            return False
        if may_be_a_town(self.gazetteer, name, self._names):
            return False
        for occurrence in group.occurrences:
            if occurrence.inside is not None or occurrence.rule == "region word":
                return False
        return True

    def _namesakes(self, group: Group) -> Namesakes:
        namesakes = group.namesakes
        if namesakes is None:
            namesakes = group.namesakes = namesakes_of(self.gazetteer, group.name.candidates)
        return namesakes

    def _survey(self, sure: float) -> None:
        """Gather what the decisions so far say that the article is about."""
        gazetteer = self.gazetteer
        weights: dict[int, float] = defaultdict(float)
        points: list[tuple[float, float, int]] = []
        for row in self._home:
            for outer in facts_of(gazetteer, row).ancestors:
                weights[outer] += _HOME / len(self._home) ** 0.5
        spots: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for group in self.groups:
            number, confidence, _ = group.decision
            for occurrence in group.noted:
                if occurrence.inside is not None:
                    for candidate in occurrence.inside.name.candidates[:1]:
                        weights[candidate.number] += 1.5
                        for row in facts_of(gazetteer, candidate.number).ancestors:
                            weights[row] += 0.7
                if occurrence.rule == "dateline" and number >= 0:
                    for row in facts_of(gazetteer, number).ancestors:
                        weights[row] += confidence
            if number < 0 or confidence < sure:
                # A name that is not decided speaks a little for every region that it has a place in: five names that
                # all have one in Kentucky are of there, whatever each of them means elsewhere.
                spread = group.name.candidates and not group.demonym
                group.shares = shares = self._namesakes(group).spread if spread else {}
            else:
                facts = facts_of(gazetteer, number)
                for occurrence in group.occurrences[:8]:
                    spots[occurrence.scan].append((occurrence.start, number))
                if facts.kind in _POINTS:
                    points.append((facts.lat, facts.lon, number))
                count = min(len(group.occurrences), 4)
                group.shares = shares = _shares_of(gazetteer, number, count, group.demonym)
            for row, added in shares.items():
                weights[row] += added
        self._weights = weights
        self._points = points[:60]
        for found in spots.values():
            found.sort()
        self._spots = spots

    def _decide(self, group: Group) -> Decision:
        """Weigh the namesakes of one name against each other."""
        stated: set[int] = set()
        division = group.name.division
        # A dateline without a region names a city that readers know.
        bare = False
        for occurrence in group.noted:
            if occurrence.inside is not None:
                stated.update([candidate.number for candidate in occurrence.inside.name.candidates[:4]])
            if occurrence.rule == "region word" or occurrence.rule in _OF_DIVISION:
                division = True
            elif occurrence.rule == "dateline":
                bare = True
        bare = bare and not stated
        institution = True
        for occurrence in group.occurrences:
            if not occurrence.embedded:
                institution = False
                break
        namesakes = self._namesakes(group)
        rivals = namesakes.rivals if stated else namesakes.considered
        if namesakes.beyond and not stated:
            weights = self._weights
            if any(weights[row] >= _TOLD for row in weights.keys() & namesakes.beyond):
                rivals += namesakes.others
        scores = self._scores(group, namesakes, len(rivals), division)
        if institution or stated or bare:
            for at, rival in enumerate(rivals):
                if stated and not stated.isdisjoint(rival.ancestors):
                    scores[at] += 8.5
                if bare and rival.kind == "city":
                    scores[at] += rival.fame
                if institution and rival.kind == "region":
                    scores[at] += 0.6  # "Georgia Power Co", "University of Georgia"
                elif institution and rival.kind == "county" and _is_of_a_city(group):
                    scores[at] -= _LISTED
        self._add_neighbours(group, rivals, scores)
        highest = max(scores)
        best = rivals[scores.index(highest)]
        confidence = 1 / sum([exp(score - highest) for score in scores])
        rule = self._rule(best, stated, division, group.shares)
        return Decision(best.number, min(confidence, 0.99), rule)

    def _scores(self, group: Group, namesakes: Namesakes, count: int, division: bool) -> list[float]:
        """What the article as a whole says for each of the first of the namesakes: the regions and the places that it
        names elsewhere, and where it is from.
        """
        scores = list((namesakes.as_divisions if division else namesakes.as_written)[:count])
        weights, shares, inside = self._weights, group.shares, namesakes.inside
        for row in weights.keys() & inside.keys():
            weight = weights[row]
            if row in shares:
                weight -= shares[row]
            if weight > _FULL:
                weight = _FULL
            for at, strength in inside[row]:
                if at < count:
                    scores[at] += weight * strength
        first = namesakes.rivals[0]
        alone = first.kind == "country" and weights.get(first.number, 0.0) <= shares.get(first.number, 0.0)
        if alone and may_be_a_town(self.gazetteer, group.name, self._names):
            scores[0] -= _ALONE
        points, home = self._points, self._home
        if points or home:
            for at, rival in enumerate(namesakes.rivals[:count]):
                if points:
                    scores[at] += _nearness(rival.number, rival.lat, rival.lon, points)
                if home and rival.number in home:
                    scores[at] += 1.5 * _HOME / len(home) ** 0.5
        return scores

    def _add_neighbours(self, group: Group, rivals: Sequence[Rival], scores: list[float]) -> None:
        """Add to the scores what stands right beside a name, on a list with it, or as lying inside it."""
        around = self._around(group) if self._inner else None
        beside, listed = self._beside(group)
        close = self._close(group)
        if not (around or beside or listed or close):
            return
        for at, rival in enumerate(rivals):
            ancestors = rival.ancestors
            if around and rival.number in around:
                scores[at] += 4.0
            if beside and (
                rival.kind in beside or (_GOVERNMENT in beside and self.gazetteer.is_capital(rival.number))
            ):
                scores[at] += _BESIDE
            for rows in close:
                if not rows.isdisjoint(ancestors):
                    scores[at] += _CLOSE
            for rows in listed:
                if not rows.isdisjoint(ancestors):
                    scores[at] += _LISTED

    def _around(self, group: Group) -> set[int]:
        """The rows of what the places lie in that are said to lie in one of this name."""
        found: set[int] = set()
        for occurrence in group.occurrences:
            for inner in self._inner.get(id(occurrence), ()):
                for candidate in inner.name.candidates[:4]:
                    found.update(facts_of(self.gazetteer, candidate.number).ancestors)
        return found

    def _beside(self, group: Group) -> tuple[set[str], list[frozenset[int]]]:
        """What stands on a list with a name: the kinds of places, and for each the regions that it lies in.

        "Oregon, Washington and Idaho" are regions; "Versailles, London and Danville" lie in one.
        """
        kinds: set[str] = set()
        listed: list[frozenset[int]] = []
        gazetteer = self.gazetteer
        for occurrence in group.occurrences:
            if occurrence.last is None and occurrence.next is None:
                continue
            for other in (occurrence.last, occurrence.next):
                if other is None or not other.name.candidates or other.name.key == group.name.key:
                    continue
                number, confidence, _ = self._decision_of(other)
                meant = (
                    number if number >= 0 else namesakes_of(gazetteer, other.name.candidates).rivals[0].number
                )
                kinds.add(gazetteer.kind(meant))
                if gazetteer.is_capital(meant) or (
                    gazetteer.kind(meant) == "country" and gazetteer.country(meant) != "US"
                ):
                    kinds.add(_GOVERNMENT)
                if (
                    number >= 0
                    and confidence >= 0.5
                    and gazetteer.kind(number) == "city"
                    and not is_metropolis(gazetteer, number)
                    and len(listed) < 3
                ):
                    listed.append(divisions_of(gazetteer, number))
        return kinds, listed

    def _close(self, group: Group) -> list[frozenset[int]]:
        """What the places lie in that stand right before and right behind a name, a sentence away at most."""
        found: list[frozenset[int]] = []
        for occurrence in group.occurrences[:3]:
            spots = self._spots.get(occurrence.scan)
            if not spots:
                continue
            start = occurrence.start
            at = bisect_left(spots, (start, -1))
            mine = at < len(spots) and spots[at][0] == start
            for number in (at - 1, at + mine):
                if 0 <= number < len(spots):
                    spot, row = spots[number]
                    if -_NEAR_TEXT < spot - start < _NEAR_TEXT:
                        found.append(telling_rows(self.gazetteer, row))
        return found[:4]

    def _decision_of(self, occurrence: Occurrence) -> Decision:
        """What was decided so far of the name that stands somewhere."""
        group = self._parted.get(id(occurrence)) or self._by_key.get(occurrence.name.key)
        return group.decision if group is not None else UNDECIDED

    def _rule(self, rival: Rival, stated: set[int], division: bool, shares: dict[int, float]) -> str:
        if not stated.isdisjoint(rival.ancestors):
            return "named with its region"
        if division and rival.kind != "city":
            return "region word"
        weights = self._weights
        for row, pull in rival.pulls:
            if pull > 0.1 and weights.get(row, 0.0) > shares.get(row, 0.0):
                return "the article is about its region"
        return "population"


def _is_of_a_city(group: Group) -> bool:
    """Is the institution that a name stands in one that only cities have: "Cambridge City Council"?"""
    return group.name.tail[:1] == ("City",)


def _nearness(number: int, lat: float, lon: float, points: list[tuple[float, float, int]]) -> float:
    """What the places of an article within some distance speak for one that lies among them."""
    near = 0.0
    for other_lat, other_lon, other in points:
        if (
            -1.2 < other_lat - lat < 1.2
            and other != number
            and distance_km((lat, lon), (other_lat, other_lon)) < _NEAR_KM
        ):
            near += 0.7
    return min(near, 2.1)
