"""``searchidx place``: every article that mentions a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import Command
from searchidx.commands.options import HIT_FORMS, date_options, form_options, index_option, page_options
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

if TYPE_CHECKING:
    from searchidx.index import Sort

HELP = """Find every article that mentions a place, each with the sentences in which it does.

Articles that mention it under any of its names come first, then those that mention something inside it, newest first
in each group. A name that no gazetteer knows is looked for as it is written.

\b
Examples:
  searchidx place Kharkiv
  searchidx place "Saudi Arabia" --since 1987-03 --csv
  searchidx place Georgia --country US --direct
  searchidx place Springfield --in Illinois
  searchidx place Izyum --near 50
"""


@click.command("place", cls=Command, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="NAME", shell_complete=values.place)
@index_option
@page_options(None)
@click.option("--direct", is_flag=True, help="Only articles that mention the place itself.")
@click.option("--demonyms", is_flag=True, help='Also articles with only a demonym, such as "Ukrainian".')
@click.option(
    "--near",
    type=click.FloatRange(min=0, min_open=True),
    metavar="KM",
    help="Also articles that mention a place so near.",
)
@click.option("--country", metavar="NAME", help="Only the places of this name in a country, by name or code.")
@click.option(
    "--in",
    "inside",
    metavar="PLACE",
    shell_complete=values.place,
    help="Only the places of this name inside another.",
)
@date_options
@click.option(
    "--sort",
    type=click.Choice(["newest", "oldest", "relevance"]),
    default="newest",
    show_default=True,
    help="The order in each group; relevance: how central the place is.",
)
@form_options(*HIT_FORMS)
@terminal_options
def command(
    words: tuple[str, ...],
    index_dir: Path,
    limit: int | None,
    page: int,
    direct: bool,
    demonyms: bool,
    near: float | None,
    country: str | None,
    inside: str | None,
    since: str | None,
    until: str | None,
    sort: Sort,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Find a place."""
    from searchidx.commands.output import tell_changes, tell_dates, write_hits
    from searchidx.index import Index
    from searchidx.presentation.places import senses_line

    name = " ".join(words)
    with Index.open(index_dir) as index:
        hits = index.mentioning(
            name,
            since=since,
            until=until,
            sort=sort,
            limit=limit or None,
            page=page,
            country=country,
            inside=inside,
            direct=direct,
            demonyms=demonyms,
            near=near,
        )
        tell_dates(hits)
        mentioned = [each for each in hits.senses if each.articles]
        if len(mentioned) > 1:
            click.echo(senses_line(name, mentioned), err=True)
        code = write_hits(hits, index, form, terminal, page, limit or None)
        tell_changes(index)
    return code
