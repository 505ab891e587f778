"""The answers to many queries as one stream of JSON lines or CSV rows, each with the line that its query stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from searchidx.presentation.records import (
    COLUMNS,
    ORIGIN,
    csv_row,
    hit_record,
    hit_row,
    json_line,
    origin_record,
)

if TYPE_CHECKING:
    from searchidx.errors import SearchidxError
    from searchidx.index import Hits, IndexVersion


_NO_HIT = ("",) * len(COLUMNS)


class JsonBatch:
    """A line for each hit, one for a query that finds nothing, and one for a query that cannot be understood."""

    def header(self) -> Iterator[str]:
        """Yield what stands before all answers."""
        return iter(())

    def answer(self, line: int, hits: Hits, version: IndexVersion) -> Iterator[str]:
        """Yield the answer to the query on a line."""
        origin = {"line": line, **origin_record(hits, version)}
        for hit in hits:
            yield json_line({**origin, **hit_record(hit)})
        if not len(hits):
            yield json_line(origin)

    def failure(self, line: int, query: str, error: SearchidxError) -> Iterator[str]:
        """Yield what is wrong with the query on a line."""
        yield json_line({"line": line, "query": query, "error": str(error)})


class CsvBatch:
    """The same in rows of one shape: without a hit its columns are empty, and the last column holds the error."""

    def header(self) -> Iterator[str]:
        """Yield the names of the columns."""
        yield csv_row(("line", *COLUMNS, *ORIGIN, "error"))

    def answer(self, line: int, hits: Hits, version: IndexVersion) -> Iterator[str]:
        """Yield the answer to the query on a line."""
        origin = (hits.query, hits.total, *version, "")
        for hit in hits:
            yield csv_row((line, *hit_row(hit), *origin))
        if not len(hits):
            yield csv_row((line, *_NO_HIT, *origin))

    def failure(self, line: int, query: str, error: SearchidxError) -> Iterator[str]:
        """Yield what is wrong with the query on a line."""
        yield csv_row((line, *_NO_HIT, query, *("" for _ in ORIGIN[1:]), str(error)))
