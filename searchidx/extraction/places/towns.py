"""Towns that are meant by a name which is better known as that of another place: of a country, or of a city abroad."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from searchidx.extraction.places.names import Name
from searchidx.extraction.places.namesakes import Rival, leads_as_country
from searchidx.extraction.places.words import BRITISH_TEAMS
from searchidx.gazetteer import Candidate, Gazetteer

# A town that bears the name of a country is known as that to those who live around it.
_TOWN = 2_000
# So many other names that have a place in the region of a town make an article one that may mean it; of each name so
# many places are looked at.
_SEVERAL, _LOOKED_AT = 2, 8
# Where teams are called by a town and an animal or the like: "the Rome Braves".
_LEAGUES = frozenset(("US", "CA"))


def may_be_a_town(gazetteer: Gazetteer, name: Name, named: Sequence[Name]) -> bool:
    """Has a region of which an article names several places a town with the name of a country: "Lebanon"?"""
    if not leads_as_country(gazetteer, name.candidates):
        return False
    return any(
        sum(other.key != name.key and _has_place_in(gazetteer, other, region) for other in named) >= _SEVERAL
        for region in _regions_of_towns(gazetteer, name.candidates)
    )


def _has_place_in(gazetteer: Gazetteer, name: Name, region: int) -> bool:
    return any(
        region == number or region in gazetteer.ancestors(number)
        for number, _ in name.candidates[:_LOOKED_AT]
    )


@lru_cache(maxsize=2_000)
def _regions_of_towns(gazetteer: Gazetteer, candidates: tuple[Candidate, ...]) -> frozenset[int]:
    """The rows of the regions with a town of this name that is more than a village."""
    return frozenset(
        row
        for number, alternate in candidates
        if not alternate and gazetteer.kind(number) == "city" and gazetteer.people[number] >= _TOWN
        for row in gazetteer.ancestors(number)
        if gazetteer.kind(row) == "region"
    )


def town_of_team(gazetteer: Gazetteer, team: Name, rivals: Sequence[Rival], named: Sequence[Name]) -> int:
    """The row of the town that a team plays for: the largest of its name; an American team's in the countries of its
    leagues, if the article names a place there.
    """
    country = gazetteer.country
    largest = rivals[0].number
    if team.tail[-1] in BRITISH_TEAMS or country(largest) in _LEAGUES:
        return largest
    if all(country(name.candidates[0].number) not in _LEAGUES for name in named if name.candidates):
        return largest
    return next((rival.number for rival in rivals if country(rival.number) in _LEAGUES), largest)
