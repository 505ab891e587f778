"""``searchidx parse``: what is understood of article files, without an index."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Show what is understood of article files: their dates, headlines, speakers, places and text.

\b
Examples:
  searchidx parse articles/2022-05-12.txt
  searchidx parse articles --jsonl > understood.jsonl

PATH is a file or a folder. --jsonl prints one JSON object per article and line. Files that cannot be read are named
on stderr, and the exit code is then 2.
"""


@click.command("parse", cls=Command, help=HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--jsonl", "as_jsonl", is_flag=True, help="One JSON object per article and line.")
@terminal_options
def command(paths: tuple[Path, ...], as_jsonl: bool, terminal: Terminal) -> int:
    """Parse files."""
    from searchidx.article import Article
    from searchidx.errors import ReadError
    from searchidx.parsing import parse_paths
    from searchidx.presentation.article import article_lines
    from searchidx.presentation.records import json_line
    from searchidx.presentation.style import visible

    style, width = terminal.style, terminal.width
    failed = articles = 0
    for item in parse_paths(paths):
        if isinstance(item, Article):
            if as_jsonl:
                click.echo(json_line(item.record()))
            else:
                if articles:
                    click.echo()
                for line in article_lines(item, style, width):
                    click.echo(line, color=True)
            articles += 1
        elif isinstance(item, ReadError):
            failed += 1
            click.echo(f"not read: {visible(str(item))}", err=True)
    return 2 if failed else 0 if articles else 1
