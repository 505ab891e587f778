"""How long it takes to see that none of 100,000 files has changed, as a program of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from searchidx.index import Index


def run(top: Path, args: argparse.Namespace) -> None:
    """Print the time of the build that finds nothing to do, and of a status."""
    count = args.count or 100_000
    for number in range(count):
        path = top / "articles" / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Report {number}.\n")
        os.utime(path, (1_600_000_000, 1_600_000_000))
    report = Index.build(top / "articles", top / "index")
    print(f"full build of {report.articles:,} tiny articles: {report.seconds:.0f} s")
    for command in ("build", "status"):
        times = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "searchidx", command, "--index", top / "index"],
                check=True,
                capture_output=True,
            )
            times.append(time.perf_counter() - started)
        print(
            f"{command} with nothing changed: {min(times):.2f} to {max(times):.2f} s, start of the program and all"
        )
