"""``searchidx quotes``: what was said, by whom, when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import Command
from searchidx.commands.options import (
    date_options,
    index_option,
    page_options,
)
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

if TYPE_CHECKING:
    from searchidx.index import Match, Sort

HELP = """Find quotes by their words, best first, each with its speaker, date and article.

\b
Examples:
  searchidx quotes dam --by malinowska
  searchidx quotes '"no need" price*' --since 1987-03
  searchidx quotes --by hromov --sort newest

Without QUERY all quotes, by that speaker. NAME is any part of a name, in any known spelling.
"""


@click.command("quotes", cls=Command, help=HELP)
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=values.query)
@click.option("--by", metavar="NAME", shell_complete=values.speaker, help="Only quotes of this speaker.")
@index_option
@page_options(10)
@click.option("--all", "match", flag_value="all", help="All words must match, or nothing is found.")
@click.option("--any", "match", flag_value="any", help="Any of the words will do.")
@date_options
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="Quotes without a date come last.",
)
@click.option("--count", "form", flag_value="count", help="Only the number of matches.")
@click.option("--csv", "form", flag_value="csv", help="CSV with a header line.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object per quote and line.")
@click.option("--json", "form", flag_value="json", help="One JSON object.")
@terminal_options
def command(
    words: tuple[str, ...],
    by: str | None,
    index_dir: Path,
    limit: int,
    page: int,
    match: Match | None,
    since: str | None,
    until: str | None,
    sort: Sort,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Find quotes."""
    from searchidx.commands.output import tell_suggestions
    from searchidx.index import Index
    from searchidx.presentation import quotes
    from searchidx.presentation.records import csv_row, json_line

    with Index.open(index_dir) as index:
        terminal = terminal.linking(index.folder)
        hits = index.quotes(
            " ".join(words) or None,
            by=by,
            match=match or "auto",
            limit=limit or None,
            page=page,
            since=since,
            until=until,
            sort=sort,
        )
        if hits.relaxed:
            click.echo("No quote has all of these words; ranked by those it has some of.", err=True)
        if form == "count":
            click.echo(hits.total)
        elif form == "json":
            click.echo(quotes.quotes_as_json(hits))
        elif form == "jsonl":
            for hit in hits:
                click.echo(json_line(quotes.quote_record(hit)))
        elif form == "csv":
            click.echo(csv_row(quotes.COLUMNS))
            for hit in hits:
                click.echo(csv_row(quotes.quote_row(hit)))
        else:
            terminal.show(quotes.quote_lines(hits, terminal.style, terminal.width))
            click.echo(quotes.total_line(hits, page), err=True)
            tell_suggestions(hits.suggestions, "quote")
    return 0 if hits.total else 1
