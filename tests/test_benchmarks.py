"""The benchmark runs, draws the same queries each time, and reports ratios the right way round."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.articles import pack, unpack
from benchmarks.plot import svg
from benchmarks.report import markdown
from benchmarks.workload import KINDS, draw

ROOT = Path(__file__).parent.parent
TOWNS = ["Odesa", "Sumy", "Lviv", "Poltava", "Dnipro"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    for number in range(40):
        town, other = TOWNS[number % 5], TOWNS[number % 4]
        head = f"Market in {town} reopens\n\n" if number % 2 else ""
        text = f" date 2022-05-{number % 28 + 1:02d} {head}The market hall in {town} opened, traders from {other} said."
        (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")
    return folder


def test_articles_are_packed_with_their_parts(folder, tmp_path):
    packed = tmp_path / "packed"
    count, size = pack(folder, packed, 10)
    articles = list(unpack(packed))
    assert count == len(articles) == 10
    assert size == sum(len(a.headline) + len(a.body) for a in articles)
    assert articles[1].headline == "Market in Sumy reopens"
    assert articles[0].headline == "" and articles[0].body.startswith("The market hall in Odesa")
    assert articles[3].date == datetime.date(2022, 5, 4)


def test_the_same_articles_give_the_same_queries(folder, tmp_path):
    pack(folder, tmp_path / "packed")
    articles = list(unpack(tmp_path / "packed"))
    drawn = draw(articles, 4)
    assert drawn == draw(articles, 4)
    assert [query.kind for query in drawn] == [kind for kind in KINDS for _ in range(4)]
    assert all(query.words for query in drawn)


def test_the_command_measures_and_reports(folder, tmp_path):
    command = [
        *(sys.executable, "-m", "benchmarks", str(folder), "--engines", "searchidx,sqlite-fts5,whoosh"),
        *("--queries", "2", "--repeats", "1", "--whoosh-sample", "20"),
        *("--json", str(tmp_path / "out.json"), "--svg", str(tmp_path / "out.svg")),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    results = json.loads((tmp_path / "out.json").read_text())
    assert results["articles"] == 40
    assert results["engines"]["whoosh"]["articles"] == 20
    assert done.stdout.strip() == markdown(results).strip()
    assert svg(results) == (tmp_path / "out.svg").read_text()
    for engine in results["engines"].values():
        assert set(engine["latency_ms"]) == set(KINDS)
        assert engine["build_seconds"] > 0 and engine["peak_memory_mb"] > 1 and engine["index_megabytes"] > 0


def test_ratios_are_those_to_searchidx():
    def engine(label, speed, latency):
        return {
            "label": label,
            "articles": 10,
            "build_seconds": 1.0,
            "megabytes_per_second": speed,
            "peak_memory_mb": 50.0,
            "index_megabytes": 2.0 * latency,
            "index_share_of_text": latency,
            "first_answer_seconds": 0.2,
            "latency_ms": {"and": {"median": latency, "p95": latency, "max": latency}},
        }

    results = {
        "machine": "m",
        "articles": 10,
        "megabytes": 1.0,
        "jobs": 1,
        "queries_of_each_kind": 1,
        "kinds": {"and": "words"},
        "import_seconds": 0.1,
        "engines": {"searchidx": engine("ours", 8.0, 2.0), "other": engine("theirs", 4.0, 6.0)},
    }
    table = markdown(results)
    assert "| theirs | 1.0 s | 4.00 MB/s (2 ×) | 50 MB | 12.0 MB (3 ×) | 200 ms |" in table
    assert "| and | 2.0 / 2.0 / 2.0 | 6.0 / 6.0 / 6.0 (3 / 3 ×) |" in table
    assert "2.00 times that" in table
