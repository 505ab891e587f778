"""One writer at a time: a lock of the operating system, which dies with the process that holds it."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from searchidx.errors import IndexLockedError, IndexWriteError

# The file that Whoosh's own writers lock, so that they and searchidx keep out of each other's way.
LOCK_FILE = "MAIN_WRITELOCK"
POLL_SECONDS = 0.1
# Windows lets nobody read the locked first byte, so that what is to be read starts after it.
_NOTE_OFFSET = 1

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def writer_lock(directory: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the right to write to an index directory, which is made if it is not there.

    Waits up to ``wait`` seconds for another writer. Raises ``IndexLockedError``, which names the process that holds
    the lock and since when, or ``IndexWriteError`` if the directory cannot be written at all.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(
            directory / LOCK_FILE, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666
        )
    except OSError as error:
        raise IndexWriteError(
            f"{directory} cannot be written: {error.strerror or error}. Give another directory with --index, or"
            " make this one writable."
        ) from error
    try:
        _wait_for(descriptor, directory, wait)
        _leave_note(descriptor)
        yield
    finally:
        os.close(descriptor)  # which gives up the lock


def _wait_for(descriptor: int, directory: Path, wait: float) -> None:
    until = time.monotonic() + wait
    while not _try_lock(descriptor):
        left = until - time.monotonic()
        if left <= 0:
            raise IndexLockedError(
                f"Another process is writing to {directory}: {_holder(descriptor)}."
                " Wait until it is done (--wait SECONDS), or end it; nothing is left locked then."
            )
        time.sleep(min(POLL_SECONDS, left))


def _leave_note(descriptor: int) -> None:
    """Write down who holds the lock, for the message that others get; no harm where the disk is full."""
    since = datetime.datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
    note = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since})
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, b" " * _NOTE_OFFSET + note.encode())


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, _NOTE_OFFSET, os.SEEK_SET)
        note = json.loads(os.read(descriptor, 4096))
        return f"process {int(note['pid'])} on {str(note['host'])!a}, since {str(note['since'])!a}"
    except (OSError, ValueError, KeyError, TypeError):
        return "a process that left no name"
