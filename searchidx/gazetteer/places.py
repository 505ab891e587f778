"""Reading the file of places."""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from bisect import bisect_left
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from searchidx.errors import SearchidxError
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
    NUMBER,
    START,
    hash_key,
)
from searchidx.gazetteer.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

_FILE = Path(__file__).parent / "places.bin"
_KEPT_NAMES = 200_000
_LAST_BIT = FILTER_BITS - 1
_START, _DEMONYM = crc32(START.encode()), crc32(DEMONYM.encode())


class Candidate(NamedTuple):
    """A place that a name may mean; ``alternate``: by another name than its main one."""

    number: int
    alternate: bool


class GazetteerPlace(NamedTuple):
    """A place as the gazetteer knows it. ``number`` is its row in the file, ``parent`` the row that it lies in,
    ``region`` the name of the first-level region.

    ``id`` is "geonames:706483" or "name:donbas|UA"; ``people`` the population (0 where it is not known);
    ``lat``/``lon`` WGS 84 degrees.
    """

    number: int
    id: str
    name: str
    kind: str
    country: str | None
    people: int
    lat: float
    lon: float
    parent: int | None
    region: str | None


class Gazetteer:
    """The file of places. Safe to share between threads; opened again in every process."""

    def __init__(self, path: Path = _FILE) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(self._map)
        if bytes(view[: len(MAGIC)]) != MAGIC:
            raise SearchidxError(f"{path}: not a file of places of this version; install searchidx again")
        (size,) = struct.unpack_from("<I", view, len(MAGIC))
        start = len(MAGIC) + 4
        table: dict[str, tuple[int, int]] = json.loads(bytes(view[start : start + size]))

        def section(name: str, code: Any) -> Any:
            offset, length = table[name]
            return view[offset : offset + length].cast(code)

        self._ids = section("ids", "I")
        self.latitudes = section("latitudes", "f")
        self.longitudes = section("longitudes", "f")
        self.people = section("people", "I")
        self.parents = section("parents", "I")
        self.kinds = section("kinds", "B")
        self.countries = section("countries", "B")
        self._keys = section("keys", "Q")
        self._values = section("values", "I")
        self._lists = section("lists", "I")
        self._filter = section("filter", "B")
        self._blocks = section("blocks", "I")
        self._names = section("names", "B")
        self._numbered = bisect_left(self._ids, 1, key=lambda number: number == 0)
        self._kept: dict[str, tuple[Candidate, ...]] = {}
        self._lines = lru_cache(maxsize=512)(self._read_lines)
        self.place = lru_cache(maxsize=20_000)(self._place)
        self.ancestors = lru_cache(maxsize=50_000)(self._ancestors)

    def __len__(self) -> int:
        return len(self._ids)

    def _find(self, key: str) -> tuple[Candidate, ...]:
        if not self._may_have(key, 0):
            return ()
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _KEPT_NAMES:
                self._kept.clear()
            kept = self._kept[key] = self._read_candidates(key)
        return kept

    def _may_have(self, key: str, prefix: int) -> bool:
        """Is the bit of a key set in the filter? ``prefix`` is the checksum of what stands before the key."""
        bit = crc32(key.encode("utf-8", "surrogatepass"), prefix) & _LAST_BIT
        return bool(self._filter[bit >> 3] >> (bit & 7) & 1)

    def may_start(self, words: str) -> bool:
        """Can a name of two words or more start with these two? Seldom wrong, and then only in saying yes."""
        return self._may_have(words, _START)

    def _read_candidates(self, key: str) -> tuple[Candidate, ...]:
        hashed = hash_key(key)
        row = bisect_left(self._keys, hashed)
        if row == len(self._keys) or self._keys[row] != hashed:
            return ()
        value = self._values[row]
        if not value & MANY:
            return (Candidate(value & NUMBER, bool(value & ALTERNATE)),)
        start = (value & NUMBER) + 1
        return tuple(
            Candidate(value & NUMBER, bool(value & ALTERNATE))
            for value in self._lists[start : start + self._lists[start - 1]]
        )

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places of this name, however it is spelled, the most prominent first; () for none."""
        return self._find(name_key(name))

    def lookup_key(self, key: str) -> tuple[Candidate, ...]:
        """The same for a name that `name_key` has folded already."""
        return self._find(key)

    def lookup_exact(self, text: str) -> tuple[Candidate, ...]:
        """The places of an abbreviation, written exactly so: "U.S.", "Calif.", "N.Y."."""
        return self._find(EXACT + text)

    def lookup_demonym(self, name: str) -> tuple[Candidate, ...]:
        """The places that a demonym or a language belongs to: "Russian", "Muscovites", "Swahili"."""
        return self._find(DEMONYM + name_key(name))

    def lookup_demonym_key(self, key: str) -> tuple[Candidate, ...]:
        """The same for a word that `name_key` has folded already."""
        return self._find(DEMONYM + key) if self._may_have(key, _DEMONYM) else ()

    def by_id(self, identity: str) -> int | None:
        """The row of a place by its id ("geonames:706483", "name:donbas|UA"); None if it is not known."""
        kind, _, rest = identity.partition(":")
        if kind == "geonames" and rest.isdecimal():
            wanted = int(rest)
            row = bisect_left(self._ids, wanted, 0, self._numbered)
            return row if row < self._numbered and self._ids[row] == wanted else None
        found = self._find(IDENTITY + rest) if kind == "name" else ()
        return found[0].number if found else None

    def kind(self, number: int) -> str:
        """What a place is, one of `KINDS`."""
        return KINDS[self.kinds[number] & ~CAPITAL]

    def is_capital(self, number: int) -> bool:
        """Is this the capital of its country?"""
        return bool(self.kinds[number] & CAPITAL)

    def country(self, number: int) -> str | None:
        """The ISO 3166-1 alpha-2 code of the country that a place lies in."""
        code = bytes(self.countries[2 * number : 2 * number + 2]).decode().strip()
        return code or None

    def names(self, number: int) -> list[str]:
        """All names of a place as it is known under them, the main one first; abbreviations are not among them."""
        return self._lines(number // BLOCK)[number % BLOCK].split("|")

    def _read_lines(self, block: int) -> list[str]:
        start, stop = self._blocks[block], self._blocks[block + 1]
        return zlib.decompress(self._names[start:stop]).decode("utf-8").split("\n")

    def _place(self, number: int) -> GazetteerPlace:
        parent = self.parents[number]
        name = self.names(number)[0]
        country = self.country(number)
        return GazetteerPlace(
            number,
            f"geonames:{self._ids[number]}" if self._ids[number] else f"name:{self._identity(number)}",
            name,
            self.kind(number),
            country,
            self.people[number],
            round(self.latitudes[number], 5),
            round(self.longitudes[number], 5),
            None if parent == NONE else parent,
            self._region(number),
        )

    def _identity(self, number: int) -> str:
        parent = self.parents[number]
        middle = ""
        if parent != NONE and self.kind(parent) in {"region", "county"}:
            middle = f"{name_key(self.names(parent)[0])}|"
        return f"{name_key(self.names(number)[0])}|{middle}{self.country(number) or ''}".rstrip("|")

    def chain(self, number: int) -> list[GazetteerPlace]:
        """A place and all that it lies in: Izyum, Kharkiv region, Ukraine, Europe."""
        found = [self.place(number)]
        while found[-1].parent is not None and len(found) < 8:
            found.append(self.place(found[-1].parent))
        return found

    def _ancestors(self, number: int) -> tuple[int, ...]:
        """The rows of all that a place lies in, the nearest first."""
        found: list[int] = []
        parent = self.parents[number]
        while parent != NONE and len(found) < 8:
            found.append(parent)
            parent = self.parents[parent]
        return tuple(found)

    def lying_in(self, candidates: Iterable[Candidate], rows: Set[int]) -> Iterator[Candidate]:
        """Those of the candidates that lie in one of the places with these rows."""
        return (
            candidate for candidate in candidates if not rows.isdisjoint(self.ancestors(candidate.number))
        )

    def km_between(self, one: int, other: int) -> float:
        """The great-circle distance of two rows, in kilometres."""
        lats, lons = self.latitudes, self.longitudes
        return distance_km((lats[one], lons[one]), (lats[other], lons[other]))

    def _region(self, number: int) -> str | None:
        for row in (number, *self.ancestors(number)):
            if self.kind(row) == "region":
                return self.names(row)[0]
        return None

    def within(self, lat: float, lon: float, km: float) -> list[tuple[float, int]]:
        """The places within so many kilometres of a point, as (distance in km, row), the nearest first."""
        import numpy

        lats = numpy.frombuffer(self.latitudes, dtype=numpy.float32)
        lons = numpy.frombuffer(self.longitudes, dtype=numpy.float32)
        rows = numpy.flatnonzero(numpy.abs(lats - lat) <= km / 110.5)
        phi = numpy.radians(lats[rows].astype(numpy.float64))
        turn = numpy.radians(lons[rows].astype(numpy.float64) - lon)
        h = (
            numpy.sin((phi - radians(lat)) / 2) ** 2
            + numpy.cos(phi) * cos(radians(lat)) * numpy.sin(turn / 2) ** 2
        )
        distances = 2 * 6371.0 * numpy.arcsin(numpy.sqrt(numpy.minimum(h, 1.0)))
        near = numpy.flatnonzero(distances <= km)
        order = near[numpy.argsort(distances[near], kind="stable")]
        return [(float(distances[i]), int(rows[i])) for i in order]


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude), in kilometres."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


@lru_cache(maxsize=1)
def open_gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened once in a process."""
    return Gazetteer()
