"""``searchidx copies``: the same story elsewhere, and what each version changed."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """List the copies of an article, and what each left out (-) and put in (+).

\b
Example:
  searchidx copies 2022/10/04/savannah-strike.txt

Copies are found when the index is built: the same story in several papers, cut, with another headline or lede.
"""


@click.command("copies", cls=Command, help=HELP)
@click.argument("article_id", metavar="ID", shell_complete=values.article)
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with every change in full.")
@terminal_options
def command(article_id: str, index_dir: Path, as_json: bool, terminal: Terminal) -> int:
    """List copies."""
    from searchidx.commands.output import write_json
    from searchidx.index import Index
    from searchidx.presentation.copies import copies_lines, copies_record

    with Index.open(index_dir) as index:
        terminal = terminal.linking(index.folder)
        own = index.article(article_id)
        copies = index.copies(article_id)
    if as_json:
        write_json(copies_record(own, copies))
    elif copies:
        terminal.show(copies_lines(own, copies, terminal.style, terminal.width))
    if not copies:
        click.echo(f"{article_id} has no copies in this index.", err=True)
    return 0 if copies else 1
