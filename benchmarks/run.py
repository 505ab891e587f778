"""Run the comparison: pack the articles, build with each engine, query each, time the first answers."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import pack, unpack
from benchmarks.engines import load
from benchmarks.workload import KINDS, draw

BASELINE = "import numpy, click, whoosh.index"
_FIRST_ANSWERS = 7


def compare(
    folder: Path,
    engines: Sequence[str],
    *,
    count: int | None,
    whoosh_sample: int,
    queries: int,
    repeats: int,
    jobs: int,
) -> dict[str, Any]:
    """Return all that was measured, ready for JSON; see ``report`` for what the numbers are."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        work = Path(name)
        packed = work / "articles.jsonl"
        articles, size = pack(folder, packed, count)
        if not articles:
            raise SystemExit(f"{folder}: no .txt files there")
        drawn = draw(list(unpack(packed)), queries)
        asked = work / "queries.json"
        asked.write_text(json.dumps(drawn, default=str), encoding="utf-8")
        word = next(query.words[0] for query in drawn if query.kind == "term, middling")
        results = {}
        for engine in engines:
            sample = min(whoosh_sample, articles) if engine == "whoosh" else articles
            results[engine] = _measure(
                engine, work, packed, asked, word, (folder, sample, articles), repeats=repeats, jobs=jobs
            )
        baseline = _first_answer([sys.executable, "-c", BASELINE])
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "articles": articles,
        "megabytes": size / 1e6,
        "jobs": jobs,
        "queries_of_each_kind": queries,
        "kinds": KINDS,
        "import_seconds": baseline,
        "engines": results,
    }


def _measure(
    engine: str,
    work: Path,
    packed: Path,
    asked: Path,
    word: str,
    extent: tuple[Path, int, int],
    *,
    repeats: int,
    jobs: int,
) -> dict[str, Any]:
    folder, sample, articles = extent
    directory = work / engine
    directory.mkdir()
    if sample < articles:
        packed = work / "sample.jsonl"
        _, size = pack(folder, packed, sample)
    else:
        size = sum(len(a.headline.encode()) + len(a.body.encode()) for a in unpack(packed))
    print(f"{engine}: building {sample:,} articles", file=sys.stderr)
    built = _child("build", engine, packed, directory, jobs)
    stored = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    print(f"{engine}: built in {built['seconds']:.1f} s, querying", file=sys.stderr)
    latencies = _child("query", engine, directory, asked, repeats)
    first = _first_answer([sys.executable, "-m", "benchmarks.child", "first", engine, str(directory), word])
    return {
        "label": load(engine).label,
        "articles": sample,
        "build_seconds": built["seconds"],
        "megabytes_per_second": size / 1e6 / built["seconds"],
        "articles_per_second": sample / built["seconds"],
        "peak_memory_mb": built["peak_mb"],
        "index_megabytes": stored / 1e6,
        "index_share_of_text": stored / size,
        "first_answer_seconds": first,
        "latency_ms": {kind: summary(latencies[kind]) for kind in KINDS if kind in latencies},
    }


def summary(latencies: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum."""
    ordered = sorted(latencies)
    return {
        "median": statistics.median(ordered),
        "p95": ordered[min(round(0.95 * len(ordered)), len(ordered) - 1)],
        "max": ordered[-1],
    }


def installed() -> dict[str, str]:
    """Return the environment of an installed program, whose modules are compiled once."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _child(action: str, engine: str, *arguments: object) -> Any:
    command = [sys.executable, "-m", "benchmarks.child", action, engine, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, env=installed())
    if done.returncode:
        raise SystemExit(f"{engine}: {action} failed")
    return json.loads(done.stdout.splitlines()[-1])


def _first_answer(command: list[str]) -> float:
    """Return the median seconds of a fresh process, its files in the page cache."""
    environment = installed()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    times = []
    for _ in range(_FIRST_ANSWERS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times)
