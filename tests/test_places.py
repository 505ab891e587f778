"""Finding the places of an article, and deciding which they are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from searchidx.extraction import extract


def places(body, headline=None, dateline=None):
    return extract(headline, body, dateline).places


def named(body, headline=None, dateline=None):
    """What is found, as {text of a mention: id, name and country of the place}; demonyms left out."""
    return {
        mention.text: (place.name, place.country, place.region)
        for place in places(body, headline, dateline)
        for mention in place.mentions
        if place.kind != "demonym"
    }


def test_spellings_of_a_city_are_one_place():
    found = places("Shells hit Kharkiv at dawn. Kharkov's mayor said power was out in Izyum.")
    kharkiv = next(place for place in found if place.id == "geonames:706483")
    assert [mention.text for mention in kharkiv.mentions] == ["Kharkiv", "Kharkov"]


def test_the_name_of_a_player_is_no_country():
    assert "Jordan" not in named("Michael Jordan scored 40 points. Jordan said he was tired.")
    assert named("The king of Jordan flew home. Talks were held in Jordan.")["Jordan"][1] == "JO"


WORDS = st.sampled_from(
    "in of the near Paris Texas , . Jordan said Mr. London U.S. - Kharkiv region's “ ” \n\n St. Louis Police "
    "Department NICE Reading and Richmond Norfolk Côte d'Ivoire’s İzmir ﬁ River village’".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=60).map(" ".join), st.text(max_size=40))
def test_every_mention_is_the_text_that_it_names(body, headline):
    fields = {"body": body, "headline": headline, "dateline": "PARIS"}
    for place in places(body, headline, "PARIS"):
        assert place.mentions
        for mention in place.mentions:
            assert mention.text
            assert mention.text == fields[mention.field][mention.start : mention.end]
