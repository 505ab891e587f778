"""A second thread for what numpy and zstandard do without holding up the interpreter: compression, sorting."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

_MOST_WAITING = 64


class Helper:
    """Runs tasks one after the other, in the order in which they were given, beside the thread that gives them."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "bulk")
        self._waiting: deque[Future[Any]] = deque()

    def submit(self, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Add a task; raises what an earlier one raised, and waits where too many wait."""
        while self._waiting and (len(self._waiting) >= _MOST_WAITING or self._waiting[0].done()):
            self._waiting.popleft().result()
        future = self._pool.submit(task, *arguments)
        self._waiting.append(future)
        return future

    def finish(self) -> None:
        """Wait for all tasks; raises what one of them raised."""
        while self._waiting:
            self._waiting.popleft().result()

    def close(self) -> None:
        """End the thread, without the tasks that have not begun."""
        self._pool.shutdown(cancel_futures=True)
