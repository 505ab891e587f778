"""Build the index of a folder: read every file, parse every article, commit once at the end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from searchidx.errors import ReadError
from searchidx.parsing import parse_file
from searchidx.reading import SIZE_LIMIT, FileEntry, Skipped, iter_files
from searchidx.store.writer import rebuild

# Called as progress(files done, files in all, articles so far).
Progress = Callable[[int, int, int], None]


@dataclass(slots=True)
class BuildReport:
    """What a build did. ``skipped`` files are no articles (another format), ``failed`` ones could not be read.

    ``seconds`` is the time it took, ``text_bytes`` the size of the files read, ``index_bytes`` that of the index.
    """

    articles: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[ReadError] = field(default_factory=list)
    seconds: float = 0.0
    text_bytes: int = 0
    index_bytes: int = 0


def build(
    folder: Path, directory: Path, *, max_bytes: int | None = None, progress: Progress | None = None
) -> BuildReport:
    """Index every article of ``folder`` into ``directory``; what was there answers until all is written."""
    report = BuildReport()
    started = time.perf_counter()
    files: list[FileEntry] = []
    for entry in iter_files(folder):
        if isinstance(entry, FileEntry):
            files.append(entry)
        elif isinstance(entry, Skipped):
            report.skipped.append(entry)
        else:
            report.failed.append(entry)
    with rebuild(directory, folder) as index:
        for number, file in enumerate(files, 1):
            report.text_bytes += file.size
            for item in parse_file(folder, file.path, max_bytes or SIZE_LIMIT):
                if isinstance(item, ReadError):
                    report.failed.append(item)
                else:
                    index.add(item)
                    report.articles += 1
            if progress:
                progress(number, len(files), report.articles)
    report.index_bytes = sum(file.stat().st_size for file in directory.iterdir() if file.is_file())
    report.seconds = time.perf_counter() - started
    return report
