"""Bring the index of a folder up to date: read what changed, add before removing, commit once at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from searchidx.article import Article
from searchidx.errors import (
    IndexDamagedError,
    IndexDirectoryError,
    IndexMissingError,
    IndexVersionError,
    ReadError,
)
from searchidx.extraction.speakers.spellings import parse_spellings
from searchidx.gazetteer.own import parse_own_places
from searchidx.reading import SIZE_LIMIT, FileEntry, Skipped, iter_files
from searchidx.store.generation import Generation, newest_number, read_generation, remove_leftovers
from searchidx.store.settings import (
    OWN_PLACES,
    OWN_SPEAKERS,
    Settings,
    own_digest,
    read_own_places,
    read_own_speakers,
    write_settings,
)
from searchidx.sync.changes import Changes, compare
from searchidx.sync.garbage import rare_collections
from searchidx.sync.lock import writer_lock
from searchidx.sync.manifest import MANIFEST, KnownFile, Manifest, pack_manifest
from searchidx.sync.scan import Scan, file_digest, scan_folder, trusted_time
from searchidx.sync.state import State, check_whole, folder_of, located, location, read_state
from searchidx.sync.tasks import FinishedFile, MergeTask, Reading, share_out
from searchidx.sync.workers import Crew

if TYPE_CHECKING:
    from searchidx.store.article_writer import Segments
    from searchidx.store.merging import Merge
    from searchidx.store.update import Update

# Called as progress(files done, files to do, articles so far).
Progress = Callable[[int, int, int], None]

# Below this many bytes, starting other processes takes longer than reading.
PARALLEL_BYTES = 3_000_000
# Above so many articles, merging is for new processes: those that read have filled their memory, and it takes longer
# than to start them.
RENEW_ABOVE = 40_000


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    ``max_bytes`` is the size above which a file is not read (None: as the index was built, 10 MB at first), ``jobs``
    the number of processes (None: one per processor), ``wait`` for how many seconds to wait for another writer.
    ``rebuild`` reads everything anew, ``dry_run`` only finds out what would be done, ``retry_failed`` also reads files
    that had problems and have not changed. Without ``finders`` the articles have no places, speakers and quotes: to
    measure all the rest.
    """

    max_bytes: int | None = None
    rebuild: bool = False
    dry_run: bool = False
    retry_failed: bool = False
    jobs: int | None = None
    wait: float = 0.0
    finders: bool = True


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    ``articles`` are in the index now, ``indexed`` of them were read or moved by this build. ``changes`` has the files.
    ``skipped`` files are no articles, ``failed`` has everything that could not be read, now or when last tried.
    ``committed`` says whether anything was written, ``reason`` why everything was read anew ("" if not). ``seconds`` is
    the time it took, ``text_bytes`` the size of the files read, ``index_bytes`` that of the index.
    """

    folder: Path
    articles: int = 0
    indexed: int = 0
    changes: Changes = field(default_factory=Changes)
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[ReadError] = field(default_factory=list)
    committed: bool = False
    reason: str = ""
    seconds: float = 0.0
    text_bytes: int = 0
    index_bytes: int = 0


def build(
    folder: Path | None,
    directory: Path,
    options: BuildOptions = BuildOptions(),
    progress: Progress | None = None,
) -> BuildReport:
    """Make the index in ``directory`` say what ``folder`` (None: the folder it was built from) says.

    Whatever happens on the way, the index answers as before, or as after. Raises ``ReadError`` if the folder cannot be
    listed, ``WorkerError``, and ``IndexDirectoryError``: damaged, locked by another process, or not to be written.
    """
    started = time.perf_counter()
    if options.dry_run:
        report = _Build(folder, directory, options, progress).look()
    else:
        if folder is not None:
            iter_files(folder)  # no index directory is made for a folder that cannot be listed
        with writer_lock(directory, options.wait), rare_collections():
            report = _Build(folder, directory, options, progress).run()
    report.seconds = time.perf_counter() - started
    return report


class _Build:
    """One build: what there was, what the folder holds, and what comes of it."""

    def __init__(
        self, folder: Path | None, directory: Path, options: BuildOptions, progress: Progress | None
    ) -> None:
        self._directory = directory
        self._options = options
        self._progress = progress
        self._state, reason = _state_before(directory, options.rebuild)
        self._own_places, self._own_speakers = read_own_places(directory), read_own_speakers(directory)
        before = self._state.generation
        if before.number and before.own_places != own_digest(self._own_places):
            reason = reason or f"{OWN_PLACES} has changed"
        if before.number and before.own_speakers != own_digest(self._own_speakers):
            reason = reason or f"{OWN_SPEAKERS} has changed"
        self._folder = _folder_to_read(folder, directory, self._state, options.rebuild)
        self._fresh = bool(reason) or options.rebuild or not self._state.generation.number
        self._known = {} if self._fresh else self._state.manifest.files
        self._size_limit = options.max_bytes or self._state.generation.size_limit or SIZE_LIMIT
        self._report = BuildReport(folder or self._folder, reason=reason)
        self._manifest = Manifest()
        self._replaced: list[str] = []

    def look(self) -> BuildReport:
        """Find out what ``run`` would do."""
        self._compare(self._scan())
        self._report.articles = self._state.manifest.articles
        return self._report

    def run(self) -> BuildReport:
        """Do it; the caller holds the writer lock."""
        from searchidx.store.commit import write_errors

        scan = self._scan()
        changes = self._compare(scan)
        self._carry_over(scan)
        with write_errors(self._directory):
            remove_leftovers(self._directory, self._state.generation)
            keep_settings(self._directory, self._folder)
            if changes.differs or changes.again or self._fresh or self._manifest != self._state.manifest:
                self._update(scan)
        report = self._report
        report.articles = self._manifest.articles
        report.index_bytes = sum(file.stat().st_size for file in self._directory.iterdir() if file.is_file())
        return report

    def _scan(self) -> Scan:
        scan = scan_folder(self._folder, self._directory)
        if not scan.files and self._known and not self._options.rebuild:
            raise ReadError(
                str(self._folder),
                f"holds no articles any more, and the index has {self._state.manifest.articles:,}. Is a disk missing?"
                " If they are meant to go, run it again with --rebuild",
            )
        self._report.skipped = scan.skipped
        self._report.failed = list(scan.failed)
        own = parse_own_places(self._own_places)
        for line, why in own.problems if own is not None else ():
            self._report.failed.append(ReadError(f"{OWN_PLACES}:{line}", why))
        for line, why in parse_spellings(self._own_speakers).problems:
            self._report.failed.append(ReadError(f"{OWN_SPEAKERS}:{line}", why))
        return scan

    def _compare(self, scan: Scan) -> Changes:
        retry = self._state.manifest.problems if self._options.retry_failed else ()
        self._report.changes = compare(
            self._known,
            scan.files,
            scan.failed,
            self._folder,
            lambda path: file_digest(self._folder, path),
            retry,
        )
        return self._report.changes

    def _carry_over(self, scan: Scan) -> None:
        """Take over what need not be read."""
        changes, known, files = self._report.changes, self._known, self._manifest.files
        for path in (*changes.unchanged, *changes.unreachable):
            files[path] = known[path]
        for file in changes.touched:
            files[file.path] = known[file.path]._replace(modified=trusted_time(file, scan))
        old = self._state.manifest.problems
        self._manifest.problems = {path: old[path] for path in old if path in files}
        for error in scan.failed:
            self._manifest.problems[error.path] = [(error.path, error.reason)]
        self._manifest.folders = scan.folders

    def _update(self, scan: Scan) -> None:
        from searchidx.store.update import Update

        changes = self._report.changes
        with Update(
            self._directory, self._state.generation, fresh=self._fresh, own_speakers=self._own_speakers
        ) as update:
            unmoved = [file for old, file in changes.moved if not self._move(update, old, file, scan)]
            to_read = sorted(
                (*changes.added, *changes.changed, *changes.again, *unmoved), key=lambda f: f.path
            )
            with Crew(self._jobs(to_read)) as crew:
                self._read(update, crew, to_read, scan)
                self._commit(update, crew)

    def _commit(self, update: Update, crew: Crew) -> None:
        """Take out what is gone, and commit if anything is other than it was."""
        changes = self._report.changes
        for path in (*self._replaced, *changes.gone, *(old for old, _ in changes.moved)):
            update.remove(path)
        self._manifest.files = dict(sorted(self._manifest.files.items()))
        self._manifest.problems = dict(sorted(self._manifest.problems.items()))
        if not self._fresh and self._manifest == self._state.manifest:
            return
        facts = Generation(
            folder=location(self._folder, self._directory),
            size_limit=self._size_limit,
            articles=self._manifest.articles,
            own_places=own_digest(self._own_places),
            own_speakers=own_digest(self._own_speakers),
        )

        def merge(merges: Sequence[Merge]) -> Iterator[None]:
            if merges and self._manifest.articles > RENEW_ABOVE:
                crew.renew()
            merging = crew.run(map(MergeTask, merges))  # begins at once

            def merged() -> Iterator[None]:
                for _ in merging:
                    yield
                crew.dismiss()

            return merged()

        update.commit(facts, {MANIFEST: pack_manifest(self._manifest)}, merge)
        self._report.committed = True

    def _move(self, update: Update, old: str, file: FileEntry, scan: Scan) -> bool:
        """Index the articles of a moved file under its new path; False if it must be read, because its name counts."""
        if os.path.splitext(old)[1] != os.path.splitext(file.path)[1]:
            return False
        articles = [_moved(article, file.path) for article in update.articles_of(old)]
        if len(articles) != self._known[old].articles or any(
            article.date_from in (None, "filename") for article in articles
        ):
            return False
        for article in articles:
            update.add(article)
        self._report.indexed += len(articles)
        self._manifest.files[file.path] = self._known[old]._replace(modified=trusted_time(file, scan))
        problems = self._state.manifest.problems.get(old)
        if problems:
            self._manifest.problems[file.path] = [
                (file.path + path[len(old) :], why) for path, why in problems
            ]
        return True

    def _read(self, update: Update, crew: Crew, to_read: list[FileEntry], scan: Scan) -> None:
        """Read files, and take over the segments that come of them, in the order of the files."""
        reading = Reading(
            str(self._folder),
            str(self._directory),
            self._size_limit,
            self._own_places,
            self._own_speakers,
            self._options.finders,
        )
        tasks = list(share_out(reading, to_read))
        finished: list[list[FinishedFile]] = [[] for _ in tasks]
        segments: list[Segments] = [{} for _ in tasks]
        count = 0
        for number, done in crew.run(tasks):
            own_entries = tasks[number].files[len(finished[number]) :]
            # With the entries that are here already: a second one of each file would stay in memory too.
            finished[number].extend(
                file._replace(file=own) for file, own in zip(done.files, own_entries, strict=False)
            )
            segments[number] = done.segments
            count += len(done.files)
            self._report.indexed += done.articles
            if self._progress:
                self._progress(count, len(to_read), self._report.indexed)
        for files, written in zip(finished, segments, strict=True):
            update.add_segments(written)
            for file in files:
                self._finish(file, scan)

    def _finish(self, finished: FinishedFile, scan: Scan) -> None:
        """Note what came of one file; one that can no longer be read keeps the articles it had."""
        file, old = finished.file, self._known.get(finished.file.path)
        self._report.failed.extend(ReadError(*problem) for problem in finished.problems)
        if finished.problems:
            self._manifest.problems[file.path] = finished.problems
        if old and old.articles and not finished.digest and not finished.articles:
            self._manifest.files[file.path] = old
            return
        if old and old.articles:
            self._replaced.append(file.path)
        self._manifest.files[file.path] = KnownFile(
            file.size, trusted_time(file, scan), finished.digest, finished.articles
        )
        self._report.text_bytes += file.size

    def _jobs(self, to_read: list[FileEntry]) -> int:
        if self._options.jobs is not None:
            return self._options.jobs
        return processors() if sum(file.size for file in to_read) >= PARALLEL_BYTES else 1


def _moved(article: Article, path: str) -> Article:
    return replace(article, path=path, id=path + article.id[len(article.path) :])


def _state_before(directory: Path, rebuild: bool) -> tuple[State, str]:
    """Return the state of the index, and why nothing of it can be taken over ("" if it can)."""
    try:
        state = read_state(directory)
        check_whole(directory, state.generation)
        return state, ""
    except IndexMissingError:
        if newest_number(directory):
            raise IndexDirectoryError(
                f"{directory} holds a Whoosh index that searchidx did not make. Give another directory with --index."
            ) from None
        return State(Generation(), Manifest(), folder_of(directory)), ""
    except IndexVersionError:
        state = State(Generation(newest_number(directory)), Manifest(), None)
        return state, "the index was of another format version"
    except IndexDamagedError:
        if not rebuild:
            raise
        generation = _readable_generation(directory)
        folder = located(generation.folder, directory) if generation.folder else folder_of(directory)
        return State(generation, Manifest(), folder), "the index was damaged"


def _readable_generation(directory: Path) -> Generation:
    """Return what can be read of the newest generation of a damaged index: all of its record, or its number."""
    try:
        return read_generation(directory)
    except IndexDamagedError:
        return Generation(newest_number(directory))


def _folder_to_read(given: Path | None, directory: Path, state: State, rebuild: bool) -> Path:
    """Return the absolute path of the folder, after making sure that the index is not of another one."""
    known = state.folder
    if given is None:
        if known is None:
            raise IndexMissingError(
                f"There is no index in {directory} that knows its folder."
                f" Say which to read: searchidx build FOLDER --index {directory}"
            )
        return known
    folder = Path(os.path.realpath(given))
    if known not in (None, folder) and state.generation.articles and not rebuild and known.is_dir():
        raise IndexDirectoryError(
            f"The index in {directory} is of the folder {known}, not of {folder}."
            " Add --rebuild to index this one instead, or give another directory with --index."
        )
    return folder


def keep_settings(directory: Path, folder: Path) -> None:
    """Write the settings unless they stand there already."""
    if folder_of(directory) != folder:
        write_settings(directory, Settings(folder=location(folder, directory)))


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
