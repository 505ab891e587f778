"""Classes that are made quickly behave as frozen dataclasses do."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from searchidx.article import Quote
from searchidx.query.tree import And, Every, Exact, Phrase, Word
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
    with pytest.raises(dataclasses.FrozenInstanceError):
        del QUOTE.text
    with pytest.raises(dataclasses.FrozenInstanceError):
        QUOTE.note = "not a field"


def test_copies_are_equal():
    assert pickle.loads(pickle.dumps(QUOTE)) == copy.copy(QUOTE) == dataclasses.replace(QUOTE) == QUOTE
    assert hash(copy.copy(QUOTE)) == hash(QUOTE)
    assert dataclasses.replace(QUOTE, start=4).start == 4


def test_a_wrong_call_is_an_error_and_the_signature_tells_the_right_one():
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'end'"):
        Quote("We won", None, None, None, "direct", 3)
    assert list(inspect.signature(Quote).parameters) == [field.name for field in dataclasses.fields(Quote)]


def test_only_objects_of_the_same_class_and_with_the_same_compared_fields_are_equal():
    assert Word("flood", span=(0, 5)) == Word("flood", span=(6, 11))
    assert hash(Word("flood", span=(0, 5))) == hash(Word("flood", span=(6, 11)))
    assert Word("flood") != Word("floods") and Word("flood") != Exact("flood") and Word("flood") != "flood"
    assert Every(span=(0, 1)) == Every() and hash(Every(span=(0, 1))) == hash(Every())
    assert {And((Word("a"), Word("b"))), And((Word("a", (4, 5)), Word("b")))} == {And((Word("a"), Word("b")))}


def test_they_print_as_dataclasses_do():
    assert (
        repr(And((Word("a", (0, 1)), Phrase("b c", 2))))
        == "And(items=(Word(text='a'), Phrase(text='b c', slop=2)))"
    )


def test_patterns_match_them():
    match Phrase("oil price", 1):
        case Phrase(text, slop):
            assert (text, slop) == ("oil price", 1)
