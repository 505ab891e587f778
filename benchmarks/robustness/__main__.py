"""The command: python -m benchmarks.robustness NAME."""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from pathlib import Path

NAMES = ("kill", "readers", "damage", "disk", "files", "queries", "update", "unchanged")


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description="Try to break it.")
    options.add_argument("name", choices=NAMES)
    options.add_argument("folder", type=Path, nargs="?", help="articles, for update")
    options.add_argument("--count", type=int, help="how many, instead of the usual number")
    options.add_argument("--seed", type=int, default=1, help="of the random numbers (%(default)s)")
    args = options.parse_args()
    if args.name == "update" and args.folder is None:
        options.error("update needs a folder")
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as top:
        importlib.import_module(f"benchmarks.robustness.{args.name}").run(Path(top), args)
    print(f"{args.name}: {time.perf_counter() - started:.0f} s in all")


if __name__ == "__main__":
    main()
