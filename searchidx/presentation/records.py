"""Answers as data: JSON, JSON lines, CSV, and plain paths."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.presentation.facets import facet_record
from searchidx.presentation.suggestions import suggestion_records

if TYPE_CHECKING:
    from searchidx.index import Hit, Hits, IndexVersion
    from searchidx.query.recency import Recency
    from searchidx.store.overviews.matches import Facet
    from searchidx.sync.status import Status

COLUMNS = ("rank", "score", "date", "headline", "path", "id", "speakers", "places", "snippet", "copies")
WHY = ("group", "via")
ORIGIN = ("query", "total", "generation", "built", "format")


def hit_record(hit: Hit) -> dict[str, Any]:
    """Return a hit as plain data; a snippet's spans are half-open offsets into its text."""
    why = {} if hit.group is None else {"group": hit.group, "via": hit.via}
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "id": hit.id,
        "path": hit.path,
        "headline": hit.headline,
        "date": hit.date.isoformat() if hit.date else None,
        "speakers": list(hit.speakers),
        "places": list(hit.places),
        "copies": list(hit.copies),
        "snippets": [
            {"start": s.offset, "text": s.text, "spans": [list(span) for span in s.spans]}
            for s in hit.snippets
        ],
        **why,
    }


def origin_record(hits: Hits, version: IndexVersion) -> dict[str, Any]:
    """Return what every line of an export carries: the query, how many articles match, and in which index."""
    return {"query": hits.query, "total": hits.total, "index": version._asdict()}


def hits_as_jsonl(hits: Hits, version: IndexVersion, written: Iterable[Hit]) -> Iterator[str]:
    """Yield a line for each hit, every line complete in itself."""
    origin = origin_record(hits, version)
    for hit in written:
        yield json_line({**hit_record(hit), **origin})


def hits_record(hits: Hits, version: IndexVersion, facets: Sequence[Facet] = ()) -> dict[str, Any]:
    """Return a whole result as plain data; ``copies`` of ``total`` stand behind other hits."""
    dates = hits.dates
    return {
        "query": hits.query,
        "total": hits.total,
        "copies": hits.copies,
        "match": hits.match,
        "relaxed": hits.relaxed,
        "index": version._asdict(),
        "since": dates.start.isoformat() if dates and dates.start else None,
        "before": dates.end.isoformat() if dates and dates.end else None,
        **({"recency": recency_record(hits.recency)} if hits.recency else {}),
        **({"facets": {facet.name: facet_record(facet) for facet in facets}} if facets else {}),
        "suggestions": suggestion_records(hits.suggestions),
        "hits": [hit_record(hit) for hit in hits],
    }


def recency_record(recency: Recency) -> dict[str, Any]:
    """Return how age counted: articles of the day ``newest`` double, half of that after ``half_life_days``."""
    return {"half_life_days": recency.half_life, "newest": recency.newest.isoformat()}


def status_record(status: Status) -> dict[str, Any]:
    """Return how a folder differs from its index as plain data."""
    changes = status.changes
    return {
        "folder": str(status.folder),
        "built": status.built,
        "articles": status.articles,
        "files": status.files,
        "problems": status.problems,
        "new": [file.path for file in changes.added],
        "changed": [file.path for file in changes.changed],
        "moved": [{"from": old, "to": file.path} for old, file in changes.moved],
        "gone": changes.gone,
        "unreachable": changes.unreachable,
        "own_files_changed": list(status.own_files),
    }


def json_object(record: Mapping[str, Any]) -> str:
    """Return a record as JSON to be read by people too; what JSON has no form for, such as a date, as its text."""
    return json.dumps(record, ensure_ascii=False, indent=2, default=str)


def json_line(record: Mapping[str, Any]) -> str:
    """Return a record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)


def hits_as_csv(hits: Hits, version: IndexVersion, written: Iterable[Hit]) -> Iterator[str]:
    """Yield CSV rows (RFC 4180, a header first); names are joined by "; ", the best snippet stands as plain text.

    Where hits answer for a place, two more columns say why. The last columns are those of ``origin_record``.
    """
    for_place = len(hits) > 0 and hits[0].group is not None
    yield csv_row((*COLUMNS, *(WHY if for_place else ()), *ORIGIN))
    origin = (hits.query, hits.total, *version)
    for hit in written:
        why = (hit.group, hit.via or "") if for_place else ()
        yield csv_row((*hit_row(hit), *why, *origin))


def hit_row(hit: Hit) -> tuple[object, ...]:
    """Return the values of ``COLUMNS``."""
    return (
        hit.rank,
        f"{hit.score:.6f}",
        hit.date.isoformat() if hit.date else "",
        hit.headline or "",
        hit.path,
        hit.id,
        "; ".join(hit.speakers),
        "; ".join(hit.places),
        hit.snippets[0].text if hit.snippets else "",
        len(hit.copies),
    )


def csv_row(values: Iterable[object]) -> str:
    """Return one CSV row without its line end; a text that a spreadsheet would run as a formula gets a leading '."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([_harmless(value) for value in values])
    return line.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
