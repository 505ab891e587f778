"""Flip bytes of index files and cut them: check must notice each, and no search may give a wrong answer."""

from __future__ import annotations

import argparse
import os
import random
from pathlib import Path

from benchmarks.robustness.collection import write_collection
from searchidx.errors import IndexDirectoryError
from searchidx.index import Index

QUERIES = (
    "river",
    '"the bridge"',
    "place:kharkiv dam",
    "speaker:reed",
    "harb*",
    "market OR school -hospital",
    "flod~",
)


def answers(index_dir: Path) -> list[object]:
    """Return what the queries answer, or the kind of error where it is one of an index directory."""
    found: list[object] = []
    for query in QUERIES:
        try:
            with Index.open(index_dir) as index:
                hits = index.search(query, limit=20)
                found.append(
                    [
                        hits.total,
                        *((hit.id, round(hit.score, 6), hit.article.body, str(hit.snippets)) for hit in hits),
                    ]
                )
        except IndexDirectoryError:
            found.append("refused")
    return found


def run(top: Path, args: argparse.Namespace) -> None:
    """Print what was noticed by check and what searches did."""
    numbers = random.Random(args.seed)
    write_collection(top / "articles", 600, args.seed)
    Index.build(top / "articles", top / "index", jobs=1)
    for path in sorted((top / "articles").rglob("*.txt"))[:40]:
        path.write_text(path.read_text() + "A correction was added to this report of the river.\n")
    Index.build(None, top / "index", jobs=1)  # so that there are several segments, and deleted documents
    right = answers(top / "index")
    assert "refused" not in right
    files = [path for path in sorted((top / "index").iterdir()) if path.stat().st_size and path.suffix]
    sizes = [path.stat().st_size for path in files]
    count = args.count or 500
    refused = 0
    for kind, number in (("flip", count), ("cut", max(1, count // 5))):
        for _ in range(number):
            # Every file gets its share, and most go to large ones.
            path = numbers.choice(files) if numbers.random() < 0.5 else numbers.choices(files, sizes)[0]
            whole = path.read_bytes()
            at = numbers.randrange(len(whole))
            with open(path, "r+b") as file:
                if kind == "flip":
                    file.seek(at)
                    file.write(bytes([whole[at] ^ 1 << numbers.randrange(8)]))
                else:
                    os.truncate(file.fileno(), at)
            assert Index.check(top / "index"), f"{kind} at {at} of {path.name} was not noticed"
            for query, given, expected in zip(QUERIES, answers(top / "index"), right, strict=True):
                assert given in (expected, "refused"), (
                    f"{kind} at {at} of {path.name}: {query} is answered wrongly"
                )
                refused += given == "refused"
            path.write_bytes(whole)
        print(
            f"{number} times {kind}: check noticed each, no wrong answer ({refused} searches refused so far)"
        )
    assert answers(top / "index") == right
