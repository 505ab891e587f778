"""``searchidx related``: articles like one article."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import HIT_FORMS, form_options, index_option, most_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Find the articles most like one, by the words that tell most about it. Its copies are left out.

\b
Examples:
  searchidx related 2022/10/04/savannah-strike.txt
  searchidx related feed.jsonl#12 -n 5 --json
"""


@click.command("related", cls=Command, help=HELP)
@click.argument("article_id", metavar="ID", shell_complete=values.article)
@index_option
@most_option("Hits", 10, least=1)
@form_options(*HIT_FORMS)
@terminal_options
def command(article_id: str, index_dir: Path, limit: int, form: str | None, terminal: Terminal) -> int:
    """Find related articles."""
    from searchidx.commands.output import write_hits
    from searchidx.index import Index

    with Index.open(index_dir) as index:
        hits = index.related(article_id, limit)
        return write_hits(hits, index, form, terminal, 1, None)
