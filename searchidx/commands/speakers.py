"""``searchidx speakers``: who is quoted, and in which articles."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import form_options, index_option, most_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """List who is quoted, with the number of quotes and articles and the first and last day.

\b
Examples:
  searchidx speakers                     the twenty most quoted
  searchidx speakers hromov              everyone of this name, and the articles
  searchidx speakers -n 0 --csv          all of them

NAME is any part of a name, in any known spelling.
"""


@click.command("speakers", cls=Command, help=HELP)
@click.argument("words", nargs=-1, metavar="[NAME]", shell_complete=values.speaker)
@index_option
@most_option("Speakers", 20)
@click.option("--unnamed", is_flag=True, help='Unnamed sources too ("a spokesman").')
@form_options("json", "jsonl", "csv", thing="speaker")
@terminal_options
def command(
    words: tuple[str, ...], index_dir: Path, limit: int, unnamed: bool, form: str | None, terminal: Terminal
) -> int:
    """List speakers."""
    from itertools import chain

    from searchidx.commands.output import write_json
    from searchidx.index import Index
    from searchidx.presentation import quotes, results
    from searchidx.presentation.records import csv_row, hit_record, json_line

    name = " ".join(words)
    with Index.open(index_dir) as index:
        found = index.speakers(name or None, unnamed)
        shown = found[: limit or None]
        records = [quotes.speaker_record(one) for one in shown]
        hits = (
            index.search(f'speaker:"{name.replace(chr(34), " ")}"', limit=None, sort="newest")
            if name
            else None
        )
        if form == "json":
            articles = [hit_record(hit) for hit in hits] if hits else []
            answer = {"total": len(found), "speakers": records} | (
                {"articles": articles} if hits is not None else {}
            )
            write_json(answer)
        elif form == "jsonl":
            for record in records:
                click.echo(json_line(record))
        elif form == "csv":
            click.echo(csv_row(("speaker", "kind", "quotes", "articles", "first", "last")))
            for record in records:
                click.echo(csv_row("" if value is None else value for value in record.values()))
        else:
            terminal = terminal.linking(index.folder)
            lines = quotes.speaker_lines(shown, terminal.style, terminal.width)
            where = quotes.article_lines(hits or (), terminal.style, terminal.width)
            terminal.show(chain(lines, where))
            more = f", {len(shown):,} shown. All: -n 0" if len(shown) < len(found) else ""
            click.echo(f"{results.count_of(len(found), 'speaker')}{more}.", err=True)
    return 0 if found else 1
