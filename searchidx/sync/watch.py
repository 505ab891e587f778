"""Keeping an index up to date as its folder changes, for as long as the program runs."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from searchidx.errors import SearchidxError

# A build starts when nothing has happened for this long, or when something has been happening for that long.
QUIET_SECONDS = 0.5
PATIENCE_SECONDS = 10.0

# Reading a file is an event too, and no change.
_CHANGES = {"created", "modified", "deleted", "moved", "closed"}


def watch(folder: Path, index_directory: Path, bring_up_to_date: Callable[[], object]) -> None:
    """Call ``bring_up_to_date`` after every change in ``folder``, until it raises or the program is interrupted.

    What happens in the index directory is no change. Raises ``SearchidxError`` if watchdog is not installed or the
    system cannot watch the folder.
    """
    try:
        from watchdog.observers import Observer
    except ImportError as error:
        raise SearchidxError(
            "Watching a folder needs the package watchdog. Install it: pip install 'searchidx[watch]'"
        ) from error
    changed = threading.Event()
    observer = Observer()
    handler: Any = _Handler(index_directory, changed)  # of watchdog's handlers it needs only what is called
    observer.schedule(handler, os.path.realpath(folder), recursive=True)
    try:
        observer.start()
    except OSError as error:
        raise SearchidxError(
            f"{folder} cannot be watched: {error.strerror or error}."
            " On Linux, raise fs.inotify.max_user_watches; or run searchidx build from time to time."
        ) from error
    try:
        bring_up_to_date()  # for what changed before the watch began
        while True:
            changed.wait()
            _wait_until_quiet(changed)
            bring_up_to_date()
    finally:
        observer.stop()
        observer.join()


def _wait_until_quiet(changed: threading.Event) -> None:
    for _ in range(int(PATIENCE_SECONDS / QUIET_SECONDS)):
        changed.clear()
        if not changed.wait(QUIET_SECONDS):
            return
    changed.clear()


class _Handler:
    """What watchdog tells of each event."""

    def __init__(self, index_directory: Path, changed: threading.Event) -> None:
        self._own = os.path.realpath(index_directory)
        self._changed = changed

    def dispatch(self, event: Any) -> None:
        """Take one event; called in a thread of watchdog's."""
        if event.event_type not in _CHANGES:
            return
        paths = [os.fsdecode(path) for path in (event.src_path, getattr(event, "dest_path", "")) if path]
        if any(path != self._own and not path.startswith(self._own + os.sep) for path in paths):
            self._changed.set()
