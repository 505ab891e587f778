"""Loosened queries: each can be written, and is another one with one thing changed."""

import pytest
from hypothesis import given
from test_query_parser import LEAVES, NAMED, grown

from searchidx.query.loosen import loosened
from searchidx.query.parser import parse
from searchidx.query.printer import to_text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("flood dam", {("drop", "without flood", "dam"), ("drop", "without dam", "flood")}),
        ("flood AND dam", {
            ("or", "any of them instead of all", "flood OR dam"),
            ("drop", "without flood", "dam"), ("drop", "without dam", "flood"),
        }),
        ('"flood warning"', {
            ("near", '"flood warning" with words in between', '"flood warning"~10'),
            ("words", '"flood warning" as single words', "flood warning"),
        }),
        ("=Reading", {("stemmed", "Reading in any form", "Reading")}),
        ("speaker:reed", {("field", "reed in the text", "reed")}),
        # What is excluded stays excluded, and never is all that is left.
        ("flood -dam", {("drop", "without NOT dam", "flood")}),
        ("flood", set()),
        ('oil "flood warning"', {
            ("near", '"flood warning" with words in between', 'oil "flood warning"~10'),
            ("words", '"flood warning" as single words', "oil flood warning"),
            ("drop", "without oil", '"flood warning"'), ("drop", 'without "flood warning"', "oil"),
        }),
    ],
)  # fmt: skip
def test_what_can_be_loosened(query, expected):
    assert {(kind, change, to_text(tree)) for kind, change, tree in loosened(parse(query))} == expected


@given(grown(LEAVES | NAMED))
def test_every_loosened_query_can_be_written_and_differs(tree):
    for _, change, other in loosened(tree):
        assert change
        assert other != tree
        assert parse(to_text(other))
