"""Candidates for the word that is being typed."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem, ShellComplete

LINE = "_SEARCHIDX_LINE"
SHELL = "_SEARCHIDX_COMPLETE"


def answer(cli: click.Command) -> int:
    """Print the candidates for the last word of the command line; whatever goes wrong, the shell is not disturbed."""
    try:
        words, word = parted(os.environ.get(LINE, ""))
        completer = ShellComplete(cli, {}, "searchidx", SHELL)
        for line in _lines(completer.get_completions(words, word)):
            sys.stdout.write(f"{line}\n")
    except Exception:
        return 1
    return 0


def parted(line: str) -> tuple[list[str], str]:
    """Return the arguments of a command line before the last word, and the last word without its quotes."""
    for closing in ("", "'", '"'):
        try:
            words = shlex.split(line + closing)
        except ValueError:
            continue
        if not closing and line[-1:].isspace() and not line.endswith("\\ "):
            words.append("")
        return words[1:-1], words[-1] if len(words) > 1 else ""
    return [], ""


def _lines(items: list[CompletionItem]) -> Iterator[str]:
    for item in items:
        if item.type == "plain":  # files and directories are left to the shell
            about = (item.help or "").split("\n")[0]
            yield f"{item.value}\t{about}" if about else str(item.value)
