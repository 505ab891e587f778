"""Eight processes search all the while as fifty generations are committed."""

from __future__ import annotations

import argparse
from pathlib import Path

from test_readers import run_readers


def run(top: Path, args: argparse.Namespace) -> None:
    """Print how much was searched; an error or a mixed answer fails."""
    results = run_readers(top, readers=8, generations=args.count or 50)
    searches, seen = zip(*results, strict=True)
    print(
        f"{len(results)} readers, {args.count or 50} generations: {sum(searches):,} searches without error or mixed"
        f" answer; each saw {min(seen)} to {max(seen)} generations"
    )
