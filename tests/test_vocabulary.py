"""The bulk analysis equals the analyzer, text for text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_words import NEWS_TEXT

from searchidx.store import vocabulary as module
from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.vocabulary import Vocabulary

MARKED_TEXT = st.text("aus15..,,'-&+#_ \x1e’é")
TEXTS = st.lists(
    st.one_of(NEWS_TEXT, MARKED_TEXT, st.text(), st.text(st.characters(exclude_categories=[]))), max_size=6
)


def one_by_one(analyzer, text):
    return [
        (t.text, t.pos, t.startchar, t.endchar)
        for t in analyzer(text, positions=True, chars=True, mode="index")
    ]


def in_bulk(vocabulary, texts):
    tokens = vocabulary.analyse(texts)
    rows = [
        (vocabulary.terms[term], position, start, end)
        for term, position, start, end in zip(*(column.tolist() for column in tokens[:4]), strict=True)
    ]
    assert len(tokens.offsets) == len(texts) + 1
    return [rows[a:b] for a, b in zip(tokens.offsets[:-1], tokens.offsets[1:], strict=True)]


@pytest.mark.parametrize("stem", [True, False])
def test_bulk_equals_analyzer(stem):
    vocabulary = Vocabulary(stem)  # kept: what was learnt from one text must hold for the next

    @given(TEXTS)
    def check(texts):
        assert in_bulk(vocabulary, texts) == [one_by_one(NewsAnalyzer(stem), text) for text in texts]

    check()


def test_batches_do_not_matter(monkeypatch):
    texts = [f"Article {i}: the U.S.-led counter-attack, café {'x' * i} " * (i % 5) for i in range(120)]
    whole = in_bulk(Vocabulary(), texts)
    monkeypatch.setattr(module, "_BATCH", 50)
    assert in_bulk(Vocabulary(), texts) == whole


def test_many_distinct_words_are_kept_apart():
    texts = [" ".join(f"w{n}" for n in range(i, i + 1000)) for i in range(0, 60_000, 1000)]
    vocabulary = Vocabulary(stem=False)
    for _ in range(2):
        tokens = vocabulary.analyse(texts)
        assert tokens.terms.tolist() == list(range(60_000))
    assert vocabulary.terms == [f"w{n}" for n in range(60_000)]


def test_clearing_starts_anew():
    vocabulary = Vocabulary()
    vocabulary.analyse(["one two"])
    vocabulary.clear()
    assert vocabulary.size == 0
    assert in_bulk(vocabulary, ["two"]) == [[("two", 0, 0, 3)]]


def test_long_pieces_are_not_remembered():
    vocabulary = Vocabulary()
    vocabulary.analyse(["x" * 100 + "1", "x" * 100 + "2"])
    assert vocabulary.terms == ["x" * 64]
