"""``searchidx errors``: what could not be read when the index was built."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option

HELP = """List what could not be read when the index was built, with the reasons.

\b
Examples:
  searchidx errors
  searchidx errors --jsonl

searchidx build --retry-failed tries these files again. The exit code is 1 if there are none.
"""


@click.command("errors", cls=Command, help=HELP)
@index_option
@click.option("--jsonl", "as_jsonl", is_flag=True, help="One JSON object per line.")
def command(index_dir: Path, as_jsonl: bool) -> int:
    """List the problems."""
    from searchidx.index import Index
    from searchidx.presentation.records import json_line
    from searchidx.presentation.style import visible

    problems = Index.problems(index_dir)
    for problem in problems:
        if as_jsonl:
            click.echo(json_line({"path": problem.path, "reason": problem.reason}))
        else:
            click.echo(visible(str(problem)))
    if not problems:
        click.echo("Everything could be read.", err=True)
    return 0 if problems else 1
