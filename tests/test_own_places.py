"""The user's own places and corrections: how their file is read, and what it changes in an index."""

import pytest
from conftest import run_searchidx

from searchidx import Index
from searchidx.extraction.extract import extract
from searchidx.gazetteer import open_gazetteer
from searchidx.gazetteer.own import parse_own_places

FILE = """\
# what our correspondents mean
Springfield = Springfield, Illinois
Qarvelzh village = 49.1, 36.2, Kharkiv region, Ukraine
Marsh of Wend = 10, -20.5
Nice = not a place
"""


def places_in(text, own=FILE):
    return {place.name: place for place in extract(None, text, None, parse_own_places(own)).places}


def test_a_correction_is_the_place_it_names():
    row = parse_own_places(FILE).meant["springfield"]
    assert open_gazetteer().place(row).region == "Illinois"


@pytest.mark.parametrize(
    "said", ["geonames:4250542", "Springfield, Sangamon County, Illinois", "Springfield, Illinois"]
)
def test_a_place_is_named_in_several_ways(said):
    row = parse_own_places(f"Home = {said}").meant["home"]
    assert open_gazetteer().place(row).id == "geonames:4250542"


def test_an_own_place_has_its_point_and_what_it_lies_in():
    place = parse_own_places(FILE).places["qarvelzh"]
    assert place == ("own:qarvelzh", "Qarvelzh", "city", "UA", "Kharkiv", 49.1, 36.2)
    assert parse_own_places("Wendmere lake = -10.5, 20").places["wendmere"].kind == "water"
    assert parse_own_places("Wend = 1, 2, UA").places["wend"].country == "UA"


def test_the_last_line_about_a_name_counts():
    own = parse_own_places("Nice = not a place\nnice = 1, 2\n")
    assert "nice" in own.places and not own.refused and not own.meant


@pytest.mark.parametrize(
    "line, reason",
    [
        ("Springfield", "not of the form"),
        ("= Springfield, Illinois", "not of the form"),
        ("Springfield =", "not of the form"),
        ("Home = Qwertzburg", "no place 'Qwertzburg' is known"),
        ("Home = 91, 0", "no latitude"),
        ("Home = 10, 20, Qwertzland", "no place 'Qwertzland' is known"),
    ],
)
def test_a_line_that_is_not_understood_is_named_and_the_others_count(line, reason):
    own = parse_own_places(f"# mine\n{line}\nWend = 1, 2\n")
    ((number, why),) = own.problems
    assert number == 2 and reason in why and list(own.places) == ["wend"]


def test_a_file_of_comments_says_nothing():
    assert parse_own_places("\n# nothing\n\n") is None and parse_own_places("") is None


TEXT = "The fair at Springfield drew thousands. Rain is expected in Springfield on Sunday."


def test_a_correction_decides_between_namesakes():
    assert places_in(TEXT)["Springfield"].region == "Illinois"
    assert places_in(TEXT)["Springfield"].rule == "the user's own places"
    assert places_in(TEXT, "")["Springfield"].region != "Illinois"


def test_what_the_article_says_comes_before_a_correction():
    assert places_in("The mill in Springfield, Oregon, has closed.")["Springfield"].region == "Oregon"


def test_an_own_place_is_found_without_any_context():
    text = "Qarvelzh counted its dead. The Marsh of Wend froze over."
    found = places_in(text)
    assert (found["Qarvelzh"].id, found["Qarvelzh"].country) == ("own:qarvelzh", "UA")
    assert (found["Marsh of Wend"].lat, found["Marsh of Wend"].lon) == (10, -20.5)
    mention = found["Marsh of Wend"].mentions[0]
    assert text[mention.start : mention.end] == "Marsh of Wend"
    assert not places_in(text, "")


def test_own_places_are_found_in_the_headline_too():
    own = parse_own_places(FILE)
    found = extract("Qarvelzh cut off", "The road is closed. Nobody can reach Qarvelzh.", None, own).places
    assert [mention.field for mention in found[0].mentions] == ["headline", "body"]


def test_a_refused_name_is_no_place():
    assert "Nice" not in places_in("They met in Nice on Monday, and left Nice by train.")
    assert "Nice" in places_in("They met in Nice on Monday, and left Nice by train.", "")


@pytest.fixture
def home(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "index").mkdir()
    for name, text in {
        "fair.txt": f" date 2020-01-01 {TEXT}\n",
        "rain.txt": " date 2020-01-02 Qarvelzh was cut off by rain, and nobody came to help.\n",
    }.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    return tmp_path


def ids(home, *words):
    return run_searchidx("place", *words, "--paths", cwd=home).lines


def test_a_file_beside_the_index_counts_at_every_build(home):
    own = home / "index" / "places.txt"
    own.write_text(FILE, encoding="utf-8")
    # with a second process, which has to know it too
    assert run_searchidx("build", "articles", "--jobs", "2", cwd=home).code == 0
    assert ids(home, "Springfield", "--in", "Illinois") == ["fair.txt"]
    assert ids(home, "Kharkiv region") == ["rain.txt"]
    assert ids(home, "Qarvelzh", "--direct") == ["rain.txt"]
    assert ids(home, "Qarvelzh", "--country", "Ukraine") == ["rain.txt"]
    assert ids(home, "Izyum", "--near", "100") == ["rain.txt"]
    assert '"own:qarvelzh"' in run_searchidx("places", "--json", cwd=home).out
    assert run_searchidx("build", "--rebuild", cwd=home).code == 0
    assert own.read_text(encoding="utf-8") == FILE and ids(home, "Kharkiv region") == ["rain.txt"]
    assert run_searchidx("check", cwd=home).code == 0
    assert "anew" not in run_searchidx("build", cwd=home).err


def test_a_changed_file_is_taken_in_by_the_next_build(home):
    Index.build(home / "articles", home / "index", jobs=1)
    assert ids(home, "Kharkiv region") == []
    own = home / "index" / "places.txt"
    own.write_text(FILE + "Oops\n", encoding="utf-8")
    ran = run_searchidx("build", cwd=home)
    assert (
        "places.txt has changed" in ran.err and "places.txt:6: not of the form" in ran.err and ran.code == 2
    )
    assert ids(home, "Kharkiv region") == ["rain.txt"]
    own.unlink()
    assert "places.txt has changed" in run_searchidx("build", cwd=home).err
    assert ids(home, "Kharkiv region") == []
