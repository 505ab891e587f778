"""What a folder holds now: its article files, and what is to be said of everything else in it."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from searchidx.errors import ReadError
from searchidx.reading import FileEntry, Skipped, digest_file, is_article_file, iter_files
from searchidx.reading.names import name_on_disk, shown_name
from searchidx.store.sealed import new_hasher
from searchidx.sync.garbage import collector_paused

# A file this young (nanoseconds) may be written to again without its time or size changing. File systems count time in
# steps of up to two seconds.
FRESH = 2_000_000_000


@dataclass(slots=True)
class Scan:
    """The article files of a folder, sorted by path; what was ``skipped`` and what ``failed``; folders' times.

    ``folders`` are the modification times (nanoseconds) of the folders with files in them, "" is the folder itself;
    ``started`` is when the scan began.
    """

    started: int
    files: list[FileEntry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[ReadError] = field(default_factory=list)
    folders: dict[str, int] = field(default_factory=dict)


def scan_folder(folder: Path, index_directory: Path) -> Scan:
    """List a folder; an index directory in it does not count. Raises ``ReadError`` if the folder cannot be listed."""
    scan = Scan(time.time_ns())
    own = _path_below(folder, index_directory)
    scan.folders[""] = _modified(folder)
    with collector_paused():
        for entry in iter_files(folder):
            if own is not None and _is_own(entry, own):
                continue
            if isinstance(entry, FileEntry):
                scan.files.append(entry)
            elif isinstance(entry, Skipped):
                scan.skipped.append(entry)
            else:
                scan.failed.append(entry)
        for parent in {file.path.rpartition("/")[0] for file in scan.files}:
            _note_folders(scan.folders, folder, parent)
    return scan


def file_digest(folder: Path, path: str) -> str:
    """Return the content hash of a file, "" if it cannot be read."""
    hasher = new_hasher()
    try:
        digest_file(folder, path, hasher)
    except ReadError:
        return ""
    return hasher.hexdigest()


def trusted_time(file: FileEntry, scan: Scan) -> int:
    """Return a file's modification time for the manifest: 0 if it may change again without its time changing."""
    return file.modified if file.modified < scan.started - FRESH else 0


def _note_folders(folders: dict[str, int], folder: Path, parent: str) -> None:
    """Note the times of a folder and of those above it."""
    while parent not in folders:
        folders[parent] = _modified(folder / name_on_disk(parent))
        parent = parent.rpartition("/")[0]


def _modified(path: Path) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def _path_below(folder: Path, directory: Path) -> str | None:
    """Return the path of a directory relative to a folder, "" for the folder itself, None outside of it."""
    try:
        below = os.path.relpath(os.path.realpath(directory), os.path.realpath(folder))
    except ValueError:  # on another drive
        return None
    if below == os.curdir:
        return ""
    return None if below.split(os.sep)[0] == os.pardir else shown_name(below.replace(os.sep, "/"))


def _is_own(entry: FileEntry | Skipped | ReadError, own: str) -> bool:
    """Tell whether an entry lies in the index directory; articles beside the index, in the folder itself, do not."""
    if own:
        return entry.path.startswith(own + "/")
    return isinstance(entry, Skipped) and "/" not in entry.path and not is_article_file(entry.path)
