"""Builds that are killed (SIGKILL) at a chosen file operation: a real process, a real end.

``python killing.py`` reads one request per line from stdin, a JSON list of the operation to die at (0: never), the
folder, the index directory, and the build's options. Each is run in a forked process, and one line of JSON is printed:
the number of operations of a build that ended by itself, or null for one that was killed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path

# Audit events of the interpreter; writing and syncing have none and are counted by wrapping them.
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.listdir", "os.scandir"}


class Killer:
    """A process that builds, and dies where it is told to."""

    def __enter__(self):
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_):
        self._process.communicate()

    def build(self, folder: Path, index: Path, die_at: int = 0, **options) -> int | None:
        """Run a build; return how many operations it took, None if it was killed."""
        self._process.stdin.write(json.dumps([die_at, str(folder), str(index), options]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


def _die_at(number: int, below: str, count: list[int]) -> None:
    """Count the operations on files below a directory, and end this process at one of them."""

    def step() -> None:
        count[0] += 1
        if count[0] == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple) -> None:
        if event in EVENTS and isinstance(arguments[0], str | os.PathLike):
            path = os.fspath(arguments[0])
            if isinstance(path, str) and path.startswith(below):
                step()

    sync = os.fsync

    def counted_sync(descriptor: int) -> None:
        step()
        sync(descriptor)
        step()

    os.fsync = counted_sync
    sys.addaudithook(hook)


def _run(die_at: int, folder: str, index: str, options: dict) -> None:
    """Build in a process of its own, and write what came of it to stdout."""
    from searchidx.sync.build import BuildOptions, build

    count = [0]
    child = os.fork()
    if not child:
        try:
            _die_at(die_at, os.path.commonpath([folder, index]), count)
            build(Path(folder), Path(index), BuildOptions(**options))
            os.write(1, f"{count[0]}\n".encode())
        except BaseException:
            traceback.print_exc()
            os.write(1, b'"failed"\n')
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        os.write(1, b"null\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import searchidx.store.update  # noqa: F401  (once, for all builds)

    for line in sys.stdin:
        _run(*json.loads(line))
