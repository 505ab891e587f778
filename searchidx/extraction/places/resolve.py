"""Which place a name means: by what the text says, by what else the article names, by population."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from searchidx.article import Mention, Place
from searchidx.extraction.places.context import OWN_RULE, Context, Decision, Group
from searchidx.extraction.places.occurrence import Occurrence
from searchidx.extraction.places.senses import tell_apart
from searchidx.extraction.places.strays import unplace_divisions, unplace_strays
from searchidx.extraction.scan import Scan
from searchidx.gazetteer import Gazetteer, open_gazetteer
from searchidx.gazetteer.own import OwnPlaces

_FIELD_ORDER = {"headline": 0, "dateline": 1, "body": 2}
# A name beside which another stands within so many characters is placed there when no gazetteer knows it.
_BESIDE = 200


def resolve(
    found: Sequence[Occurrence],
    scans: Sequence[Scan],
    fields: Sequence[str],
    own: OwnPlaces | None = None,
    home: Sequence[int] = (),
) -> tuple[Place, ...]:
    """Decide for every name which place it is, and gather the mentions of each place."""
    if not found:
        return ()
    by_name: dict[tuple[bool, str, bool], Group] = {}
    for occurrence in found:
        name = occurrence.name
        key = (name.kind == "demonym", name.key, occurrence.embedded and name.team)
        group = by_name.get(key)
        if group is None:
            group = by_name[key] = Group(name, key[0], key[2])
        group.occurrences.append(occurrence)
    groups = _tell_senses(list(by_name.values()))
    context = Context(open_gazetteer(), groups, own, home)
    context.decide_all()
    unplace_strays(context.gazetteer, groups)
    unplace_divisions(context.gazetteer, groups)
    builders: dict[tuple[int, str, bool], _Builder] = {}
    for group in groups:
        decision = group.decision
        identity = (decision.number, "" if decision.number >= 0 else group.name.key, group.demonym)
        builder = builders.get(identity)
        if builder is None:
            builder = builders[identity] = _Builder(group, decision, [], own)
        else:
            builder.in_order = False
        add = builder.mentions.append
        for o in group.occurrences:
            start, end = o.start, o.end
            add(Mention(fields[o.scan], start, end, scans[o.scan].text[start:end], o.embedded, o.rule))
    anchors = _Anchors(context, groups)
    return tuple([builder.build(context.gazetteer, anchors) for builder in builders.values()])


def _tell_senses(groups: list[Group]) -> list[Group]:
    """Part the groups of a name that the text gives to several places."""
    parted: list[Group] = []
    for group in groups:
        told = group.demonym or group.team or len(group.occurrences) == 1
        if told or all(occurrence.inside is None for occurrence in group.occurrences):
            parted.append(group)
            continue
        senses = tell_apart(open_gazetteer(), group.occurrences)
        if len(senses) < 2:
            parted.append(group)
            continue
        for candidates, occurrences in senses:
            name = group.name._replace(candidates=candidates)
            parted.append(Group(name, False, parted=True, occurrences=occurrences))
    return parted


class _Anchors:
    """Where the places stand that are known, so that an unknown one can be placed beside them."""

    def __init__(self, context: Context, groups: list[Group]) -> None:
        self._gazetteer = context.gazetteer
        self._groups = groups
        self._points: dict[int, list[tuple[int, int]]] | None = None
        self._main: int | None = None

    def _gather(self) -> dict[int, list[tuple[int, int]]]:
        """The points of all cities, counties and regions by scan: done once, and only if a place is unknown."""
        points: dict[int, list[tuple[int, int]]] = defaultdict(list)
        counts: dict[int, int] = defaultdict(int)
        kind = self._gazetteer.kind
        for group in self._groups:
            number = group.decision.number
            if number >= 0 and not group.demonym and kind(number) in {"city", "county", "region"}:
                for occurrence in group.occurrences:
                    points[occurrence.scan].append((occurrence.start, number))
                    counts[number] += 3 if kind(number) == "city" else 1
        for found in points.values():
            found.sort()
        self._main = max(counts, key=lambda number: counts[number]) if counts else None
        return points

    def beside(self, group: Group) -> int | None:
        """The place that an unknown one is named with, or else the one that the article names most."""
        if self._points is None:
            self._points = self._gather()
        for occurrence in group.occurrences:
            if occurrence.inside is not None and occurrence.inside.name.candidates:
                return self._decided(occurrence.inside, self._points)
        occurrence = group.occurrences[0]
        best = None
        for start, number in self._points[occurrence.scan]:
            distance = start - occurrence.end if start > occurrence.start else occurrence.start - start
            if distance < _BESIDE and (best is None or distance < best[0]):
                best = (distance, number)
        return best[1] if best else self._main

    @staticmethod
    def _decided(outer: Occurrence, points: dict[int, list[tuple[int, int]]]) -> int | None:
        for start, number in points[outer.scan]:
            if start == outer.start:
                return number
        return outer.name.candidates[0].number


@dataclass(slots=True)
class _Builder:
    """A place on its way into the article; the mentions of one name come in the order of their text."""

    group: Group
    decision: Decision
    mentions: list[Mention]
    own: OwnPlaces | None
    in_order: bool = True

    def build(self, gazetteer: Gazetteer, anchors: _Anchors) -> Place:
        if not self.in_order or self.mentions[0].field != self.mentions[-1].field:
            self.mentions.sort(key=lambda m: (_FIELD_ORDER.get(m.field, 9), m.start))
        mentions = tuple(self.mentions)
        number = self.decision.number
        if number < 0:
            return self._build_unknown(gazetteer, anchors, mentions)
        known = gazetteer.place(number)
        return Place(
            known.id,
            known.name,
            "demonym" if self.group.demonym else known.kind,
            known.country,
            known.region,
            known.lat,
            known.lon,
            mentions,
            round(self.decision.confidence, 2),
            self.decision.rule,
        )

    def _build_unknown(self, gazetteer: Gazetteer, anchors: _Anchors, mentions: tuple[Mention, ...]) -> Place:
        """A place that no gazetteer knows has the point of the place beside it, and says so."""
        beside = anchors.beside(self.group)
        own = self.own.places.get(self.group.name.key) if self.own is not None else None
        if own is not None:
            return Place(*own, mentions, 0.97, OWN_RULE)
        identity, name = f"name:{self.group.name.key}", mentions[0].text
        if beside is None:
            return Place(identity, name, "unknown", None, None, None, None, mentions, 0.2, "in no gazetteer")
        known = gazetteer.place(beside)
        return Place(
            identity,
            name,
            "unknown",
            known.country,
            known.region,
            known.lat,
            known.lon,
            mentions,
            0.2,
            f"in no gazetteer; the point of {known.name}, named beside it",
        )
