"""Which files of a folder hold articles: a walk in sorted order that nothing in the folder can stop."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from searchidx.errors import ReadError
from searchidx.frozen import frozen
from searchidx.reading.names import shown_name

#: The endings (in lower case) of the files that are read.
ARTICLE_SUFFIXES = (".txt", ".md", ".jsonl")


@frozen
class FileEntry:
    """A file that should hold articles: ``path`` below the folder, ``size`` in bytes, ``modified`` in nanoseconds."""

    path: str
    size: int
    modified: int


@frozen
class Skipped:
    """A file or folder that is left out on purpose, and why; nothing is wrong with it."""

    path: str
    reason: str


def iter_files(folder: str | os.PathLike[str]) -> Iterator[FileEntry | Skipped | ReadError]:
    """Walk ``folder`` and give its article files sorted by path, and with them what cannot or need not be read.

    Hidden files and folders (a leading dot) are passed over. Links are followed, unless what they lead to lies in the
    folder anyway, or has been walked already: so nothing is read twice, and loops end. A file that is none of
    ``ARTICLE_SUFFIXES`` is ``Skipped``; what should be read and cannot be is a ``ReadError``, given and not raised.

    Raises ReadError if ``folder`` itself is missing or cannot be listed.
    """
    root = os.fspath(folder)
    try:
        with os.scandir(root):
            pass
    except ValueError as error:
        raise ReadError(shown_name(root), "is no name of a folder") from error
    except OSError as error:
        raise ReadError(shown_name(root), reason_of(error)) from error
    return _Walk(root).entries()


def is_article_file(path: str) -> bool:
    """Tell by its ending whether a file is one that is read."""
    return path.lower().endswith(ARTICLE_SUFFIXES)


def reason_of(error: OSError) -> str:
    """Say in a clause why the operating system refused a file."""
    known = {
        errno.ENOENT: "does not exist (any more)",
        errno.ENOTDIR: "is not a folder",
        errno.EISDIR: "is a folder, not a file with text",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.ELOOP: "is a link that leads back to itself",
        errno.ENAMETOOLONG: "has a path that is too long for the system",
    }
    return known.get(error.errno or 0) or (error.strerror or str(error)).lower()


class _Walk:
    """One walk: remembers which folders behind links have been seen."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.real_root = os.path.realpath(root)
        self.seen: set[tuple[int, int]] = set()

    def entries(self) -> Iterator[FileEntry | Skipped | ReadError]:
        self._is_new(os.stat(self.root))
        waiting = [self._listing("")]
        while waiting:
            for name, entry in waiting[-1]:
                path = shown_name(name)
                kind = self._kind_of(path, entry)
                if kind is not None:
                    yield kind
                    continue
                try:
                    waiting.append(self._listing(name))
                except OSError as error:
                    yield ReadError(path, reason_of(error))
                    continue
                break
            else:
                waiting.pop()

    def _listing(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """List what is not hidden in a folder, in the order that sorts whole paths: "a.txt" before "a/b.txt"."""
        found = []
        with os.scandir(os.path.join(self.root, folder)) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    shown = shown_name(entry.name)
                    found.append((f"{shown}/" if _is_folder(entry) else shown, name, entry))
        found.sort(key=itemgetter(0))
        found.reverse()
        return _taken_from(found)

    def _kind_of(self, path: str, entry: os.DirEntry[str]) -> FileEntry | Skipped | ReadError | None:
        """Return what to give for an entry, or None for a folder to be walked."""
        try:
            if entry.is_file(follow_symlinks=False) and is_article_file(path):  # as nearly all are
                status = entry.stat(follow_symlinks=False)
                if status.st_size:
                    return FileEntry(path, status.st_size, status.st_mtime_ns)
                return Skipped(path, "is empty")
            if entry.is_symlink() and self._is_walked_anyway(entry.path):
                return Skipped(path, "is a link into the same folder")
            status = entry.stat()
        except OSError as error:
            if entry.is_symlink() and error.errno == errno.ENOENT:
                return ReadError(path, "is a link to something that does not exist")
            return ReadError(path, reason_of(error))
        if stat.S_ISDIR(status.st_mode):
            return (
                None if self._is_new(status) else Skipped(path, "is a link to a folder that is read already")
            )
        if not is_article_file(path):
            ending = os.path.splitext(path)[1]
            return Skipped(path, f"not an article format ({ending or 'no ending'})")
        if not stat.S_ISREG(status.st_mode):
            return ReadError(path, f"is {kind_of_file(status.st_mode)}, not a file with text")
        if not status.st_size:
            return Skipped(path, "is empty")
        return FileEntry(path, status.st_size, status.st_mtime_ns)

    def _is_new(self, status: os.stat_result) -> bool:
        identity = (status.st_dev, status.st_ino)
        if identity in self.seen and identity != (0, 0):
            return False
        self.seen.add(identity)
        return True

    def _is_walked_anyway(self, link: str) -> bool:
        target = os.path.realpath(link)
        if not os.path.exists(target):
            return False
        try:
            inside = Path(target).relative_to(self.real_root)
        except ValueError:
            return False
        return not any(part.startswith(".") for part in inside.parts)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def kind_of_file(mode: int) -> str:
    """Name what a file is that is no regular file, from its ``st_mode``."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")


def _taken_from(found: list[tuple[str, str, os.DirEntry[str]]]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give the last one first, and let go of each: an entry takes more memory than what is made of it."""
    while found:
        _, name, entry = found.pop()
        yield name, entry
