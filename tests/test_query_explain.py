"""Errors shown to a person: the caret stands under the place."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import QueryError
from searchidx.query import explain, parse


def lines(query: str, width: int = 80) -> list[str]:
    with pytest.raises(QueryError) as caught:
        parse(query, datetime.date(2022, 5, 12))
    return explain(caught.value, width)


def test_query_caret_and_message():
    assert lines("oil (gas") == [
        "oil (gas",
        "    ^",
        "This bracket is never closed. Write ) where the group ends.",
    ]


def test_the_caret_counts_columns_and_not_characters():
    assert lines("石油 e\u0301 (gas")[:2] == ["石油 e\u0301 (gas", "       ^"]


def test_tabs_and_line_ends_do_not_move_the_caret():
    assert lines("oil\t\n(gas")[:2] == ["oil  (gas", "     ^"]


def test_a_long_query_is_cut_to_what_stands_around_the_place():
    shown, caret, _ = lines("oil " * 50 + "(gas " + "coal " * 50, width=40)
    assert len(shown) <= 40 and shown.startswith("…") and shown.endswith("…")
    assert shown[len(caret) - 1 :].startswith("(gas")


def test_without_a_place_the_message_stands_alone():
    assert explain(QueryError("What is wrong.")) == ["What is wrong."]
    assert lines("  ") == ["The query is empty. Write a word to look for, or * for every article."]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(20, 120))
def test_the_shown_part_fits_and_the_caret_is_under_it(query, position, width):
    error = QueryError("What is wrong.", query, min(position, len(query)))
    shown = explain(error, width)
    assert shown[-1] == "What is wrong."
    if len(shown) == 3:
        assert ("\n" not in shown[0] and len(shown[0]) <= width) or not shown[0].isascii()
        assert shown[1].strip() == "^" and len(shown[1]) <= width + 1
