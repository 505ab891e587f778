"""A disk that is full: a limit on the size of files stands in for it, at sizes spread over those of an index.

The limit (RLIMIT_FSIZE) makes the operating system refuse a write in the middle, as a full disk does.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from benchmarks.robustness.collection import write_collection
from searchidx.index import Index


def run(top: Path, args: argparse.Namespace) -> None:
    """Print how many builds were refused; each must say so clearly and leave the index as it was."""
    write_collection(top / "articles", 300, args.seed)
    Index.build(top / "articles", top / "index", jobs=1)
    write_collection(top / "articles", 330, args.seed + 1)
    before = sorted(os.listdir(top / "index"))
    largest = max(path.stat().st_size for path in (top / "index").iterdir())
    count = args.count or 40
    refused = 0
    for limit in [step * largest // count for step in range(count)]:
        done = subprocess.run(
            [
                sys.executable,
                "-B",  # compiled modules are files, too
                "-m",
                "searchidx",
                "build",
                "--jobs",
                "1",
                "--rebuild",
                "--index",
                top / "index",
            ],
            capture_output=True,
            text=True,
            preexec_fn=lambda limit=limit: limit_files(limit),
        )
        if done.returncode == 0:
            before = sorted(os.listdir(top / "index"))
            continue
        refused += 1
        assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
        assert "could not be written: File too large" in done.stderr, done.stderr
        assert sorted(os.listdir(top / "index")) == before, "something was left over"
        assert Index.check(top / "index") == []
    print(
        f"{refused} of {count} builds ran into the limit: each said so, left the index whole and nothing over"
    )


def limit_files(limit: int) -> None:
    """Let this process write no file larger than so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
