"""Places as they are shown: lists of them, and which of its namesakes a name can mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from searchidx.gazetteer.containment import country_name
from searchidx.presentation.records import csv_row
from searchidx.presentation.results import count_of
from searchidx.presentation.style import visible
from searchidx.presentation.widths import columns, padded, shortened
from searchidx.query.places import sense_label

if TYPE_CHECKING:
    from searchidx.index import PlaceCount, PlaceCounts
    from searchidx.store.place_search import SenseCount

COLUMNS = ("articles", "name", "kind", "region", "country", "lat", "lon", "id")
SENSES_SHOWN = 5
_NARROWEST = 30  # columns for where a place is


def place_lines(places: PlaceCounts, width: int) -> Iterator[str]:
    """Yield one line for each place: number of articles, name, what and where it is; two where it is narrow."""
    rows = [(f"{place.articles:,}", visible(place.name), place.kind, _where(place)) for place in places]
    widths = [max((columns(row[column]) for row in rows), default=0) for column in range(3)]
    room = width - sum(widths) - 6
    for count, name, kind, where in rows:
        if room >= _NARROWEST:
            shown = shortened(where, room)
            yield f"{count:>{widths[0]}}  {padded(name, widths[1])}  {kind:<{widths[2]}}  {shown}".rstrip()
        else:
            yield f"{count:>{widths[0]}}  {shortened(name, max(8, width - widths[0] - 2))}"
            yield " " * (widths[0] + 2) + shortened(
                f"{kind}  {where}".rstrip(), max(8, width - widths[0] - 2)
            )


def _where(place: PlaceCount) -> str:
    parts = [place.region if place.region != place.name or place.kind != "region" else None]
    parts.append(country_name(place.country) if place.kind != "country" else None)
    named = ", ".join(part for part in parts if part)
    if place.lat is None or place.lon is None:
        return visible(named)
    return visible(f"{named} ({place.lat:.2f}, {place.lon:.2f})".strip())


def places_record(places: PlaceCounts) -> dict[str, Any]:
    """Return all of it as plain data."""
    return {"total": places.total, "places": [asdict(place) for place in places]}


def places_as_csv(places: PlaceCounts) -> Iterator[str]:
    """Yield CSV rows, a header first."""
    yield csv_row(COLUMNS)
    for place in places:
        yield csv_row([getattr(place, column) for column in COLUMNS])


def places_geojson(places: PlaceCounts) -> dict[str, Any]:
    """Return a GeoJSON FeatureCollection (RFC 7946) of points; a place without coordinates has no geometry."""
    features: list[dict[str, Any]] = []
    for place in places:
        record = asdict(place)
        lat, lon = record.pop("lat"), record.pop("lon")
        point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
        features.append({"type": "Feature", "id": place.id, "geometry": point, "properties": record})
    return {"type": "FeatureCollection", "features": features}


def senses_line(name: str, senses: Sequence[SenseCount]) -> str:
    """Say what a name can mean: "Georgia: 41 articles the country, 17 the US state. ..." """
    first, *others = senses
    said = [f"{count_of(first.articles, 'article')} {sense_label(first.sense)}"]
    said += [f"{each.articles:,} {sense_label(each.sense)}" for each in others[: SENSES_SHOWN - 1]]
    more = f", and {len(senses) - SENSES_SHOWN} more places" if len(senses) > SENSES_SHOWN else ""
    return f"{visible(name)}: {', '.join(said)}{more}. Tell them apart with --country or --in."
