"""What a place lies in, by the ids under which it is indexed; of a place that is in no gazetteer too."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from searchidx.gazetteer.format import CAPITAL, KINDS
from searchidx.gazetteer.places import open_gazetteer


@lru_cache(maxsize=100_000)
def ancestor_ids(identity: str, country: str | None = None, region: str | None = None) -> tuple[str, ...]:
    """The ids of all that a place lies in, the nearest first; behind them the areas that these lie in: the Balkans.

    ``country`` (ISO 3166-1 alpha-2) and ``region`` (the name of a first-level region) tell where a place lies whose
    ``identity`` the gazetteer does not have.
    """
    gazetteer = open_gazetteer()
    row = gazetteer.by_id(identity)
    chain: tuple[int, ...]
    if row is not None:
        chain = (row, *gazetteer.ancestors(row))
    else:
        nearest = region_row(region, country) if region else None
        if nearest is None:
            nearest = country_rows().get(country or "")
        chain = () if nearest is None else (-1, nearest, *gazetteer.ancestors(nearest))
    areas = [area for outer in chain for area in areas_around().get(outer, ())]
    ids = [gazetteer.place(outer).id for outer in (*chain[1:], *areas)]
    return tuple(found for found in dict.fromkeys(ids) if found != identity)


@lru_cache(maxsize=1)
def areas_around() -> dict[int, tuple[int, ...]]:
    """The rows of the areas that contain a country, region or area, by its row; from `data/contents.txt`."""
    inside: dict[int, list[int]] = defaultdict(list)
    lines = (Path(__file__).parent / "data" / "contents.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        area, _, contents = line.partition(" | ")
        row = _area_row(area)
        for part in contents.split("; "):
            codes = part.split(" ")
            countries = all(len(code) == 2 and code.isupper() for code in codes)
            for member in map(country_rows().__getitem__, codes) if countries else (_area_row(part),):
                inside[member].append(row)
    return {row: _with_outer(row, inside) for row in inside}


def _with_outer(row: int, inside: dict[int, list[int]]) -> tuple[int, ...]:
    """All areas around a row, those around an area too."""
    found: dict[int, None] = {}
    waiting = list(inside.get(row, ()))
    while waiting:
        area = waiting.pop(0)
        if area not in found:
            found[area] = None
            waiting += inside.get(area, ())
    return tuple(found)


def _area_row(written: str) -> int:
    """The row of an area, region or continent as `contents.txt` names it: "Donbas, UA", "Middle East"."""
    name, _, code = written.strip().partition(", ")
    gazetteer = open_gazetteer()
    rows = [candidate.number for candidate in gazetteer.lookup(name)]
    for kinds in (("area", "region", "continent"), ("county",)):
        for row in rows:
            if (gazetteer.country(row) or "") == code and gazetteer.kind(row) in kinds:
                return row
    raise LookupError(f"contents.txt: no area or region {written!r}")


def region_row(name: str, country: str | None) -> int | None:
    """The row of a first-level region by its name and country; None if it is not known."""
    gazetteer = open_gazetteer()
    for candidate in gazetteer.lookup(name):
        row = candidate.number
        if gazetteer.kind(row) == "region" and gazetteer.country(row) == country:
            return row
    return None


@lru_cache(maxsize=1)
def country_rows() -> dict[str, int]:
    """The rows of all countries by their codes."""
    gazetteer = open_gazetteer()
    country = KINDS.index("country")
    rows = (row for row, kind in enumerate(bytes(gazetteer.kinds)) if kind & ~CAPITAL == country)
    return {gazetteer.country(row) or "": row for row in rows}


@lru_cache(maxsize=1000)
def country_name(code: str | None) -> str | None:
    """The name of the country with this ISO 3166-1 alpha-2 code; None if there is none."""
    row = country_rows().get(code or "")
    return None if row is None else open_gazetteer().place(row).name
