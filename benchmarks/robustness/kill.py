"""Kill a build, a rebuild and an update at every one of their file operations."""

from __future__ import annotations

import argparse
from pathlib import Path

from killing import Killer
from test_killed import SCENARIOS, kill_at, prepare, whole_run


def run(top: Path, args: argparse.Namespace) -> None:
    """Print at how many points each was killed; what must hold after each is demanded by ``kill_at``."""
    with Killer() as killer:
        for name, (before, options) in SCENARIOS.items():
            prepare(top / name / "template", before)
            operations = whole_run(top / name, killer, options)
            points = range(1, operations + 1, max(1, operations // args.count if args.count else 1))
            for point in points:
                kill_at(top / name, killer, point, before, options)
            print(
                f"{name}: killed at {len(points)} of {operations} file operations; nothing lost, nothing left over"
            )
