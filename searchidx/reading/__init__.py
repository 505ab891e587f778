"""A folder of files to the articles in them: decoded, cleaned, not yet split; whatever the folder holds.

``iter_files`` walks, ``read_file`` reads one file, on its own, so that other processes can share the work. Nothing is
imported until it is used: a search asks for the names of files alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from searchidx.reading.files import SIZE_LIMIT, Digest, digest_file, read_file
    from searchidx.reading.source import Source
    from searchidx.reading.walk import ARTICLE_SUFFIXES, FileEntry, Skipped, is_article_file, iter_files

__all__ = [
    "ARTICLE_SUFFIXES",
    "SIZE_LIMIT",
    "Digest",
    "FileEntry",
    "Skipped",
    "Source",
    "digest_file",
    "is_article_file",
    "iter_files",
    "read_file",
]

_MODULES = {
    "files": ("SIZE_LIMIT", "Digest", "digest_file", "read_file"),
    "source": ("Source",),
    "walk": ("ARTICLE_SUFFIXES", "FileEntry", "Skipped", "is_article_file", "iter_files"),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
