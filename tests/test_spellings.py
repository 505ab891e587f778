"""One name for a speaker across articles."""

import pytest

from searchidx.errors import ReadError
from searchidx.extraction.speakers.spellings import canonical_name, read_spellings


def test_known_transliterations_are_one_speaker():
    names = {"Volodymyr Zelensky", "Zelenskiy", "VOLODYMYR ZELENSKYY", "Vladimir Zelensky"}
    assert {canonical_name(name) for name in names} == {"Volodymyr Zelenskyy"}


def test_two_full_names_that_differ_are_never_merged_by_guessing():
    for one, other in (("Anna Moss", "Ann Moss"), ("A. Moss", "Anna Moss"), ("Moss", "Anna Moss")):
        assert canonical_name(one) != canonical_name(other)


def test_typography_makes_no_second_name():
    assert canonical_name("Finn  O’Hara") == canonical_name("Finn O'Hara") == "Finn O'Hara"


def test_the_users_file_adds_names_and_wins_over_the_built_in_list():
    spellings = read_spellings("# ours\n\nAnna Moss = Ana Moß, A. Moss\nV. Zelenskyy = Zelensky # short\n")
    assert canonical_name("a moss", spellings) == "Anna Moss"
    assert canonical_name("Ana Moß", spellings) == "Anna Moss"
    assert canonical_name("Zelensky", spellings) == "V. Zelenskyy"
    assert canonical_name("Zelensky") == "Volodymyr Zelenskyy"


@pytest.mark.parametrize(
    "text, message",
    [
        ("Anna Moss", "ours.txt:1: is not of the form NAME = OTHER SPELLING, OTHER SPELLING"),
        ("\nAnna Moss =", "ours.txt:2: is not of the form NAME = OTHER SPELLING, OTHER SPELLING"),
        (
            "Anna Moss = A. Moss\nAda Moss = A Moss",
            "ours.txt:2: gives 'A Moss' to 'Ada Moss', which 'Anna Moss' has already",
        ),
    ],
)
def test_a_line_that_is_wrong_is_named(text, message):
    with pytest.raises(ReadError) as caught:
        read_spellings(text, "ours.txt")
    assert str(caught.value) == message
