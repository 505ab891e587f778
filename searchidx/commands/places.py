"""``searchidx places``: the places that articles mention, by the number of articles."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import date_options, form_options, index_option, most_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """List the places of the collection, or of the articles that match a query, by the number of articles.

\b
Examples:
  searchidx places                            the whole collection
  searchidx places flood -n 0 --csv           all places of the articles about floods
  searchidx places 'place:Ukraine' --geojson  to be drawn on a map
"""


@click.command("places", cls=Command, help=HELP)
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=values.query)
@index_option
@most_option("Places", 20)
@date_options
@form_options("json", "jsonl", "csv", "geojson", thing="place")
@terminal_options
def command(
    words: tuple[str, ...],
    index_dir: Path,
    limit: int,
    since: str | None,
    until: str | None,
    form: str | None,
    terminal: Terminal,
) -> int:
    """List places."""
    from dataclasses import asdict

    from searchidx.commands.output import tell_changes, write_json
    from searchidx.index import Index
    from searchidx.presentation import places as shown
    from searchidx.presentation.records import json_line
    from searchidx.presentation.results import count_of

    with Index.open(index_dir) as index:
        places = index.places(" ".join(words) or None, limit=limit or None, since=since, until=until)
        if form == "json":
            write_json(shown.places_record(places))
        elif form == "geojson":
            write_json(shown.places_geojson(places))
        elif form == "csv":
            for line in shown.places_as_csv(places):
                click.echo(line)
        elif form == "jsonl":
            for place in places:
                click.echo(json_line(asdict(place)))
        else:
            terminal.show(shown.place_lines(places, terminal.width))
        if len(places) < places.total:
            click.echo(
                f"{count_of(places.total, 'place')}, {len(places):,} shown. All of them: -n 0", err=True
            )
        elif not places.total:
            click.echo("No place is mentioned.", err=True)
        tell_changes(index)
    return 0 if places.total else 1
