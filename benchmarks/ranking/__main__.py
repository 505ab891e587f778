"""The command: python -m benchmarks.ranking PREFIX [PREFIX ...]."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.ranking.judged import Judged, Quality
from benchmarks.ranking.parameters import VALUES, Change, changed, defaults


def main() -> None:
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.ranking",
        description="Try the parameters of ranking on judged collections.",
    )
    options.add_argument(
        "prefixes", nargs="+", type=Path, metavar="PREFIX", help="the start of PREFIX.docs.jsonl.gz"
    )
    options.add_argument("--only", choices=list(VALUES), help="one parameter instead of all")
    args = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="judged-") as work:
        collections = [Judged(prefix, Path(work)) for prefix in args.prefixes]
        names = [args.only] if args.only else list(VALUES)
        print("| ranking | " + " | ".join(f"{each.name} nDCG@10 / MAP" for each in collections) + " |")
        print("| --- |" + " ---: |" * len(collections))
        print(row("defaults", [each.quality() for each in collections]))
        print(row("defaults, expanded", [each.quality(expand=True) for each in collections]), flush=True)
        found = {name: measure(name, collections) for name in names}
        for each in collections:
            each.index.close()
    if len(collections) > 1:
        for name in names:
            print()
            for line in left_out(name, found[name], [each.name for each in collections]):
                print(line)


def measure(name: str, collections: Sequence[Judged]) -> dict[float, list[Quality]]:
    """Return the quality on each collection for each value of a parameter, and print a row for each."""
    found = {}
    for value in VALUES[name]:
        change = Change(name, value)
        found[value] = []
        for each in collections:
            with changed(each.index, change):
                found[value].append(each.quality(**({"expand": True} if change.expands else {})))
        default = " (default)" if defaults(collections[0].index)[name] == value else ""
        print(row(f"{name} {value:g}{default}", found[value]), flush=True)
    return found


def row(label: str, found: Sequence[Quality]) -> str:
    """Return a row of the table."""
    return f"| {label} | " + " | ".join(f"{each.ndcg:.3f} / {each.precision:.3f}" for each in found) + " |"


def left_out(name: str, found: dict[float, list[Quality]], collections: Sequence[str]) -> list[str]:
    """Say for each collection which value the others would choose by nDCG and precision, and what it does there."""
    lines = []
    for number, collection in enumerate(collections):
        others = [i for i in range(len(collections)) if i != number]

        def worth(value: float, among: list[int] = others) -> float:
            return sum(found[value][i].ndcg + found[value][i].precision for i in among)

        chosen = max(found, key=worth)
        there = found[chosen][number]
        lines.append(
            f"{name}: chosen without {collection} {chosen:g}, there {there.ndcg:.3f} / {there.precision:.3f}"
        )
    return lines


if __name__ == "__main__":
    main()
