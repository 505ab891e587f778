"""``searchidx repair``: build a damaged index anew from its folder."""

from __future__ import annotations

from pathlib import Path

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option, wait_option

HELP = """Check the index and, if anything is damaged, build it anew from the files of its folder.

\b
Examples:
  searchidx repair
  searchidx repair articles --index archive

FOLDER need only be given where the damage took its name away.
"""


@click.command("repair", cls=Command, help=HELP)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@index_option
@wait_option
def command(folder: Path | None, index_dir: Path, wait: float) -> int:
    """Repair the index."""
    from searchidx.commands.progress import progress_bar, tell_built
    from searchidx.index import Index
    from searchidx.presentation.style import visible

    with progress_bar() as progress:
        findings, report = Index.repair(index_dir, folder, wait=wait, progress=progress)
    for finding in findings:
        click.echo(f"damaged: {visible(str(finding))}", err=True)
    if report is None:
        click.echo(f"The index in {index_dir} is whole, there is nothing to mend.", err=True)
        return 0
    return tell_built(report, index_dir)
