"""How fast searchidx and tantivy build the same index, in turns, so that whatever else the machine does weighs on both.

    python -m benchmarks.writing_speed FOLDER [--jobs 1] [--repeats 5] [--engines searchidx,tantivy]

Each build is a process of its own. Prints wall time and processor time (of all threads and processes: tantivy merges
in a thread of its own, searchidx compresses in one) of each build, and the ratios of the throughputs: build by build,
and of the best ones.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import pack
from benchmarks.run import installed


class Build(NamedTuple):
    """Seconds that a build took, and the size of the index in megabytes."""

    wall: float
    cpu: float
    peak: float
    size: float


def build(engine: str, packed: Path, jobs: int) -> Build:
    """Build in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as directory:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [
            sys.executable,
            "-m",
            "benchmarks.child",
            "build",
            engine,
            str(packed),
            directory,
            str(jobs),
        ]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=installed())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(path.stat().st_size for path in Path(directory).rglob("*") if path.is_file()) / 1e6
    found = json.loads(done.stdout.splitlines()[-1])
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Build(found["seconds"], cpu, found["peak_mb"], size)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--count", type=int, help="only so many of the articles")
    options.add_argument("--jobs", type=int, default=1, help="processes or threads of a build (%(default)s)")
    options.add_argument("--repeats", type=int, default=5)
    options.add_argument("--engines", default="searchidx,tantivy")
    arguments = options.parse_args()
    engines = arguments.engines.split(",")
    work = Path(tempfile.mkdtemp(prefix="benchmark-"))
    try:
        packed = work / "articles.jsonl"
        articles, size = pack(arguments.folder, packed, arguments.count)
        print(f"{articles:,} articles, {size / 1e6:.1f} MB, {arguments.jobs} job(s)")
        builds: dict[str, list[Build]] = {engine: [] for engine in engines}
        for _ in range(arguments.repeats):
            for engine in engines:
                builds[engine].append(build(engine, packed, arguments.jobs))
    finally:
        shutil.rmtree(work)
    for engine, done in builds.items():
        times = "  ".join(f"{one.wall:.2f} ({one.cpu:.2f})" for one in done)
        best = min(one.wall for one in done)
        print(
            f"{engine:10} {size / 1e6 / best:6.2f} MB/s at best; seconds (of processors): {times};"
            f" peak {done[0].peak:.0f} MB, index {done[0].size:.1f} MB"
        )
    first, *others = engines
    for other in others:
        ratios = [b.wall / a.wall for a, b in zip(builds[first], builds[other], strict=True)]
        best = min(one.wall for one in builds[other]) / min(one.wall for one in builds[first])
        cpu = min(one.cpu for one in builds[other]) / min(one.cpu for one in builds[first])
        print(
            f"throughput of {first} to that of {other}: "
            + " ".join(f"{ratio:.2f}" for ratio in ratios)
            + f"; median {statistics.median(ratios):.2f}, best {best:.2f}, by processor time {cpu:.2f}"
        )


if __name__ == "__main__":
    main()
