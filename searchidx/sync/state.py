"""What an index was built from, read without opening the index itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from searchidx.errors import IndexMissingError
from searchidx.store.generation import Generation, attachment_name, read_sealed, with_newest
from searchidx.store.settings import read_settings
from searchidx.sync.manifest import Manifest, unpack_manifest

MANIFEST = "manifest"


@dataclass(frozen=True, slots=True)
class State:
    """One generation of an index, and the manifest that belongs to it."""

    generation: Generation
    manifest: Manifest


def read_state(directory: Path) -> State:
    """Return the newest state of an index; raises ``IndexDirectoryError``: missing, of another version, damaged."""
    read_settings(directory)

    def read(generation: Generation) -> State:
        if not generation.number:
            raise IndexMissingError(
                f"There is no index in {directory}. Build one: searchidx build FOLDER --index {directory}"
            )
        name = attachment_name(MANIFEST, generation.number)
        content = read_sealed(directory, generation, name)
        return State(generation, unpack_manifest(content, directory / name))

    return with_newest(directory, read)
