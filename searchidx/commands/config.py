"""``searchidx config``: what is set, and where."""

from __future__ import annotations

import click

from searchidx.commands.command import Command
from searchidx.commands.options import json_option

HELP = """Show which settings are in effect, and where each comes from.

\b
Examples:
  searchidx config
  searchidx config --json
  SEARCHIDX_LIMIT=5 searchidx config

searchidx help config tells what can be set, and where.
"""


@click.command("config", cls=Command, help=HELP)
@json_option
def command(as_json: bool) -> int:
    """Show the settings."""
    from searchidx.commands import COMMANDS, cli
    from searchidx.commands.configured import checked, options_of
    from searchidx.commands.output import write_json
    from searchidx.config import config_files, effective
    from searchidx.presentation.settings import settings_lines, settings_record

    context = click.get_current_context()
    options: dict[str, dict[str, click.Parameter]] = {}
    for name in COMMANDS:
        found = cli.get_command(context, name)
        for one in found.commands.values() if isinstance(found, click.Group) else [found]:
            if one is not None:
                options.setdefault(name, {}).update(options_of(one))
    settings = effective(options)
    for name, values in settings.items():
        for key, setting in values.items():
            takers = [options[name]] if name else list(options.values())
            for taker in takers:
                if key in taker:
                    checked(setting, key, taker[key])
    files = config_files(COMMANDS)
    if as_json:
        write_json(settings_record(files, settings))
    else:
        for line in settings_lines(files, settings):
            click.echo(line)
    return 0
