"""Who in an article is a person."""

import pytest

from searchidx.extraction.people import find_people
from searchidx.extraction.scan import Scan


def people(text):
    return {person.name: person.roles for person in find_people([Scan(text)]).persons}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Then Brig. Gen. Oleh Hai spoke.", {"Oleh Hai": ["Brig. Gen."]}),
        ("Foreign Minister Xuxa Querelle left.", {"Xuxa Querelle": ["Foreign Minister"]}),
        ("The spokesman Qorl Yxan declined.", {"Qorl Yxan": ["spokesman"]}),
        ("Margaret Alder met Tom Moss.", {"Margaret Alder": [], "Tom Moss": []}),
        ("Qorl Yxan, 42, lives here.", {"Qorl Yxan": []}),
        ("Qorl Yxan, who lives here, left.", {"Qorl Yxan": []}),
        ("The Alder Group and Wells Fargo Center are closed.", {}),
        ("Margaret Street and Victoria Station are closed.", {}),
        ("Mr. Alder left.", {"Alder": []}),
        ("Forecaster Craig Moss left.", {"Craig Moss": ["Forecaster"]}),
        ("Rail Campaigner Anna Moss left.", {"Anna Moss": ["Rail Campaigner"]}),
        ("Jennifer Walter Moss left.", {"Jennifer Walter Moss": []}),
        ("Victor Anna Moss left.", {"Victor Anna Moss": []}),
        ("PC Anna Moss left.", {"Anna Moss": ["PC"]}),
        ("Pc Anna Moss left.", {"Anna Moss": ["Pc"]}),
        ("PC Acquisition Inc left.", {}),
        ("The IBM PC AT came.", {}),
        ("Prof Jane Hill of the University of York left.", {"Jane Hill": []}),
        ("Anita Hill said so.", {"Anita Hill": []}),
        ("Anita Hill is closed. King Edward Street is closed.", {}),
        ("Wrote Justice Anna Moss in dissent.", {"Anna Moss": ["Justice"]}),
        ("Said Mr Moss on Monday.", {"Moss": []}),
        ("Prime Minister Sheikh Querelle left.", {"Sheikh Querelle": ["Prime Minister"]}),
        ("Sheikh Querelle left.", {"Sheikh Querelle": []}),
        ("Sheikh Hamad bin Khalifa came. Sheikh Hamad left.", {"Hamad bin Khalifa": ["Sheikh"]}),
        ("King Fahd came. Fahd Ibn Saud said so.", {"Fahd Ibn Saud": ["King"]}),
        ("King Charles came. Charles Moss left.", {"Charles Moss": [], "Charles": ["King"]}),
        ("Dean Margaret Alder left with Dean Moss.", {"Margaret Alder": ["Dean"], "Dean Moss": []}),
    ],
)
def test_titles_names_and_what_stands_beside_make_a_person(text, expected):
    assert people(text) == expected


def test_surnames_and_unique_first_names_are_joined_to_the_full_name():
    text = "Volodymyr Hai met Anna Moss. Mr. Hai and Moss spoke. Anna was late. Hai left."
    found = find_people([Scan(text)])
    names = [found.persons[mention.person].name for mention in found.mentions[0]]
    assert names == ["Volodymyr Hai", "Anna Moss", "Volodymyr Hai", "Anna Moss", "Anna Moss", "Volodymyr Hai"]


def test_two_persons_of_one_surname_stay_two_and_the_title_chooses():
    text = "Bill Alder and Anna Alder came. Mrs. Alder spoke. Mr. Alder slept."
    found = find_people([Scan(text)])
    assert [p.name for p in found.persons] == ["Bill Alder", "Anna Alder"]
    assert [m.person for m in found.mentions[0]] == [0, 1, 1, 0]


def test_a_mention_is_the_name_without_its_titles_and_is_found_by_any_span_over_it():
    text = "Then Sen. Anna Moss, 61, left."
    found = find_people([Scan(text)])
    mention = found.at(text.index("Sen."), text.index(","))
    assert mention is not None
    assert (text[mention.start : mention.end], mention.role) == ("Anna Moss", "Sen.")
    assert found.at(0, 4) is None


def test_the_headline_is_read_with_the_body():
    found = find_people([Scan("Margaret Alder resigned."), Scan("Why Alder went")])
    assert len(found.persons) == 1
    assert len(found.mentions[1]) == 1


@pytest.mark.parametrize(
    ("full", "surname"),
    [
        ("Javier Perez de Cuellar", "Perez de Cuellar"),
        ("Ursula von der Leyen", "Von der Leyen"),
        ("Gabriel Garcia Marquez", "Garcia Marquez"),
    ],
)
def test_a_surname_of_several_words_is_its_bearer(full, surname):
    for text in (
        f"{full} said it was late. {surname} said it rained.",
        f"Mr. {surname} said it was late. {full} said it rained.",
    ):
        scan = Scan(text)
        assert [person.name for person in find_people([scan]).persons] == [full]
