"""Files made by a fuzzer: random bytes, mutated articles, mutated JSON, odd names."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.robustness.collection import article
from searchidx.index import Index

MEGABYTES = 700
SECONDS = 5.0
PIECES = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b'"',
    b"'",
    b"\xe2\x80\xae",
    b"\r",
]
PIECES += [
    b"\xe2\x80\x8b",
    b"{",
    b"[",
    b"\\ud800",
    b" date 0000-00-00 ",
    b" date 9999-99-99 ",
    b"\n\n",
    b"\x1b[31m",
]


def mutated(content: bytes, numbers: random.Random) -> bytes:
    """Return bytes with some cut, doubled, flipped or put in."""
    data = bytearray(content)
    for _ in range(numbers.randint(1, 12)):
        at = numbers.randrange(len(data) + 1)
        length = numbers.randint(1, 60)
        kind = numbers.randrange(5)
        if kind == 0:
            del data[at : at + length]
        elif kind == 1:
            data[at:at] = data[at : at + length] * numbers.randint(1, 50)
        elif kind == 2 and at < len(data):
            data[at] ^= 1 << numbers.randrange(8)
        elif kind == 3:
            data[at:at] = numbers.choice(PIECES) * numbers.choice([1, 1, 2, 1000])
        else:
            data[at:at] = numbers.randbytes(length)
    return bytes(data)


def odd_file(numbers: random.Random) -> tuple[str, bytes]:
    """Return an ending and a content."""
    kind = numbers.randrange(10)
    if kind == 0:
        return ".txt", numbers.randbytes(numbers.choice([0, 1, 7, 300, 20_000]))
    if kind < 6:
        encoding = numbers.choice(["utf-8", "utf-8", "utf-16", "cp1252", "utf-32"])
        return numbers.choice([".txt", ".md"]), mutated(article(numbers).encode(encoding, "replace"), numbers)
    if kind < 9:
        lines = [
            json.dumps({"title": f"Line {n}", "text": article(numbers), "date": f"2022-05-{n + 1:02}"})
            for n in range(numbers.randint(1, 12))
        ]
        return ".jsonl", mutated("\n".join(lines).encode(), numbers)
    return ".jsonl", b'{"text": ' + b"[" * numbers.choice([10, 100_000]) + b"\n" + numbers.randbytes(40)


def run(top: Path, args: argparse.Namespace) -> None:
    """Print time and memory of building an index of them; a traceback, a hang or a lost article fails."""
    numbers = random.Random(args.seed)
    count = args.count or 10_000
    folder = os.fsencode(top / "articles")
    os.mkdir(folder)
    for number in range(count):
        ending, content = odd_file(numbers)
        name = f"{number:05}".encode() + numbers.choice(
            [b"", b"", b"\xff\xfe", b"\x1b[31m", b" ", "ß‮".encode()]
        )
        with open(folder + b"/" + name + ending.encode(), "wb") as file:
            file.write(content)
    started = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "searchidx",
        "build",
        str(top / "articles"),
        "--index",
        str(top / "index"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600)
    seconds = time.perf_counter() - started
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr[-3000:]
    assert "\x1b[31m" not in done.stderr, "control sequences reach the terminal"
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert memory < MEGABYTES, f"{memory:.0f} MB"
    problems = Index.problems(top / "index")
    assert not any("could not be parsed" in problem.reason for problem in problems), problems
    assert Index.check(top / "index") == []
    status = Index.status(top / "index")
    assert not status.changes.differs and status.files <= count  # empty ones are no articles
    print(
        f"{count:,} files: {status.articles:,} articles and {len(problems):,} problems in {seconds:.0f} s,"
        f" {memory:.0f} MB at most; no traceback"
    )
    print(f"slowest file: {slowest(top / 'articles'):.2f} s")


def slowest(folder: Path) -> float:
    """Return the seconds that reading and parsing the slowest file takes."""
    from searchidx.parsing import parse_file
    from searchidx.reading import FileEntry, iter_files

    most = 0.0
    for entry in iter_files(folder):
        if isinstance(entry, FileEntry):
            started = time.perf_counter()
            for _ in parse_file(folder, entry.path):
                pass
            most = max(most, time.perf_counter() - started)
            assert most < SECONDS, f"{entry.path} takes {most:.1f} s"
    return most
