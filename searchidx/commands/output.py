"""Writing hits in the form that was asked for, and the exit code that goes with them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from searchidx.commands.options import style_of, width_of_terminal
from searchidx.presentation import records, results
from searchidx.query.dates import describe

if TYPE_CHECKING:
    from searchidx.index import Hits, Index


def tell_dates(hits: Hits) -> None:
    """Say on stderr which days --since and --until were understood to mean."""
    if hits.dates:
        click.echo(f"Dates: {describe(hits.dates)}.", err=True)


def tell_changes(index: Index) -> None:
    """Say on stderr if the folder seems to have changed; after the hits, so that nobody waits for it."""
    sys.stdout.flush()
    if index.seems_changed():
        click.echo("The folder has changed since the index was built: searchidx status tells how.", err=True)


def write_hits(hits: Hits, form: str | None, color: str, page: int, limit: int | None) -> int:
    """Write a page of hits to stdout and what is to be said of it to stderr; return the exit code."""
    if form == "count":
        click.echo(hits.total)
    elif form == "json":
        click.echo(records.hits_as_json(hits))
    elif form == "jsonl":
        for hit in hits:
            click.echo(records.json_line(records.hit_record(hit)))
    elif form == "csv":
        for line in records.hits_as_csv(hits):
            click.echo(line)
    elif form == "paths":
        for path in dict.fromkeys(hit.path for hit in hits):
            click.echo(path)
    else:
        for line in results.result_lines(hits, style_of(color), width_of_terminal()):
            click.echo(line, color=True)
        click.echo(results.total_line(hits, page, limit), err=True)
    return 0 if hits.total else 1
