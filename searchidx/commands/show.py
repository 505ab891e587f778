"""``searchidx show``: one article."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Show one article by its id, the path that search results name.

\b
Examples:
  searchidx show 2022/10/04/savannah-strike.txt
  searchidx show feed.jsonl#12 --json
"""


@click.command("show", cls=Command, help=HELP)
@click.argument("article_id", metavar="ID", shell_complete=values.article)
@index_option
@click.option(
    "--json", "as_json", is_flag=True, help="The record that parse --jsonl prints, as one JSON object."
)
@terminal_options
def command(article_id: str, index_dir: Path, as_json: bool, terminal: Terminal) -> int:
    """Show an article."""
    from searchidx.commands.output import write_json
    from searchidx.index import Index
    from searchidx.presentation.article import article_lines

    with Index.open(index_dir) as index:
        terminal = terminal.linking(index.folder)
        article = index.article(article_id)
    if as_json:
        write_json(article.record())
    else:
        terminal.show(article_lines(article, terminal.style, terminal.width))
    return 0
