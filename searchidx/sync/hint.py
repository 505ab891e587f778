"""Whether the folder of an index seems to have changed, told in a blink at the end of a search.

What it needs is imported late: for a large collection the answer is no, whatever the folder holds.
"""

from __future__ import annotations

import os
import time
from itertools import chain
from pathlib import Path
from typing import Any

from searchidx.errors import IndexDirectoryError
from searchidx.store.generation import attachment_name, newest_number
from searchidx.sync.manifest import MANIFEST

# How long looking may take (some 3,000 files), and how large a manifest may be to be loaded for it (some 24,000 files,
# 15 milliseconds): a search of its own takes only ten times as long.
HINT_SECONDS = 0.01
HINT_BYTES = 2_000_000


def seems_changed(directory: Path, seconds: float = HINT_SECONDS) -> bool:
    """Tell in a bounded time whether the folder of an index has changed, as far as can be seen in it.

    Looks at the times of the folders first, which change with every file that comes or goes, then at the files, as
    many as the time allows, each time from another one on. True is sure, but may be about files that are no articles.
    """
    try:
        number = newest_number(directory)
        if os.stat(directory / attachment_name(MANIFEST, number)).st_size > HINT_BYTES:
            return False
        from searchidx.sync.state import read_columns

        found, columns = read_columns(directory)  # bounded by the size of the manifest
        folder = str(found)
        until = time.monotonic() + seconds
        return _folders_changed(columns, folder, until) or _files_changed(columns, folder, until)
    except (OSError, IndexDirectoryError):
        return False  # a search that worked need not end with an error about this


def _folders_changed(columns: dict[str, Any], folder: str, until: float) -> bool:
    from searchidx.reading.names import name_on_disk

    for path, modified in columns["folders"].items():
        if time.monotonic() > until:
            return False
        try:
            if os.stat(os.path.join(folder, name_on_disk(path))).st_mtime_ns != modified:
                return True
        except OSError:
            return True
    return False


def _files_changed(columns: dict[str, Any], folder: str, until: float) -> bool:
    from searchidx.reading.names import name_on_disk

    paths, sizes, times = columns["path"], columns["size"], columns["modified"]
    start = time.time_ns() % max(1, len(paths))
    for row in chain(range(start, len(paths)), range(start)):
        if time.monotonic() > until:
            return False
        try:
            stats = os.stat(os.path.join(folder, name_on_disk(paths[row])))
        except OSError:
            return True
        if stats.st_size != sizes[row] or times[row] not in (0, stats.st_mtime_ns):
            return True
    return False
