"""Snippets: the right passages, whole sentences, and spans that always hold."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.analysis import StandardAnalyzer, StemmingAnalyzer

from searchidx.store.snippets import (
    Occurrence,
    PhraseTarget,
    choose_snippets,
    highlights_of,
    make_snippets,
    opening_snippet,
)
from searchidx.store.snippets.highlights import within_edits

STEMMED = StemmingAnalyzer(stoplist=None, minsize=1)
PLAIN = StandardAnalyzer(stoplist=None, minsize=1)
FILLER = "The harbour office counted the boats again on that quiet morning. "


def marked(snippet):
    return [snippet.text[start:end] for start, end in snippet.spans]


def snippets(text, query, analyzer=PLAIN, **options):
    return make_snippets(text, analyzer, highlights_of(query, "body"), **options)


def test_a_snippet_keeps_its_sentence_whole():
    text = FILLER * 20 + "A storm warning was given for Odesa. " + FILLER * 20
    (snippet,) = snippets(text, wq.Term("body", "odesa"), count=1)
    assert "A storm warning was given for Odesa." in snippet.text
    assert marked(snippet) == ["Odesa"]
    assert snippet.starts_sentence and snippet.ends_sentence
    assert len(snippet.text) <= 200


def test_one_match_in_the_last_sentence_of_a_megabyte():
    text = FILLER * 15_000 + "Only here is Mykolaiv named."
    (snippet,) = snippets(text, wq.Term("body", "mykolaiv"))
    assert snippet.text.endswith("Only here is Mykolaiv named.")
    assert snippet.offset + len(snippet.text) == len(text)
    assert marked(snippet) == ["Mykolaiv"]


def test_the_passage_with_different_words_close_together_comes_first():
    text = (
        "Grain, grain and more grain. " + FILLER * 10 + "The port was silent. " + FILLER * 10
        + "Grain left the port at noon. " + FILLER * 10
    )  # fmt: skip
    query = wq.And([wq.Term("body", "grain"), wq.Term("body", "port")])
    found = snippets(text, query, width=80)
    assert marked(found[0]) == ["Grain", "port"]
    assert len(found) == 3


def test_snippets_show_every_part_of_the_query_before_repeating_one():
    text = (
        "Wheat wheat wheat rose. "
        + FILLER * 8
        + "Wheat fell; wheat closed. "
        + FILLER * 8
        + "Barley was firm."
    )
    query = wq.Or([wq.Term("body", "wheat"), wq.Term("body", "barley")])
    found = snippets(text, query, count=2, width=60)
    assert sorted({word.lower() for snippet in found for word in marked(snippet)}) == ["barley", "wheat"]


def test_a_phrase_is_marked_as_one_and_its_words_elsewhere_are_not():
    text = (
        "The army said the chief arrived. " + FILLER * 6 + "The army chief resigned. The chief left the army."
    )
    found = snippets(text, wq.Phrase("body", ["army", "chief"]))
    assert [marked(snippet) for snippet in found] == [["army chief"]]


def test_a_phrase_with_slop_marks_its_words_apart():
    query = wq.Phrase("body", ["army", "chief"], slop=3)
    (found,) = snippets("The army and its chief agreed.", query)
    assert marked(found) == ["army", "chief"]


def test_a_long_phrase_is_never_cut():
    words = [f"word{i}" for i in range(60)]
    text = FILLER + " ".join(words) + ". " + FILLER
    (found,) = snippets(text, wq.Phrase("body", words), width=50)
    assert marked(found) == [" ".join(words)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (wq.Prefix("body", "khar"), ["Kharkiv", "Kharkov"]),
        (wq.Wildcard("body", "k*v"), ["Kharkiv", "Kharkov"]),
        (wq.Wildcard("body", "l?iv"), []),
        (wq.Wildcard("body", "*"), []),
        (wq.Regex("body", "khark[io]v"), ["Kharkiv", "Kharkov"]),
        (wq.FuzzyTerm("body", "kharkov", maxdist=1), ["Kharkiv", "Kharkov"]),
        (wq.FuzzyTerm("body", "xharkov", maxdist=1), []),
        (wq.TermRange("body", "kh", "kharkl"), ["Kharkiv"]),
        (wq.Term("headline", "kharkiv"), []),
        (wq.Not(wq.Term("body", "kharkiv")), []),
        (wq.AndNot(wq.Term("body", "river"), wq.Term("body", "kharkiv")), ["river"]),
        (wq.Require(wq.Term("body", "river"), wq.Term("body", "kharkiv")), ["Kharkiv", "river"]),
        (wq.AndMaybe(wq.Term("body", "river"), wq.Term("body", "absent")), ["river"]),
        (wq.NumericRange("body", 1, 5), []),
        (wq.Every(), []),
        (wq.NullQuery, []),
    ],
)
def test_what_a_query_highlights(query, expected):
    found = snippets("Kharkiv, once written Kharkov, has no great river.", query)
    assert [word for snippet in found for word in marked(snippet)] == expected


def test_words_are_compared_after_analysis():
    (found,) = snippets("Troops retreated.", wq.Term("body", "retreat"), analyzer=STEMMED)
    assert marked(found) == ["retreated"]


def test_words_can_be_given_without_a_query():
    (found,) = make_snippets("A bridge fell.", PLAIN, ["bridge"])
    assert marked(found) == ["bridge"]


def test_nothing_found_gives_no_snippet():
    assert make_snippets("A bridge fell.", PLAIN, ["river"]) == []
    assert make_snippets("", PLAIN, ["river"]) == []
    assert make_snippets("A bridge fell.", PLAIN, ["bridge"], count=0) == []


def test_a_snippet_of_a_long_sentence_is_cut_at_words():
    text = "while " * 100 + "Dnipro " + "flows " * 100
    (found,) = snippets(text, wq.Term("body", "dnipro"), width=100, count=1)
    assert len(found.text) <= 100
    assert marked(found) == ["Dnipro"]
    assert set(found.text.split()) == {"while", "Dnipro", "flows"}
    assert not found.starts_sentence and not found.ends_sentence


def test_an_abbreviated_rank_does_not_end_a_sentence():
    text = FILLER * 5 + "On Monday Brig. Gen. Smith spoke in Sumy. " + FILLER * 5
    (found,) = snippets(text, wq.Term("body", "smith"), width=60, count=1)
    assert found.text.startswith("On Monday Brig. Gen. Smith")


def test_a_snippet_stays_in_its_paragraph():
    text = "First paragraph here.\n\nThe Danube rose.\n\nThird paragraph here."
    (found,) = snippets(text, wq.Term("body", "danube"))
    assert found.text == "The Danube rose."


def test_the_opening_keeps_sentences_whole():
    assert opening_snippet(FILLER * 5, width=140).text == (FILLER * 2).strip()
    assert opening_snippet("  Short.").text == "Short."
    assert opening_snippet("").text == ""


def test_highlights_name_each_part_once():
    query = wq.Or([wq.Term("body", "a"), wq.Term("body", "a", boost=2), wq.Phrase("body", ["a", "b"])])
    first, second = highlights_of(query, "body").targets
    assert first.matches("a") and not first.matches("b")
    assert second == PhraseTarget(("a", "b"))


@st.composite
def texts_with_occurrences(draw):
    text = draw(st.text(alphabet="abC .\n“”!é", min_size=1, max_size=300))
    occurrences = []
    for target in range(draw(st.integers(1, 4))):
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, min(len(text), start + 12)))
            occurrences.append(Occurrence(start, end, target, ((start, end),)))
    return text, occurrences


@given(texts_with_occurrences(), st.integers(1, 5), st.integers(1, 80))
def test_spans_are_sorted_disjoint_and_inside_the_text(drawn, count, width):
    text, occurrences = drawn
    found = choose_snippets(text, occurrences, count, width)
    assert len(found) <= count
    assert bool(found) == bool(occurrences)
    taken = []
    for snippet in found:
        assert text[snippet.offset : snippet.offset + len(snippet.text)] == snippet.text
        assert snippet.spans
        flat = [offset for span in snippet.spans for offset in span]
        assert all(start < end for start, end in snippet.spans)
        assert flat == sorted(flat) and flat[0] >= 0 and flat[-1] <= len(snippet.text)
        taken.append((snippet.offset, snippet.offset + len(snippet.text)))
        inside = {o for o in occurrences if taken[-1][0] <= o.start and o.end <= taken[-1][1]}
        for offset in range(len(snippet.text)):
            marked_here = any(start <= offset < end for start, end in snippet.spans)
            assert marked_here == any(o.start <= offset + snippet.offset < o.end for o in inside)
    taken.sort()
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(taken))


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6), st.integers(0, 3))
def test_edits_are_counted_as_defined(word, other, limit):
    def distance(a, b):
        if not a or not b:
            return len(a) + len(b)
        return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))

    assert within_edits(word, other, limit) == (distance(word, other) <= limit)
