"""Asking for places through the real program: who mentions one, what is inside it, near it, and its namesakes."""

import csv
import io
import json

import pytest
from conftest import run_searchidx

from searchidx import Index, QueryError

ARTICLES = {
    "izyum.txt": " date 2022-03-01 Shells fell on Izyum through the night. The bridge at Izyum is gone.\n",
    "kharkiv.txt": " date 2022-03-02 Trams ran in Kharkiv again on Wednesday, the operator of the depot said.\n",
    "kharkov.txt": " date 2022-03-03 A train from Kharkov was late. Nobody on the platform complained.\n",
    "chuhuiv.txt": " date 2022-03-04 A school in Chuhuiv, a town in Ukraine, has opened its cellar to pupils.\n",
    "lviv.txt": " date 2022-03-05 The opera in Lviv has sold every seat until May.\n",
    "borscht.txt": " date 2022-03-06 Ukrainian cooks made borscht for two hundred guests on Sunday.\n",
    "tbilisi.txt": " date 2021-01-01 Georgia's parliament met in Tbilisi. The president of Georgia stayed away.\n",
    "atlanta.txt": " date 2021-01-02 Voters in Atlanta, Georgia, queued in the rain on Saturday.\n",
    "savannah.txt": " date 2021-01-03 The port of Savannah, Georgia, moved more boxes than ever.\n",
    "springfield.txt": " date 2021-01-04 The school board of Springfield, Illinois, met for six hours.\n",
    "oregon.txt": " date 2021-01-05 A bakery in Springfield, Oregon, has closed after ninety years.\n",
    "central.txt": (
        " date 2020-05-01 Lviv counts its trams\n\nLviv has bought forty trams. In Lviv they run all night.\n"
    ),
    "aside.txt": (
        " date 2020-05-02 The trams were built by a company with three hundred workers."
        + " It has had no order for a year and a half, and its owners had thought of closing." * 14
        + " One of the trams stands in Lviv.\n"
    ),
    "unknown.txt": " date 2020-06-01 Two houses burned in the village of Qarvelzh on Monday.\n",
    "glosk.txt": " date 2020-06-02 The Glozkovar ferry was late, said the harbour master.\n",
    "reading.txt": " date 2020-06-03 A study has found that reading is good for children.\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    top = tmp_path_factory.mktemp("asking")
    (top / "articles").mkdir()
    for name, text in ARTICLES.items():
        (top / "articles" / name).write_text(text, encoding="utf-8")
    Index.build(top / "articles", top / "index", jobs=1)
    return top


@pytest.fixture(scope="module")
def index(asked):
    with Index.open(asked / "index") as opened:
        yield opened


def found(index, name, **options):
    return [(hit.id.removesuffix(".txt"), hit.group) for hit in index.mentioning(name, **options)]


@pytest.mark.parametrize("name", ["Ukraine", "ukraine", "UKRAINE"])
def test_a_country_then_what_is_inside_it_the_newest_first(index, name):
    assert found(index, name) == [
        ("chuhuiv", "mentions"),
        ("lviv", "inside"),
        ("kharkov", "inside"),
        ("kharkiv", "inside"),
        ("izyum", "inside"),
        ("aside", "inside"),
        ("central", "inside"),
    ]


def test_an_area_finds_what_lies_in_its_countries(index):
    assert found(index, "Caucasus") == [("tbilisi", "inside")]
    assert ("lviv", "inside") in found(index, "Eastern Europe")
    assert found(index, "Deep South") == [("savannah", "inside"), ("atlanta", "inside")]


def test_a_hit_says_through_which_place(index):
    via = {hit.id: hit.via for hit in index.mentioning("Ukraine")}
    assert via["izyum.txt"] == "Izyum, Kharkiv region"


def test_direct_leaves_out_what_is_inside(index):
    assert found(index, "Ukraine", direct=True) == [("chuhuiv", "mentions")]


def test_demonyms_come_last_and_only_when_asked_for(index):
    assert ("borscht", "demonym") not in found(index, "Ukraine")
    last = index.mentioning("Ukraine", demonyms=True)[-1]
    assert (last.id, last.group, last.via) == ("borscht.txt", "demonym", "Ukrainian")


@pytest.mark.parametrize("name", ["Kharkiv", "Kharkov", "Charkiw"])
def test_every_name_of_a_place_finds_it(index, name):
    assert {("kharkiv", "mentions"), ("kharkov", "mentions")} <= set(found(index, name))


@pytest.mark.parametrize("name", ["Kharkiv region", "Kharkiv oblast"])
def test_a_region_has_its_towns_and_no_others(index, name):
    ids = [article for article, _ in found(index, name)]
    assert sorted(ids) == ["chuhuiv", "izyum", "kharkiv", "kharkov"]


def test_snippets_are_the_sentences_with_the_mentions(index):
    (hit,) = index.mentioning("Izyum")
    assert [hit.snippets[0].text[start:end] for start, end in hit.snippets[0].spans] == ["Izyum", "Izyum"]
    inside = next(hit for hit in index.mentioning("Ukraine") if hit.id == "aside.txt")
    assert "One of the trams stands in Lviv." in inside.snippets[0].text


@pytest.mark.parametrize(
    "options, articles",
    [
        ({}, {"tbilisi", "atlanta", "savannah"}),
        ({"country": "GE"}, {"tbilisi"}),
        ({"country": "United States"}, {"atlanta", "savannah"}),
        ({"inside": "United States"}, {"atlanta", "savannah"}),
        ({"inside": "Asia"}, {"tbilisi"}),
        ({"country": "France"}, set()),
    ],
)
def test_namesakes_are_told_apart(index, options, articles):
    assert {article for article, _ in found(index, "Georgia", **options)} == articles


@pytest.mark.parametrize(
    "name, article", [("Springfield, Illinois", "springfield"), ("Springfield, Oregon", "oregon")]
)
def test_a_comma_says_what_a_place_lies_in(index, name, article):
    assert found(index, name) == [(article, "mentions")]


def test_an_ambiguous_name_lists_what_it_can_mean(asked):
    ran = run_searchidx("place", "Georgia", "--paths", cwd=asked)
    assert ran.err.startswith("Georgia: 2 articles the US state, 1 the country. Tell them apart with")
    # Only the city is mentioned, not the region of the same name around it.
    assert "Tell them apart" not in run_searchidx("place", "Lviv", "--paths", cwd=asked).err


def test_near_takes_what_is_near_and_says_how_far(index):
    near = {hit.id: (hit.group, hit.via) for hit in index.mentioning("Chuhuiv", near=60)}
    assert near["kharkiv.txt"][0] == "near" and near["kharkiv.txt"][1] in {"Kharkiv, 34 km", "Kharkiv, 35 km"}
    assert "izyum.txt" not in near
    assert "izyum.txt" in {hit.id for hit in index.mentioning("Chuhuiv", near=120)}
    assert [hit.id for hit in index.mentioning("Chuhuiv")] == ["chuhuiv.txt"]
    # from a place that no article mentions
    assert {hit.id for hit in index.mentioning("Balakliia", near=60)} == {"izyum.txt", "chuhuiv.txt"}


def test_relevance_puts_first_to_which_the_place_is_central(index):
    def order(sort):
        return [article for article, _ in found(index, "Lviv", sort=sort)]

    assert order("relevance") == ["central", "lviv", "aside"]
    assert order("newest") == ["lviv", "aside", "central"]
    assert order("oldest") == ["central", "aside", "lviv"]


def test_a_name_that_no_gazetteer_knows_is_found(index):
    assert found(index, "Qarvelzh") == [("unknown", "mentions")]
    assert found(index, "Glozkovar") == [("glosk", "text")]
    assert found(index, "Xyzzyburg") == []


def test_a_known_name_is_not_looked_for_among_words(index):
    assert found(index, "Reading") == []
    assert found(index, "Crimean") == []


def test_pages_go_over_the_groups(index):
    everything = [hit.id for hit in index.mentioning("Ukraine")]
    pages = [index.mentioning("Ukraine", limit=3, page=page) for page in (1, 2, 3)]
    assert [hit.id for page in pages for hit in page] == everything
    assert [hit.rank for page in pages for hit in page] == [1, 2, 3, 4, 5, 6, 7]
    assert {page.total for page in pages} == {7}


def test_days_narrow_every_group(index):
    assert found(index, "Ukraine", since="2022-03-04") == [("chuhuiv", "mentions"), ("lviv", "inside")]


def test_what_is_not_known_to_narrow_by_is_an_error(index, asked):
    with pytest.raises(QueryError, match="Atlantis"):
        index.mentioning("Georgia", country="Atlantis")
    ran = run_searchidx("place", "Georgia", "--in", "Qwertzland", cwd=asked)
    assert ran.code == 2 and "Qwertzland" in ran.err


def test_the_forms_say_why(asked):
    ran = run_searchidx("place", "Ukraine", "--jsonl", cwd=asked)
    assert [json.loads(line)["group"] for line in ran.lines[:2]] == ["mentions", "inside"]
    rows = list(csv.DictReader(io.StringIO(run_searchidx("place", "Ukraine", "--csv", cwd=asked).out)))
    assert rows[-3]["via"] == "Izyum, Kharkiv region"
    assert "inside: Izyum, Kharkiv region" in run_searchidx("place", "Ukraine", cwd=asked).out
    assert "group" not in run_searchidx("search", "trams", "--json", cwd=asked).out


@pytest.mark.parametrize(
    "query, articles",
    [
        ('place:"Kharkiv region"', {"kharkiv", "kharkov", "izyum", "chuhuiv"}),
        ("place:Kharkiv trams", {"kharkiv"}),
        ("place:Kiev trams", set()),
        ("mentions:Kharkiv", {"kharkiv"}),
        ("mentions:Kharkov", {"kharkov"}),
        ("trams NOT place:Ukraine", set()),
    ],
)
def test_places_in_any_search(index, query, articles):
    assert {hit.id.removesuffix(".txt") for hit in index.search(query, match="all")} == articles


def test_a_search_shows_the_mentions_of_its_place(index):
    hits = index.search('place:"Kharkiv region" shells')
    assert [hits[0].snippets[0].text[a:b] for a, b in hits[0].snippets[0].spans] == [
        "Shells",
        "Izyum",
        "Izyum",
    ]


def test_the_places_of_the_collection(index):
    places = index.places(limit=None)
    counts = {place.name: place.articles for place in places}
    assert counts["Lviv"] == 3 and counts["Kharkiv"] == 2 and counts["Qarvelzh"] == 1
    assert [place.articles for place in places] == sorted(
        counts.values(), reverse=True
    ) or places.total > len(counts)
    kharkiv = next(place for place in places if place.name == "Kharkiv")
    assert (kharkiv.kind, kharkiv.country) == ("city", "UA") and abs(kharkiv.lat - 49.98) < 0.1
    assert len(index.places(limit=2)) == 2 and index.places(limit=2).total == places.total


def test_the_places_of_a_query(index):
    assert {place.name for place in index.places("trams")} == {"Lviv", "Kharkiv"}
    assert {place.name for place in index.places("trams", since="2022")} == {"Kharkiv"}
    assert not index.places("xyzzy")


def test_places_as_data(asked):
    def run(form):
        ran = run_searchidx("places", "mentions:Lviv", form, cwd=asked)
        assert ran.code == 0, ran.err
        return ran.out

    collection = json.loads(run("--geojson"))
    (feature,) = collection["features"]
    lon, lat = feature["geometry"]["coordinates"]
    assert collection["type"] == "FeatureCollection" and 23 < lon < 25 and 49 < lat < 51
    assert feature["properties"]["name"] == "Lviv" and feature["properties"]["articles"] == 3
    (row,) = csv.DictReader(io.StringIO(run("--csv")))
    assert row["name"] == "Lviv" and float(row["lat"]) == lat
    assert json.loads(run("--json"))["places"][0]["articles"] == 3 == json.loads(run("--jsonl"))["articles"]
    assert run_searchidx("places", "xyzzy", cwd=asked).code == 1
    assert run_searchidx("places", "-n", "1", cwd=asked).lines[0].split()[:2] == ["3", "Lviv"]
