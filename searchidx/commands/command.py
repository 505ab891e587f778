"""How help is laid out: examples first."""

from __future__ import annotations

import inspect
import re

import click

_EXAMPLES = re.compile(r"\x08\s*\nExamples?:\n((?:[ ]+.*(?:\n|\Z))+)\n?")


def parted(text: str) -> tuple[list[str], str]:
    """Part a help text into the lines of its examples and the rest."""
    text = inspect.cleandoc(text)
    found = _EXAMPLES.search(text)
    if not found:
        return [], text
    return found[1].rstrip().splitlines(), (text[: found.start()] + text[found.end() :]).strip()


class _ExamplesFirst(click.Command):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        examples, rest = parted(self.help or "")
        if examples:
            formatter.write("Examples:\n" + "".join(f"{line}\n" for line in examples) + "\n")
        shown, self.help = self.help, rest
        try:
            super().format_help(ctx, formatter)
        finally:
            self.help = shown


class Command(_ExamplesFirst):
    """A command whose help begins with its examples (a block after ``\\\\b`` that begins with "Examples:")."""


class CommandGroup(_ExamplesFirst, click.Group):
    """A group of such commands."""

    command_class = Command
