"""``searchidx timeline``: the matches of a query over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import Command
from searchidx.commands.options import date_options, form_options, index_option, match_options
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

if TYPE_CHECKING:
    from searchidx.index import Match
    from searchidx.store.overviews.timeline import Unit

HELP = """Draw the matches of a query over time, and name the peaks by their best matches.

\b
Examples:
  searchidx timeline flood
  searchidx timeline "oil price" --by month --since 1987
  searchidx timeline strike --svg strike.svg
  searchidx timeline strike --csv > strike.csv

Every matching article counts, copies too. Articles without a date are told below.
"""


@click.command("timeline", cls=Command, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="QUERY", shell_complete=values.query)
@index_option
@click.option(
    "--by",
    type=click.Choice(["day", "week", "month", "year"]),
    help="What a bar stands for; what suits the span of the matches unless given.",
)
@match_options
@date_options
@click.option(
    "--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Draw a picture."
)
@form_options("json", "csv")
@terminal_options
def command(
    words: tuple[str, ...],
    index_dir: Path,
    by: Unit | None,
    match: Match | None,
    since: str | None,
    until: str | None,
    svg: Path | None,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Draw a timeline."""
    from searchidx.commands.output import tell_dates, tell_relaxed, write_file, write_json
    from searchidx.index import Index
    from searchidx.presentation import timeline

    with Index.open(index_dir) as index:
        hits = index.search(" ".join(words), match=match or "auto", limit=0, since=since, until=until)
        found = hits.timeline(by)
    tell_dates(hits)
    tell_relaxed(hits)
    if form == "json":
        write_json(timeline.timeline_record(hits, found))
    elif form == "csv":
        for line in timeline.timeline_csv(found):
            click.echo(line)
    elif svg is None:
        terminal.show(timeline.timeline_lines(hits, found, terminal.style, terminal.width))
    if svg is not None and hits.total:
        write_file(svg, timeline.timeline_svg(hits, found))
        click.echo(f"{svg} written.", err=True)
    click.echo(timeline.summary(hits, found), err=True)
    return 0 if hits.total else 1
