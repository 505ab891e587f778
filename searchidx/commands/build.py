"""``searchidx build``: index a folder of articles."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.options import index_option

if TYPE_CHECKING:
    from searchidx.sync.build import BuildReport

HELP = """Index every article of FOLDER (default: corpus): .txt, .md and .jsonl files, in its subfolders too.

The old index answers until the new one is complete. Files that cannot be read are named with the reason, the rest is
indexed, and the exit code is then 2.
"""

PROBLEMS_SHOWN = 20


@click.command("build", help=HELP)
@click.argument("folder", default="corpus", type=click.Path(path_type=Path))
@index_option
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    default=10,
    show_default=True,
    metavar="MB",
    help="Files larger than this are not read.",
)
def command(folder: Path, index_dir: Path, max_size: float) -> int:
    """Build the index."""
    from searchidx.index import Index

    with click.progressbar(
        length=1, label="Indexing", file=sys.stderr, hidden=not sys.stderr.isatty(), show_eta=True
    ) as bar:

        def progress(done: int, files: int, articles: int) -> None:
            bar.length = max(files, 1)
            bar.label = f"Indexing {articles:,} articles"
            bar.update(done - bar.pos)

        report = Index.build(folder, index_dir, max_bytes=int(max_size * 1_000_000), progress=progress)
    tell(report, folder, index_dir)
    return 2 if report.failed else 0


def tell(report: BuildReport, folder: Path, index_dir: Path) -> None:
    """Say on stderr what was built and what was not."""
    from searchidx.presentation.results import count_of
    from searchidx.presentation.stats import size_of

    name_problems("skipped", [f"{file.path}: {file.reason}" for file in report.skipped])
    name_problems("not read", [str(error) for error in report.failed])
    seconds = max(report.seconds, 1e-3)
    click.echo(
        f"{count_of(report.articles, 'article')} of {folder} indexed in {seconds:.1f} s"
        f" ({report.articles / seconds:,.0f} a second), {size_of(report.index_bytes)} in {index_dir}.",
        err=True,
    )
    if not report.articles:
        click.echo(f"There is no .txt, .md or .jsonl article in {folder}.", err=True)


def name_problems(what: str, problems: Sequence[str]) -> None:
    """Name the first files that were left out, and how many more there are."""
    from searchidx.presentation.style import visible

    for problem in problems[:PROBLEMS_SHOWN]:
        click.echo(f"{what}: {visible(problem)}", err=True)
    if len(problems) > PROBLEMS_SHOWN:
        click.echo(f"{what}: {len(problems) - PROBLEMS_SHOWN:,} more", err=True)
