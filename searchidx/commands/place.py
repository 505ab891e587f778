"""``searchidx place``: every article that mentions a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.options import color_option, date_options, index_option, output_options, page_options

if TYPE_CHECKING:
    from searchidx.index import Sort

HELP = """Find every article that mentions a place, newest first, each with the sentences in which it does.

\b
Examples:
  searchidx place Kharkiv
  searchidx place "Saudi Arabia" --since 1987-03 --csv
"""


@click.command("place", help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@index_option
@page_options(None)
@date_options
@click.option(
    "--sort", type=click.Choice(["newest", "oldest", "relevance"]), default="newest", show_default=True
)
@output_options
@color_option
def command(
    words: tuple[str, ...],
    index_dir: Path,
    limit: int | None,
    page: int,
    since: str | None,
    until: str | None,
    sort: Sort,
    form: str | None,
    color: str,
) -> int:
    """Find a place."""
    from searchidx.commands.output import tell_changes, tell_dates, write_hits
    from searchidx.index import Index

    with Index.open(index_dir) as index:
        hits = index.mentioning(
            " ".join(words), since=since, until=until, sort=sort, limit=limit or None, page=page
        )
        tell_dates(hits)
        code = write_hits(hits, form, color, page, limit or None)
        tell_changes(index)
    return code
