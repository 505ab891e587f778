"""Saved searches: kept in plain files of the user's, per index, and run for what is new."""

import json
import shutil

import pytest
from conftest import write_articles


@pytest.fixture
def desk(run_here, tmp_path):
    """A user's desk: a small index of their own, and a data directory."""
    write_articles(tmp_path / "corpus")
    home = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert run_here("build", "--jobs", 1, cwd=tmp_path).code == 0

    def ask(*arguments, **more):
        return run_here(*arguments, cwd=tmp_path, **home, **more)

    ask.top = tmp_path
    return ask


def add_article(desk, name, text):
    (desk.top / "corpus" / name).write_text(text, encoding="utf-8")
    assert desk("build", "--jobs", 1).code == 0


def test_a_run_shows_everything_first_and_then_what_is_new(desk):
    saved = desk("saved", "add", "elbe", "elbe", "flood", "--any")
    assert (saved.code, saved.err) == (0, "Saved. See what it finds: searchidx saved run elbe\n")
    first = desk("saved", "run", "elbe")
    assert first.code == 0
    assert first.lines[:2] == ["elbe  elbe flood", "2 new, 2 in all; first run"]
    again = desk("saved", "run", "elbe")
    assert again.code == 1 and "nothing new, 2 in all; last run 2" in again.out
    add_article(
        desk, "new.txt", " date 2022-07-01 The Elbe is back in its bed, the harbour master of Pirna said."
    )
    third = desk("saved", "run", "elbe", "--jsonl")
    (line,) = map(json.loads, third.lines)
    assert (line["id"], line["search"], line["new"], line["total"]) == ("new.txt", "elbe", 1, 3)
    assert desk("saved", "run", "elbe").code == 1


def test_counting_keeping_and_limits_leave_the_rest_new(desk):
    desk("saved", "add", "the", "the")
    assert desk("saved", "run", "--all", "--count").out == "6\t6\tthe\n"
    assert len(desk("saved", "run", "the", "--jsonl", "--keep").lines) == 6
    newest, *_ = map(json.loads, desk("saved", "run", "the", "--jsonl", "-n", "2").lines)
    assert newest["date"] == "2022-06-05"
    assert desk("saved", "run", "the", "--count").out == "4\t6\tthe\n"
    assert "and 3 more that are new, for the next run." in desk("saved", "run", "the", "-n", "1").out


def test_a_copy_of_what_was_seen_is_told_but_not_new(desk):
    story = (
        " date 2022-07-03 The bridge at Wehlen will stay closed until the autumn, the council said on Sunday after"
        " its engineers found cracks in two of the pillars, which had stood in the flood for nine days. Drivers have"
        " to go by way of Pirna, and the ferry will run until midnight, said the mayor, Klaus Tittel.\n"
    )
    add_article(desk, "bridge.txt", story)
    desk("saved", "add", "bridge", "headline:wehlen OR wehlen pillars")
    assert "1 new, 1 in all" in desk("saved", "run", "bridge").out
    add_article(desk, "copy.txt", story)
    assert "nothing new, 1 new copy of what was seen, 1 in all" in desk("saved", "run", "bridge").out


def test_searches_are_listed_replaced_and_removed(desk):
    none = desk("saved", "list")
    assert (none.code, none.out) == (1, "")
    assert none.err == "No search is saved for this index. Save one: searchidx saved add NAME QUERY\n"
    desk("saved", "add", "elbe", "elbe", "--since", "2022")
    desk("saved", "add", "opec", "opec")
    assert desk("saved", "list").lines == [
        "elbe  elbe --since '2022'  (not run yet)",
        "opec  opec  (not run yet)",
    ]
    twice = desk("saved", "add", "elbe", "river")
    assert twice.code == 2
    assert twice.err == "searchidx: 'elbe' is saved already, for: elbe. --replace takes its place.\n"
    assert desk("saved", "add", "elbe", "dresden", "--replace").code == 0
    assert desk("saved", "remove", "opec").code == 0
    listed = json.loads(desk("saved", "list", "--json").out)
    assert [(one["name"], one["query"], one["since"]) for one in listed["searches"]] == [
        ("elbe", "dresden", None)
    ]
    assert listed["directory"].startswith(str(desk.top / "data" / "searchidx" / "saved"))


def test_searches_belong_to_an_index(desk):
    desk("saved", "add", "elbe", "elbe")
    shutil.copytree(desk.top / "index", desk.top / "other")
    assert desk("saved", "list", "--index", "other").code == 1
    (desk.top / "sub").mkdir()
    (desk.top / "link").symlink_to("index")
    assert desk("saved", "list", "--index", "link").lines == ["elbe  elbe  (not run yet)"]


def test_a_mistake_is_met_when_a_search_is_saved_and_ends_no_run(desk):
    bad = desk("saved", "add", "bad", "nosuchfield:x")
    assert bad.code == 2 and "There is no field nosuchfield:" in bad.err
    assert "cannot be a name" in desk("saved", "add", "../up", "elbe").err
    assert desk("saved", "add", "when", "elbe", "--since", "someday").code == 2
    desk("saved", "add", "a", "elbe")
    desk("saved", "add", "b", "opec")
    (file,) = (desk.top / "data").rglob("searches.json")
    file.write_text(file.read_text().replace('"elbe"', '"(elbe"'))
    ran = desk("saved", "run", "--all", "--count")
    assert (ran.code, ran.out) == (2, "1\t1\tb\n")
    assert ran.err.startswith("searchidx: a: This bracket is never closed.")


def test_what_is_not_saved_or_not_readable_is_an_error_that_says_what_to_do(desk):
    assert desk("saved", "run", "elbe").err == (
        "searchidx: No search is saved as 'elbe'. Save one: searchidx saved add NAME QUERY\n"
    )
    desk("saved", "add", "opec", "opec")
    assert "No search is saved as 'elbe'. There are opec." in desk("saved", "remove", "elbe").err
    assert "Name the searches to run, or give --all." in desk("saved", "run").err
    (file,) = (desk.top / "data").rglob("searches.json")
    file.write_text("{")
    ran = desk("saved", "list")
    assert ran.code == 2
    assert "searches.json cannot be read: " in ran.err and "remove it to begin anew." in ran.err
