"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

index_option = click.option(
    "--index",
    "index_dir",
    metavar="DIR",
    default="index",
    envvar="SEARCHIDX_INDEX",
    show_default=True,
    show_envvar=True,
    type=click.Path(path_type=Path),
    help="Where the index lies.",
)

wait_option = click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=0,
    metavar="SECONDS",
    help="How long to wait while another process writes to the index.",
)


def date_options(command: F) -> F:
    """Add --since and --until."""
    since = click.option("--since", metavar="DATE", help='First day: "2022-05-12", "2022-05", "last week".')
    until = click.option("--until", metavar="DATE", help="Last day, itself included.")
    return since(until(command))


def output_options(command: F) -> F:
    """Add the options that choose how hits are written; they end up in ``form``."""
    for name, text in (
        ("paths", "Only the paths, one per line."),
        ("count", "Only the number of matches."),
        ("csv", "CSV with a header line."),
        ("jsonl", "One JSON object per hit and line."),
        ("json", "One JSON object."),
    ):
        command = click.option(f"--{name}", "form", flag_value=name, help=text)(command)
    return command


def page_options(default_limit: int | None) -> Callable[[F], F]:
    """Add -n/--limit and --page."""

    def add(command: F) -> F:
        limit = click.option(
            "-n",
            "--limit",
            type=click.IntRange(min=0),
            default=default_limit,
            show_default=default_limit is not None,
            help="Hits shown; 0: all." if default_limit else "Hits shown; all unless given.",
        )
        page = click.option("--page", type=click.IntRange(min=1), default=1, help="Which page of hits.")
        return limit(page(command))

    return add
