"""What is measured, each in a process of its own: a build, the queries, one first answer.

    python -m benchmarks.child build ENGINE PACKED DIRECTORY JOBS
    python -m benchmarks.child query ENGINE DIRECTORY QUERIES REPEATS
    python -m benchmarks.child first ENGINE DIRECTORY WORD

Prints one line of JSON; ``first`` prints nothing and is timed from outside.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.engines import load
from benchmarks.workload import BenchmarkQuery


def build(name: str, packed: Path, directory: Path, jobs: int) -> dict[str, float]:
    """Return the seconds of a build and the peak memory in MB, child processes included."""
    from benchmarks.articles import unpack

    engine = load(name)
    start = time.perf_counter()
    engine.build(unpack(packed), directory, jobs)
    seconds = time.perf_counter() - start
    own = _peak_kilobytes()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # that of the largest
    return {"seconds": seconds, "peak_mb": (own + children * (jobs - 1)) / 1024}


def _peak_kilobytes() -> int:
    """Return the peak memory of this process. On Linux ``ru_maxrss`` begins with that of the process it came from."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def query(name: str, directory: Path, queries: list[BenchmarkQuery], repeats: int) -> dict[str, Any]:
    """Return the latencies in ms by kind, one number per query: the fastest of its repeats, warm.

    What a query costs to parse is left out; what it costs to find, count and rank is in.
    """
    engine = load(name)
    engine.open(directory)
    prepared = [(asked.kind, engine.prepare(asked)) for asked in queries]
    gc.collect()
    gc.disable()
    latencies: dict[str, list[float]] = {}
    timings: list[list[float]] = [[] for _ in prepared]
    for turn in range(
        repeats + 1
    ):  # all queries in turn, so that no result is still at hand from just before
        for (_, search), times in zip(prepared, timings, strict=True):
            if search is None:
                continue
            start = time.perf_counter()
            search()
            if turn:
                times.append((time.perf_counter() - start) * 1000)
    for (kind, search), times in zip(prepared, timings, strict=True):
        if search is not None:
            latencies.setdefault(kind, []).append(min(times))
    return latencies


def first(name: str, directory: Path, word: str) -> None:
    """Open an index and answer one query."""
    engine = load(name)
    engine.open(directory)
    search = engine.prepare(BenchmarkQuery("term, middling", (word,)))
    assert search is not None
    search()


def main(arguments: list[str]) -> None:
    action, name, *rest = arguments
    if action == "build":
        print(json.dumps(build(name, Path(rest[0]), Path(rest[1]), int(rest[2]))))
    elif action == "query":
        queries = [BenchmarkQuery(kind, tuple(words), *others) for kind, words, *others in _queries(rest[1])]
        print(json.dumps(query(name, Path(rest[0]), queries, int(rest[2]))))
    else:
        first(name, Path(rest[0]), rest[1])


def _queries(path: str) -> list[list[Any]]:
    import datetime

    queries = json.loads(Path(path).read_text(encoding="utf-8"))
    for asked in queries:
        asked[3:] = [day and datetime.date.fromisoformat(day) for day in asked[3:]]
    return queries


if __name__ == "__main__":
    main(sys.argv[1:])
