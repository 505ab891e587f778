"""How fast the articles of a folder are read and taken apart, in one process.

    python benchmarks/reading_speed.py FOLDER [--articles 5000]

Prints the processor time of walking, of reading (open, decode, clean) and of splitting, in µs an article, beside that
of a loop of a fixed length, so that figures from busy machines can be compared; and how the time grows with the size.
"""

import argparse
import random
import time

from searchidx.reading import FileEntry, Source, iter_files, read_file
from searchidx.splitting import split


def fixed_loop():
    """Return the seconds that a million additions take here and now."""
    started = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number % 7
    return time.process_time() - started


def measure(folder, count):
    """Time each stage over a sample of the folder."""
    started = time.process_time()
    entries = [entry for entry in iter_files(folder) if isinstance(entry, FileEntry)]
    print(f"walk   {(time.process_time() - started) / max(1, len(entries)) * 1e6:6.1f} µs a file")
    sample = random.Random(1).sample(entries, min(count, len(entries)))
    for _ in range(3):
        loop = fixed_loop()
        started = time.process_time()
        found = [one for entry in sample for one in read_file(folder, entry.path) if isinstance(one, Source)]
        read = time.process_time()
        for source in found:
            split(source.text, source.metadata, source.path)
        done = time.process_time()
        print(
            f"read   {(read - started) / len(found) * 1e6:6.1f} µs, split {(done - read) / len(found) * 1e6:6.1f} µs"
            f" an article of {sum(len(source.text) for source in found) / len(found):.0f} characters"
            f" ({len(found)} articles; a million additions took {loop * 1e3:.0f} ms)"
        )


def measure_growth():
    """Time one article of more and more lines and words; neither may cost more in a longer one."""
    for line in ("ab cd\n", "The ferry has stopped because nobody can pay for its fuel any\n", "word "):
        for count in (1_000, 10_000, 100_000):
            started = time.process_time()
            split(line * count, {}, "story.txt")
            print(
                f"  {count:7,} x {line[:20]!r:24}: {(time.process_time() - started) / count * 1e6:6.2f} µs each"
            )


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder")
    options.add_argument("--articles", type=int, default=5000)
    args = options.parse_args()
    measure(args.folder, args.articles)
    measure_growth()


if __name__ == "__main__":
    main()
