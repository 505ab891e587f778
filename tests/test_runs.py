"""Runs of capitalised words, and sentences, in one pass over a text."""

import pytest

from searchidx.extraction.scan import Scan


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Sunday Courier reported it.", ["Sunday Courier"]),
        ("He told the Friday Group on Monday Ireland had won.", ["Friday Group", "Ireland"]),
        ("On Sunday Novak left.", ["Novak"]),
        ("The Sunday after, Novak was back.", ["Novak"]),
    ],
)
def test_a_weekday_behind_the_belongs_to_the_name(text, names):
    assert [run.text for run in Scan(text).runs] == names


def test_a_long_word_at_the_end_of_a_sentence_hides_no_end():
    first, second = "It was Wirtschaftsdienstgesellschaft.", "The firm left."
    assert [first, second] == [f"{first} {second}"[a:b] for a, b in Scan(f"{first} {second}").sentences]
