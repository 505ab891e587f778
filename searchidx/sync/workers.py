"""Worker processes that do the tasks of a build: started for one build, and gone when it ends, however it ends.

Each worker is a fresh Python (no fork: it inherits no lock and no thread, and no script is run twice) that reads tasks
from its standard input and writes what is done to its standard output. When the build dies, even by SIGKILL, the input
ends, and so does the worker, whatever it is at.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import NamedTuple

from searchidx.errors import SearchidxError, WorkerError
from searchidx.sync.garbage import rare_collections
from searchidx.sync.tasks import Desk, Done, Task

# The C library gives each thread a heap of its own, of which little comes back. One is enough for what is Python.
_FEW_HEAPS = {"MALLOC_ARENA_MAX": "1"}
_START = "import sys; sys.path[:] = sys.argv[1:]; from searchidx.sync.workers import serve; serve()"


class _Report(NamedTuple):
    """What a worker says of the task with this number: something is done, all is (None), or it went wrong."""

    number: int
    done: Done | Exception | None


class Crew:
    """Those who do the tasks of a build: worker processes, or with ``jobs`` 1 this process itself.

    A context manager; leaving it ends the workers, whatever they are at.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._desk = Desk()
        self._inbox: queue.SimpleQueue[tuple[int, Task] | None] = queue.SimpleQueue()
        self._reports: queue.SimpleQueue[_Report] = queue.SimpleQueue()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Crew:
        try:
            for _ in range(self._jobs if self._jobs > 1 else 0):
                process = subprocess.Popen(
                    [sys.executable, "-c", _START, *sys.path],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={**_FEW_HEAPS, **os.environ},
                )
                self._processes.append(process)
                thread = threading.Thread(target=self._talk, args=(process,), daemon=True)
                self._threads.append(thread)
                thread.start()
        except BaseException:
            self.dismiss()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()

    def dismiss(self) -> None:
        """End the workers, whatever they are at; their memory is free then. No more tasks can be given."""
        self._desk.__exit__()
        for process in self._processes:
            process.kill()
        with contextlib.suppress(queue.Empty):
            while True:
                self._inbox.get_nowait()
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

    def renew(self) -> None:
        """Have new workers in place of these: what those have in memory is free. All tasks must be done."""
        self.dismiss()
        self._processes.clear()
        self._threads.clear()
        self.__enter__()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[int, Done]]:
        """Do tasks, and give what is done as it is done, with the number of the task (from 0).

        Worker processes begin at once, this process itself when it is asked for what is done. Raises ``WorkerError``
        if a worker dies, and what a task raises: OSError, ``IndexDamagedError``. All tasks must be done before others
        are given.
        """
        if not self._processes:
            return ((number, done) for number, task in enumerate(tasks) for done in task.run(self._desk))
        waiting = 0
        for number, task in enumerate(tasks):
            self._inbox.put((number, task))
            waiting += 1
        return self._reported(waiting)

    def _reported(self, waiting: int) -> Iterator[tuple[int, Done]]:
        while waiting:
            report = self._reports.get()
            if isinstance(report.done, Exception):
                raise report.done
            if report.done is None:
                waiting -= 1
            else:
                yield report.number, report.done

    def _talk(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin and process.stdout
        while (order := self._inbox.get()) is not None:
            number, task = order
            done: Done | Exception | None = Done()
            try:
                pickle.dump(task, process.stdin)
                process.stdin.flush()
                while isinstance(done, Done):
                    done = pickle.load(process.stdout)
                    self._reports.put(_Report(number, done))
            except (EOFError, OSError, pickle.UnpicklingError):
                self._reports.put(_Report(number, WorkerError(_died(process, task))))


def _died(process: subprocess.Popen[bytes], task: Task) -> str:
    code = process.wait()
    how = f"with exit code {code}"
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        how = f"by {name}" + (" (perhaps for want of memory)" if name == "SIGKILL" else "")
    return (
        f"A worker process ended {how} while it {task}. The index is as it was before."
        " Run the build again, with --jobs 1 to see which file it is."
    )


def serve() -> None:
    """Be a worker: read tasks from standard input and write what is done to standard output, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the build, which ends its workers
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints must not get among the reports
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(tasks,), daemon=True).start()
    from searchidx import parsing  # noqa: F401
    from searchidx.store import article_writer  # noqa: F401

    gc.freeze()  # what was imported stays: not to be looked through again and again
    with rare_collections(), contextlib.suppress(BrokenPipeError), Desk() as desk:
        while True:
            for done in _performed(tasks.get(), desk):
                pickle.dump(done, out, pickle.HIGHEST_PROTOCOL)
                out.flush()


def _receive(tasks: queue.SimpleQueue[Task]) -> None:
    """Take in tasks; end this process, in the middle of a task even, when the build that it works for is gone."""
    with contextlib.suppress(EOFError, OSError), os.fdopen(os.dup(0), "rb") as stream:
        while True:
            tasks.put(pickle.load(stream))
    os._exit(0)


def _performed(task: Task, desk: Desk) -> Iterator[Done | Exception | None]:
    try:
        yield from task.run(desk)
    except (OSError, SearchidxError) as error:
        yield error
    else:
        yield None
