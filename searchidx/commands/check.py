"""``searchidx check``: is every byte of the index as it was written?"""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option

HELP = """Check the index: the checksum of every file, and every article against the list of what was read.

\b
Examples:
  searchidx check
  searchidx check --index archive

Names what is damaged; the exit code is then 2, and searchidx repair mends it.
"""


@click.command("check", cls=Command, help=HELP)
@index_option
def command(index_dir: Path) -> int:
    """Check the index."""
    from searchidx.commands.progress import step_bar
    from searchidx.index import Index
    from searchidx.presentation.style import visible

    with step_bar(f"Checking every byte in {index_dir}", alone=True):
        findings = Index.check(index_dir)
    for finding in findings:
        click.echo(f"damaged: {visible(str(finding))}")
    if findings:
        click.echo(
            f"The index in {index_dir} is damaged. Mend it: searchidx repair --index {index_dir}", err=True
        )
        return 2
    click.echo(f"The index in {index_dir} is whole.", err=True)
    return 0
