"""``searchidx status``: does the index still say what its folder says?"""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option, json_option

HELP = """Compare the index with its folder, file by file.

\b
Examples:
  searchidx status
  searchidx status --json
  searchidx status || searchidx build

Names the files that are new, changed, moved or gone since the index was built, and says whether places.txt or
speakers.txt has changed. The exit code is 0 if nothing has and 1 otherwise; searchidx build takes it in.
"""


@click.command("status", cls=Command, help=HELP)
@index_option
@json_option
def command(index_dir: Path, as_json: bool) -> int:
    """Compare index and folder."""
    from searchidx.commands.output import write_json
    from searchidx.index import Index
    from searchidx.presentation.changes import change_lines, status_line
    from searchidx.presentation.records import status_record

    status = Index.status(index_dir)
    if as_json:
        write_json(status_record(status))
    else:
        for line in change_lines(status.changes):
            click.echo(line)
        click.echo(status_line(status), err=True)
    return 1 if status.differs else 0
