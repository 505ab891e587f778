"""One name for a speaker across articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.extraction.speakers.spellings import (
    BUILT_IN,
    SpeakerNames,
    canonical_name,
    fold,
    parse_spellings,
)


def test_known_transliterations_are_one_speaker():
    names = {"Volodymyr Zelensky", "Zelenskiy", "VOLODYMYR ZELENSKYY", "Vladimir Zelensky"}
    assert {canonical_name(name) for name in names} == {"Volodymyr Zelenskyy"}


def test_known_short_forms_of_firms_are_one_speaker():
    assert canonical_name("S and P") == canonical_name("Standard & Poor's Corp") == "Standard and Poor's"


def test_two_full_names_that_differ_are_never_merged_by_guessing():
    for one, other in (("Anna Moss", "Ann Moss"), ("A. Moss", "Anna Moss"), ("Moss", "Anna Moss")):
        assert canonical_name(one) != canonical_name(other)


def test_typography_makes_no_second_name():
    assert canonical_name("Finn  O’Hara") == canonical_name("Finn O'Hara") == "Finn O'Hara"


def test_the_users_file_adds_names_and_wins_over_the_built_in_list():
    text = "\ufeff# ours\n\nAna Moß, A. Moss = Anna Moss\nZelensky = V. Zelenskyy # short\n"
    names = SpeakerNames(parse_spellings(text).names)
    assert names.name("a moss") == names.name("Ana Moß") == "Anna Moss"
    assert names.name("Zelensky") == "V. Zelenskyy"
    assert names.name("Zelenskiy") == canonical_name("Zelensky") == "Volodymyr Zelenskyy"


def test_the_users_file_can_give_another_name_to_all_spellings_of_the_built_in_list():
    names = SpeakerNames(parse_spellings("Volodymyr Zelenskyy = President Zelensky").names)
    assert names.name("Zelenskiy") == "President Zelensky"


def test_a_name_comes_with_the_spellings_that_lead_to_it_its_own_first():
    names = SpeakerNames(parse_spellings("A. Moss, Ana Moß = Anna Moss").names)
    assert names.spellings("A. Moss")[:2] == ("Anna Moss", "A. Moss")
    assert {"ana moss", "a moss"} <= set(names.spellings("Anna Moss"))
    assert names.spellings("Bo  Lind") == ("Bo Lind",)


def test_the_built_in_list_has_no_line_that_is_wrong():
    assert parse_spellings(BUILT_IN).problems == ()


FORM = 'not of the form "spelling, spelling = name"'


@pytest.mark.parametrize(
    "line, reason",
    [
        ("Anna Moss", FORM),
        ("Anna Moss =", FORM),
        ("= Anna Moss", FORM),
        (" , = Anna Moss", FORM),
        ("A = B = C", FORM),
        (
            "B Lind = Ada Moss",
            "gives 'B Lind' to 'Ada Moss', and line 1 gives it to 'Bo Lind'; keep one of the two",
        ),
    ],
)
def test_a_line_that_is_wrong_is_named_and_the_others_count(line, reason):
    found = parse_spellings(f"B. Lind = Bo Lind\n{line}\nC. Berg = Cy Berg\n")
    assert found.problems == ((2, reason),)
    assert found.names["b lind"] == "Bo Lind" and found.names["c berg"] == "Cy Berg"


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_names_are_folded_as_accented_ones(name):
    assert fold("é " + name) == f"e {fold(name)}".strip()
