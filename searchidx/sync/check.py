"""Checking an index: every byte as it was written, and every article where the manifest says it is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from searchidx.errors import IndexDamagedError
from searchidx.frozen import frozen
from searchidx.store.commit import seal_file
from searchidx.store.generation import Generation, newest_number, read_generation, record_name
from searchidx.store.settings import read_settings
from searchidx.sync.manifest import Manifest
from searchidx.sync.state import read_state

# A file is named only so often, however many of its articles are missing.
_NAMED = 20


@frozen
class Finding:
    """Something wrong with an index: the file of the index, or the path of the article's file, and what it is."""

    name: str
    what: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


def check(directory: Path) -> list[Finding]:
    """Return what is wrong with an index, nothing where all is well.

    Raises ``IndexMissingError`` or ``IndexVersionError`` where there is nothing to be checked.
    """
    try:
        read_settings(directory)
    except IndexDamagedError as error:
        return [Finding("searchidx.json", _reason(error))]
    try:
        generation = read_generation(directory)
    except IndexDamagedError as error:
        return [Finding(record_name(newest_number(directory)), _reason(error))]
    findings = list(_damaged_files(directory, generation))
    if not findings:
        findings = list(_structure(directory))
    if findings and newest_number(directory) != generation.number:
        return check(directory)  # a writer came between
    return findings


def _damaged_files(directory: Path, generation: Generation) -> Iterator[Finding]:
    for name, sealed in sorted(generation.files.items()):
        try:
            found = seal_file(directory / name)
        except OSError as error:
            yield Finding(name, f"cannot be read ({error.strerror or error})")
            continue
        if found.size != sealed.size:
            yield Finding(name, f"has {found.size:,} bytes instead of {sealed.size:,}")
        elif found.digest != sealed.digest:
            yield Finding(name, "is not as it was written (its checksum differs)")


def _structure(directory: Path) -> Iterator[Finding]:
    """Compare the articles of the index with the manifest."""
    from searchidx.store.contents import articles_by_path

    try:
        manifest = read_state(directory).manifest
        held = articles_by_path(directory)
    except IndexDamagedError as error:
        yield Finding(os.fspath(directory), _reason(error))
        return
    yield from _disagreements(manifest, held)


def _disagreements(manifest: Manifest, held: Counter[str]) -> Iterator[Finding]:
    wrong = [
        path
        for path in sorted(manifest.files.keys() | held.keys())
        if held[path] != (manifest.files[path].articles if path in manifest.files else 0)
    ]
    for path in wrong[:_NAMED]:
        expected = manifest.files[path].articles if path in manifest.files else 0
        yield Finding(path, f"has {held[path]:,} articles in the index instead of {expected:,}")
    if len(wrong) > _NAMED:
        yield Finding(f"{len(wrong) - _NAMED:,} more files", "have another number of articles in the index")


def _reason(error: IndexDamagedError) -> str:
    """Return what is wrong without what to do, which is said once for all findings."""
    return str(error).partition(" is damaged: ")[2].partition(". Mend it: ")[0] or str(error)
