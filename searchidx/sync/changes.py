"""How a folder differs from what its index was built from."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from searchidx.errors import ReadError
from searchidx.reading import FileEntry
from searchidx.reading.names import name_on_disk
from searchidx.sync.manifest import KnownFile

# Gives the content hash of a file by path, "" for one that cannot be read.
Digest = Callable[[str], str]


@dataclass(slots=True)
class Changes:
    """Each file of the folder or the manifest is in exactly one of these.

    ``added`` and ``changed`` files are to be read, ``again`` are those that could not be read before and have not
    changed since. ``moved`` has (old path, file), ``touched`` files have another time and the same content,
    ``gone`` paths are in the folder no more, ``unreachable`` ones cannot be looked at: their articles stay.
    """

    added: list[FileEntry] = field(default_factory=list)
    changed: list[FileEntry] = field(default_factory=list)
    again: list[FileEntry] = field(default_factory=list)
    moved: list[tuple[str, FileEntry]] = field(default_factory=list)
    touched: list[FileEntry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether the index does not say what the folder says."""
        return bool(self.added or self.changed or self.moved or self.gone)


def compare(
    known: Mapping[str, KnownFile],
    found: Iterable[FileEntry],
    failed: Iterable[ReadError],
    folder: Path,
    digest: Digest,
    retry: Container[str] = (),
) -> Changes:
    """Compare the files of a manifest with those that a scan found.

    ``failed`` is what the scan could not look at, ``retry`` holds the paths of files to be read even if they have not
    changed. Only files whose time has changed and whose size has not, and those that may have been moved, are read.
    """
    changes = Changes()
    seen = set()
    for file in found:
        seen.add(file.path)
        _sort_in(changes, file, known.get(file.path), digest, file.path in retry)
    gone = [path for path in known if path not in seen]
    if gone:
        changes.unreachable = _unreachable(gone, failed, folder)
        kept = set(changes.unreachable)
        changes.gone = [path for path in gone if path not in kept]
    if changes.gone and changes.added:
        _find_moved(changes, known, digest)
    return changes


def _sort_in(changes: Changes, file: FileEntry, old: KnownFile | None, digest: Digest, retry: bool) -> None:
    if old is None:
        changes.added.append(file)
    elif old.size == file.size and old.modified == file.modified and not retry and old.digest:
        changes.unchanged.append(file.path)
    elif not old.digest or retry:
        changes.again.append(file)
    elif old.size == file.size and digest(file.path) == old.digest:
        changes.touched.append(file)
    else:
        changes.changed.append(file)


def _find_moved(changes: Changes, known: Mapping[str, KnownFile], digest: Digest) -> None:
    """Pair added files with gone ones of the same content, each at most once."""
    sources: dict[tuple[int, str], list[str]] = defaultdict(list)
    for path in changes.gone:
        if known[path].digest:
            sources[known[path].size, known[path].digest].append(path)
    sizes = {size for size, _ in sources}
    added = []
    for file in changes.added:
        paths = sources.get((file.size, digest(file.path))) if file.size in sizes else None
        if paths:
            changes.moved.append((paths.pop(0), file))
        else:
            added.append(file)
    changes.added = added
    moved = {old for old, _ in changes.moved}
    changes.gone = [path for path in changes.gone if path not in moved]


def _unreachable(gone: Iterable[str], failed: Iterable[ReadError], folder: Path) -> list[str]:
    """Return which files are missing only because they, or a folder above them, could not be looked at."""
    barred = {error.path for error in failed if _may_be_there(folder, error.path)}
    if not barred:
        return []
    return [path for path in gone if path in barred or any(parent in barred for parent in _parents(path))]


def _parents(path: str) -> Iterable[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _may_be_there(folder: Path, path: str) -> bool:
    """Tell whether articles may still lie behind a path that failed: not where a pipe or a device stands now."""
    try:
        mode = os.stat(folder / name_on_disk(path)).st_mode
    except (OSError, ValueError):
        return True
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
