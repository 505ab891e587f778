"""What an index was built from, read without opening the index itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from searchidx.errors import IndexDirectoryError, IndexMissingError
from searchidx.frozen import frozen
from searchidx.reading.names import name_on_disk, shown_name
from searchidx.store.generation import Generation, attachment_name, check_sizes, read_sealed, with_newest
from searchidx.store.sealed import damaged, unseal
from searchidx.store.settings import read_settings
from searchidx.sync.garbage import collector_paused
from searchidx.sync.manifest import MANIFEST, Manifest, unpack_manifest

T = TypeVar("T")


@frozen
class State:
    """One generation of an index, the manifest that belongs to it, and the folder of the articles (absolute).

    ``folder`` is None only where nothing was ever built.
    """

    generation: Generation
    manifest: Manifest
    folder: Path | None


def read_state(directory: Path) -> State:
    """Return the newest state of an index; raises ``IndexDirectoryError``: missing, of another version, damaged."""

    def unpack(content: bytes, path: Path) -> Manifest:
        with collector_paused():
            return unpack_manifest(content, path)

    return State(*_newest(directory, unpack))


def read_columns(directory: Path) -> tuple[Path | None, dict[str, Any]]:
    """Return the folder of the newest state, and its manifest as it is stored, which takes a fourth of the time.

    Raises as ``read_state`` does.
    """
    _, columns, folder = _newest(directory, unseal)
    return folder, columns


def _newest(directory: Path, unpack: Callable[[bytes, Path], T]) -> tuple[Generation, T, Path | None]:
    """Return the newest generation, its manifest unpacked, and its folder."""
    read_settings(directory)

    def read(generation: Generation) -> tuple[Generation, T, Path | None]:
        if not generation.number:
            raise IndexMissingError(
                f"There is no index in {directory}. Build one: searchidx build FOLDER --index {directory}"
            )
        name = attachment_name(MANIFEST, generation.number)
        content = read_sealed(directory, generation, name)
        return generation, unpack(content, directory / name), located(generation.folder, directory)

    return with_newest(directory, read)


def check_whole(directory: Path, generation: Generation) -> None:
    """Raise ``IndexDamagedError`` if a file of a generation is missing or of another size, or a small one has changed.

    Only for who holds the writer lock. Takes no time to speak of; ``searchidx.sync.check`` looks at every byte.
    """
    try:
        check_sizes(directory, generation)
        for name in generation.files:
            if name.endswith(".toc"):
                read_sealed(directory, generation, name)
    except FileNotFoundError as error:
        raise damaged(directory, f"{os.path.basename(error.filename)} is missing") from error


def folder_of(directory: Path) -> Path | None:
    """Return the folder that an index was built from, None if there is no index that says so."""
    try:
        return located(read_settings(directory).folder, directory)
    except IndexDirectoryError:
        return None


def location(folder: Path, directory: Path) -> str:
    """Return how an index notes its folder: relative to itself if it lies beside it, in it or above it.

    So a folder with articles and index in it can be moved or copied, and the index still finds its own articles.
    """
    top = os.path.realpath(directory)
    folder_path = os.path.realpath(folder)
    try:
        near = os.path.commonpath([top, folder_path]) in (folder_path, top, os.path.dirname(top))
    except ValueError:  # on another drive
        near = False
    return shown_name((os.path.relpath(folder_path, top) if near else folder_path).replace(os.sep, "/"))


def located(location: str, directory: Path) -> Path:
    """Return the absolute path of a folder from what ``location`` gave."""
    return Path(os.path.normpath(os.path.join(os.path.realpath(directory), name_on_disk(location))))
