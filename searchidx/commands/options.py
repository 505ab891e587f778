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


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


def date_options(command: F) -> F:
    """Add --since and --until."""
    since = click.option("--since", metavar="DATE", help='First day: "2022-05-12", "2022-05", "last week".')
    until = click.option("--until", metavar="DATE", help="Last day, itself included.")
    return since(until(command))


def match_options(command: F) -> F:
    """Add --all and --any; they end up in ``match``, None where neither is given."""
    every = click.option(
        "--all", "match", flag_value="all", help="All words must match, or nothing is found."
    )
    some = click.option("--any", "match", flag_value="any", help="Any of the words will do.")
    return every(some(command))


def sort_option(things: str) -> Callable[[F], F]:
    """Add --sort for ``things`` that have a date, or none."""
    return click.option(
        "--sort",
        type=click.Choice(["relevance", "newest", "oldest"]),
        default="relevance",
        show_default=True,
        help=f"{things} without a date come last.",
    )


_FORMS = {
    "json": "One JSON object.",
    "jsonl": "One JSON object per {thing} and line.",
    "csv": "CSV with a header line.",
    "geojson": "One GeoJSON FeatureCollection.",
    "count": "Only the number of matches.",
    "paths": "Only the paths, one per line.",
}
HIT_FORMS = ("json", "jsonl", "csv", "count", "paths")


def form_options(*names: str, thing: str = "hit") -> Callable[[F], F]:
    """Add options that choose how an answer is written; they end up in ``form``, None where none is given."""

    def add(command: F) -> F:
        for name in reversed(names):
            text = _FORMS[name].format(thing=thing)
            command = click.option(f"--{name}", "form", flag_value=name, help=text)(command)
        return command

    return add


def most_option(things: str, default: int, least: int = 0) -> Callable[[F], F]:
    """Add -n/--limit for an answer that is a list of ``things``; 0 shows all, where ``least`` allows it."""
    return click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=least),
        default=default,
        show_default=True,
        help=f"{things} shown." if least else f"{things} shown; 0: all.",
    )


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
