"""Writing hits in the form that was asked for, and the exit code that goes with them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searchidx.commands.progress import export_bar
from searchidx.commands.terminal import Terminal, write_lines
from searchidx.presentation import records, results
from searchidx.presentation.facets import facet_lines
from searchidx.presentation.suggestions import suggestion_lines
from searchidx.query import recency
from searchidx.query.dates import describe

if TYPE_CHECKING:
    from searchidx.asking.quote_hits import QuoteHits
    from searchidx.asking.suggestions import Suggestion
    from searchidx.index import Hits, Index
    from searchidx.store.overviews.matches import Facet


def tell_dates(hits: Hits) -> None:
    """Say on stderr which days --since and --until were understood to mean."""
    if hits.dates:
        click.echo(f"Dates: {describe(hits.dates)}.", err=True)


def tell_recency(hits: Hits) -> None:
    """Say on stderr how the age of articles counts, where it does."""
    if hits.recency:
        click.echo(f"{recency.describe(hits.recency)}.", err=True)


def tell_relaxed(hits: Hits | QuoteHits, thing: str = "article") -> None:
    """Say on stderr that nothing has all of the words, where some had to do."""
    if hits.relaxed:
        click.echo(f"No {thing} has all of these words; ranked by those it has some of.", err=True)


def tell_suggestions(found: Sequence[Suggestion], thing: str = "article") -> None:
    """Say on stderr what to ask instead."""
    for line in suggestion_lines(found, thing):
        click.echo(line, err=True)


def write_json(record: Mapping[str, Any]) -> None:
    """Write one JSON object to stdout."""
    click.echo(records.json_object(record))


def write_file(path: Path, text: str) -> None:
    """Write a file that was asked for; what the operating system refuses ends the command with its reason."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror or error}.") from error


def tell_changes(index: Index) -> None:
    """Say on stderr if the folder seems to have changed; after the hits, so that nobody waits for it."""
    sys.stdout.flush()
    if index.seems_changed():
        click.echo("The folder has changed since the index was built: searchidx status tells how.", err=True)


def write_hits(
    hits: Hits,
    index: Index,
    form: str | None,
    terminal: Terminal,
    page: int,
    limit: int | None,
    facets: Sequence[Facet] = (),
) -> int:
    """Write a page of hits to stdout and what is to be said of it to stderr; return the exit code."""
    from searchidx.asking.suggestions import FEW

    if form == "count":
        click.echo(hits.total)
    elif form == "json":
        write_json(records.hits_record(hits, index.version, facets))
    elif form in ("jsonl", "csv"):
        as_lines = records.hits_as_jsonl if form == "jsonl" else records.hits_as_csv
        with export_bar(len(hits)) as counted:
            write_lines(as_lines(hits, index.version, counted(hits)))
    elif form == "paths":
        write_lines(dict.fromkeys(hit.path for hit in hits))
    else:
        terminal = terminal.linking(index.folder)
        terminal.show(
            chain(
                results.result_lines(hits, terminal.style, terminal.width),
                facet_lines(facets, terminal.style, terminal.width),
            )
        )
        click.echo(results.total_line(hits, page, limit), err=True)
        if facets and hits.copies:
            click.echo("The counts above are of articles and copies alike.", err=True)
        if hits.relaxed or hits.match == "any" or hits.total <= FEW:
            tell_suggestions(hits.suggestions)
    if hits.copies and form in ("jsonl", "csv", "paths"):
        click.echo(f"{results.found_line(hits)}; --all-copies writes each.", err=True)
    return 0 if hits.total else 1
