"""What a build shows while it runs and says when it is done, for the commands that build."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from searchidx.sync.build import BuildReport, Progress

T = TypeVar("T")

PROBLEMS_SHOWN = 20
MANY = 200  # hits that take a while to write
STEP = 25


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


@contextlib.contextmanager
def export_bar(number: int) -> Iterator[Callable[[Iterable[T]], Iterator[T]]]:
    """Give what passes hits on and counts them: a bar on a terminal while many go into a file or a pipe."""
    hidden = number < MANY or sys.stdout.isatty() or not sys.stderr.isatty()
    with click.progressbar(
        length=number, label=f"Writing {number:,} hits", file=sys.stderr, hidden=hidden, show_eta=True
    ) as bar:

        def counted(hits: Iterable[T]) -> Iterator[T]:
            for done, hit in enumerate(hits, 1):
                yield hit
                if not hidden and (done % STEP == 0 or done == number):
                    bar.update(done - bar.pos)

        yield counted


@contextlib.contextmanager
def step_bar(label: str, alone: bool = False) -> Iterator[Callable[[str], None]]:
    """Give what shows how far work of unknown length has come, on a terminal.

    Nothing is shown where answers are written to it meanwhile; ``alone`` says that none are.
    """
    hidden = not sys.stderr.isatty() or (sys.stdout.isatty() and not alone)

    def step(text: str) -> None:
        if not hidden:
            click.echo(f"\r\x1b[K{text}", err=True, nl=False, color=True)

    step(label)
    try:
        yield step
    finally:
        if not hidden:
            click.echo("\r\x1b[K", err=True, nl=False, color=True)


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
