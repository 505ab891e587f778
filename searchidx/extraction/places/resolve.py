"""Which place a name means: by what the text says, by what else the article names, by population."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp, log10

from searchidx.article import Mention, Place
from searchidx.extraction.places.find import Occurrence
from searchidx.extraction.scan import Scan
from searchidx.gazetteer import Gazetteer, distance_km, open_gazetteer

_REGION_RULES = frozenset({"region word"})
_CONSIDERED = 12
_KIND_WORTH = {"country": 7.0, "continent": 7.0, "area": 6.0, "water": 5.6, "mountain": 5.4, "island": 5.6}


def resolve(found: Sequence[Occurrence], scans: Sequence[Scan], fields: Sequence[str]) -> tuple[Place, ...]:
    """Decide for every name which place it is, and gather the mentions of each place."""
    gazetteer = open_gazetteer()
    groups: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in found:
        groups.setdefault((occurrence.name.kind, occurrence.name.key), []).append(occurrence)
    context = _Context(gazetteer, groups)
    places: dict[tuple[str, str], list[Mention]] = {}
    facts: dict[tuple[str, str], tuple[int | None, str, float, str]] = {}
    for (kind, key), occurrences in groups.items():
        number, confidence, rule = context.decide(kind, occurrences)
        if number is None:
            text = scans[occurrences[0].scan].text[occurrences[0].start : occurrences[0].end]
            identity = (f"name:{key}", "unknown")
            facts.setdefault(identity, (None, text, confidence, rule))
        else:
            identity = (str(number), "demonym" if kind == "demonym" else "place")
            facts.setdefault(identity, (number, "", confidence, rule))
        mentions = places.setdefault(identity, [])
        for occurrence in occurrences:
            text = scans[occurrence.scan].text[occurrence.start : occurrence.end]
            mentions.append(
                Mention(
                    fields[occurrence.scan],
                    occurrence.start,
                    occurrence.end,
                    text,
                    occurrence.embedded,
                    occurrence.rule,
                )
            )
    order = {field: position for position, field in enumerate(("headline", "dateline", "body"))}
    built = []
    for identity, mentions in places.items():
        number, name, confidence, rule = facts[identity]
        mentions.sort(key=lambda m: (order.get(m.field, 9), m.start))
        built.append(_place(gazetteer, identity, number, name, tuple(mentions), confidence, rule))
    return tuple(built)


def _place(
    gazetteer: Gazetteer,
    identity: tuple[str, str],
    number: int | None,
    name: str,
    mentions: tuple[Mention, ...],
    confidence: float,
    rule: str,
) -> Place:
    if number is None:
        return Place(identity[0], name, "unknown", None, None, None, None, mentions, confidence, rule)
    known = gazetteer.place(number)
    kind = "demonym" if identity[1] == "demonym" else known.kind
    return Place(
        known.id,
        known.name,
        kind,
        known.country,
        gazetteer.region(number),
        known.lat,
        known.lon,
        mentions,
        round(confidence, 2),
        rule,
    )


class _Context:
    """What an article names, as a background against which each name is decided."""

    def __init__(self, gazetteer: Gazetteer, groups: dict[tuple[str, str], list[Occurrence]]) -> None:
        self.gazetteer = gazetteer
        self.weights: defaultdict[int, float] = defaultdict(
            float
        )  # rows of regions and countries that the article is about
        self.points: list[tuple[float, float, str]] = []
        for (kind, key), occurrences in groups.items():
            candidates = occurrences[0].name.candidates
            if not candidates:
                continue
            best = candidates[0].number
            share = 1.0 if len(candidates) == 1 or kind == "demonym" else 0.5
            if self.gazetteer.kind(best) in {"country", "region"}:
                self.weights[best] += share * min(3, len(occurrences))
                for row in gazetteer.ancestors(best):
                    self.weights[row] += 0.5 * share
            elif len(candidates) <= 3 or gazetteer.people[best] > 500_000:
                for row in gazetteer.ancestors(best):
                    self.weights[row] += 0.5 * share
                self.points.append((gazetteer.latitudes[best], gazetteer.longitudes[best], key))
            for occurrence in occurrences:
                if occurrence.inside is not None:
                    for candidate in occurrence.inside.name.candidates[:2]:
                        self.weights[candidate.number] += 1.0

    def decide(self, kind: str, occurrences: list[Occurrence]) -> tuple[int | None, float, str]:
        """The row of the place that the name means, how sure that is, and why."""
        candidates = occurrences[0].name.candidates
        if not candidates:
            return None, 0.5, "in no gazetteer"
        if len(candidates) == 1:
            return candidates[0].number, 0.9 if not candidates[0].alternate else 0.7, "only one of this name"
        if kind == "demonym":
            return candidates[0].number, 0.95, "demonym"
        stated = self._stated(occurrences)
        region_word = any(o.rule in _REGION_RULES for o in occurrences)
        scored = []
        for candidate in candidates[:_CONSIDERED] if stated is None else candidates:
            score = self._score(candidate.number, candidate.alternate, region_word, occurrences[0].name.key)
            if stated and not stated.isdisjoint(self.gazetteer.ancestors(candidate.number)):
                score += 6.0
            scored.append((score, candidate.number))
        scored.sort(key=lambda pair: -pair[0])
        total = sum(exp(score - scored[0][0]) for score, _ in scored)
        rule = "named with its region" if stated else "population and neighbours"
        return scored[0][1], 1 / total, rule

    def _stated(self, occurrences: list[Occurrence]) -> set[int] | None:
        found = {c.number for o in occurrences if o.inside is not None for c in o.inside.name.candidates}
        return found or None

    def _score(self, number: int, alternate: bool, region_word: bool, key: str) -> float:
        gazetteer = self.gazetteer
        kind = gazetteer.kind(number)
        worth = _KIND_WORTH.get(kind)
        if worth is None:
            worth = log10(gazetteer.people[number] + 100)
            if kind in {"region", "county"}:
                worth += 1.5 if region_word else -1.0
                if kind == "region" and gazetteer.country(number) == "US":
                    worth += 1.5
        if alternate:
            worth -= 0.7
        for row in gazetteer.ancestors(number):
            weight = self.weights.get(row, 0.0)
            if weight:
                level = gazetteer.kind(row)
                worth += min(weight, 4.0) * (
                    1.0 if level in {"region", "county"} else 0.5 if level == "country" else 0.05
                )
        here = (gazetteer.latitudes[number], gazetteer.longitudes[number])
        near = 0.0
        for lat, lon, other in self.points[:40]:
            if other != key and abs(lat - here[0]) < 2 and distance_km((lat, lon), here) < 150:
                near += 0.4
        return worth + min(near, 2.0)
