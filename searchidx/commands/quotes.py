"""``searchidx quotes``: what was said, by whom, when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import Command
from searchidx.commands.options import (
    date_options,
    form_options,
    index_option,
    match_options,
    page_options,
    sort_option,
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
@match_options
@date_options
@sort_option("Quotes")
@form_options("json", "jsonl", "csv", "count", thing="quote")
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
    from searchidx.commands.output import tell_relaxed, tell_suggestions, write_json
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
        tell_relaxed(hits, "quote")
        if form == "count":
            click.echo(hits.total)
        elif form == "json":
            write_json(quotes.quotes_record(hits))
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
