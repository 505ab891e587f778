"""How long it takes to bring an index up to date, against building it."""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

from benchmarks.robustness.collection import article
from searchidx.index import Index


def run(top: Path, args: argparse.Namespace) -> None:
    """Print the time of a full build, of an update (100 changed, 50 new, 50 gone), and of finding nothing to do."""
    numbers = random.Random(args.seed)
    folder, index = top / "articles", top / "index"
    shutil.copytree(args.folder, folder)
    full = Index.build(folder, index)
    print(f"full build: {full.seconds:.1f} s for {full.articles:,} articles, {full.index_bytes / 1e6:.0f} MB")
    files = sorted(folder.rglob("*.txt"))
    chosen = numbers.sample(files, 150)
    for path in chosen[:100]:
        path.write_text(path.read_text() + "\nA correction was added.\n")
    for path in chosen[100:]:
        path.unlink()
    for number in range(50):
        (folder / f"new-{number}.txt").write_text(article(numbers))
    update = Index.build(None, index)
    share = update.seconds / full.seconds
    print(f"update, 100 changed, 50 new, 50 gone: {update.seconds:.2f} s, {share:.1%} of the full build")
    again = Index.build(None, index)
    print(f"nothing changed: {again.seconds:.2f} s")
    assert Index.check(index) == []
