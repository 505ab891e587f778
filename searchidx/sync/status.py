"""Whether an index still says what its folder says, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from searchidx.errors import ReadError
from searchidx.frozen import frozen
from searchidx.store.generation import Generation
from searchidx.store.settings import (
    OWN_PLACES,
    OWN_SPEAKERS,
    own_digest,
    read_own_places,
    read_own_speakers,
)
from searchidx.sync.changes import Changes, compare
from searchidx.sync.scan import file_digest, scan_folder
from searchidx.sync.state import read_state


@frozen
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
