"""Small towns that lie far from all that an article is about: not the places of their name that the gazetteer knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from searchidx.extraction.places.context import OWN_RULE, Decision, Group
from searchidx.extraction.places.namesakes import DIVISIONS, facts_of
from searchidx.gazetteer import Gazetteer

# An article is about a region if so many of its names, and such a share of those that lie in regions, are of there.
_LEAST, _SHARE, _SURE = 3, 0.6, 0.8
# A place of more people is known beyond its region, and one that is nearer than this may be meant after all.
_PEOPLE, _KM = 60_000, 250


def unplace_strays(gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
    """Take a small town for one that no gazetteer knows if the article is about a region that has no town of its name:
    "Bayfield" in news of northern Wisconsin is not the one in Colorado.
    """
    if len(groups) <= _LEAST:
        return
    small = [group for group in groups if _is_unsure_town(gazetteer, group)]
    main = _main_region(gazetteer, groups) if small else None
    if main is None:
        return
    for group in small:
        if _may_be_stray(gazetteer, group, main) and _is_far(gazetteer, group, groups):
            group.decision = Decision(-1, 0.2, "in no gazetteer")


def unplace_divisions(gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
    """Take a "province" or "district" for one that no gazetteer knows if its name is only a town's, in a country of
    which the article says nothing else.
    """
    for group in groups:
        number = group.decision.number
        if number < 0 or group.demonym or not _is_division(group) or gazetteer.kind(number) != "city":
            continue
        if any(gazetteer.kind(candidate.number) in DIVISIONS for candidate in group.name.candidates):
            continue
        countries = {
            gazetteer.country(other.decision.number)
            for other in groups
            if other is not group and other.decision.number >= 0 and other.decision.confidence >= _SURE
        }
        if countries - {None} and gazetteer.country(number) not in countries:
            group.decision = Decision(-1, 0.2, "in no gazetteer")


def _is_division(group: Group) -> bool:
    """Does a word such as "province" stand beside the name, and nothing that says where it lies?"""
    if any(occurrence.inside is not None for occurrence in group.occurrences):
        return False
    return group.name.division or any(occurrence.rule == "region word" for occurrence in group.occurrences)


def _is_unsure_town(gazetteer: Gazetteer, group: Group) -> bool:
    """Is this a small town, decided by no more than its name?"""
    number, confidence, rule = group.decision
    if number < 0 or group.demonym or gazetteer.people[number] > _PEOPLE or gazetteer.kind(number) != "city":
        return False
    if group.team or rule in (OWN_RULE, "named with its region"):
        return False
    return len(group.name.candidates) == 1 or confidence <= 0.5


def _main_region(gazetteer: Gazetteer, groups: Sequence[Group]) -> int | None:
    """The row of the region that most places of an article lie in, or are."""
    regions: Counter[int] = Counter()
    for group in groups:
        number, confidence, _ = group.decision
        if number >= 0 and confidence >= _SURE and not (group.demonym or group.team):
            rows = (number, *facts_of(gazetteer, number).ancestors)
            regions.update(row for row in rows if gazetteer.kind(row) == "region")
    if not regions:
        return None
    ((main, count),) = regions.most_common(1)
    return main if count >= _LEAST and count >= _SHARE * regions.total() else None


def _may_be_stray(gazetteer: Gazetteer, group: Group, main: int) -> bool:
    """Is none of the town's namesakes in the region, and does the text not say where it lies?"""
    number = group.decision.number
    candidates = group.name.candidates
    country = gazetteer.country(number)
    if len(candidates) == 1 and not candidates[0].alternate and country == gazetteer.country(main) != "US":
        return False  # few countries have so many towns of one name
    if any(
        occurrence.rule == "dateline" or occurrence.inside is not None for occurrence in group.occurrences
    ):
        return False
    return not any(main in gazetteer.ancestors(candidate.number) for candidate in candidates)


def _is_far(gazetteer: Gazetteer, stray: Group, groups: Sequence[Group]) -> bool:
    """Does no other town of the article lie near?"""
    for group in groups:
        number, confidence, _ = group.decision
        if group is stray or number < 0 or confidence < 0.5 or group.demonym:
            continue
        there = facts_of(gazetteer, number)
        if there.kind in {"city", "county"} and gazetteer.km_between(stray.decision.number, number) < _KM:
            return False
    return True
