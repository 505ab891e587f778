"""The command line: one file per command, loaded when it is called."""

from __future__ import annotations

import importlib

import click

from searchidx import __version__
from searchidx.commands.command import CommandGroup

# In the order in which a new user meets them.
COMMANDS = {
    "build": "Index a folder of articles.",
    "search": "Find articles by their words, best first.",
    "place": "Find every article that mentions a place.",
    "quotes": "Find what was said, by whom and when.",
    "speakers": "List who is quoted.",
    "places": "List the places that articles mention.",
    "timeline": "Draw the matches of a query over time.",
    "saved": "Keep searches under a name, and see what is new in them.",
    "terms": "Tell which words set the matches of a query apart.",
    "show": "Show one article.",
    "related": "Find articles like one.",
    "copies": "List the copies of an article and what each changed.",
    "parse": "Show what is understood of article files.",
    "stats": "Tell what the index holds.",
    "status": "Tell whether the folder has changed.",
    "errors": "List what could not be read.",
    "check": "Check the index for damage.",
    "repair": "Mend a damaged index from its folder.",
    "config": "Show what is set, and where.",
    "completion": "Print what completes commands, fields and names in a shell.",
    "help": "Explain the query language, dates, settings, files and more.",
}

EXAMPLES = """\b
Examples:
  searchidx build articles              index the folder "articles"
  searchidx search "oil price" opec     articles with all of this
  searchidx search flood --since 2022-05 --sort newest
  searchidx place Kharkiv               every article that mentions it
  searchidx help query                  all that a query can say
"""


HELP_OPTIONS = {"-h", "--help"}
# These work whatever the settings are.
UNSET = {"config", "help", "completion"}


class LazyGroup(CommandGroup):
    """Imports a command's file only when that command runs, so that --help is at once there."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"searchidx.commands.{name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and take the defaults of its options from the settings."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(_unknown(args[0]))
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and name is not None and not HELP_OPTIONS.intersection(rest):
            from searchidx.commands.configured import defaults_of

            ctx.default_map = {name: defaults_of(command, name, COMMANDS)} if name not in UNSET else None
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, 1)
    meant = f"Did you mean searchidx {near[0]}?" if near else f"To look for it: searchidx search {name}"
    return f"There is no command {name!r}. {meant}"


@click.group(
    cls=LazyGroup,
    help=f"Full-text search for a folder of news articles.\n\n{EXAMPLES}",
    epilog="Exit codes: 0 found or done, 1 nothing found, 2 error.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="searchidx")
def cli() -> None:
    """Hold the commands."""
