"""``searchidx stats``: what the index holds."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option, json_option
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Tell what the index holds: articles, days, words, speakers, places, size.

\b
Examples:
  searchidx stats
  searchidx stats --json --index archive
"""


@click.command("stats", cls=Command, help=HELP)
@index_option
@json_option
@terminal_options
def command(index_dir: Path, as_json: bool, terminal: Terminal) -> int:
    """Tell what the index holds."""
    from dataclasses import asdict

    from searchidx.commands.output import write_json
    from searchidx.index import Index
    from searchidx.presentation.stats import stats_lines

    with Index.open(index_dir) as index:
        stats = index.stats()
    if as_json:
        write_json(asdict(stats))
    else:
        terminal.show(stats_lines(stats, terminal.width))
    return 0
