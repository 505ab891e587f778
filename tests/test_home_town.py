"""Where a publication is at home, and what that decides."""

import json

import pytest
from conftest import run_searchidx

from searchidx.extraction.extract import extract
from searchidx.extraction.places.home import home_rows
from searchidx.gazetteer import open_gazetteer
from searchidx.gazetteer.own import parse_own_places

ROADS = "The road from Henderson to Marshall was closed. A school in Henderson and another in Troup were hit."


def regions(text, source=None, own=None):
    found = extract(None, text, None, parse_own_places(own) if own else None, source).places
    return {place.name: place.region for place in found}


@pytest.mark.parametrize(
    ("source", "town"),
    [
        ("The Lubbock Avalanche-Journal", "Lubbock"),
        ("(Lubbock) Avalanche-Journal", "Lubbock"),
        ("Sydney Morning Herald", "Sydney"),
        ("Kyiv Post", "Kyiv"),
        ("Reuters", None),
        ("The Times", None),
        ("Daily Mail", None),
        ("Wall Street Journal", None),
        ("Lubbock", None),
        ("", None),
        (None, None),
    ],
)
def test_the_name_of_a_paper_tells_its_town(source, town):
    rows = home_rows(source)
    assert (open_gazetteer().place(rows[0]).name if rows else None) == town


def test_the_home_town_prefers_the_namesakes_nearby():
    assert regions(ROADS.replace("Troup", "Boston"))["Henderson"] != "Texas"
    assert regions(ROADS, own="home town = Tyler, Texas")["Henderson"] == "Texas"
    assert regions(ROADS, source="The Longview News-Journal")["Henderson"] == "Texas"


def test_what_the_text_says_comes_before_the_home_town():
    text = "The mayor of Henderson, Nevada, flew to Paris. He met investors in London and Berlin."
    found = regions(text, own="home town = Tyler, Texas")
    assert found["Henderson"] == "Nevada" and found["Paris"] == "Île-de-France"
    assert found["London"] == "England"


def test_a_paper_of_a_common_name_is_at_home_where_its_articles_play():
    text = "The Springfield council met. Voters in Nixa and Joplin, who pay for the road to Springfield, objected."
    assert regions(text, source="The Springfield News-Leader")["Springfield"] == "Missouri"


def test_a_home_town_that_is_not_known_is_a_problem():
    own = parse_own_places("home town = Qwertzburg\n")
    assert own.home is None and "Qwertzburg" in own.problems[0][1]


def test_the_home_town_counts_in_a_build_and_status_tells_when_it_has_changed(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "roads.txt").write_text(f" date 2020-01-01 {ROADS}\n", encoding="utf-8")
    assert run_searchidx("build", "articles", cwd=tmp_path).code == 0
    assert run_searchidx("status", cwd=tmp_path).code == 0
    (tmp_path / "index" / "places.txt").write_text("home town = Tyler, Texas\n", encoding="utf-8")
    ran = run_searchidx("status", cwd=tmp_path)
    assert ran.code == 1 and "Your places.txt changed since" in ran.err
    assert json.loads(run_searchidx("status", "--json", cwd=tmp_path).out)["own_files_changed"] == [
        "places.txt"
    ]
    assert "places.txt has changed" in run_searchidx("build", cwd=tmp_path).err
    assert run_searchidx("status", cwd=tmp_path).code == 0
    assert run_searchidx("place", "Henderson", "--in", "Texas", "--paths", cwd=tmp_path).lines == [
        "roads.txt"
    ]
