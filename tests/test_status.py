"""Status, the hint of a search, errors, check and repair, as people run them."""

import json
import os

import pytest
from conftest import write_articles
from test_build import settle

from searchidx.index import Index


@pytest.fixture
def here(tmp_path):
    settle(write_articles(tmp_path / "corpus"))
    Index.build(tmp_path / "corpus", tmp_path / "index")
    return tmp_path


def test_status_agrees_then_names_what_differs(run, here):
    ran = run("status", cwd=here)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Index and folder agree. 6 articles from 5 files, built 20")
    (here / "corpus/new\x1b[31m.txt").write_text("A new report.\n")
    (here / "corpus/river/dam.txt").write_text("Another report.\n")
    (here / "corpus/river/flood.md").rename(here / "corpus/flood.md")
    (here / "corpus/markets/oil.jsonl").unlink()
    ran = run("status", cwd=here)
    assert ran.code == 1
    assert ran.lines == [
        r"new      new\x1b[31m.txt",
        "changed  river/dam.txt",
        "moved    river/flood.md -> flood.md",
        "gone     markets/oil.jsonl",
    ]
    assert ran.err.startswith("Index and corpus differ: 1 file new, 1 changed, 1 moved, 1 gone. ")
    record = json.loads(run("status", "--json", cwd=here).out)
    assert record["moved"] == [{"from": "river/flood.md", "to": "flood.md"}]
    ran = run("build", "--dry-run", cwd=here)
    assert (ran.code, len(ran.lines)) == (0, 4)
    assert ran.err == "To do: 1 file new, 1 changed, 1 moved, 1 gone. Nothing was written.\n"
    ran = run("build", cwd=here)
    assert ran.err.startswith("5 articles of corpus, 1 file new, 1 changed, 1 moved, 1 gone (")
    assert run("status", cwd=here).code == 0


HINT = "The folder has changed since the index was built: searchidx status tells how.\n"


@pytest.mark.parametrize("change", ["new", "edited", "gone", "folder gone"])
def test_a_search_says_in_one_line_that_the_folder_has_changed(run, here, change):
    assert HINT not in run("search", "elbe", cwd=here).err
    if change == "new":
        (here / "corpus/river/new.txt").write_text("A new report.\n")
    elif change == "edited":
        with open(here / "corpus/river/dam.txt", "a") as file:
            file.write("A correction.\n")
    elif change == "gone":
        (here / "corpus/river/dam.txt").unlink()
    else:
        (here / "corpus").rename(here / "elsewhere")
    ran = run("search", "elbe", cwd=here)
    assert (ran.code, ran.err.count(HINT)) == (0, 1)
    assert run("place", "Dresden", cwd=here).err.count(HINT) == 1


def test_errors_lists_what_could_not_be_read(run, here):
    assert (run("errors", cwd=here).code, run("errors", cwd=here).err) == (1, "Everything could be read.\n")
    (here / "corpus/blank.txt").write_text(" \n")
    (here / "corpus/bad.jsonl").write_text('{"text": "Good."}\n{"text": \n')
    assert run("build", cwd=here).code == 2
    ran = run("errors", cwd=here)
    assert (ran.code, len(ran.lines)) == (0, 2)
    assert ran.lines[0].startswith("bad.jsonl:2: is not JSON")
    assert ran.lines[1] == "blank.txt: holds no text, only white space"
    assert json.loads(run("errors", "--jsonl", cwd=here).lines[1]) == {
        "path": "blank.txt",
        "reason": "holds no text, only white space",
    }


def test_check_and_repair(run, here):
    ran = run("check", cwd=here)
    assert (ran.code, ran.out, ran.err) == (0, "", "The index in index is whole.\n")
    (name,) = [path.name for path in (here / "index").glob("MAIN_*.docs")]
    content = bytearray((here / "index" / name).read_bytes())
    content[len(content) // 2] ^= 1
    (here / "index" / name).write_bytes(content)
    ran = run("check", cwd=here)
    assert ran.code == 2
    assert ran.lines == [f"damaged: {name}: is not as it was written (its checksum differs)"]
    assert ran.err == "The index in index is damaged. Mend it: searchidx repair --index index\n"
    ran = run("repair", cwd=here)
    assert ran.code == 0
    assert "Everything was read anew" not in ran.err
    assert "6 articles of corpus indexed in" in ran.err
    assert run("check", cwd=here).code == 0
    assert run("repair", cwd=here).err == "The index in index is whole, there is nothing to mend.\n"


def test_a_build_notices_a_segment_file_that_is_gone(run, here):
    (name,) = [path.name for path in (here / "index").glob("MAIN_*.docs")]
    (here / "index" / name).unlink()
    ran = run("build", cwd=here)
    assert (ran.code, ran.err) == (
        2,
        f"searchidx: The index in index is damaged: {name} is missing."
        " Mend it: searchidx repair --index index\n",
    )


@pytest.mark.parametrize("damaged", ["searchidx.json", "generation-1.json", "manifest-1.json", "_MAIN_1.toc"])
@pytest.mark.parametrize("how", ["flip", "cut", "gone"])
def test_every_file_can_be_damaged_and_mended(run, here, damaged, how):
    path = here / "index" / damaged
    if how == "flip":
        content = bytearray(path.read_bytes())
        content[-5] ^= 1
        path.write_bytes(content)
    elif how == "cut":
        os.truncate(path, 7)
    else:
        path.unlink()
    if (damaged, how) == ("_MAIN_1.toc", "gone"):  # then there is no generation 1
        assert run("search", "elbe", cwd=here).err.startswith("searchidx: There is no index in index.")
        assert run("build", cwd=here).code == 0
    else:
        assert [finding.name for finding in Index.check(here / "index")] == [damaged]
        if damaged != "manifest-1.json":
            ran = run("search", "elbe", cwd=here)
            assert (ran.code, ran.out) == (2, "")
            assert "is damaged" in ran.err and "Mend it: searchidx repair --index index" in ran.err
        assert "Mend it: searchidx repair --index index" in run("build", cwd=here).err
        assert run("repair", cwd=here).code == 0
    assert Index.check(here / "index") == []
    with Index.open(here / "index") as index:
        assert len(index) == 6


def test_the_number_of_articles_is_compared_with_the_manifest(here, monkeypatch):
    from collections import Counter

    from searchidx.store import contents

    held = contents.articles_by_path(here / "index")
    assert held == Counter({"markets/oil.jsonl": 2, **{path: held[path] for path in held if held[path] == 1}})
    monkeypatch.setattr(contents, "articles_by_path", lambda _: held - Counter({"river/dam.txt": 1}))
    assert [str(finding) for finding in Index.check(here / "index")] == [
        "river/dam.txt: has 0 articles in the index instead of 1"
    ]
