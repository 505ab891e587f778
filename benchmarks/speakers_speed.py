"""How fast quotes and speakers are found: python -m benchmarks.speakers_speed FOLDER [--repeats N].

Reads every .txt file below FOLDER into memory first; then measures, in one process, scanning, finding the persons and
finding the quotes, in megabytes (of characters) per second of processor time. The best of the repeats counts.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from searchidx.extraction.people import find_people
from searchidx.extraction.scan import Scan
from searchidx.extraction.speakers.quotes import find_quotes

_PREFIX = re.compile(r"^ ?date \d{4}-\d\d-\d\d ")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--count", type=int, help="only so many of the articles, spread evenly")
    options.add_argument("--repeats", type=int, default=3)
    args = options.parse_args()
    paths = sorted(args.folder.rglob("*.txt"))
    paths = paths[:: max(1, len(paths) // args.count)] if args.count else paths
    texts = [_PREFIX.sub("", path.read_text(encoding="utf-8", errors="replace")) for path in paths]
    size = sum(map(len, texts)) / 1e6
    quotes = 0
    best = float("inf")
    for _ in range(args.repeats):
        started = time.process_time()
        quotes = 0
        for text in texts:
            scan = Scan(text)
            quotes += len(find_quotes(scan, find_people([scan])))
        best = min(best, time.process_time() - started)
    print(f"{len(texts)} articles, {size:.1f} MB, {quotes} quotes: {best:.2f} s, {size / best:.2f} MB/s")


if __name__ == "__main__":
    main()
