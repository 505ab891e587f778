"""Writing to whoever reads: a person at a terminal, through a pager where it is long, or a file or pipe."""

from __future__ import annotations

import functools
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from searchidx.frozen import frozen
from searchidx.presentation.style import Style

if TYPE_CHECKING:
    import subprocess

F = TypeVar("F", bound=Callable[..., Any])

WIDEST = 110  # columns; longer lines are hard to read
# As git has it: leave at once where all fits, keep colours, leave the text on the screen.
LESS = "FRX"
PAGERS = ("less", "more")


@frozen
class Terminal:
    """What stdout can show. ``links`` says whether paths may be links; the folder they lead to is set later."""

    style: Style
    width: int
    height: int
    paged: bool
    links: bool

    def linking(self, folder: Path) -> Terminal:
        """Return a terminal on which the paths of articles lead to the files in this folder."""
        return replace(self, style=replace(self.style, folder=folder)) if self.links else self

    def show(self, lines: Iterable[str]) -> None:
        """Write lines for a person to read."""
        rest = iter(lines)
        first = list(islice(rest, self.height - 1)) if self.paged else []
        if len(first) < self.height - 1 or not _page(chain(first, rest)):
            for line in chain(first, rest):
                click.echo(line, color=True)


def _page(lines: Iterable[str]) -> bool:
    """Write lines through the pager; return False, with nothing taken, where there is none."""
    command = _pager()
    if not command:
        return False
    import subprocess

    environment = {"LESS": LESS, "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(
            command, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8", errors="replace"
        )
    except OSError:
        return False
    assert pager.stdin is not None
    try:
        for line in lines:
            pager.stdin.write(f"{line}\n")
        pager.stdin.close()
    except BrokenPipeError:  # who reads has seen enough
        pass
    finally:
        _wait(pager)
    return True


def _wait(pager: subprocess.Popen[str]) -> None:
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:  # is for the pager, which shares the terminal
            continue
        return


def _pager() -> list[str]:
    """Return the command of the pager, [] where none is wanted or there."""
    wanted = os.environ.get("PAGER")
    if wanted is not None:
        command = shlex.split(wanted)
        return [] if command[:1] == ["cat"] else command
    return next(([pager] for pager in PAGERS if shutil.which(pager)), [])


def terminal_options(command: F) -> F:
    """Add --color, --no-links and --no-pager; the command gets them as ``terminal``."""

    @functools.wraps(command)
    def with_terminal(*arguments: Any, color: str, links: bool, pager: bool, **more: Any) -> Any:
        return command(*arguments, terminal=terminal_of(color, links, pager), **more)

    wrapped: Any = with_terminal
    for option in (
        click.option(
            "--pager/--no-pager", default=True, help="Show long answers page by page on a terminal."
        ),
        click.option("--links/--no-links", default=True, help="Make paths links on a terminal."),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Colour and marked matches; auto: on a terminal, unless NO_COLOR is set.",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def terminal_of(color: str, links: bool, pager: bool) -> Terminal:
    """Return what stdout can show, as far as the options let it."""
    on_terminal = sys.stdout.isatty()
    able = on_terminal and os.environ.get("TERM") != "dumb"
    if color == "auto":
        style = Style(colour=able and not os.environ.get("NO_COLOR"), emphasis=able)
    else:
        style = Style(colour=color == "always", emphasis=color == "always")
    size = shutil.get_terminal_size((100, 24))
    return Terminal(
        style,
        width=max(20, min(WIDEST, size.columns)),
        height=max(2, size.lines),
        paged=pager and able and sys.stdin.isatty(),
        links=links and able and color != "never" and os.environ.get("TERM") != "linux",
    )


def write_lines(lines: Iterable[str]) -> None:
    """Write lines of data to stdout as they come; whoever reads them may go away."""
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
