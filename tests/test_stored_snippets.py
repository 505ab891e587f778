"""Snippets from the index are those of the analyzer, whatever the text and the query."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage

from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.codec import ArrayCodec
from searchidx.store.evaluator import Evaluator
from searchidx.store.snippets import highlights_of, make_snippets
from searchidx.store.snippets.stored import StoredHighlighter

ANALYZER = NewsAnalyzer()
WORDS = [
    "Kharkiv",
    "counter-attack",
    "troops",
    "Troop’s",
    "the",
    "U.S.",
    "3.5",
    "army",
    "armies",
    "Île",
    "said.",
]
FILLER = "The harbour office counted the boats again on that quiet morning. "


def build(batches, codec=None, chars=True):
    index = RamStorage().create_index(Schema(body=TEXT(ANALYZER, chars=chars)))
    for batch in batches:
        writer = index.writer(codec=codec)
        for body in batch:
            writer.add_document(body=body)
        writer.commit(merge=False)
    return index


texts = st.lists(st.sampled_from([*WORDS, "\n\n", "— “"]), max_size=40).map(" ".join)
terms = st.sampled_from(
    ["kharkiv", "counter", "attack", "counterattack", "troop", "armi", "us", "ile", "absent"]
)
queries = st.one_of(
    st.builds(wq.Term, st.just("body"), terms),
    st.builds(wq.Phrase, st.just("body"), st.lists(terms, min_size=1, max_size=3), slop=st.integers(1, 3)),
    st.builds(wq.Prefix, st.just("body"), st.sampled_from(["a", "t", "k"])),
    st.builds(wq.Wildcard, st.just("body"), st.sampled_from(["*r*", "??m*"])),
    st.builds(wq.FuzzyTerm, st.just("body"), terms, maxdist=st.just(1)),
    st.builds(wq.TermRange, st.just("body"), st.just("b"), st.just("u")),
)


@pytest.mark.parametrize("codec", [None, ArrayCodec()], ids=["Whoosh's codec", "array codec"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    batches=st.lists(st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=2),
    asked=st.lists(queries, min_size=1, max_size=3),
)
def test_the_index_gives_the_snippets_of_the_analyzer(codec, batches, asked):
    query = wq.Or(asked)
    with build(batches, codec).reader() as reader:
        highlighter = StoredHighlighter(Evaluator(reader).collection, query, "body")
        for doc, text in enumerate(text for batch in batches for text in batch):
            expected = make_snippets(text, ANALYZER, highlights_of(query, "body"), width=60)
            assert highlighter.snippets(doc, text, width=60) == expected


def test_one_match_at_the_end_of_a_megabyte():
    text = FILLER * 15_000 + "Only here is Mykolaiv named."
    query = wq.Term("body", "mykolaiv")
    with build([[text]], ArrayCodec()).reader() as reader:
        (snippet,) = StoredHighlighter(Evaluator(reader).collection, query, "body").snippets(0, text)
    assert snippet.text.endswith("Only here is Mykolaiv named.")
    assert [snippet.text[start:end] for start, end in snippet.spans] == ["Mykolaiv"]


def test_a_field_without_characters_is_analysed_again():
    with build([["Troops came to Sumy."]], chars=False).reader() as reader:
        highlighter = StoredHighlighter(Evaluator(reader).collection, wq.Term("body", "sumi"), "body")
        (snippet,) = highlighter.snippets(0, "Troops came to Sumy.")
    assert snippet.spans == ((15, 19),)


def test_nothing_to_highlight_gives_no_snippet():
    with build([["Troops came to Sumy."]], ArrayCodec()).reader() as reader:
        assert StoredHighlighter(Evaluator(reader).collection, wq.Every(), "body").snippets(0, "Troops") == []
