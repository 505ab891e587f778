"""The places that an article mentions: names found by evidence in the whole article, then decided one by one."""

from __future__ import annotations

from collections.abc import Sequence

from searchidx.article import Place
from searchidx.extraction.people import People
from searchidx.extraction.places.find import find_occurrences
from searchidx.extraction.places.home import home_rows
from searchidx.extraction.places.resolve import resolve
from searchidx.extraction.scan import Scan
from searchidx.gazetteer.own import OwnPlaces


def find_places(
    scans: Sequence[Scan],
    people: People,
    fields: Sequence[str] = ("body", "headline", "dateline"),
    own: OwnPlaces | None = None,
    source: str | None = None,
) -> tuple[Place, ...]:
    """The places of an article, each with all its mentions.

    ``scans`` are the scanned texts of the ``fields``, in the same order; ``people`` was found in the same scans;
    ``own`` has the user's own places and corrections, ``source`` the name of the publication.
    """
    home = home_rows(source, own) if source is not None or own is not None else ()
    dateline = fields.index("dateline") if "dateline" in fields else -1
    return resolve(find_occurrences(scans, people, own, home, dateline), scans, fields, own, home)
