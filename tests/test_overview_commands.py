"""timeline, terms, related, copies, and the overviews beside a search, through the real program."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from conftest import run_searchidx
from test_overviews import COPIES, write_story_articles


@pytest.fixture(scope="module")
def top(tmp_path_factory):
    folder = tmp_path_factory.mktemp("overview-commands")
    write_story_articles(folder / "articles")
    assert run_searchidx("build", "articles", cwd=folder).code == 0
    return folder


def test_search_tells_copies_beside_the_hit_and_in_the_total(run, top):
    ran = run("search", "timber", cwd=top)
    assert ran.code == 0
    assert len(re.findall(r"  \+2 copies$", ran.out, re.M)) == 1
    assert ran.err == "5 articles (and 2 copies).\n"
    ran = run("search", "timber", "-n", 2, cwd=top)
    assert ran.err == "5 articles (and 2 copies), 1 to 2 shown. More: --page 2\n"
    ran = run("search", "timber", "-n", 2, "--page", 4, cwd=top)
    assert ran.err == "5 articles (and 2 copies); there is no page 4, the last is 3.\n"
    ran = run("search", "timber", "--all-copies", "--paths", cwd=top)
    assert len(ran.lines) == 7 and set(ran.lines) >= COPIES and ran.err == ""


@pytest.mark.parametrize("form", ["--paths", "--jsonl", "--csv"])
def test_exports_say_which_copies_they_leave_out(run, top, form):
    ran = run("search", "timber", "-n", 0, form, cwd=top)
    assert len(ran.lines) == 5 + (form == "--csv")
    assert ran.err == "5 articles (and 2 copies); --all-copies writes each.\n"


def test_search_as_data_names_the_copies(run, top):
    found = json.loads(run("search", "timber", "--json", "--facet", "year", "--facet", "source", cwd=top).out)
    assert (found["total"], found["copies"], len(found["hits"])) == (7, 2, 5)
    assert sum(len(hit["copies"]) for hit in found["hits"]) == 2
    assert found["facets"]["year"] == {
        "values": [{"value": "2022", "articles": 6}],
        "distinct": 1,
        "without": 1,
    }
    assert found["facets"]["source"]["values"] == [{"value": "Nordic News", "articles": 1}]
    rows = list(csv.DictReader(io.StringIO(run("search", "timber", "-n", 0, "--csv", cwd=top).out)))
    assert sorted(row["copies"] for row in rows) == ["0", "0", "0", "0", "2"]
    assert run("search", "timber", "--count", cwd=top).out == "7\n"


def test_facets_stand_below_the_hits(run, top):
    ran = run("search", "timber", "-n", 1, "--facet", "month", "--facet", "speakers", cwd=top)
    assert ran.code == 0
    assert re.search(r"^month\n +4  2022-05  █+\n +2  2022-06  █+\n +1 article without$", ran.out, re.M)
    assert re.search(r"^speakers\n +3  Karin Ekdahl  █+$", ran.out, re.M)
    assert ran.err.endswith("The counts above are of articles and copies alike.\n")
    ran = run("search", "timber", "--facet", "month", "--csv", cwd=top)
    assert (
        ran.code == 2 and "--facet counts below the hits or in --json; it does not go with --csv." in ran.err
    )
    assert run("search", "timber", "--facet", "colour", cwd=top).code == 2


def test_expansion_from_the_command_line(run, top):
    assert run("search", "anchor", "--count", cwd=top).out == "1\n"
    assert int(run("search", "anchor", "--count", "--expand", cwd=top).out) > 1


@pytest.mark.parametrize("width", [60, 100])
def test_a_timeline_fits_the_terminal(run, top, width):
    ran = run("timeline", "timber", "--by", "week", cwd=top, COLUMNS=str(width))
    assert ran.code == 0
    assert all(len(line) <= width for line in ran.lines)
    assert max(map(len, ran.lines)) > width - 4  # and fills it
    assert ran.lines[0].startswith("2022-05-09  3  ███")
    assert ran.lines[2] == "2022-05-23  0"
    assert ran.lines[-2].startswith("2022-05-09  ")
    assert re.fullmatch(r"    3 articles, best match \S+\.txt", ran.lines[-1])
    assert ran.err == "5 articles (and 2 copies) by week; 1 article without a date not shown.\n"


def test_a_timeline_leaves_out_long_gaps(run, top):
    ran = run("timeline", "timber", "--by", "day", cwd=top)
    assert re.search(r"^ +…  7 days without any$", ran.out, re.M)
    assert "2022-05-15" not in ran.out


def test_a_timeline_as_data_and_as_a_picture(run, top):
    found = json.loads(run("timeline", "timber", "--by", "month", "--json", cwd=top).out)
    assert found["periods"][0] == {"start": "2022-05-01", "before": "2022-06-01", "articles": 4}
    assert (found["unit"], found["total"], found["copies"], found["undated"]) == ("month", 7, 2, 1)
    ran = run("timeline", "timber", "--by", "month", "--csv", cwd=top)
    assert ran.lines == [
        "first_day,last_day,articles",
        "2022-05-01,2022-05-31,4",
        "2022-06-01,2022-06-30,2",
        ",,1",
    ]
    ran = run("timeline", "timber OR <timber>", "--by", "week", "--svg", "out.svg", cwd=top)
    assert ran.code == 0 and ran.out == "" and ran.err.startswith("out.svg written.\n")
    picture = ElementTree.parse(top / "out.svg").getroot()
    titles = [title.text for title in picture.iter("{http://www.w3.org/2000/svg}title")]
    assert titles[0] == "timber OR <timber>"
    assert any(title.startswith("2022-05-09: 3 articles. ") for title in titles)
    ran = run("timeline", "timber", "--svg", "no/such/folder.svg", cwd=top)
    assert ran.code == 2 and "no/such/folder.svg cannot be written: No such file or directory." in ran.err


def test_nothing_found_is_told_by_exit_code_1(run, top):
    for command in ("timeline", "terms"):
        ran = run(command, "zeppelin", cwd=top)
        assert (ran.code, ran.out, ran.err) == (1, "", "No article matches.\n")
    ran = run("copies", "other/2022-06-10.txt", cwd=top)
    assert (ran.code, ran.out, ran.err) == (1, "", "other/2022-06-10.txt has no copies in this index.\n")


def test_an_unknown_article_is_an_error(run, top):
    for command in ("copies", "related"):
        ran = run(command, "none.txt", cwd=top)
        assert ran.code == 2 and ran.out == ""
        assert "No article 'none.txt' in index. An id is the path that search results show." in ran.err


def test_terms_in_every_form(run, top):
    ran = run("terms", "barge", "-n", 5, cwd=top)
    assert ran.code == 0 and len(ran.lines) == 5
    assert re.fullmatch(r"\S+ +█\S* +\d of the matches, 0 others", ran.lines[0])
    found = json.loads(run("terms", "barge", "-n", 3, "--json", cwd=top).out)
    assert [set(word) for word in found["terms"]] == [{"word", "term", "matches", "others", "score"}] * 3
    assert run("terms", "barge", "--csv", cwd=top).lines[0] == "word,term,matches,others,score"


def test_related_is_a_list_of_hits(run, top):
    ran = run("related", "paper/2022-05-20.txt", "-n", 2, "--json", cwd=top)
    found = json.loads(ran.out)
    assert ran.code == 0 and found["hits"][0]["id"] in COPIES
    assert "paper/2022-05-20.txt" not in [hit["id"] for hit in found["hits"]]


def test_copies_are_listed_with_what_each_changed(run, top):
    ran = run("copies", "agency/2022-05-11.txt", cwd=top, COLUMNS="60")
    assert ran.code == 0
    assert all(len(line) <= 62 for line in ran.lines)
    assert ran.lines[0] == "Barge shuts Varberg harbour"
    assert "    - nine\n    + ten\n" in ran.out
    assert re.search(r"paper/2022-05-12.txt  has \d\d % of the words$", ran.out, re.M)
    record = json.loads(run("copies", "agency/2022-05-11.txt", "--json", cwd=top).out)
    assert record["copies"][0]["changes"] == [{"old": "nine", "new": "ten"}]
