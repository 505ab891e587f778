"""``searchidx build``: bring the index of a folder up to date."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from searchidx.commands.command import Command
from searchidx.commands.options import index_option, wait_option

HELP = """Index the articles of FOLDER: .txt, .md and .jsonl files, in its subfolders too.

\b
Examples:
  searchidx build articles             index a folder, or bring its index up to date
  searchidx build                      the folder of last time
  searchidx build articles --watch     and follow every change

FOLDER is the one the index was built from, unless given; corpus at first. Only files that are new or have changed are
read. The old index answers until the new one is complete, whatever happens. Files that cannot be read are named with
the reason, the rest is indexed, and the exit code is then 2.
"""

DEFAULT_FOLDER = Path("corpus")
# Who follows a folder lets others write to the index in between (seconds).
WATCHING_WAIT = 3600.0


@click.command("build", cls=Command, help=HELP)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@index_option
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MB",
    help="Files larger than this are not read.  [default: as last time, 10 at first]",
)
@click.option("--rebuild", is_flag=True, help="Read everything anew.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--retry-failed", is_flag=True, help="Also read the files that searchidx errors lists.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read.  [default: one per processor]",
)
@wait_option
@click.option("--watch", is_flag=True, help="Go on, and follow every change in FOLDER until interrupted.")
def command(folder: Path | None, index_dir: Path, max_size: float | None, watch: bool, **options: Any) -> int:
    """Build the index."""
    from searchidx.index import Index

    folder = folder or (None if Index.folder_of(index_dir) else DEFAULT_FOLDER)
    if watch:
        options["wait"] = max(options["wait"], WATCHING_WAIT)
    max_bytes = int(max_size * 1_000_000) if max_size is not None else None
    build = partial(_build, folder, index_dir, max_bytes=max_bytes, **options)
    if not watch:
        return build()
    Index.watch(folder, index_dir, build)
    return 0


def _build(folder: Path | None, index_dir: Path, **options: Any) -> int:
    from searchidx.commands.progress import progress_bar, tell_built
    from searchidx.index import Index
    from searchidx.presentation.changes import change_lines, counts_of

    with progress_bar() as progress:
        report = Index.build(folder, index_dir, progress=progress, **options)
    if not options["dry_run"]:
        return tell_built(report, index_dir)
    for line in change_lines(report.changes):
        click.echo(line)
    click.echo(f"To do: {counts_of(report.changes) or 'nothing'}. Nothing was written.", err=True)
    return 0
