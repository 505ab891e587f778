"""``searchidx stats``: what the index holds."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Tell what the index holds: articles, days, words, speakers, places, size.

\b
Examples:
  searchidx stats
  searchidx stats --json --index archive
"""


@click.command("stats", cls=Command, help=HELP)
@index_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@terminal_options
def command(index_dir: Path, as_json: bool, terminal: Terminal) -> int:
    """Tell what the index holds."""
    import json
    from dataclasses import asdict

    from searchidx.index import Index
    from searchidx.presentation.stats import stats_lines

    with Index.open(index_dir) as index:
        stats = index.stats()
    if as_json:
        click.echo(json.dumps(asdict(stats), default=str, ensure_ascii=False, indent=2))
    else:
        terminal.show(stats_lines(stats, terminal.width))
    return 0
