"""Bulk writing spread over processes. Which process does what changes nothing: the segments are the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from searchidx.store.bulk.writer import MEMORY, BulkWriter, Document
from searchidx.store.codec.segment import ArraySegment

Job = TypeVar("Job")
Extra = TypeVar("Extra")

Prepare = Callable[[Job], tuple[Mapping[str, Sequence[Document]], Extra]]
"""From a job to its documents, by name of the Whoosh index, and whatever else the caller wants to know of the job.

A function at the top of a module: it is called in other processes.
"""


class Done(NamedTuple, Generic[Extra]):
    """A job that is done: the segments written for it, by name of the index, and the rest that ``Prepare`` gave."""

    segments: dict[str, list[ArraySegment]]
    extra: Extra


class _Worker:
    """What a process keeps between jobs: the words it has met."""

    def __init__(
        self, directory: Path, schemas: Mapping[str, Schema], prepare: Prepare[Any, Any], memory: int
    ) -> None:
        self._prepare = prepare
        storage = FileStorage(str(directory))
        self._writers = {
            indexname: BulkWriter(storage, indexname, schema, memory // len(schemas))
            for indexname, schema in schemas.items()
        }

    def close(self) -> None:
        for writer in self._writers.values():
            writer.close()

    def run(self, job: Any) -> Done[Any]:
        documents, extra = self._prepare(job)
        segments = {}
        for indexname, writer in self._writers.items():
            writer.add(documents.get(indexname, ()))
            segments[indexname] = writer.finish()
        return Done(segments, extra)


_worker: _Worker | None = None


def _start(directory: Path, schemas: Mapping[str, Schema], prepare: Prepare[Any, Any], memory: int) -> None:
    global _worker
    _worker = _Worker(directory, schemas, prepare, memory)


def _run(job: Any) -> Done[Any]:
    if _worker is None:
        raise RuntimeError("the process was not started for this")
    return _worker.run(job)


def write_jobs(
    directory: Path,
    schemas: Mapping[str, Schema],
    jobs: Iterable[Job],
    prepare: Prepare[Job, Extra],
    processes: int = 1,
    memory: int = MEMORY,
) -> Iterator[Done[Extra]]:
    """Write segments for jobs, and yield what is done in the order of the jobs.

    A job is best as large as makes some megabytes of text. Each process works in ``memory`` bytes beyond the
    interpreter and the job. What ``prepare`` raises, the iterator raises; segments written until then are not part of
    any index. Nothing here commits.
    """
    if processes == 1:
        worker = _Worker(directory, schemas, prepare, memory)
        try:
            yield from map(worker.run, jobs)
        finally:
            worker.close()
        return
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(directory, schemas, prepare, memory))
    waiting: deque[Future[Done[Any]]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(_run, job))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
