"""What a place is asked for: the places that a name can mean, told apart by what they lie in."""

from __future__ import annotations

from collections.abc import Sequence

from searchidx.errors import QueryError
from searchidx.frozen import frozen
from searchidx.gazetteer import name_key, open_gazetteer
from searchidx.gazetteer.containment import ancestor_ids, country_name, country_rows
from searchidx.gazetteer.own import OwnPlaces
from searchidx.gazetteer.written import places_written


@frozen
class Sense:
    """One place that a name can mean; the fields are those of ``searchidx.article.Place``.

    ``alternate``: the name is not its main one.
    """

    id: str
    name: str
    kind: str
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    alternate: bool = False


def senses_of(
    name: str, country: str | None = None, inside: str | None = None, own: OwnPlaces | None = None
) -> list[Sense]:
    """Return the places that a name can mean, the most prominent first; [] for none.

    ``country`` (a name or code) and ``inside`` (any place) leave out the namesakes that lie elsewhere; raises
    ``QueryError`` for one that is not known.
    """
    code = _country_code(country) if country else None
    outer = _ids(inside, own) if inside else frozenset()
    found = [
        sense
        for sense in _senses(name, own)
        if (code is None or sense.country == code) and (not inside or _lies_in(sense, outer))
    ]
    return found


def _senses(name: str, own: OwnPlaces | None) -> list[Sense]:
    gazetteer = open_gazetteer()
    found = []
    key = name_key(name)
    if own is not None and key in own.places:
        found.append(Sense(*own.places[key]))
    rows = [(candidate.number, candidate.alternate) for candidate in places_written(name)]
    if own is not None and key in own.meant:
        row = own.meant[key]
        rows = [(row, False), *((other, alternate) for other, alternate in rows if other != row)]
    for row, alternate in rows:
        place = gazetteer.place(row)
        found.append(
            Sense(
                place.id,
                place.name,
                place.kind,
                place.country,
                place.region,
                place.lat,
                place.lon,
                alternate,
            )
        )
    return found


def _ids(name: str, own: OwnPlaces | None) -> frozenset[str]:
    found = frozenset(sense.id for sense in _senses(name, own))
    if not found:
        raise QueryError(f"No place {name!r} is known. Name a country, region or county.")
    return found


def _lies_in(sense: Sense, outer: frozenset[str]) -> bool:
    return not outer.isdisjoint(ancestor_ids(sense.id, sense.country, sense.region))


def _country_code(name: str) -> str:
    if name.upper() in country_rows():
        return name.upper()
    gazetteer = open_gazetteer()
    for candidate in places_written(name):
        code = gazetteer.country(candidate.number)
        if code and gazetteer.kind(candidate.number) == "country":
            return code
    raise QueryError(f"No country {name!r} is known. Write its name or its two letters, such as UA.")


def place_label(name: str, kind: str, country: str | None, region: str | None) -> str:
    """Return a name with what it lies in: "Izyum, Kharkiv region", "Springfield, Illinois"."""
    if kind == "country" or not (country or region):
        return name
    if region and region != name:
        return f"{name}, {region_label(region, country)}"
    return f"{name}, {country_name(country)}"


_BARE_REGIONS = frozenset("US CA AU GB IN DE AT CH FR IT ES NL BE BR MX".split())


def region_label(region: str, country: str | None) -> str:
    """Return the name of a region as news has it: with the word where it is usual."""
    return region if country in _BARE_REGIONS or " " in region else f"{region} region"


def sense_label(sense: Sense) -> str:
    """Say which of its namesakes a place is: "the country", "the US state", "in Illinois, United States"."""
    country = country_name(sense.country)
    if sense.kind in {"country", "continent"}:
        return f"the {sense.kind}"
    if sense.kind == "region":
        return (
            "the US state"
            if sense.country == "US"
            else f"the region of {country}"
            if country
            else "the region"
        )
    kind = {"water": "water", "area": "area"}.get(sense.kind, sense.kind)
    places = [part for part in (sense.region if sense.region != sense.name else None, country) if part]
    return f"the {kind} in {', '.join(places)}" if places else f"the {kind}"


def narrowing_hint(senses: Sequence[Sense]) -> str:
    """Return the options that tell the first of these namesakes from the others."""
    countries = {sense.country for sense in senses}
    return "--country" if len(countries) == len(senses) else "--in"
