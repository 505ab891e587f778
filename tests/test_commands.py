"""The program as people run it: real processes, real files, a real index."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import write_articles

from searchidx.commands import COMMANDS


@pytest.fixture
def ask(run, collection):
    return lambda *arguments, **more: run(*arguments, cwd=collection, **more)


def ids(ran):
    return [json.loads(line)["id"] for line in ran.lines]


def test_build_says_what_it_did(run, tmp_path):
    write_articles(tmp_path / "corpus")
    ran = run("build", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out == ""
    assert "6 articles of corpus indexed in" in ran.err
    assert "a second" in ran.err and "in index." in ran.err


def test_build_names_what_it_could_not_read_and_indexes_the_rest(run, tmp_path):
    folder = write_articles(tmp_path / "corpus")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes(
        " date 2020-01-02 The café in Besançon closed early, its owner said.".encode("latin-1")
    )
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "broken.jsonl").write_text(
        '{"text": "One good line about Lima.", "title": "Good"}\n{"text": \n'
    )
    (folder / "picture.png").write_bytes(b"\x89PNG")
    ran = run("build", cwd=tmp_path)
    assert ran.code == 2
    for name in ("binary.txt: ", "gone.txt: ", "broken.jsonl:2: "):
        assert f"not read: {name}" in ran.err
    for name in ("empty.txt: is empty", "picture.png: "):
        assert f"skipped: {name}" in ran.err
    assert "8 articles of corpus" in ran.err
    assert run("search", "cafe besancon", "--paths", cwd=tmp_path).lines == ["latin.txt"]
    assert run("search", "good line lima", "--count", cwd=tmp_path).out == "1\n"


def test_an_empty_file_is_named_and_is_no_error(run, tmp_path):
    folder = write_articles(tmp_path / "corpus")
    (folder / "empty.txt").touch()
    ran = run("build", cwd=tmp_path)
    assert ran.code == 0
    assert "skipped: empty.txt: is empty" in ran.err
    assert run("parse", "corpus", "--jsonl", cwd=tmp_path).code == 0


def test_a_file_over_the_size_limit_is_named(run, tmp_path):
    folder = write_articles(tmp_path / "corpus")
    (folder / "long.txt").write_text("word " * 30_000)
    ran = run("build", "--max-size", "0.1", cwd=tmp_path)
    assert ran.code == 2
    assert "not read: long.txt: is larger than the limit" in ran.err


def test_a_missing_folder_is_an_error(run, tmp_path):
    ran = run("build", "nowhere", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere: does not exist" in ran.err
    assert not (tmp_path / "index").exists()


def test_search_shows_rank_headline_date_path_and_marked_snippets(ask):
    ran = ask("search", "evacuated towns", "--color", "always")
    assert ran.code == 0
    assert "Flood warning on the Elbe" in ran.out
    assert "2022-06-03" in ran.out and "river/flood.md" in ran.out
    assert "\x1b[1;33mevacuated\x1b[0m" in ran.out
    assert ran.err == "1 article.\n"


def test_colour_stays_out_of_pipes_and_files(ask):
    assert "\x1b" not in ask("search", "elbe").out
    assert "\x1b" in ask("search", "elbe", "--color", "always", NO_COLOR="1").out


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("evacuation centre", ["river/flood.md"]),
        ("EVACUATING", ["river/flood.md"]),
        ('"oil price"', ["markets/oil.jsonl#1"]),
        ('"price oil"', []),
        ("price NOT oil", ["markets/oil.jsonl#2"]),
        ("price -tin", ["markets/oil.jsonl#1"]),
        ("(dam OR tin) AND night", ["river/dam.txt"]),
        ("headline:elbe", ["river/flood.md"]),
        ("speaker:melvin", ["front/2022-05-12.txt"]),
        ("evac*", ["river/flood.md"]),
        ("naive", ["markets/oil.jsonl#2"]),
        ("cafés", ["river/dam.txt"]),
        ("US supplies", ["front/2022-05-12.txt"]),
        ("author:reed", ["front/2022-05-14.txt"]),
        ("date:1987 tin", ["markets/oil.jsonl#2"]),
        (
            "the",
            [
                "front/2022-05-12.txt",
                "front/2022-05-14.txt",
                "markets/oil.jsonl#1",
                "markets/oil.jsonl#2",
                "river/dam.txt",
                "river/flood.md",
            ],
        ),
    ],
)
def test_a_query_finds(ask, query, found):
    ran = ask("search", query, "--all", "--jsonl")
    assert sorted(ids(ran)) == found
    assert ran.code == (0 if found else 1)


@pytest.mark.parametrize("spelling", ["counter-attack", "counterattack", '"counter attack"'])
def test_hyphens_are_found_in_any_spelling(ask, spelling):
    assert "front/2022-05-12.txt" in ask("search", spelling, "--paths").lines


def test_the_date_limits_are_both_included(ask):
    ran = ask("search", "the", "--since", "2022-05-14", "--until", "2022-06", "--sort", "newest", "--jsonl")
    assert ids(ran) == ["river/dam.txt", "river/flood.md", "front/2022-05-14.txt"]
    assert ran.err.startswith("Dates: ")
    assert ids(ask("search", "the", "--until", "1987-03-02", "--jsonl")) == ["markets/oil.jsonl#1"]


def test_where_no_article_has_all_words_it_says_so(ask):
    ran = ask("search", "elbe zeppelin", "--jsonl")
    assert sorted(ids(ran)) == ["river/dam.txt", "river/flood.md"]
    assert "No article has all of these words" in ran.err
    assert ask("search", "elbe zeppelin", "--all").code == 1
    assert ask("search", "elbe opec", "--any", "--count").out == "3\n"


def test_pages_follow_one_another(ask):
    first = ask("search", "the", "-n", "4", "--jsonl")
    second = ask("search", "the", "-n", "4", "--page", "2", "--jsonl")
    assert len(ids(first)) == 4 and len(ids(second)) == 2
    assert not set(ids(first)) & set(ids(second))
    assert [json.loads(line)["rank"] for line in second.lines] == [5, 6]
    assert "6 articles, 1 to 4 shown. More: --page 2" in ask("search", "the", "-n", "4").err


def test_json_and_csv_carry_the_same_hits(ask):
    answer = json.loads(ask("search", "elbe", "--json").out)
    rows = list(csv.DictReader(io.StringIO(ask("search", "elbe", "--csv").out)))
    assert answer["total"] == 2 and answer["match"] == "all"
    assert [hit["id"] for hit in answer["hits"]] == [row["id"] for row in rows]
    for hit in answer["hits"]:
        for snippet in hit["snippets"]:
            for start, end in snippet["spans"]:
                assert snippet["text"][start:end].lower() == "elbe"


@pytest.mark.parametrize(
    ("query", "message"),
    [("nosuchfield:x", "nosuchfield"), ("date:notadate", "notadate"), ('"unbalanced', "quotation mark")],
)
def test_a_query_with_a_mistake_is_an_error_that_names_it(ask, query, message):
    ran = ask("search", query)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_caret_stands_under_the_mistake(ask):
    ran = ask("search", "elbe (flood")
    assert ran.lines == []
    assert ran.err.splitlines() == [
        "  elbe (flood",
        "       ^",
        "searchidx: This bracket is never closed. Write ) where the group ends.",
    ]


def test_place_finds_every_article_newest_first_with_the_sentence(ask):
    ran = ask("place", "Dresden", "--jsonl")
    assert ids(ran) == ["river/dam.txt", "river/flood.md"]
    assert "Dresden" in json.loads(ran.lines[0])["snippets"][0]["text"]
    assert ask("place", "Atlantis").code == 1


def test_show_prints_the_article(ask):
    ran = ask("show", "front/2022-05-14.txt")
    assert ran.code == 0
    assert "Kharkov counts its dead" in ran.out and "Anna Reed" in ran.out and "“We are counting,”" in ran.out
    assert ask("show", "nothing.txt").code == 2


def test_parse_prints_the_record_of_the_contract(run, collection):
    ran = run("parse", "articles/markets", "articles/river/dam.txt", "--jsonl", cwd=collection)
    records = [json.loads(line) for line in ran.lines]
    assert [record["id"] for record in records] == ["oil.jsonl#1", "oil.jsonl#2", "dam.txt"]
    assert list(records[0]) == [
        "path", "id", "headline", "headline_from", "date", "date_from", "byline", "dateline", "source", "language",
        "body", "speakers", "quotes", "places",
    ]  # fmt: skip
    assert records[2]["date"] == "2022-06-05" and records[2]["date_from"] == "prefix"
    assert records[2]["headline_from"] == "lede"


def test_stats_tells_what_the_index_holds(ask):
    ran = ask("stats")
    assert ran.code == 0
    assert "articles   6" in ran.out and "1987-03-02 to 2022-06-05" in ran.out
    assert json.loads(ask("stats", "--json").out)["articles"] == 6


def test_a_missing_index_says_how_to_build_one(run, tmp_path):
    ran = run("search", "x", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err == (
        "searchidx: There is no index in index. Build one: searchidx build FOLDER --index index\n"
    )


def test_an_index_of_another_format_says_to_build_again(run, tmp_path):
    write_articles(tmp_path / "corpus")
    run("build", cwd=tmp_path)
    settings = tmp_path / "index" / "searchidx.json"
    settings.write_text(settings.read_text().replace('"format":', '"format":9'))
    ran = run("search", "x", cwd=tmp_path)
    assert ran.code == 2
    assert "Build it again: searchidx build" in ran.err
    assert run("build", cwd=tmp_path).code == 0
    assert run("search", "elbe", cwd=tmp_path).code == 0


def test_the_environment_names_the_index(run, collection, tmp_path):
    ran = run("search", "elbe", "--count", cwd=tmp_path, SEARCHIDX_INDEX=str(collection / "index"))
    assert ran.out == "2\n"


def test_a_match_in_the_last_sentence_of_a_long_article_is_shown(run, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    sentence = "The committee met again on the matter of the bridge and agreed on nothing at all. "
    (folder / "long.txt").write_text(" date 2021-01-01 " + sentence * 12_500 + "At last a zeppelin came.\n")
    assert run("build", cwd=tmp_path).code == 0
    hit = json.loads(run("search", "zeppelin", "--jsonl", cwd=tmp_path).lines[0])
    assert "At last a zeppelin came." in hit["snippets"][0]["text"]


def test_a_closed_pipe_is_no_error(collection):
    script = f"{sys.executable} -m searchidx search the -n 0 --jsonl | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=collection, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interrupted_build_exits_130_and_leaves_the_old_index(run, tmp_path):
    folder = write_articles(tmp_path / "corpus")
    run("build", cwd=tmp_path)
    for number in range(3000):
        (folder / f"more{number}.txt").write_text(
            f" date 2020-01-01 Article number {number} about zeppelins.\n" * 20
        )
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "searchidx", "build"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    # At work, with 3,000 files before it: the lock names its process.
    lock = tmp_path / "index" / "MAIN_WRITELOCK"
    while process.poll() is None and f'"pid": {process.pid},' not in lock.read_text():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"interrupted" in err
    assert run("search", "elbe", "--count", cwd=tmp_path).out == "2\n"
    assert run("search", "zeppelins", "--count", cwd=tmp_path).out == "0\n"


def test_help_loads_no_engine(run):
    script = (
        "import sys; from searchidx.__main__ import run; run(['--help']); run(['search', '--help']);"
        "print(sorted({'numpy', 'whoosh', 'dateutil', 'zstandard'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_search_loads_nothing_that_reads_files(run, tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("A barge sank on the Elbe.", encoding="utf-8")
    run("build", "corpus", cwd=tmp_path)
    script = (
        "import sys; from searchidx.__main__ import run; run(['search', 'barge']);"
        "print(sorted({'searchidx.reading.files', 'searchidx.extraction.extract', 'searchidx.sync.scan', 'subprocess',"
        " 'dateutil.parser'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "Elbe" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_explains_itself(run, command):
    ran = run(command, "--help")
    assert ran.code == 0 and "Usage: searchidx " + command in ran.out
    assert command in run("--help").out


def test_control_sequences_in_an_article_do_not_reach_the_terminal(run, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    line = {
        "title": "Odd \u001b]0;pwned\u0007 title",
        "text": "A zeppelin \u001b[31mred\u001b[0m came.",
        "url": "x",
    }
    (folder / "odd\x1b[2J.jsonl").write_text(json.dumps(line))
    run("build", cwd=tmp_path)
    ran = run("search", "zeppelin", cwd=tmp_path)
    assert ran.code == 0 and "\x1b" not in ran.out and "\\x1b[2J" in ran.out
