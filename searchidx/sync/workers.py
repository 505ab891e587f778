"""Worker processes that read and parse articles: started for one build, and gone when it ends, however it ends.

Each worker is a fresh Python (no fork: it inherits no lock and no thread, and no script is run twice) that reads tasks
from its standard input and writes batches to its standard output. When the build dies, even by SIGKILL, the input ends,
and so does the worker.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from types import TracebackType

from searchidx.errors import WorkerError
from searchidx.sync.tasks import Batch, Task, run_task

_START = "import sys; sys.path[:] = sys.argv[1:]; from searchidx.sync.workers import serve; serve()"
# Batches of one task that may wait to be taken, and tasks per worker that may be under way.
_WAITING_BATCHES = 2
_WAITING_TASKS = 2
_POLL_SECONDS = 0.2

# What comes out of a worker for a task: batches, then None; or the error that ended it.
_Outbox = queue.Queue["Batch | WorkerError | None"]


def run_tasks(tasks: Iterable[Task], jobs: int) -> Iterator[Batch]:
    """Give the batches of all tasks in the order of the tasks, whatever the number of processes at work.

    With ``jobs`` 1 this process does the work itself. Raises ``WorkerError`` if a worker dies.
    """
    if jobs <= 1:
        for task in tasks:
            yield from run_task(task)
        return
    with _Workers(jobs) as workers:
        under_way: deque[_Outbox] = deque()
        for task in tasks:
            under_way.append(workers.hand_over(task))
            if len(under_way) > jobs * _WAITING_TASKS:
                yield from _batches(under_way.popleft())
        while under_way:
            yield from _batches(under_way.popleft())


def _batches(outbox: _Outbox) -> Iterator[Batch]:
    while (item := outbox.get()) is not None:
        if isinstance(item, WorkerError):
            raise item
        yield item


class _Workers:
    """Some worker processes, with a thread each that talks to it."""

    def __init__(self, count: int) -> None:
        self._inbox: queue.SimpleQueue[tuple[Task, _Outbox] | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        self._count = count

    def __enter__(self) -> _Workers:
        try:
            for _ in range(self._count):
                process = subprocess.Popen(
                    [sys.executable, "-c", _START, *sys.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
                self._processes.append(process)
                thread = threading.Thread(target=self._talk, args=(process,), daemon=True)
                self._threads.append(thread)
                thread.start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        self._closed.set()
        for process in self._processes:
            process.kill()
        for _ in self._threads:
            self._inbox.put(None)
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()

    def hand_over(self, task: Task) -> _Outbox:
        """Give a task to the next worker that is free; return where its batches will come."""
        outbox: _Outbox = queue.Queue(_WAITING_BATCHES)
        self._inbox.put((task, outbox))
        return outbox

    def _talk(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin and process.stdout
        broken: WorkerError | None = None
        while (order := self._inbox.get()) is not None:
            task, outbox = order
            try:
                if broken is None:
                    pickle.dump(task, process.stdin)
                    process.stdin.flush()
                    while (batch := pickle.load(process.stdout)) is not None:
                        self._put(outbox, batch)
            except (EOFError, OSError, pickle.UnpicklingError):
                broken = WorkerError(_died(process, task))
            self._put(outbox, broken)

    def _put(self, outbox: _Outbox, item: Batch | WorkerError | None) -> None:
        while not self._closed.is_set():
            with contextlib.suppress(queue.Full):
                outbox.put(item, timeout=_POLL_SECONDS)
                return


def _died(process: subprocess.Popen[bytes], task: Task) -> str:
    code = process.wait()
    how = f"with exit code {code}"
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        how = f"by {name}" + (" (perhaps for want of memory)" if name == "SIGKILL" else "")
    first, last = task.files[0].path, task.files[-1].path
    where = first if len(task.files) == 1 else f"the {len(task.files)} files from {first} to {last}"
    return (
        f"A worker process ended {how} while it read {where}. The index is as it was before."
        " Run the build again, with --jobs 1 to see which file it is."
    )


def serve() -> None:
    """Be a worker: read tasks from standard input and write their batches to standard output, until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which ends its workers
    tasks, batches = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints must not get among the batches
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            for batch in run_task(pickle.load(tasks)):
                pickle.dump(batch, batches, pickle.HIGHEST_PROTOCOL)
                batches.flush()
            pickle.dump(None, batches)
            batches.flush()
