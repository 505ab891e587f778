"""Whether an index still says what its folder says: exactly, or in a blink."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from searchidx.errors import IndexDirectoryError, ReadError
from searchidx.reading.names import name_on_disk
from searchidx.store.generation import Generation, attachment_name, newest_number
from searchidx.store.settings import (
    OWN_PLACES,
    OWN_SPEAKERS,
    own_digest,
    read_own_places,
    read_own_speakers,
)
from searchidx.sync.changes import Changes, compare
from searchidx.sync.manifest import Manifest
from searchidx.sync.scan import file_digest, scan_folder
from searchidx.sync.state import MANIFEST, read_state

# How long finding out may take, and how large a manifest may be to be loaded for it.
HINT_SECONDS = 0.05
HINT_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Status:
    """An index compared with its folder.

    ``articles``, ``files`` and ``built`` (ISO 8601, UTC) are those of the index; ``problems`` is the number of files
    that could not be read, wholly or in part, when they were last tried. ``own_files`` are the
    names of the user's own files beside the index that have changed since, so that a build reads everything anew.
    """

    folder: Path
    built: str
    articles: int
    files: int
    problems: int
    changes: Changes
    own_files: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Has a build anything to do?"""
        return self.changes.differs or bool(self.own_files)


def status(directory: Path) -> Status:
    """Compare an index with its folder; raises ``IndexDirectoryError``, or ``ReadError`` if the folder is not there."""
    state = read_state(directory)
    folder = state.folder or directory
    scan = scan_folder(folder, directory)
    manifest = state.manifest
    changes = compare(manifest.files, scan.files, scan.failed, folder, lambda path: file_digest(folder, path))
    return Status(
        folder,
        state.generation.built,
        manifest.articles,
        len(manifest.files),
        len(manifest.problems),
        changes,
        tuple(_own_files_changed(directory, state.generation)),
    )


def _own_files_changed(directory: Path, built: Generation) -> Iterator[str]:
    if own_digest(read_own_places(directory)) != built.own_places:
        yield OWN_PLACES
    if own_digest(read_own_speakers(directory)) != built.own_speakers:
        yield OWN_SPEAKERS


def problems(directory: Path) -> list[ReadError]:
    """Return what could not be read when the index was built, by path; raises ``IndexDirectoryError``."""
    manifest = read_state(directory).manifest
    return [ReadError(*problem) for path in sorted(manifest.problems) for problem in manifest.problems[path]]


def seems_changed(directory: Path, seconds: float = HINT_SECONDS) -> bool:
    """Tell in a bounded time whether the folder of an index has changed, as far as can be seen in it.

    Looks at the times of the folders first, which change with every file that comes or goes, then at the files, as
    many as the time allows, each time from another one on. True is sure, but may be about files that are no articles.
    """
    until = time.monotonic() + seconds
    try:
        number = newest_number(directory)
        if os.stat(directory / attachment_name(MANIFEST, number)).st_size > HINT_BYTES:
            return False
        state = read_state(directory)
        folder = str(state.folder)
        return _folders_changed(state.manifest, folder, until) or _files_changed(
            state.manifest, folder, until
        )
    except (OSError, IndexDirectoryError):
        return False  # a search that worked need not end with an error about this


def _folders_changed(manifest: Manifest, folder: str, until: float) -> bool:
    for path, modified in manifest.folders.items():
        if time.monotonic() > until:
            return False
        try:
            if os.stat(os.path.join(folder, name_on_disk(path))).st_mtime_ns != modified:
                return True
        except OSError:
            return True
    return False


def _files_changed(manifest: Manifest, folder: str, until: float) -> bool:
    paths = list(manifest.files)
    start = time.time_ns() % max(1, len(paths))
    for path in (*paths[start:], *paths[:start]):
        if time.monotonic() > until:
            return False
        known = manifest.files[path]
        try:
            stats = os.stat(os.path.join(folder, name_on_disk(path)))
        except OSError:
            return True
        if stats.st_size != known.size or known.modified not in (0, stats.st_mtime_ns):
            return True
    return False
