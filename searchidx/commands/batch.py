"""``searchidx search --batch``: the answers to many queries, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

from searchidx.commands.progress import step_bar
from searchidx.commands.terminal import write_lines
from searchidx.errors import QueryError, SearchidxError
from searchidx.presentation.batches import CsvBatch, JsonBatch
from searchidx.presentation.results import count_of
from searchidx.presentation.style import visible

if TYPE_CHECKING:
    from searchidx.index import Hits, IndexVersion


def run_batch(file: BinaryIO, search: Callable[[str], Hits], version: IndexVersion, form: str | None) -> int:
    """Answer the query on each line of a file as soon as it is read; return the exit code.

    A query that cannot be understood is told in the answers and on stderr, and the others are answered.
    """
    written: JsonBatch | CsvBatch = CsvBatch() if form == "csv" else JsonBatch()
    found = without = 0
    mistakes: list[str] = []
    write_lines(written.header())
    with step_bar("Searching") as step:
        for line, query in _queries(file):
            try:
                if isinstance(query, SearchidxError):
                    raise query
                hits = search(query)
            except QueryError as error:
                write_lines(written.failure(line, error.query, error))
                mistakes.append(f"{_name(file)}:{line}: {visible(str(error))}")
            else:
                write_lines(written.answer(line, hits, version))
                found += hits.total > 0
                without += not hits.total
            step(f"Searching, {count_of(line, 'line')}")
    for mistake in mistakes:
        click.echo(mistake, err=True)
    click.echo(_summary(found, without, len(mistakes)), err=True)
    return 2 if mistakes else 0 if found else 1


def _queries(file: BinaryIO) -> Iterator[tuple[int, str | QueryError]]:
    """Yield the lines that are not empty with their numbers, and an error for one that is no text."""
    for number, raw in enumerate(file, 1):
        try:
            query = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            shown = raw.decode("utf-8", "replace").strip()
            yield number, QueryError("This line is not UTF-8. Save the file as UTF-8.", shown)
            continue
        if query:
            yield number, query


def _name(file: BinaryIO) -> str:
    return "stdin" if file is sys.stdin.buffer else visible(str(getattr(file, "name", "stdin")))


def _summary(found: int, without: int, mistakes: int) -> str:
    queries = found + without + mistakes
    if not queries:
        return "There is no query in this file. Write one per line."
    told = f"{queries:,} {'query' if queries == 1 else 'queries'}, {found:,} with matches"
    return f"{told}, {mistakes:,} not understood." if mistakes else f"{told}."
