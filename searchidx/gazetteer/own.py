"""The user's own places and corrections: a plain text file, one to a line.

    # what we mean when we say so
    Springfield = Springfield, Illinois
    Zarichne village = 49.1, 36.2, Kharkiv region, Ukraine
    Reading = not a place
    home town = Lubbock, Texas

Left of the sign stands a name as articles have it (a small word behind it, such as "village", says what it is), right
of it another name of the place, its id, or latitude and longitude, with what it lies in where that is known. The
home town is where the articles are from: of namesakes it prefers those nearby, if nothing in an article says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from searchidx.gazetteer.containment import country_rows
from searchidx.gazetteer.names import name_key
from searchidx.gazetteer.places import open_gazetteer
from searchidx.gazetteer.written import places_written

_NO_PLACE = frozenset(("not a place", "no place", "nothing", "-"))
_HOME = "home town"
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_POINT = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})\s*(?:,\s*(.+))?")
_KIND_WORDS = {"mountain": "mountain", "island": "island", "river": "water", "lake": "water", "sea": "water"}
_KIND_WORDS |= dict.fromkeys(("region", "province", "oblast"), "region")
_KIND_WORDS |= dict.fromkeys(("county", "district", "raion"), "county")
_KIND_WORDS |= dict.fromkeys(("village", "hamlet", "town", "city", "settlement", "suburb"), "city")


class OwnPlace(NamedTuple):
    """A place of the user's own; ``id`` is "own:zarichne", the rest as in ``searchidx.article.Place``."""

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float
    lon: float


@dataclass(frozen=True, eq=False)
class OwnPlaces:
    """What a file of own places says, by folded names.

    ``meant`` has the row in the gazetteer that a name stands for, ``places`` those of the user's own, ``refused`` the
    names that are none, ``home`` the row of the town that the articles are from. ``problems`` are (line number, reason)
    of the lines that were not understood.
    """

    meant: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, OwnPlace] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    problems: tuple[tuple[int, str], ...] = ()
    home: int | None = None

    def knows(self, key: str) -> bool:
        """Does a line say what this name is?"""
        return key in self.meant or key in self.places or key in self.refused


@lru_cache(maxsize=16)
def parse_own_places(text: str) -> OwnPlaces | None:
    """Parse the text of a file; None if it has no line but comments."""
    meant: dict[str, int] = {}
    places: dict[str, OwnPlace] = {}
    refused: set[str] = set()
    problems: list[tuple[int, str]] = []
    home: int | None = None
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, sign, said = (part.strip() for part in line.partition("="))
        key = name_key(name)
        name, kind = (name, "") if key == _HOME else _name_and_kind(name)
        key = name_key(name)
        if not sign or not key or not said:
            problems.append((number, 'not of the form "name = place"'))
            continue
        if key == _HOME:
            try:
                home = _row(said)
            except ValueError as error:
                problems.append((number, str(error)))
            continue
        for known in (meant, places):
            known.pop(key, None)
        refused.discard(key)
        if said.lower() in _NO_PLACE:
            refused.add(key)
            continue
        point = _POINT.fullmatch(said)
        try:
            if point:
                places[key] = _own_place(key, name, kind, float(point[1]), float(point[2]), point[3])
            else:
                meant[key] = _row(said)
        except ValueError as error:
            problems.append((number, str(error)))
    if not (meant or places or refused or problems or home is not None):
        return None
    return OwnPlaces(meant, places, frozenset(refused), tuple(problems), home)


def _name_and_kind(written: str) -> tuple[str, str]:
    """Return a name without the small word behind it, and the kind that this word says."""
    name, _, word = written.rpartition(" ")
    if name and word in _KIND_WORDS:
        return name, _KIND_WORDS[word]
    return written, "city"


def _row(said: str) -> int:
    row = open_gazetteer().by_id(said)
    if row is not None:
        return row
    found = places_written(said)
    if not found:
        raise ValueError(f"no place {said!r} is known; give its latitude and longitude")
    return found[0].number


def _own_place(key: str, name: str, kind: str, lat: float, lon: float, inside: str | None) -> OwnPlace:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat:g}, {lon:g} is no latitude (-90 to 90) and longitude (-180 to 180)")
    country = region = None
    if inside:
        gazetteer = open_gazetteer()
        rows = [gazetteer.place(candidate.number) for candidate in places_written(inside)]
        rows = [row for row in rows if row.kind in {"country", "region", "county"}] or rows
        if inside in country_rows():
            rows = [gazetteer.place(country_rows()[inside])]
        if not rows:
            raise ValueError(f"no place {inside!r} is known")
        country, region = rows[0].country, rows[0].region
    return OwnPlace(f"own:{key}", name, kind, country, region, lat, lon)
