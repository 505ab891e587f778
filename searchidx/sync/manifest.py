"""What the index was built from: each file with its size, time, content hash and number of articles.

Kept as columns of JSON, one of the fastest forms to load without importing anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from searchidx.store.sealed import seal, unseal

MANIFEST = "manifest"
"""What its file is called among the attachments of a generation."""

_COLUMNS = ("size", "modified", "digest", "articles")


class KnownFile(NamedTuple):
    """A file as it was last read.

    ``size`` in bytes, ``modified`` in nanoseconds since 1970 (0: too fresh to be trusted, compare contents),
    ``digest`` of the content (empty for a file that could not be read), ``articles`` in the index from it.
    """

    size: int
    modified: int
    digest: str
    articles: int


@dataclass(slots=True)
class Manifest:
    """``files`` by path; ``problems`` by path of the file: (path or path:line, reason) of all that could not be read.

    ``folders`` has the modification times (nanoseconds) of the folders with articles, by path; "" is the folder
    itself. They tell quickly, though not surely, whether anything was added or removed.
    """

    files: dict[str, KnownFile] = field(default_factory=dict)
    problems: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """The number of articles of all files."""
        return sum(map(attrgetter("articles"), self.files.values()))


def pack_manifest(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of its file."""
    columns = zip(*manifest.files.values(), strict=True) if manifest.files else ((),) * len(_COLUMNS)
    fields: dict[str, Any] = {"path": list(manifest.files)}
    fields |= {name: list(column) for name, column in zip(_COLUMNS, columns, strict=True)}
    fields["problems"] = manifest.problems
    fields["folders"] = manifest.folders
    return seal(fields)


def unpack_manifest(content: bytes, path: Path) -> Manifest:
    """Return the manifest from the bytes of its file; raises ``IndexDamagedError`` if they have changed."""
    fields = unseal(content, path)
    rows = map(KnownFile._make, zip(*(fields[name] for name in _COLUMNS), strict=True))
    problems = {file: [(path, reason) for path, reason in rows] for file, rows in fields["problems"].items()}
    return Manifest(dict(zip(fields["path"], rows, strict=True)), problems, fields["folders"])
