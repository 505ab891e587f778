"""The work that a build shares out: some files to read, and what came of them, in batches of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from searchidx.article import Article
from searchidx.errors import ReadError
from searchidx.gazetteer.own import parse_own_places
from searchidx.parsing import parse_file
from searchidx.reading import FileEntry
from searchidx.store.sealed import new_hasher

# Files are shared out in tasks of about this many bytes and at most this many files, whoever does them, so that the
# articles come in the same order and portions whatever the number of processes.
TASK_BYTES = 1_000_000
TASK_FILES = 256
# Characters and articles of one batch: what a process holds at a time.
BATCH_CHARACTERS = 4_000_000
BATCH_ARTICLES = 1000
# A file of a million broken lines need not fill the memory with a million reasons.
PROBLEMS_PER_FILE = 1000


class Task(NamedTuple):
    """Files of a folder to be read; ``size_limit`` as for ``read_file``, ``own_places`` the user's file of them."""

    folder: str
    files: tuple[FileEntry, ...]
    size_limit: int
    own_places: str = ""


class FinishedFile(NamedTuple):
    """A file that was read to its end: how many articles, (path, reason) of what could not be read.

    ``digest`` is the content hash, empty if not all of the file could be read.
    """

    file: FileEntry
    digest: str
    articles: int
    problems: list[tuple[str, str]]


@dataclass(slots=True)
class Batch:
    """Articles in the order of their files, and the files that ended among them."""

    articles: list[Article] = field(default_factory=list)
    files: list[FinishedFile] = field(default_factory=list)


def share_out(
    folder: str, files: Iterable[FileEntry], size_limit: int, own_places: str = ""
) -> Iterator[Task]:
    """Divide files into tasks."""
    some: list[FileEntry] = []
    size = 0
    for file in files:
        some.append(file)
        size += file.size
        if size >= TASK_BYTES or len(some) >= TASK_FILES:
            yield Task(folder, tuple(some), size_limit, own_places)
            some, size = [], 0
    if some:
        yield Task(folder, tuple(some), size_limit, own_places)


def run_task(task: Task) -> Iterator[Batch]:
    """Read and parse the files of a task."""
    own = parse_own_places(task.own_places)
    batch, characters = Batch(), 0
    for file in task.files:
        digest = _CountingDigest()
        problems: list[tuple[str, str]] = []
        articles = unnamed = 0
        for item in parse_file(task.folder, file.path, task.size_limit, digest, own):
            if isinstance(item, ReadError):
                if len(problems) < PROBLEMS_PER_FILE:
                    problems.append((item.path, item.reason))
                else:
                    unnamed += 1
                continue
            articles += 1
            batch.articles.append(item)
            characters += len(item.body)
            if characters >= BATCH_CHARACTERS or len(batch.articles) >= BATCH_ARTICLES:
                yield batch
                batch, characters = Batch(), 0
        if unnamed:
            problems.append((file.path, f"and {unnamed:,} more of its lines"))
        batch.files.append(FinishedFile(file, digest.of_whole(file), articles, problems))
    yield batch


class _CountingDigest:
    """A content hash that knows whether it has seen all of a file."""

    def __init__(self) -> None:
        self._hasher = new_hasher()
        self._count = 0

    def update(self, data: bytes, /) -> None:
        self._hasher.update(data)
        self._count += len(data)

    def of_whole(self, file: FileEntry) -> str:
        return self._hasher.hexdigest() if self._count >= file.size else ""
