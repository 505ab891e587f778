"""The regions and districts that populated places lie in, by `rg_cities1000.csv`."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import cos, radians
from pathlib import Path

from searchidx.gazetteer.compiling.entry import Entry
from searchidx.gazetteer.names import name_key

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
