"""``searchidx search``: find articles by their words, best first."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from searchidx.commands.command import Command
from searchidx.commands.options import (
    HIT_FORMS,
    date_options,
    form_options,
    index_option,
    match_options,
    page_options,
    sort_option,
)
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options
from searchidx.query.recency import DEFAULT_HALF_LIFE, is_half_life

if TYPE_CHECKING:
    from searchidx.index import Match, Sort
    from searchidx.store.overviews.matches import FacetName

HELP = """Find articles by their words, best first.

\b
Examples:
  searchidx search oil price opec            all three words
  searchidx search '"counter attack"'        a phrase
  searchidx search 'flood AND (dam OR levee) NOT headline:sport'
  searchidx search 'speaker:hromov' --since 2022-05 --sort newest
  searchidx search 'evacuat*' --json
  searchidx search flood --facet places --facet month
  searchidx search flood -n 0 --csv > flood.csv       every hit
  searchidx search --batch queries.txt > answers.jsonl

Words without a field search headline and body. All of them must match; where no article has them all, that is
said and those with some are ranked. The same story in several papers is one hit, its copies are counted beside it.
"""


@click.command("search", cls=Command, help=HELP)
@click.argument("words", nargs=-1, metavar="QUERY", shell_complete=values.query)
@index_option
@page_options(10)
@match_options
@date_options
@sort_option("Articles")
@click.option(
    "--recent",
    is_flag=False,
    flag_value=DEFAULT_HALF_LIFE,
    metavar="[AGE]",
    help="Recent articles count up to double; AGE is a half-life such as 7d, 2w, 6m.  [default: 30d]",
)
@click.option("--expand", is_flag=True, help="Also look for what the best matches have in common.")
@click.option("--all-copies", is_flag=True, help="List each copy of a story in several papers as a hit.")
@click.option(
    "--facet",
    "facets",
    multiple=True,
    type=click.Choice(["speakers", "places", "source", "year", "month"]),
    help="Count all matches by this, below the hits or in --json; may be given several times.",
)
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Answer the queries of a file, one per line (- for stdin), as JSON lines or --csv.",
)
@form_options(*HIT_FORMS)
@terminal_options
def command(
    words: tuple[str, ...],
    index_dir: Path,
    limit: int,
    page: int,
    match: Match | None,
    since: str | None,
    until: str | None,
    sort: Sort,
    recent: str | None,
    expand: bool,
    all_copies: bool,
    facets: tuple[FacetName, ...],
    batch: BinaryIO | None,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Run a search."""
    if recent is not None and not is_half_life(recent):  # --recent stood alone, before a word of the query
        words, recent = (recent, *words), DEFAULT_HALF_LIFE
    if batch is None and not words:
        raise click.UsageError("Say what to look for, as in: searchidx search flood dam")
    if batch is not None and (words or facets or form not in (None, "jsonl", "csv")):
        raise click.UsageError(
            "--batch takes its queries from the file, and goes with --jsonl or --csv only."
        )
    if facets and form not in (None, "json"):
        raise click.UsageError(f"--facet counts below the hits or in --json; it does not go with --{form}.")
    from searchidx.commands.batch import run_batch
    from searchidx.commands.output import tell_changes, tell_dates, tell_recency, tell_relaxed, write_hits
    from searchidx.index import Index

    with Index.open(index_dir) as index:
        search = partial(
            index.search,
            match=match or "auto",
            limit=limit or None,
            page=page,
            since=since,
            until=until,
            sort=sort,
            recent=recent,
            expand=expand,
            all_copies=all_copies,
        )
        if batch is not None:
            return run_batch(batch, search, index.version, form)
        hits = search(" ".join(words))
        tell_dates(hits)
        tell_recency(hits)
        tell_relaxed(hits)
        counted = [hits.facet(name) for name in dict.fromkeys(facets)]
        code = write_hits(hits, index, form, terminal, page, limit or None, counted)
        tell_changes(index)
    return code
