"""What was measured as Markdown tables: figures, and their ratios to those of searchidx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

REFERENCE = "searchidx"


def markdown(results: dict[str, Any]) -> str:
    """Return the tables. A ratio above 1 says that searchidx is faster (or smaller)."""
    parts = [
        f"{results['articles']:,} articles, {results['megabytes']:.1f} MB of text; {results['machine']}; "
        f"{results['jobs']} process{'es' if results['jobs'] > 1 else ''} or thread"
        f"{'s' if results['jobs'] > 1 else ''} for a build.\n",
        _build_table(results),
        _first_answer_line(results),
        _latency_table(results),
        _notes(results),
    ]
    return "\n".join(part for part in parts if part)


def _build_table(results: dict[str, Any]) -> str:
    ours = results["engines"].get(REFERENCE)
    rows = []
    for engine in results["engines"].values():
        full = engine["articles"] == results["articles"]
        rows.append(
            [
                engine["label"] + ("" if full else f" ({engine['articles']:,} articles)"),
                f"{engine['build_seconds']:.1f} s",
                f"{engine['megabytes_per_second']:.2f} MB/s"
                + _ratio(ours and ours["megabytes_per_second"], engine["megabytes_per_second"]),
                f"{engine['peak_memory_mb']:.0f} MB",
                f"{engine['index_megabytes']:.1f} MB"
                + (_ratio(engine["index_share_of_text"], ours and ours["index_share_of_text"])),
                f"{engine['first_answer_seconds'] * 1000:.0f} ms",
            ]
        )
    return _table(["engine", "build", "throughput", "peak memory", "index", "first answer"], rows)


def _first_answer_line(results: dict[str, Any]) -> str:
    line = (
        f'\n`python -c "import numpy, click, whoosh.index"` takes {results["import_seconds"] * 1000:.0f} ms'
    )
    ours = results["engines"].get(REFERENCE)
    if ours:
        line += (
            f"; a fresh process of searchidx answers in"
            f" {ours['first_answer_seconds'] / results['import_seconds']:.2f} times that"
        )
    return line + ".\n"


def _latency_table(results: dict[str, Any]) -> str:
    ours = results["engines"].get(REFERENCE, {}).get("latency_ms", {})
    rows = []
    for kind in results["kinds"]:
        row = [kind]
        for engine in results["engines"].values():
            found = engine["latency_ms"].get(kind)
            if not found:
                row.append("–")
                continue
            text = " / ".join(_milliseconds(found[which]) for which in ("median", "p95", "max"))
            if kind in ours and found is not ours[kind]:
                ratios = " / ".join(f"{found[which] / ours[kind][which]:.2g}" for which in ("median", "p95"))
                text += f" ({ratios} ×)"
            row.append(text)
        rows.append(row)
    return _table(["median / p95 / max in ms", *results["engines"]], rows)


def _notes(results: dict[str, Any]) -> str:
    notes = [
        "\nTimes a factor in brackets: what the engine takes, by what searchidx takes (for sizes too).\n"
    ]
    notes += [f"- {kind}: {meaning}" for kind, meaning in results["kinds"].items()]
    for engine in results["engines"].values():
        if engine["articles"] < results["articles"]:
            notes.append(
                f"- {engine['label']} built and queried {engine['articles']:,} of the {results['articles']:,} articles:"
                " its throughput is that of the sample, its latencies are those of the smaller index."
            )
    notes.append(
        f"- {results['queries_of_each_kind']} queries of each kind, warm, parsed beforehand, ten hits each, the fastest"
        " of some repeats; SQLite and Whoosh do not count the other matches, tantivy and searchidx do."
    )
    return "\n".join(notes)


def _ratio(theirs: float | None, ours: float | None) -> str:
    if not theirs or not ours or theirs is ours:
        return ""
    return f" ({theirs / ours:.2g} ×)"


def _milliseconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.1f}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
