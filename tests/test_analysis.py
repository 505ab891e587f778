"""The Whoosh analyzers."""

import pickle

import pytest
from hypothesis import given
from test_words import NEWS_TEXT

from searchidx.store.analysis import STOP_WORDS, ExactAnalyzer, NewsAnalyzer
from searchidx.store.words import words


def terms(analyzer, text, **options):
    return [token.text for token in analyzer(text, **options)]


def test_words_are_stemmed():
    assert terms(NewsAnalyzer(), "Troops attacked; an attack, attacking") == [
        "troop", "attack", "an", "attack", "attack",
    ]  # fmt: skip


def test_names_are_not_stemmed():
    assert terms(NewsAnalyzer(stem=False), "James Hastings") == ["james", "hastings"]
    assert terms(NewsAnalyzer(), "James Hastings", no_morph=True) == ["james", "hastings"]


def test_a_query_has_the_parts_alone():
    assert terms(NewsAnalyzer(), "counter-attacks", mode="index") == ["counter", "counterattack", "attack"]
    assert terms(NewsAnalyzer(), "counter-attacks", mode="query") == ["counter", "attack"]


def test_query_words_tell_parts_and_joined_form():
    first, second = NewsAnalyzer().query_words("the counter-attacks")
    assert first == (("the",), ("the",), None, 0, 3)
    assert second == (("counter", "attacks"), ("counter", "attack"), "counterattack", 4, 19)


@given(NEWS_TEXT)
def test_tokens_carry_positions_and_characters(text):
    tokens = NewsAnalyzer(stem=False)(
        text, positions=True, chars=True, start_pos=3, start_char=5, keeporiginal=True
    )
    found = [(t.text, t.pos - 3, t.startchar - 5, t.endchar - 5, t.original) for t in tokens]
    assert found == [(w.text, w.position, w.start, w.end, text[w.start : w.end]) for w in words(text)]


def test_stop_words_are_as_folded():
    for word in STOP_WORDS:
        assert terms(NewsAnalyzer(stem=False), word) == [word]


def test_identifiers_stay_as_they_are():
    (token,) = ExactAnalyzer()("2022-05/A b.txt", positions=True, chars=True)
    assert (token.text, token.pos, token.startchar, token.endchar) == ("2022-05/A b.txt", 0, 0, 15)
    assert terms(ExactAnalyzer(), "") == []


@pytest.mark.parametrize("analyzer", [NewsAnalyzer(), NewsAnalyzer(stem=False), ExactAnalyzer()])
def test_analyzers_are_stored_with_the_schema(analyzer):
    again = pickle.loads(pickle.dumps(analyzer))
    assert again == analyzer
    assert len(pickle.dumps(analyzer)) < 200
