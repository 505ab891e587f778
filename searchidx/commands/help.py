"""``searchidx help``: explanations that are longer than the help of a command."""

from __future__ import annotations

import click

from searchidx.commands.command import Command
from searchidx.commands.shell import values
from searchidx.commands.terminal import Terminal, terminal_options

HELP = """Explain a topic, or show the help of a command.

\b
Examples:
  searchidx help                 the topics
  searchidx help query           all that a query can say
  searchidx help search
"""

TOPICS = {
    "query": "The query language, with a table of examples.",
    "dates": "How dates are written and understood.",
    "places": "Finding places, and correcting them.",
    "output": "JSON, CSV, exports of every hit, many queries at once.",
    "saved": "Saved searches and what is new in them.",
    "config": "Settings in files and in the environment.",
    "files": "What is read and written, and where.",
    "exit-codes": "What exit codes mean, for scripts.",
}


@click.command("help", cls=Command, help=HELP)
@click.argument("name", required=False, metavar="[TOPIC or COMMAND]", shell_complete=values.topic)
@terminal_options
@click.pass_context
def command(context: click.Context, name: str | None, terminal: Terminal) -> int:
    """Explain."""
    from searchidx.presentation.manual import manual_lines

    if name is None:
        for topic, about in TOPICS.items():
            click.echo(f"  {topic:<12}{about}")
        click.echo("\nExplain one: searchidx help query. Of a command: searchidx help search.", err=True)
        return 0
    if name in TOPICS:
        terminal.show(manual_lines(_text(name), terminal.style, terminal.width))
        return 0
    assert context.parent is not None and isinstance(context.parent.command, click.Group)
    found = context.parent.command.get_command(context.parent, name)
    if found is None:
        raise click.UsageError(f"There is no topic or command {name!r}. Topics: {', '.join(TOPICS)}.")
    with click.Context(found, info_name=name, parent=context.parent) as told:
        click.echo(found.get_help(told))
    return 0


def _text(topic: str) -> str:
    from importlib.resources import files

    package = files("searchidx")
    file = ("query", "language.md") if topic == "query" else ("commands", "topics", f"{topic}.md")
    return package.joinpath(*file).read_text(encoding="utf-8")
