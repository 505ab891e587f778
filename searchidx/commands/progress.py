"""What a build shows while it runs and says when it is done, for the commands that build."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from searchidx.sync.build import BuildReport, Progress

PROBLEMS_SHOWN = 20


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show a progress bar on a terminal; give what a build calls to move it."""
    with click.progressbar(
        length=1, label="Indexing", file=sys.stderr, hidden=not sys.stderr.isatty(), show_eta=True
    ) as bar:

        def progress(done: int, files: int, articles: int) -> None:
            bar.length = max(files, 1)
            bar.label = f"Indexing {articles:,} articles"
            bar.update(done - bar.pos)

        yield progress


def tell_built(report: BuildReport, index_dir: Path) -> int:
    """Say on stderr what was built and what was not; return the exit code."""
    from searchidx.presentation.changes import build_line, shown_folder

    if report.reason:
        click.echo(f"Everything was read anew, because {report.reason}.", err=True)
    if not report.changes.unchanged:
        name_problems("skipped", [f"{file.path}: {file.reason}" for file in report.skipped])
    name_problems("not read", [str(error) for error in report.failed])
    name_problems("kept as it was", report.changes.unreachable)
    click.echo(build_line(report, index_dir), err=True)
    if not report.articles:
        click.echo(f"There is no .txt, .md or .jsonl article in {shown_folder(report.folder)}.", err=True)
    return 2 if report.failed else 0


def name_problems(what: str, problems: Sequence[str]) -> None:
    """Name the first files that were left out, and how many more there are."""
    from searchidx.presentation.style import visible

    for problem in problems[:PROBLEMS_SHOWN]:
        click.echo(f"{what}: {visible(problem)}", err=True)
    if len(problems) > PROBLEMS_SHOWN:
        click.echo(f"{what}: {len(problems) - PROBLEMS_SHOWN:,} more", err=True)
