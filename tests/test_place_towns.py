"""Towns of a name that is better known for another place: decided by what else the article names."""

import pytest

from searchidx.extraction.extract import extract


def where(body, name):
    for place in extract(None, body, None).places:
        if place.kind != "demonym" and any(mention.text == name for mention in place.mentions):
            return place.country, place.region
    raise AssertionError(f"{name} was not found")


@pytest.mark.parametrize(
    ("body", "name", "place"),
    [
        # the town of a country's name, in news of its region
        (
            "The school board in Lebanon met on Monday. Students from Mount Juliet and Watertown, in Wilson County, "
            "would ride new buses. Lebanon has no plan yet.",
            "Lebanon",
            ("US", "Tennessee"),
        ),
        (
            "Peru schools will open late because of ice. Schools in Logansport, Wabash and Kokomo stay closed, and "
            "roads in Miami County were slick.",
            "Peru",
            ("US", "Indiana"),
        ),
        # the country, whatever American places stand beside it
        ("Peru sent its envoy to Chicago and Miami. Lima signed the treaty in May.", "Peru", ("PE", None)),
        (
            "Soldiers from Nashville and Memphis trained in Lebanon, near Beirut and Tripoli.",
            "Lebanon",
            ("LB", None),
        ),
        # a country is neither its capital nor its region of that name
        ("Trains to Mexico City were late. The storm hit the coast of Mexico.", "Mexico", ("MX", None)),
        ("The canal made Panama rich. Ships wait off Colón for days.", "Panama", ("PA", None)),
        # "state of", "province of"
        (
            "The cow was found in the state of Washington. It came from Canada.",
            "Washington",
            ("US", "Washington"),
        ),
        (
            "The president flew back to Washington. He had been in Canada.",
            "Washington",
            ("US", "District of Columbia"),
        ),
        # a world city beside others says nothing of the villages around it
        ("After stops in New York and Boston, the prince flew home.", "Boston", ("US", "Massachusetts")),
        ("He met reporters in New York City and Florida.", "Florida", ("US", "Florida")),
        # a capital is not an English village, though the article is about England
        (
            "Bristol and Plymouth wait for the money. The minister was in Washington for talks with the British envoy.",
            "Washington",
            ("US", "District of Columbia"),
        ),
        (
            "Trains from Newcastle and Sunderland to Washington stop at Gateshead.",
            "Newcastle",
            ("GB", "England"),
        ),
        # the old name, or the like spelling, of an American town is not meant by the name of another
        (
            "Doctors in San Diego and Los Angeles wrote to colleagues in Pittsburgh.",
            "Pittsburgh",
            ("US", "Pennsylvania"),
        ),
        (
            "Voters in Toledo and Dayton, Ohio, differ from those in Philadelphia.",
            "Philadelphia",
            ("US", "Pennsylvania"),
        ),
        # a list behind what it lies in
        (
            "Farmers in Benton County, Indiana, sold early. Villages in Kentucky such as Paris, Versailles and London "
            "had no rain.",
            "London",
            ("US", "Kentucky"),
        ),
        ("Cities in Europe such as Paris and London grew.", "London", ("GB", "England")),
        # a province whose name only a town abroad has is not that town
        (
            "Clinics in Nyanza province are full, officials in Nairobi and Kisumu said.",
            "Nyanza",
            ("KE", "Nairobi Area"),
        ),
        ("Roads in Huye, Rwanda, and in the Nyanza district are open.", "Nyanza", ("RW", "Southern")),
        # a village that no gazetteer has, named with its province
        ("A truck burned in Bristol, Ontario, on Monday.", "Bristol", ("CA", "Ontario")),
        ("A truck burned in Bristol, Ontario and Quebec on Monday.", "Bristol", ("GB", "England")),
        # teams
        (
            "The Rome Braves open at home on Friday. Fans from Atlanta came to Georgia's oldest park.",
            "Rome",
            ("US", "Georgia"),
        ),
        ("Fans in Dallas watched Manchester United.", "Manchester", ("GB", "England")),
    ],
)
def test_a_town_is_told_from_a_better_known_place(body, name, place):
    assert where(body, name) == place
