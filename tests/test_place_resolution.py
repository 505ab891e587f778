"""Deciding which place a name means."""

import pytest

from searchidx.extraction.extract import extract


def resolved(body, name, headline=None, dateline=None):
    """The place that a name in an article was taken for."""
    for place in extract(headline, body, dateline).places:
        if place.kind != "demonym" and any(mention.text == name for mention in place.mentions):
            return place
    raise AssertionError(f"{name} was not found")


def where(body, name, **other):
    place = resolved(body, name, **other)
    return place.country, place.region, place.kind


CASES = [
    # what the text says
    ("A fire broke out in Paris, Texas.", "Paris", ("US", "Texas", "city")),
    ("A fire broke out in Paris.", "Paris", ("FR", "Île-de-France", "city")),
    ("He lives in London, Ontario.", "London", ("CA", "Ontario", "city")),
    ("Snow fell in Birmingham, Ala., again.", "Birmingham", ("US", "Alabama", "city")),
    ("Snow fell in Birmingham, England.", "Birmingham", ("GB", "England", "city")),
    ("Troops entered Kharkiv region.", "Kharkiv", ("UA", "Kharkiv", "region")),
    ("Troops entered Kharkiv.", "Kharkiv", ("UA", "Kharkiv", "city")),
    # a list of equals is no container
    ("Leaders of China, Japan and Brazil met.", "China", ("CN", None, "country")),
    # countries before towns of their name
    ("The army of Lebanon waited.", "Lebanon", ("LB", None, "country")),
    ("Mexico closed its border.", "Mexico", ("MX", None, "country")),
    ("Peru and Cuba voted no.", "Cuba", ("CU", None, "country")),
    # the neighbours decide
    (
        "Crews from Atlanta and Savannah drove through Georgia. Alabama and Florida sent help.",
        "Georgia",
        ("US", "Georgia", "region"),
    ),
    ("Armenia, Georgia and Azerbaijan met in Tbilisi.", "Georgia", ("GE", None, "country")),
    (
        "Voters in Seattle, Spokane and Tacoma chose. In Washington, Oregon and Idaho turnout was high.",
        "Washington",
        ("US", "Washington", "region"),
    ),
    ("Congress met in Washington on Monday.", "Washington", ("US", "District of Columbia", "city")),
    (
        "Police in Sangamon County, Illinois, closed roads. Springfield was quiet, and so was Decatur.",
        "Springfield",
        ("US", "Illinois", "city"),
    ),
    (
        "The Lamar County sheriff in Texas asked people in Paris to stay in. Roads in Bonham and Clarksville flooded.",
        "Paris",
        ("US", "Texas", "city"),
    ),
    # an abbreviation leaves no doubt, whatever country has the name
    ("Lebanon, Pa., lost its mill.", "Lebanon", ("US", "Pennsylvania", "city")),
    # many small names with a place in one region speak for each other, against a large namesake
    (
        "A Paris man fled from Reno to Blossom before he crashed near Clarksville, the Lamar County sheriff said. "
        "He was taken to Sherman.",
        "Paris",
        ("US", "Texas", "city"),
    ),
    (
        "Two men from Shrewsbury and one from Auburn were held. They were sought in Leicester and Oxford since a "
        "theft in Millbury, near Worcester.",
        "Leicester",
        ("US", "Massachusetts", "city"),
    ),
    (
        "Hotels in Paris, Leicester and Oxford were full, said a tour guide in London. Trains from Cambridge ran late.",
        "Leicester",
        ("GB", "England", "city"),
    ),
    # those on one list lie in one region
    (
        "Kentucky State Police, based in Louisville, searched homes in Versailles, London, Winchester and Danville.",
        "London",
        ("US", "Kentucky", "city"),
    ),
    ("Dealers in Frankfurt, London and Zurich waited.", "London", ("GB", "England", "city")),
    # a country and a larger region of its name: companies are called after the region
    ("The rating of Georgia Power Co was raised.", "Georgia", ("US", "Georgia", "region")),
    ("A Fulton County court in Georgia met.", "Georgia", ("US", "Georgia", "region")),
    ("The parliament of Georgia met.", "Georgia", ("GE", None, "country")),
    # regions and counties that share a word
    ("Kaduna and Katsina states closed schools.", "Kaduna", ("NG", "Kaduna", "region")),
    ("Traders from Kaduna and Kano closed their shops.", "Kaduna", ("NG", "Kaduna", "city")),
    ("Roads in Los Angeles and Orange counties were closed.", "Orange", ("US", "California", "county")),
    ("Roads in Clay county, Minnesota, were closed.", "Clay", ("US", "Minnesota", "county")),
    # a port or an airport is its city's, a district that of its name
    ("Ships waited at Chittagong port.", "Chittagong", ("BD", "Chittagong", "city")),
    ("Schools in Chittagong division and Kaduna state closed.", "Kaduna", ("NG", "Kaduna", "region")),
    # what the text says it lies in, without a comma
    ("The plant moved to Silao in Mexico.", "Silao", ("MX", "Guanajuato", "city")),
    ("Shelling was heard in Goma in eastern Congo.", "Goma", ("CD", "North Kivu", "city")),
    ("A fire broke out at Cambridge in Ontario.", "Cambridge", ("CA", "Ontario", "city")),
    ("The talks of Washington in Georgia went on.", "Washington", ("US", "District of Columbia", "city")),
    # a country before a village of its name, though the article is about the region of that
    (
        "Plants in Marion, Kokomo, Muncie and Fort Wayne, Indiana, will close. Work goes to Mexico.",
        "Mexico",
        ("MX", None, "country"),
    ),
    ("A car burned in Mexico, Indiana.", "Mexico", ("US", "Indiana", "city")),
    ("Lebanon, Tennessee, lost its mill.", "Lebanon", ("US", "Tennessee", "city")),
    ("Exports to Lebanon, Tennessee and Ohio rose.", "Lebanon", ("LB", None, "country")),
    # bodies and schools of a town that bears a larger place's name
    ("The Hamilton City Council voted. Butler County, Ohio, agreed.", "Hamilton", ("US", "Ohio", "city")),
    ("A fire broke out in Hamilton City, California.", "Hamilton City", ("US", "California", "city")),
    (
        "Pupils of Lebanon High School won in Nashville. They beat teams from Murfreesboro and Gallatin, Tennessee.",
        "Lebanon",
        ("US", "Tennessee", "city"),
    ),
    # rivers with the names of cities, states and countries
    ("Shells fell along the Dnipro, south of Nikopol.", "Dnipro", (None, None, "water")),
    ("Shells fell on Dnipro, north of Nikopol.", "Dnipro", ("UA", "Dnipropetrovsk", "city")),
    ("Talks were held in the Dnipro region.", "Dnipro", ("UA", "Dnipropetrovsk", "city")),
    ("Barges waited on the Mississippi for a day.", "Mississippi", (None, None, "water")),
    ("The Mississippi governor spoke.", "Mississippi", ("US", "Mississippi", "region")),
    ("Troops crossed the Niger at dawn.", "Niger", (None, None, "water")),
    ("The junta in Niger met the army of the Niger junta.", "Niger", ("NE", None, "country")),
    # small places of a name that many have, where the article is about their region
    (
        "A Baker County, Oregon, jury met in Baker City. The man from La Grande was held in Union.",
        "Union",
        ("US", "Oregon", "city"),
    ),
    (
        "Pennsylvania State Police said the driver, of Altoona, hit a truck near DuBois. Firefighters from Clearfield "
        "County and Jefferson County helped.",
        "Jefferson County",
        ("US", "Pennsylvania", "county"),
    ),
    ("Police in Jefferson County looked on.", "Jefferson County", ("US", "Kentucky", "county")),
    # a capital beside another or a country is a government, beside states a state
    (
        "Talks between Washington and Beijing over fishing failed.",
        "Washington",
        ("US", "District of Columbia", "city"),
    ),
    ("Envoys of Tokyo, Washington and Seoul met.", "Washington", ("US", "District of Columbia", "city")),
    ("Snow fell in Oregon, Washington and Idaho.", "Washington", ("US", "Washington", "region")),
    # a British county under its bare name before a town elsewhere, but no other county before a city
    ("The gale reached Cornwall first.", "Cornwall", ("GB", "England", "county")),
    ("Hops are grown in Kent.", "Kent", ("GB", "England", "county")),
    ("The gale reached Cornwall, Ontario, first.", "Cornwall", ("CA", "Ontario", "city")),
    ("Cambridge City Council sold its offices.", "Cambridge", ("GB", "England", "city")),
    ("Students in Cambridge marched.", "Cambridge", ("GB", "England", "city")),
    # its own name before another name of a larger place, but not before another spelling
    ("He flew to Cancun.", "Cancun", ("MX", "Quintana Roo", "city")),
    ("A tram in Victoria stopped.", "Victoria", ("AU", "Victoria", "region")),
    ("Ministers met in New Delhi.", "New Delhi", ("IN", "NCT", "city")),
    ("Ministers met in Kiev.", "Kiev", ("UA", "Kyiv City", "city")),
    # a city whose state has its name
    ("Rain flooded Lagos and Ogun states.", "Lagos", ("NG", "Lagos", "region")),
    ("Police in Lagos state looked on.", "Lagos", ("NG", "Lagos", "region")),
    ("Rain flooded Lagos and Ogun.", "Ogun", ("NG", "Ogun", "region")),
    ("Lagos and other states sent help.", "Lagos", ("NG", "Lagos", "city")),
    # states that are named together
    ("The gale turned toward the Carolinas.", "Carolinas", ("US", None, "area")),
    # population where nothing else speaks
    ("He flew to Manchester.", "Manchester", ("GB", "England", "city")),
    ("He flew to Melbourne.", "Melbourne", ("AU", "Victoria", "city")),
    ("He sailed to Odessa.", "Odessa", ("UA", "Odesa", "city")),
    ("Shops in New York closed.", "New York", ("US", "New York", "city")),
]


@pytest.mark.parametrize(("body", "name", "expected"), CASES, ids=[f"{c[1]}: {c[0][:24]}" for c in CASES])
def test_namesakes_are_told_apart(body, name, expected):
    assert where(body, name) == expected


def test_one_sense_for_a_name_in_an_article():
    body = "A fire broke out in Paris, Texas, on Monday. Firemen in Paris worked all night. Paris is small."
    place = resolved(body, "Paris")
    assert len(place.mentions) == 3
    assert place.region == "Texas"
    assert place.rule == "named with its region"


def told_apart(body, name):
    """The regions (or countries) of the places that a name was taken for, with the number of mentions of each."""
    return {
        place.region or place.country: len(place.mentions)
        for place in extract(None, body).places
        if any(mention.text == name for mention in place.mentions)
    }


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        (
            "The name is shared by Durham, North Carolina, and Durham, England.",
            "Durham",
            {"North Carolina": 1, "England": 1},
        ),
        (
            "She left Springfield, Illinois, for Springfield, Missouri. In Springfield she found work.",
            "Springfield",
            {"Illinois": 1, "Missouri": 2},
        ),
        (
            "Police in Springfield, Ill., looked on. Springfield, Illinois, has a zoo. Springfield is quiet.",
            "Springfield",
            {"Illinois": 3},
        ),
        (
            "Charleston and Huntington were flooded. In Charleston, S.C., the mayor looked on.",
            "Charleston",
            {"West Virginia": 1, "South Carolina": 1},
        ),
        (
            "Charleston and Savannah were flooded. In Charleston, S.C., the mayor looked on.",
            "Charleston",
            {"South Carolina": 2},
        ),
        (
            "Charleston was flooded. In Charleston, S.C., the mayor looked on.",
            "Charleston",
            {"South Carolina": 2},
        ),
        ("He was a sheriff in Turkey, Texas, as his father was.", "Turkey", {"Texas": 1}),
        ("Bases in Turkey, Texas, and Iraq were closed.", "Turkey", {"TR": 1}),
    ],
)
def test_places_of_one_name_are_told_apart_where_the_text_does(body, name, expected):
    assert told_apart(body, name) == expected


def test_the_dateline_decides():
    assert where("Officials in Paris met.", "Paris", dateline="PARIS, Tenn.") == ("US", "Tennessee", "city")


def test_all_names_of_a_place_are_one_place():
    found = extract(
        None, "Shells hit Kharkiv at dawn. Kharkov's mayor said so. KHARKIV is in the east.", None
    ).places
    assert [[m.text for m in p.mentions] for p in found] == [["Kharkiv", "Kharkov", "KHARKIV"]]
    assert found[0].id == "geonames:706483"


def test_the_confidence_says_how_sure_the_decision_is():
    sure = resolved("A fire broke out in Springfield, Illinois.", "Springfield")
    unsure = resolved("A fire broke out in Springfield.", "Springfield")
    assert sure.confidence > 0.9
    assert unsure.confidence < 0.6
    assert unsure.rule == "population"


def test_a_name_in_no_gazetteer_lies_beside_what_it_is_named_with():
    place = resolved("Troops took the village of Zelenivske, near Izyum.", "Zelenivske")
    assert (place.id, place.kind, place.country, place.region) == (
        "name:zelenivske",
        "unknown",
        "UA",
        "Kharkiv",
    )
    assert place.confidence < 0.3
    assert "Izyum" in place.rule


def test_a_small_town_far_from_all_else_is_one_that_no_gazetteer_knows():
    place = resolved(
        "The towns of Ashland, Washburn, Bayfield and Superior in northern Wisconsin will share crews. Hayward, "
        "Wisconsin, will not.",
        "Bayfield",
    )
    assert (place.id, place.kind, place.region) == ("name:bayfield", "unknown", "Wisconsin")


def test_a_small_town_without_another_region_around_it_is_the_one_that_is_known():
    assert where("A fire burned in Bayfield.", "Bayfield") == ("US", "Colorado", "city")
    far = "Crews from Ashland, Washburn and Superior, Wisconsin, flew to Bayfield, Colorado."
    assert where(far, "Bayfield") == ("US", "Colorado", "city")


def test_a_team_is_at_home_where_it_plays_and_not_in_the_region_of_the_article():
    body = "Shops in Bristol, Meriden and Southington, Connecticut, closed. Manchester United came to Manchester."
    found = [p for p in extract(None, body, None).places if p.name == "Manchester"]
    assert {p.country: p.mentions[0].embedded for p in found} == {"GB": True, "US": False}


def test_a_township_lies_in_the_state_that_the_text_names():
    assert where("Fire crews from Hinckley Township, Ohio, came.", "Hinckley Township") == (
        "US",
        "Ohio",
        "unknown",
    )


def test_a_name_in_no_gazetteer_alone_has_no_point():
    place = resolved("They came from the village of Zelenivske.", "Zelenivske")
    assert (place.lat, place.lon, place.country) == (None, None, None)


def test_a_demonym_has_the_id_of_its_country():
    found = extract(None, "Russian ships left. Russia said nothing.", None).places
    assert {(p.kind, p.name) for p in found} == {("demonym", "Russia"), ("country", "Russia")}
    assert len({p.id for p in found}) == 1


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("PARIS, April 5", ("FR", "Paris")),
        ("PARIS, Texas", ("US", "Paris")),
        ("NICE, France, April 5", ("FR", "Nice")),
        ("READING, England (AP)", ("GB", "Reading")),
        ("CAMBRIDGE, Mass., May 2", ("US", "Cambridge")),
    ],
)
def test_a_dateline_without_a_region_names_a_city_that_readers_know(dateline, place):
    body = "Shares fell. Texas Instruments lost most. Officials in Dallas and Houston declined to comment."
    found = extract(None, body, dateline).places
    first = next(p for p in found if any(m.field == "dateline" for m in p.mentions) and p.kind == "city")
    assert (first.country, first.name) == place


def test_the_name_of_an_american_state_makes_no_world_city_american():
    body = "Oil ministers will meet in Geneva next week. Production in Texas and Oklahoma fell."
    assert next(p for p in extract(None, body).places if p.name == "Geneva").country == "CH"
    body = "The sheriff of Kane County, Illinois, said two men from Aurora were held in Geneva on Monday."
    assert next(p for p in extract(None, body).places if p.name == "Geneva").country == "US"


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        ("The governor of Georgia signed the bill.", "Georgia", ("US", "region")),
        ("Gov. Anna Lee of Georgia signed the bill.", "Georgia", ("US", "region")),
        ("The Georgia legislature met on Friday.", "Georgia", ("US", "region")),
        ("Washington's lieutenant governor spoke first.", "Washington", ("US", "region")),
        ("New York Gov. Anna Lee spoke first.", "New York", ("US", "region")),
        ("New York Governor Anna Lee spoke first.", "New York", ("US", "region")),
        ("The governor of Georgia signed the bill. Banks in Georgia were glad.", "Georgia", ("US", "region")),
        # not of what a governor of a bank is named with, nor of others
        ("The central bank governor of Mexico spoke first.", "Mexico", ("MX", "country")),
        ("The prime minister of Georgia spoke first.", "Georgia", ("GE", "country")),
        ("The mayor of New York spoke first.", "New York", ("US", "city")),
        ("Officials in Washington told the governors to wait.", "Washington", ("US", "city")),
    ],
)
def test_a_governor_is_of_a_state(body, name, expected):
    place = resolved(body, name)
    assert (place.country, place.kind) == expected


def test_a_state_and_the_city_of_its_name_in_one_article():
    body = "New York Gov. Anna Lee spoke first. Crowds had gathered in New York since noon."
    found = {place.name: place.kind for place in extract(None, body).places}
    assert found == {"New York": "region", "New York City": "city"}
