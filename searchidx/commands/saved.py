"""``searchidx saved``: searches under a name, and what is new in them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searchidx.commands.command import CommandGroup
from searchidx.commands.options import date_options, form_options, index_option, json_option, match_options
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options, write_lines

if TYPE_CHECKING:
    from searchidx.index import Match
    from searchidx.news import News
    from searchidx.saved import SavedSearches

HELP = """Keep searches under a name, and see what is new in them since the last run.

\b
Examples:
  searchidx saved add oder 'flood AND place:Oder'
  searchidx saved run oder            what it finds that was not there last time
  searchidx saved run --all --jsonl   new articles of all saved searches
  searchidx saved list
  searchidx saved remove oder

They belong to an index and lie in a plain file of yours; searchidx help saved tells where.
"""


@click.group("saved", cls=CommandGroup, help=HELP)
def command() -> None:
    """Hold the commands."""


@command.command("add")
@click.argument("name")
@click.argument("words", nargs=-1, required=True, metavar="QUERY", shell_complete=values.query)
@index_option
@match_options
@date_options
@click.option("--replace", "replaces", is_flag=True, help="Take the place of a search of this name.")
def add(
    name: str,
    words: tuple[str, ...],
    index_dir: Path,
    match: Match | None,
    since: str | None,
    until: str | None,
    replaces: bool,
) -> int:
    """Save a search; --since and --until are kept as typed, and mean other days on another day.

    \b
    Examples:
      searchidx saved add oder 'flood AND place:Oder'
      searchidx saved add week strike --since "last week"
    """
    from searchidx.asking.days import date_range
    from searchidx.query.parser import parse
    from searchidx.saved import SavedSearch

    query = " ".join(words)
    parse(query)  # a mistake is best met now
    date_range(since, until)
    search = SavedSearch(name, query, match or "auto", since, until, _now())
    _searches(index_dir).add(search, replaces=replaces)
    click.echo(f"Saved. See what it finds: searchidx saved run {name}", err=True)
    return 0


@command.command("list")
@index_option
@json_option
def list_saved(index_dir: Path, as_json: bool) -> int:
    """List the saved searches.

    \b
    Examples:
      searchidx saved list
      searchidx saved list --json
    """
    from dataclasses import asdict

    from searchidx.commands.output import write_json
    from searchidx.presentation.news import saved_lines

    saved = _searches(index_dir)
    found = saved.all()
    if as_json:
        write_json({"directory": str(saved.directory), "searches": [asdict(search) for search in found]})
    else:
        write_lines(saved_lines(found))
    if not found:
        click.echo("No search is saved for this index. Save one: searchidx saved add NAME QUERY", err=True)
    return 0 if found else 1


@command.command("run")
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=values.saved)
@click.option("--all", "every", is_flag=True, help="Run all saved searches.")
@index_option
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    help="New articles shown; all unless given. The others stay new.",
)
@click.option("--keep", is_flag=True, help="Leave them new: the next run tells of them again.")
@click.option(
    "--count", "form", flag_value="count", help="Only numbers: new, all, name of each search; all stay new."
)
@form_options("jsonl", "csv", thing="new article")
@terminal_options
def run(
    names: tuple[str, ...],
    every: bool,
    index_dir: Path,
    limit: int | None,
    keep: bool,
    form: str | None,
    terminal: Terminal,
) -> int:
    """Show what is new in saved searches since they were last run; all of it the first time.

    \b
    Examples:
      searchidx saved run oder
      searchidx saved run --all --count
      searchidx saved run --all --jsonl --keep

    The exit code is 0 if anything is new, 1 if nothing is.
    """
    from searchidx.commands.progress import step_bar
    from searchidx.index import Index
    from searchidx.news import gather

    if bool(names) == every:
        raise click.UsageError("Name the searches to run, or give --all. searchidx saved list names them.")
    saved = _searches(index_dir)
    searches = saved.all() if every else [saved.get(name) for name in dict.fromkeys(names)]
    if not searches:
        click.echo("No search is saved for this index. Save one: searchidx saved add NAME QUERY", err=True)
        return 1
    with Index.open(index_dir) as index:
        terminal = terminal.linking(index.folder)
        with step_bar("Searching", alone=True):
            found, mistakes = gather(index, saved, searches)
        _write_news(found, form, limit, terminal)
        for news in () if keep or form == "count" else found:
            saved.remember(news.search.name, news.seen_after(limit), _now())
    for name, error in mistakes:
        click.echo(f"searchidx: {name}: {error}", err=True)
    return 2 if mistakes else 0 if any(news.new for news in found) else 1


@command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=values.saved)
@index_option
def remove(names: tuple[str, ...], index_dir: Path) -> int:
    """Forget saved searches.

    \b
    Example:
      searchidx saved remove oder
    """
    saved = _searches(index_dir)
    for name in names:
        saved.remove(name)
    return 0


def _searches(index_dir: Path) -> SavedSearches:
    from searchidx.saved import SavedSearches

    return SavedSearches(index_dir)


def _write_news(found: list[News], form: str | None, limit: int | None, terminal: Terminal) -> None:
    from searchidx.presentation import news as shown

    if form == "count":
        write_lines(f"{len(news.new)}\t{news.hits.total}\t{news.search.name}" for news in found)
    elif form == "jsonl":
        write_lines(shown.news_as_jsonl(found, limit))
    elif form == "csv":
        write_lines(shown.news_as_csv(found, limit))
    else:
        terminal.show(shown.news_lines(found, terminal.style, terminal.width, limit))


def _now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
