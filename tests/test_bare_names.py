"""Whether one capitalised word is a person or an organisation."""

import pytest

from searchidx.extraction.extract import extract


def kinds(body):
    return [(quote.speaker, quote.speaker_kind) for quote in extract(None, body).quotes]


@pytest.mark.parametrize(
    "body",
    [
        "Querelle said the talks were over.",
        "Querelle said the talks were over. She flew home.",
        "The mill fell silent and Querelle laughed. Querelle said the talks were over.",
        "Shares of the mill fell. Querelle said the talks were over, and so did his horse.",
        "“I never wanted the talks,” Querelle said.",
        "As Querelle put it, the talks are over.",
        "Querelle is heard saying that the talks are over.",
        "Mr Querelle came late. Querelle said the talks were over.",
    ],
)
def test_a_bare_word_is_a_person_unless_something_tells_otherwise(body):
    assert kinds(body) == [("Querelle", "person")]


@pytest.mark.parametrize(
    "body",
    [
        "Querelle said it would close a mill.",
        "Querelle said its profit fell.",
        "Querelle said two mills would close. It said 300 jobs would go.",
        "Querelle's shares rose. Querelle said two mills would close.",
        "The chief executive of Querelle resigned. Querelle said two mills would close.",
        "A Querelle spokesman was late. Querelle said two mills would close.",
    ],
)
def test_a_bare_word_with_a_firm_s_words_beside_it_is_an_organisation(body):
    assert {kind for name, kind in kinds(body) if name == "Querelle"} == {"organisation"}


@pytest.mark.parametrize(
    "name", ["Texaco", "Germany", "Washington", "London", "Pentagon", "Millcorp", "Bavarians"]
)
def test_institutions_and_well_known_places_are_no_persons(name):
    assert (
        "person" not in {kind for _, kind in kinds(f"{name} said the talks were over. He was late.")}
    ) is True


def test_two_bare_surnames_are_two_persons_and_two_states_or_a_firm_are_one_speaker():
    assert kinds("Querelle and Macron said they would meet in June.") == [
        ("Querelle", "person"),
        ("Macron", "person"),
    ]
    assert kinds("France and Norway said they would meet in June.") == [("France and Norway", "organisation")]
    assert kinds("Procter and Gamble said it would meet dealers.") == [("Procter and Gamble", "organisation")]
