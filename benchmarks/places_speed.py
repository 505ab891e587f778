"""How fast places are found in a folder of articles, in one process.

    python benchmarks/places_speed.py FOLDER [--articles 20000]

Prints the speed of scanning, of finding people and of finding places apart, in MB of UTF-8 text a second of processor
time; "places, again": the same batch once more, with the caches full. Also how the time
grows with the size of one article.
"""

import argparse
import time
from itertools import pairwise
from pathlib import Path

from searchidx.extraction.people import find_people
from searchidx.extraction.places import find_places
from searchidx.extraction.scan import Scan
from searchidx.gazetteer import open_gazetteer

BATCH = 200


def measure(files):
    """Time each stage over all the files, a batch at a time, as a build goes through a folder."""
    seconds = dict.fromkeys(("scan", "people", "places", "places, again"), 0.0)
    size = found = 0
    for start in range(0, len(files), BATCH):
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in files[start : start + BATCH]]
        size += sum(len(text.encode()) for text in texts)
        scans = [[Scan(text)] for text in texts]
        times = [time.process_time()]
        for scan in scans:
            _ = scan[0].runs
        times.append(time.process_time())
        people = [find_people(scan) for scan in scans]
        times.append(time.process_time())
        for _ in range(2):
            for scan, who in zip(scans, people, strict=True):
                found += sum(len(place.mentions) for place in find_places(scan, who, ("body",)))
            times.append(time.process_time())
        for stage, (before, after) in zip(seconds, pairwise(times), strict=True):
            seconds[stage] += after - before
    print(f"{len(files)} articles, {size / 1e6:.1f} MB, {found // 2} mentions of places")
    for stage, spent in seconds.items():
        print(f"  {stage:14} {size / 1e6 / spent:6.2f} MB/s")


def measure_growth():
    """Time one article of more and more capitalised words; the time for each word must not grow."""
    words = "Kharkiv Paris London Springfield Reading Jordan Novak Brown Georgia Smith March Alpha Tel Aviv".split()
    for count in (1_000, 10_000, 100_000):
        text = " ".join(f"{words[i % len(words)]}{', ' if i % 3 else '. In'}" for i in range(count))
        scans = [Scan(text)]
        people = find_people(scans)
        started = time.process_time()
        find_places(scans, people, ("body",))
        seconds = time.process_time() - started
        print(f"  one article of {count:7,} capitalised words: {seconds / count * 1e6:6.1f} µs a word")


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=20_000)
    arguments = options.parse_args()
    started = time.perf_counter()
    open_gazetteer().lookup("Kyiv")
    print(f"gazetteer opened in {(time.perf_counter() - started) * 1000:.1f} ms")
    files = sorted(path for path in arguments.folder.rglob("*") if path.is_file())[: arguments.articles]
    measure(files)
    measure_growth()


if __name__ == "__main__":
    main()
