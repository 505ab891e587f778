"""Mutated queries: each ends in an answer or in a clear error, in bounded time."""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from pathlib import Path

from benchmarks.robustness.collection import NAMES, PLACES, THINGS, write_collection
from searchidx.errors import QueryError
from searchidx.index import Index

SECONDS = 5.0
MEGABYTES = 700
SEEDS = [
    "river dam",
    '"the bridge in" market',
    "flood AND (dam OR levee) NOT headline:sport",
    'speaker:reed said:"had failed"',
    "place:kharkiv date:2001..2005",
    "date:[1999-01-01 TO 2003-05-06]",
    "har* b?idge ri*er *",
    "flod~ brige~2",
    '"river bridge"~5',
    "headline:river^3 OR body:dam^0.5",
    "-market school",
]
PIECES = list(
    "\"()[]{}*?~^:-+/\\'&|!<>.,;#@\x00\n ‮“”é"
) + " AND , OR , NOT ,NEAR, TO ,body:,date:,~99,^1e9".split(",")
PIECES += [
    *THINGS,
    *PLACES,
    *NAMES,
    "*" * 50,
    "?" * 50,
    "a" * 3000,
    "(" * 300,
    '"' * 99,
    "date:9999-99-99",
    "n*" * 30,
]


def mutated(query: str, numbers: random.Random) -> str:
    """Return a query with pieces put in, taken out, moved or doubled."""
    for _ in range(numbers.randint(1, 6)):
        at = numbers.randrange(len(query) + 1)
        length = numbers.randint(1, 8)
        kind = numbers.randrange(4)
        if kind == 0:
            query = query[:at] + query[at + length :]
        elif kind == 1:
            query = query[:at] + numbers.choice(PIECES) + query[at:]
        elif kind == 2:
            query = query + " " + numbers.choice(SEEDS)[at:]
        else:
            query = (
                query[:at]
                + chr(numbers.choice([numbers.randrange(32, 127), numbers.randrange(0x3000)]))
                + query[at:]
            )
    return query


def run(top: Path, args: argparse.Namespace) -> None:
    """Print how many were answered and refused, and how long the slowest took."""
    numbers = random.Random(args.seed)
    write_collection(top / "articles", 1000, args.seed)
    Index.build(top / "articles", top / "index", jobs=1)
    ends: Counter[str] = Counter()
    slowest, which = 0.0, ""
    count = args.count or 100_000
    with Index.open(top / "index") as index:
        for _ in range(count):
            query = mutated(numbers.choice(SEEDS), numbers)
            started = time.perf_counter()
            try:
                hits = index.search(query, limit=3)
                ends["answered" if hits else "answered with nothing"] += 1
                if hits and numbers.random() < 0.05:
                    str(hits[0].snippets)
            except QueryError as error:
                assert str(error)
                ends["refused with a clear error"] += 1
            except Exception as error:
                raise AssertionError(f"query {query!r}") from error
            seconds = time.perf_counter() - started
            if seconds > slowest:
                slowest, which = seconds, query
                assert slowest < SECONDS, f"{slowest:.1f} s for {query!r}"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert memory < MEGABYTES, f"{memory:.0f} MB"
    print(
        f"{count:,} queries: {', '.join(f'{number:,} {end}' for end, number in ends.items())}; {memory:.0f} MB at most"
    )
    print(f"slowest: {slowest:.2f} s for {which[:80]!r}")
