"""The work that a build shares out, and what comes of it: files become segments, segments are merged.

Everything large stays where it is made: what a process gives back are names of segments and a line for each file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from searchidx.article import Article
from searchidx.errors import ReadError
from searchidx.gazetteer.own import OwnPlaces, parse_own_places
from searchidx.reading import SIZE_LIMIT, FileEntry
from searchidx.store.sealed import new_hasher

if TYPE_CHECKING:
    from searchidx.store.article_writer import ArticleWriter, Segments
    from searchidx.store.merging import Merge

# Each task takes this share of what is left, so that the last ones are small and all processes end at about the same
# time. Who does them, and how many at a time, has no influence: the same files always make the same tasks.
SHARE = 1 / 8
LEAST_BYTES, MOST_BYTES = 1_500_000, 4_000_000
FILE_BYTES = 500  # what a file costs beside its size
# Articles between two reports of what was done.
REPORT_ARTICLES = 100
# A file of a million broken lines need not fill the memory with a million reasons.
PROBLEMS_PER_FILE = 1000


class Reading(NamedTuple):
    """How files are read and where to their articles are written.

    ``directory`` is that of the index, ``size_limit`` as for ``read_file``, ``own_places`` and
    ``own_speakers`` the texts of the user's own files. Without ``finders`` articles have no places, speakers and
    quotes.
    """

    folder: str
    directory: str
    size_limit: int = SIZE_LIMIT
    own_places: str = ""
    own_speakers: str = ""
    finders: bool = True


class FinishedFile(NamedTuple):
    """A file that was read to its end: how many articles, (path, reason) of what could not be read.

    ``digest`` is the content hash, empty if not all of the file could be read.
    """

    file: FileEntry
    digest: str
    articles: int
    problems: list[tuple[str, str]]


@dataclass(slots=True)
class Done:
    """What was done since the last report: articles, and the files that ended; the last report has the segments."""

    articles: int = 0
    files: list[FinishedFile] = field(default_factory=list)
    segments: Segments = field(default_factory=dict)


class Desk:
    """What a process keeps from one task to the next: the writer, which knows the words that it has met."""

    def __init__(self) -> None:
        self._writers: dict[tuple[str, str], ArticleWriter] = {}
        self._own: tuple[str, OwnPlaces | None] = ("", None)

    def writer(self, directory: str, own_speakers: str = "") -> ArticleWriter:
        """Return what writes articles into an index directory."""
        from searchidx.store.article_writer import ArticleWriter

        key = (directory, own_speakers)
        if key not in self._writers:
            self._writers[key] = ArticleWriter(Path(directory), own_speakers)
        return self._writers[key]

    def own_places(self, text: str) -> OwnPlaces | None:
        """Return what the user's file of places says."""
        if text != self._own[0]:
            self._own = (text, parse_own_places(text))
        return self._own[1]

    def clear(self) -> None:
        """Let go of the writers, and of the memory that the words take."""
        writers, self._writers = self._writers, {}
        for writer in writers.values():
            writer.__exit__(None, None, None)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


class ReadTask(NamedTuple):
    """Files to be read, and their articles to be written into segments."""

    reading: Reading
    files: tuple[FileEntry, ...]

    def __str__(self) -> str:
        first, last = self.files[0].path, self.files[-1].path
        number = len(self.files)
        return f"read {first if number == 1 else f'the {number} files from {first} to {last}'}"

    def run(self, desk: Desk) -> Iterator[Done]:
        """Do it. Raises OSError where a segment cannot be written."""
        writer = desk.writer(self.reading.directory, self.reading.own_speakers)
        done = Done()
        for file in self.files:
            digest = _CountingDigest()
            problems: list[tuple[str, str]] = []
            articles = unnamed = 0
            for item in self._parsed(file, digest, desk):
                if isinstance(item, ReadError):
                    if len(problems) < PROBLEMS_PER_FILE:
                        problems.append((item.path, item.reason))
                    else:
                        unnamed += 1
                    continue
                writer.add(item)
                articles += 1
                done.articles += 1
                if done.articles >= REPORT_ARTICLES:
                    yield done
                    done = Done()
            if unnamed:
                problems.append((file.path, f"and {unnamed:,} more of its lines"))
            done.files.append(FinishedFile(file, digest.of_whole(file), articles, problems))
        done.segments = writer.finish()
        yield done

    def _parsed(self, file: FileEntry, digest: _CountingDigest, desk: Desk) -> Iterator[Article | ReadError]:
        from searchidx.parsing import parse_file

        reading = self.reading
        own = desk.own_places(reading.own_places)
        return parse_file(reading.folder, file.path, reading.size_limit, digest, own, finders=reading.finders)


class MergeTask(NamedTuple):
    """A file of a merged segment to be written."""

    merge: Merge

    def __str__(self) -> str:
        return "merged segments"

    def run(self, desk: Desk) -> Iterator[Done]:
        """Do it. Raises OSError and ``IndexDamagedError``."""
        desk.clear()  # all has been read when merging begins
        self.merge.run()
        yield Done()


Task = ReadTask | MergeTask


def share_out(reading: Reading, files: Sequence[FileEntry]) -> Iterator[ReadTask]:
    """Divide files into tasks."""
    left = sum(file.size + FILE_BYTES for file in files)
    first = size = 0
    for number, file in enumerate(files, 1):
        size += file.size + FILE_BYTES
        if size >= min(max(left * SHARE, LEAST_BYTES), MOST_BYTES) or number == len(files):
            yield ReadTask(reading, tuple(files[first:number]))
            left -= size
            first, size = number, 0


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
