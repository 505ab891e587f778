"""The user's own spellings of speakers' names: what their file beside an index changes."""

import csv
import io

import pytest
from conftest import run_searchidx

FILE = "# ours\nP. Lange, Petra Lang = Petra Lange\n"
TEXTS = {
    "a.txt": " date 2022-05-12 The river rose at Pirna.\n\n“Every bridge is closed,” said Petra Lange.\n",
    "b.txt": " date 2022-05-13 The river fell at Pirna.\n\n“Every bridge is open,” said Petra Lang.\n",
    "c.txt": " date 2022-05-14 The river rose again.\n\n“Nobody slept,” said Boris Lund.\n",
}


@pytest.fixture
def home(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "index").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    return tmp_path


def build(home, *options):
    return run_searchidx("build", "articles", *options, cwd=home)


def quoted(home):
    rows = csv.DictReader(io.StringIO(run_searchidx("speakers", "--csv", cwd=home).out))
    return {row["speaker"]: int(row["quotes"]) for row in rows}


def paths(home, *words):
    return sorted(run_searchidx("search", *words, "--paths", cwd=home).lines)


def test_a_file_beside_the_index_makes_one_speaker_of_several_spellings(home):
    own = home / "index" / "speakers.txt"
    own.write_text(FILE, encoding="utf-8")
    assert build(home, "--jobs", "2").code == 0  # the second process has to know it too
    assert quoted(home) == {"Petra Lange": 2, "Boris Lund": 1}
    assert paths(home, 'speaker:"petra lange"') == paths(home, 'speaker:"petra lang"') == ["a.txt", "b.txt"]
    hits = run_searchidx("quotes", "bridge", "--by", "petra lange", "--csv", cwd=home).out
    assert "closed" in hits and "open" in hits
    assert build(home, "--rebuild").code == 0
    assert own.read_text(encoding="utf-8") == FILE and quoted(home)["Petra Lange"] == 2
    assert run_searchidx("check", cwd=home).code == 0
    assert "anew" not in build(home).err


def test_a_changed_file_is_taken_in_by_the_next_build(home):
    assert build(home).code == 0
    assert quoted(home) == {"Petra Lange": 1, "Petra Lang": 1, "Boris Lund": 1}
    own = home / "index" / "speakers.txt"
    own.write_text(FILE + "Oops\n", encoding="utf-8")
    ran = build(home)
    assert ran.code == 2 and "speakers.txt has changed" in ran.err
    assert 'speakers.txt:3: not of the form "spelling, spelling = name"' in ran.err
    assert quoted(home) == {"Petra Lange": 2, "Boris Lund": 1}
    own.unlink()
    assert "speakers.txt has changed" in build(home).err
    assert quoted(home) == {"Petra Lange": 1, "Petra Lang": 1, "Boris Lund": 1}


def test_an_article_added_later_has_the_same_names(home):
    (home / "index" / "speakers.txt").write_text(FILE, encoding="utf-8")
    assert build(home).code == 0
    text = "“We wait,” said P. Lange. The river fell on.\n"
    (home / "articles" / "d.txt").write_text(text, encoding="utf-8")
    ran = build(home)
    assert ran.code == 0 and "anew" not in ran.err
    assert quoted(home)["Petra Lange"] == 3
