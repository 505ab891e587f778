"""Every hit, streamed: exports and batches of queries, in real processes."""

import csv
import io
import json
import os
import subprocess
import sys
import tracemalloc

import pytest

from searchidx import Index


@pytest.fixture
def ask(run, collection):
    return lambda *arguments, **more: run(*arguments, cwd=collection, **more)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """An index of 1,500 long articles that all match the same word."""
    top = tmp_path_factory.mktemp("large")
    filler = " ".join(f"word{number}" for number in range(400))
    lines = (json.dumps({"text": f"Flood number {n} came. {filler} {n * 7919}."}) for n in range(1500))
    (top / "corpus").mkdir()
    (top / "corpus" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Index.build(top / "corpus", top / "index", jobs=1)
    return top


def test_every_line_of_an_export_tells_query_count_and_index(ask, collection):
    with Index.open(collection / "index") as index:
        version = index.version
    lines = [json.loads(line) for line in ask("search", "elbe", "-n", "0", "--jsonl").lines]
    assert len(lines) == 2
    for line in lines:
        assert line["query"] == "elbe" and line["total"] == 2
        assert line["index"] == {
            "generation": version.generation,
            "built": version.built,
            "format": version.format,
        }
    rows = list(csv.DictReader(io.StringIO(ask("search", "elbe", "-n", "0", "--csv").out)))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert {(row["query"], row["total"], row["generation"]) for row in rows} == {
        ("elbe", "2", str(version.generation))
    }


def test_an_export_holds_no_more_than_a_hit_at_a_time(large):
    with Index.open(large / "index") as index:
        sum(
            len(hit.id) for hit in index.search("flood", limit=None, all_copies=True)
        )  # what is read once stays
        tracemalloc.start()
        hits = index.search("flood", limit=None, all_copies=True)
        assert len(hits) == 1500
        words = sum(len(hit.article.body) for hit in hits)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert words > 4_000_000
    assert peak < words / 4


def test_all_hits_are_those_of_the_pages_in_the_same_order(large):
    with Index.open(large / "index") as index:
        every = index.search("flood", limit=None, all_copies=True)
        pages = [index.search("flood", limit=500, page=page, all_copies=True) for page in (1, 2, 3)]
        assert [(hit.rank, hit.id) for hit in every] == [(hit.rank, hit.id) for page in pages for hit in page]
        assert every[-1].id == every[1499].id == every[1490:][-1].id
        with pytest.raises(IndexError):
            every[1500]


def test_a_pipe_that_closes_early_ends_an_export_without_an_error(large):
    command = [sys.executable, "-m", "searchidx", "search", "flood", "-n", "0", "--jsonl", "--all-copies"]
    with subprocess.Popen(command, cwd=large, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
        assert json.loads(export.stdout.readline())["rank"] == 1
        export.stdout.close()
        assert export.stderr.read() == b""
        assert export.wait(60) == 0


def test_a_place_exports_all_groups_in_order(ask):
    lines = [json.loads(line) for line in ask("place", "Germany", "--jsonl").lines]
    assert [line["rank"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines and {line["total"] for line in lines} == {len(lines)}
    with_limit = ask("place", "Germany", "--jsonl", "-n", "1", "--page", "2").lines
    assert json.loads(with_limit[0])["id"] == lines[1]["id"]


QUERIES = 'elbe\n\n"oil price\nzeppelin\nnosuchfield:x\nspeaker:melvin\n'


def test_a_batch_answers_every_line_and_reports_the_bad_ones(ask, tmp_path):
    (tmp_path / "queries.txt").write_text(QUERIES, encoding="utf-8")
    ran = ask("search", "--batch", tmp_path / "queries.txt")
    assert ran.code == 2
    lines = [json.loads(line) for line in ran.lines]
    assert [(line["line"], line.get("total"), line.get("id")) for line in lines] == [
        (1, 2, "river/flood.md"),
        (1, 2, "river/dam.txt"),
        (3, None, None),
        (4, 0, None),
        (5, None, None),
        (6, 1, "front/2022-05-12.txt"),
    ]
    assert "no partner" in lines[2]["error"] and lines[2]["query"] == '"oil price'
    assert f"{tmp_path / 'queries.txt'}:3: This quotation mark has no partner." in ran.err
    assert f"{tmp_path / 'queries.txt'}:5: There is no field nosuchfield:." in ran.err
    assert ran.err.endswith("5 queries, 2 with matches, 2 not understood.\n")


def test_a_batch_from_stdin_as_csv_with_options(ask):
    ran = ask("search", "--batch", "-", "--csv", "-n", "1", "--since", "2022", stdin=QUERIES)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(row["line"], row["total"], row["id"]) for row in rows] == [
        ("1", "2", rows[0]["id"]),
        ("3", "", ""),
        ("4", "0", ""),
        ("5", "", ""),
        ("6", "1", "front/2022-05-12.txt"),
    ]
    assert rows[1]["query"] == '"oil price' and "no partner" in rows[1]["error"]
    assert "stdin:3: " in ran.err


def test_a_batch_answers_each_query_before_the_next_one_is_written(collection):
    command = [sys.executable, "-m", "searchidx", "search", "--batch", "-", "-n", "1"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=collection, **pipes) as batch:
        for number, query in enumerate((b"elbe\n", b"\xff\xfe\n", b"tin\n"), 1):
            os.write(batch.stdin.fileno(), query)
            answer = json.loads(batch.stdout.readline())
            assert answer["line"] == number
            assert ("not UTF-8" in answer.get("error", "")) == (number == 2)
        batch.stdin.close()
        assert batch.wait(60) == 2


def test_exit_codes_of_a_batch(ask):
    assert ask("search", "--batch", "-", stdin="elbe\nzeppelin\n").code == 0
    assert ask("search", "--batch", "-", stdin="zeppelin\n").code == 1
    empty = ask("search", "--batch", "-", stdin="\n")
    assert (empty.code, empty.err) == (1, "There is no query in this file. Write one per line.\n")


@pytest.mark.parametrize(
    "arguments", [("elbe", "--batch", "-"), ("--batch", "-", "--paths"), ("--batch", "-", "--facet", "year")]
)
def test_what_does_not_go_with_a_batch_is_said(ask, arguments):
    ran = ask("search", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--batch takes its queries from the file, and goes with --jsonl or --csv only." in ran.err


def test_a_search_without_words_says_what_to_write(ask):
    ran = ask("search")
    assert ran.code == 2
    assert "Say what to look for, as in: searchidx search flood dam" in ran.err
