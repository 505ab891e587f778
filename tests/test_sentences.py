"""The first sentence of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.splitting.sentences import first_sentence, first_sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Vale left.",
        "Dr. A. B. Reyes of St. Mary's left.",
        "The U.S. Senate met.",
        "He left for the U.S. on Friday.",
        "Gen. Reyes met Sen. Vale (R., Tex.) on Jan. 3.",
        "It cost $1.5 million.",
        "It was 3 p.m. in Lisbon.",
        "“We left.”",
        "“Did you?” she asked.",
        "The Harbour Co. and Ferry Inc. merged.",
        "No. 10 said so.",
        "He left…",
        "Did he leave?",
        "今日は雨です。",
    ],
)
def test_a_sentence_ends_where_it_ends(sentence):
    assert first_sentence(f"{sentence} Then it rained.") == sentence
    assert first_sentence(sentence) == sentence


def test_a_long_one_is_cut_between_words():
    cut = first_sentence("word " * 200)
    assert len(cut) <= 300 and cut.endswith("word…")
    assert len(first_sentence("x" * 1000)) == 300


@given(st.text(st.sampled_from("aA1 .!?…“”'\")(。"), max_size=80))
def test_it_is_the_beginning_of_the_text(text):
    assert text.strip().startswith(first_sentence(text).removesuffix("…").strip()) or "…" in text


def test_several_sentences():
    assert first_sentences("One. Two. Three.", 2) == "One. Two."
    assert first_sentences("One. Two.", 5) == "One. Two."
