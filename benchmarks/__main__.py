"""The command: python -m benchmarks FOLDER."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.engines import MODULES
from benchmarks.plot import svg
from benchmarks.report import markdown
from benchmarks.run import compare


def main() -> None:
    options = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Compare searchidx with its peers."
    )
    options.add_argument(
        "folder", type=Path, help="articles as plain text files, with or without ' date YYYY-MM-DD '"
    )
    options.add_argument("--count", type=int, help="only so many of the articles")
    options.add_argument(
        "--engines", default=",".join(MODULES), help="which, separated by commas (%(default)s)"
    )
    options.add_argument(
        "--whoosh-sample", type=int, default=5000, help="articles for stock Whoosh (%(default)s)"
    )
    options.add_argument("--queries", type=int, default=60, help="queries of each kind (%(default)s)")
    options.add_argument("--repeats", type=int, default=5, help="times that each query is run (%(default)s)")
    options.add_argument("--jobs", type=int, default=1, help="processes or threads of a build (%(default)s)")
    options.add_argument("--json", type=Path, help="write all figures to this file")
    options.add_argument("--markdown", type=Path, help="write the tables to this file too")
    options.add_argument("--svg", type=Path, help="write a plot of the latencies to this file")
    args = options.parse_args()
    engines = args.engines.split(",")
    unknown = [name for name in engines if name not in MODULES]
    if unknown:
        options.error(f"no engine {', '.join(unknown)}; there are {', '.join(MODULES)}")
    results = compare(
        args.folder,
        engines,
        count=args.count,
        whoosh_sample=args.whoosh_sample,
        queries=args.queries,
        repeats=args.repeats,
        jobs=args.jobs,
    )
    table = markdown(results)
    print(table)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if args.markdown:
        args.markdown.write_text(table, encoding="utf-8")
    if args.svg:
        args.svg.write_text(svg(results), encoding="utf-8")


if __name__ == "__main__":
    main()
