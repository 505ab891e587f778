"""One place on its way into the file of places."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log10

from searchidx.gazetteer.names import name_key

# Whatever has no population of its own but stands in a list here is known all over the world.
PROMINENCE_OF_LISTED = 3_000_000


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


def weight(entry: Entry, alternate: bool = False) -> float:
    """How likely a place is meant by its name when nothing else is known; decades of population."""
    return log10(max(entry.people, entry.prominence, 100)) - (1.5 if alternate else 0)
