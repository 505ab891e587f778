"""Places of one name in one article: "Durham, North Carolina, and Durham, England" are two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from searchidx.extraction.places.occurrence import Occurrence
from searchidx.gazetteer import Candidate, Gazetteer

# A neighbour on a list tells which of two places of a name is meant if it lies near to one, and far from the other.
_NEAR_KM, _FAR_KM = 110, 250
_LOOKED_AT = 6


class Sense(NamedTuple):
    """What one name means at some of the points where it stands; ``candidates``: what it can mean there."""

    candidates: tuple[Candidate, ...]
    occurrences: list[Occurrence]


def tell_apart(gazetteer: Gazetteer, occurrences: Sequence[Occurrence]) -> list[Sense]:
    """The places that the mentions of one name mean, as far as the text says that they are several; else one, or none
    where nothing is said.

    A mention that says what it lies in is that place, and so are the bare ones behind it, up to the next that says so.
    Those before the first are the same place, unless they stand on a list with what lies near another.
    """
    rows = [_stated(gazetteer, occurrence) for occurrence in occurrences]
    senses: list[tuple[set[int], list[Occurrence]]] = []
    early: list[Occurrence] = []
    last: list[Occurrence] | None = None
    for occurrence, stated in zip(occurrences, rows, strict=True):
        if stated:
            last = _join(senses, stated)
            last.append(occurrence)
        elif last is None:
            early.append(occurrence)
        else:
            last.append(occurrence)
    if not senses:
        return []
    candidates = occurrences[0].name.candidates
    first_rows, first = senses[0]
    found = [Sense(candidates, mentions) for _, mentions in senses]
    others = _others_told(gazetteer, early, first_rows)
    if others:
        found.append(Sense(others, early))
    else:
        first[:0] = early
    return found


def _stated(gazetteer: Gazetteer, occurrence: Occurrence) -> set[int]:
    """The rows of the places that a name can mean by what the text says that it lies in."""
    if occurrence.inside is None:
        return set()
    outer = {candidate.number for candidate in occurrence.inside.name.candidates[:4]}
    return {candidate.number for candidate in gazetteer.lying_in(occurrence.name.candidates, outer)}


def _join(senses: list[tuple[set[int], list[Occurrence]]], stated: set[int]) -> list[Occurrence]:
    """The mentions of the sense that agrees with what is stated; a new one if there is none."""
    for rows, mentions in senses:
        if not rows.isdisjoint(stated):
            rows &= stated
            return mentions
    senses.append((set(stated), []))
    return senses[-1][1]


def _others_told(
    gazetteer: Gazetteer, early: Sequence[Occurrence], stated: set[int]
) -> tuple[Candidate, ...]:
    """The places that bare mentions mean by what they stand on a list with, if not the one that is stated later."""
    for occurrence in early:
        for beside in (occurrence.last, occurrence.next):
            if beside is None or beside.name.key == occurrence.name.key:
                continue
            spots = [c.number for c in beside.name.candidates[:_LOOKED_AT] if not c.alternate]
            if any(gazetteer.km_between(row, spot) < _FAR_KM for row in stated for spot in spots):
                continue
            near = tuple(
                c
                for c in occurrence.name.candidates[:_LOOKED_AT]
                if not c.alternate
                and c.number not in stated
                and any(gazetteer.km_between(c.number, spot) < _NEAR_KM for spot in spots)
            )
            if near:
                return near
    return ()
