"""``searchidx terms``: the words that set the matches of a query apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import Command
from searchidx.commands.options import date_options, form_options, index_option, match_options, most_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

if TYPE_CHECKING:
    from searchidx.index import Match

HELP = """Tell which words set the articles that match a query apart from all others, the strongest first.

\b
Examples:
  searchidx terms flood
  searchidx terms 'speaker:lockwood' -n 40
  searchidx terms 'place:Georgia' --csv
"""


@click.command("terms", cls=Command, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="QUERY", shell_complete=values.query)
@index_option
@most_option("Words", 20, least=1)
@match_options
@date_options
@form_options("json", "csv")
@terminal_options
def command(
    words: tuple[str, ...],
    index_dir: Path,
    limit: int,
    match: Match | None,
    since: str | None,
    until: str | None,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Tell the words."""
    from searchidx.commands.output import tell_dates, tell_relaxed, write_json
    from searchidx.index import Index
    from searchidx.presentation import terms
    from searchidx.presentation.results import found_line

    with Index.open(index_dir) as index:
        hits = index.search(" ".join(words), match=match or "auto", limit=0, since=since, until=until)
        found = hits.terms(limit)
    tell_dates(hits)
    tell_relaxed(hits)
    if form == "json":
        write_json(terms.terms_record(hits, found))
    elif form == "csv":
        for line in terms.terms_csv(found):
            click.echo(line)
    else:
        terminal.show(terms.terms_lines(found, terminal.style, terminal.width))
    click.echo(f"{found_line(hits)}." if hits.total else "No article matches.", err=True)
    return 0 if found else 1
