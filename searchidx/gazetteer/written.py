"""From a name as a person writes it to the places it can mean: "Kharkiv region", "Paris, Texas", "U.S."."""

from __future__ import annotations

from searchidx.gazetteer.places import Candidate, open_gazetteer

_DIVISIONS = frozenset(
    "area borough canton county department district governorate krai municipality oblast parish prefecture "
    "province raion region state territory voivodeship".split()
)
_DIVISION_KINDS = frozenset(("region", "county"))
_SHORT = 4  # an abbreviation of so many letters may be written in small ones


def places_written(text: str) -> tuple[Candidate, ...]:
    """The places that a text can mean, the most prominent first; () for none.

    Behind a comma may stand what the place lies in, and behind a name a word such as "region", which makes it that of
    a region or county.
    """
    text = " ".join(text.split()).removesuffix("'s").removesuffix("’s")
    found = _named(text)
    if found or "," not in text:
        return found
    inner, _, outer = text.rpartition(",")
    around = {candidate.number for candidate in places_written(outer)}
    return tuple(open_gazetteer().lying_in(places_written(inner), around))


def _named(text: str) -> tuple[Candidate, ...]:
    gazetteer = open_gazetteer()
    found = gazetteer.lookup_exact(text)
    if not found and text.islower() and len(text) <= _SHORT and text.isalpha() and len(text) > 2:
        found = gazetteer.lookup_exact(text.upper())
    found = found or gazetteer.lookup(text)
    name, _, word = text.rpartition(" ")
    if found or word.lower() not in _DIVISIONS:
        return found
    return tuple(c for c in gazetteer.lookup(name) if gazetteer.kind(c.number) in _DIVISION_KINDS)
