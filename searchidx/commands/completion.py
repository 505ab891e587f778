"""``searchidx completion``: what makes a shell complete commands, fields and names."""

from __future__ import annotations

import click

from searchidx.commands.command import Command

HELP = """Print the script that makes a shell complete commands, options, fields, and names out of the index.

\b
Examples:
  searchidx completion bash >> ~/.bashrc
  searchidx completion zsh > ~/.zfunc/_searchidx      a directory in $fpath
  searchidx completion fish > ~/.config/fish/completions/searchidx.fish

Then a new shell completes, say, searchidx search speaker:hro[TAB] to the speakers of this name.
"""


@click.command("completion", cls=Command, help=HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print a script."""
    from importlib.resources import files

    click.echo(
        files("searchidx.commands.shell").joinpath(f"{shell}.txt").read_text(encoding="utf-8"), nl=False
    )
    return 0
