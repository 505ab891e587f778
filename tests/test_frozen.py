"""Classes that are made quickly behave as frozen dataclasses do."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from searchidx.article import Quote
from searchidx.reading.source import Source

QUOTE = Quote("We won", "Anna Moss", "Moss", "said", "direct", 3, end=9, confidence=0.9)


def test_fields_are_filled_by_position_by_name_and_by_default():
    assert dataclasses.astuple(QUOTE) == (
        "We won", "Anna Moss", "Moss", "said", "direct", 3, 9, None, None, 0.9,
    )  # fmt: skip


def test_each_has_its_own_default_made_by_a_factory():
    one, other = Source("a.txt", "a.txt", "Words."), Source("b.txt", "b.txt", "Words.")
    assert one.metadata == {} and one.metadata is not other.metadata
    assert Source("a.txt", "a.txt", "Words.", {"date": "2022"}).metadata == {"date": "2022"}


def test_they_stay_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        QUOTE.text = "We lost"


def test_copies_are_equal():
    assert pickle.loads(pickle.dumps(QUOTE)) == copy.copy(QUOTE) == dataclasses.replace(QUOTE) == QUOTE
    assert hash(copy.copy(QUOTE)) == hash(QUOTE)
    assert dataclasses.replace(QUOTE, start=4).start == 4


def test_a_wrong_call_is_an_error_and_the_signature_tells_the_right_one():
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'end'"):
        Quote("We won", None, None, None, "direct", 3)
    assert list(inspect.signature(Quote).parameters) == [field.name for field in dataclasses.fields(Quote)]
