"""What a place lies in, by the ids under which it is indexed; of a place that is in no gazetteer too."""

from __future__ import annotations

from functools import lru_cache

from searchidx.gazetteer.format import CAPITAL, KINDS
from searchidx.gazetteer.places import open_gazetteer


@lru_cache(maxsize=100_000)
def ancestor_ids(identity: str, country: str | None = None, region: str | None = None) -> tuple[str, ...]:
    """The ids of all that a place lies in, the nearest first.

    ``country`` (ISO 3166-1 alpha-2) and ``region`` (the name of a first-level region) tell where a place lies whose
    ``identity`` the gazetteer does not have.
    """
    gazetteer = open_gazetteer()
    row = gazetteer.by_id(identity)
    if row is not None:
        return tuple(gazetteer.place(outer).id for outer in gazetteer.ancestors(row))
    nearest = region_row(region, country) if region else None
    if nearest is None:
        nearest = country_rows().get(country or "")
    if nearest is None:
        return ()
    return tuple(gazetteer.place(outer).id for outer in (nearest, *gazetteer.ancestors(nearest)))


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
