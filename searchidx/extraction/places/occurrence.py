"""A name at one point of a text."""

from __future__ import annotations

from dataclasses import dataclass

from searchidx.extraction.places.names import Name


@dataclass(slots=True)
class Occurrence:
    """A name at one point of a text, and what speaks for its being a place.

    ``locative``: the words around it name a place, whatever stands there; ``inside``: what the text says that it
    lies in ("Paris, Texas"), ``next`` and ``last`` what stands behind and before it on a list.
    """

    scan: int
    start: int
    end: int
    name: Name
    embedded: bool
    weight: float
    rule: str
    locative: bool = False
    inside: Occurrence | None = None
    next: Occurrence | None = None
    last: Occurrence | None = None
