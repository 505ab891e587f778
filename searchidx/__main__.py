"""``python -m searchidx`` and the ``searchidx`` program: runs a command and turns errors into exit codes.

Exit codes: 0 found or done, 1 nothing found, 2 error, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Sequence

import click

from searchidx.commands import cli
from searchidx.errors import QueryError, SearchidxError
from searchidx.sync.garbage import rare_collections


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    # Modules are objects by the ten thousand and no garbage: what looks through them while they are loaded, and once
    # more at the end of the program, takes an eighth of the time of a search.
    with rare_collections():
        code = run(arguments)
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if arguments is None and "_SEARCHIDX_COMPLETE" in os.environ:
        from searchidx.commands.shell.answer import answer

        return answer(cli)
    try:
        # Not cli.main(), which ends a closed pipe with exit code 1.
        with cli.make_context("searchidx", list(sys.argv[1:] if arguments is None else arguments)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except QueryError as error:
        from searchidx.query.explain import explain

        *where, message = explain(error, shutil.get_terminal_size().columns - 2)
        click.echo("\n".join([*(f"  {line}" for line in where), _fitting(f"searchidx: {message}")]), err=True)
        return 2
    except SearchidxError as error:
        click.echo(_fitting(f"searchidx: {error}"), err=True)
        return 2
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code
    except click.ClickException as error:
        _show(error)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("searchidx: interrupted", err=True)
        return 130
    except BrokenPipeError:
        # The reader went away, as `head` does: no error. Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _show(error: click.ClickException) -> None:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"Try '{error.ctx.command_path} --help' for help.\n", err=True)
    click.echo(_fitting(f"Error: {error.format_message()}"), err=True)


def _fitting(message: str) -> str:
    """Break a message at words on a terminal; elsewhere it stays one line, which programs can find."""
    if not sys.stderr.isatty():
        return message
    from searchidx.presentation.wrap import wrap

    return "\n".join(line for line, _ in wrap(message, (), max(20, shutil.get_terminal_size().columns)))


if __name__ == "__main__":
    main()
