"""The evaluator against Whoosh's own searcher: the same documents, scores and order, whatever is drawn."""

import datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import fields, scoring
from whoosh import query as wq
from whoosh.analysis import StandardAnalyzer
from whoosh.filedb.filestore import RamStorage
from whoosh.query.spans import SpanNear2

from searchidx.errors import QueryError
from searchidx.store.codec import ArrayCodec
from searchidx.store.combined import CombinedTerm
from searchidx.store.evaluator import Evaluator
from searchidx.store.evaluator.ranking import best
from searchidx.store.exact import ExactText
from searchidx.store.weighting import ArticleWeighting

WORDS = ["aa", "ab", "abc", "ba", "bab", "bb", "ca", "cab", "éa", "日本"]
FIELDS = ["headline", "body"]
DAYS = [datetime.datetime(2022, 5, day) for day in range(1, 29)]


def thorough(examples):
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def schema():
    plain = StandardAnalyzer(stoplist=None, minsize=1)
    return fields.Schema(
        headline=fields.TEXT(analyzer=plain, field_boost=2.0),
        body=fields.TEXT(analyzer=plain, chars=True, stored=True),
        tags=fields.KEYWORD,
        id=fields.ID(sortable=True),
        date=fields.DATETIME(sortable=True),
        number=fields.NUMERIC(int, bits=32, signed=True, sortable=True),
        unsigned=fields.NUMERIC(int, bits=64, signed=False, shift_step=0),
    )


def build(batches, deleted=(), codec=None):
    """Return a Whoosh index with one segment for each batch of documents."""
    index = RamStorage().create_index(schema())
    for batch in batches:
        writer = index.writer(codec=codec)
        for document in batch:
            writer.add_document(**document)
        writer.commit(merge=False)
    if deleted:
        writer = index.writer()
        for number in deleted:
            writer.delete_document(number)
        writer.commit(merge=False)
    return index


def text(longest):
    return st.lists(st.sampled_from(WORDS), max_size=longest).map(" ".join)


def maybe(strategy):
    return st.one_of(st.none(), strategy)


documents = st.fixed_dictionaries(
    {
        "headline": maybe(text(4)),
        "body": maybe(text(12)),
        "tags": maybe(text(3)),
        "id": st.sampled_from("xyz"),
        "date": maybe(st.sampled_from(DAYS)),
        "number": maybe(st.integers(-40, 40)),
        "unsigned": maybe(st.integers(0, 300)),
    }
).map(lambda document: {name: value for name, value in document.items() if value is not None})


@st.composite
def collections(draw):
    """Draw the arguments of build()."""
    batches = draw(st.lists(st.lists(documents, min_size=1, max_size=12), min_size=1, max_size=3))
    count = sum(map(len, batches))
    deleted = draw(st.sets(st.integers(0, count - 1), max_size=3)) if count > 4 else set()
    return batches, sorted(deleted)


words = st.sampled_from([*WORDS, "zz", "a"])
boosts = st.sampled_from([1.0, 1.0, 2.5])
text_fields = st.sampled_from(FIELDS)
numbers = maybe(st.integers(-45, 45))
days = maybe(st.sampled_from(DAYS))

leaves = st.one_of(
    st.builds(wq.Term, text_fields, words, boost=boosts),
    st.builds(wq.Term, st.sampled_from(["tags", "id", "absent"]), words),
    st.builds(wq.Phrase, text_fields, st.lists(words, min_size=1, max_size=3), slop=st.integers(1, 3), boost=boosts),
    st.builds(wq.Prefix, text_fields, st.sampled_from(["a", "b", "ab", "é", "z", ""]), boost=boosts),
    st.builds(wq.Wildcard, text_fields, st.sampled_from(["*b", "?b*", "*", "a*b*", "[ab]a", "日?", "*a*b"])),
    st.builds(wq.Regex, text_fields, st.sampled_from(["a.", "b+", "(ab|ba)"])),
    st.builds(
        wq.FuzzyTerm, text_fields, words.filter(lambda w: len(w) > 1), maxdist=st.integers(1, 2),
        prefixlength=st.integers(0, 1), boost=boosts,
    ),
    st.builds(wq.Variations, text_fields, words),
    st.builds(wq.TermRange, text_fields, maybe(words), maybe(words), st.booleans(), st.booleans(), boost=boosts),
    st.builds(wq.NumericRange, st.just("number"), numbers, numbers, st.booleans(), st.booleans(), boost=boosts),
    st.builds(wq.NumericRange, st.just("unsigned"), maybe(st.integers(0, 300)), maybe(st.integers(0, 300))),
    st.builds(wq.NumericRange, st.just("number"), numbers, numbers, constantscore=st.just(False)),
    st.builds(wq.DateRange, st.just("date"), days, days, st.booleans(), st.booleans()),
    st.builds(wq.Every, st.sampled_from([None, "body", "tags", "date"]), boost=boosts),
    st.just(wq.NullQuery),
    st.builds(CombinedTerm, st.permutations([("headline", 2.0), ("body", 1.0)]).map(dict), words, boost=boosts),
    st.builds(lambda word, text: ExactText("body", text, wq.Term("body", word)), words, words),
    st.builds(lambda a, b: SpanNear2([wq.Term("body", a), wq.Term("body", b)], slop=2), words, words),
)  # fmt: skip


def compounds(children):
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(
        st.builds(wq.And, several, boost=boosts),
        st.builds(wq.Or, several, boost=boosts),
        st.builds(wq.Require, children, children),
        st.builds(wq.Otherwise, children, children),
        st.builds(wq.ConstantScoreQuery, children, score=st.sampled_from([1.0, 3.0])),
        st.builds(lambda a, b: wq.And([a, wq.Not(b)]), children, children),
        st.builds(wq.Not, children),
    )


nested = st.recursive(leaves, compounds, max_leaves=6)
# At the top only: inside a conjunction Whoosh's matcher for AndMaybe loses scores of its second part.
queries = st.one_of(nested, nested, nested, st.builds(wq.AndMaybe, nested, nested))
weightings = st.sampled_from(
    [scoring.BM25F(), scoring.BM25F(B=0.3, K1=2.0, headline_B=0.9), ArticleWeighting(), scoring.TF_IDF()]
)


def whoosh_hits(searcher, query):
    """Return the (document, score) pairs of Whoosh's searcher, deleted documents left out."""
    reader = searcher.reader()
    hits = searcher.search(query, limit=None)
    # Whoosh's matcher for Not can stop on a deleted document.
    return [(doc, score) for score, doc in hits.top_n if not reader.is_deleted(doc)]


@pytest.mark.parametrize("codec", [None, ArrayCodec()], ids=["Whoosh's codec", "array codec"])
@thorough(40)
@given(drawn_index=collections(), drawn=st.lists(queries, min_size=1, max_size=6), weighting=weightings)
def test_documents_scores_and_order_equal_whoosh(codec, drawn_index, drawn, weighting):
    with build(*drawn_index, codec).searcher(weighting=weighting) as searcher:
        evaluator = Evaluator(searcher)
        for query in drawn:
            expected = whoosh_hits(searcher, query)
            found = evaluator.search(query, limit=None)
            by_score = sorted(zip(found.docs.tolist(), found.scores.tolist(), strict=True))
            assert [doc for doc, _ in by_score] == sorted(doc for doc, _ in expected), query
            assert [s for _, s in by_score] == pytest.approx([s for _, s in sorted(expected)], rel=1e-5), (
                query
            )
            assert found.total == len(expected)
            assert_same_order(found, expected)
            assert evaluator.match(query).tolist() == sorted(doc for doc, _ in expected)
            assert evaluator.count(query) == len(expected)


def assert_same_order(found, expected):
    """Equal, but for hits whose scores differ by less than a float is sure of."""
    scores = dict(expected)
    for ours, (theirs, _) in zip(found.docs.tolist(), expected, strict=True):
        assert ours == theirs or scores[ours] == pytest.approx(scores[theirs], rel=1e-9)


@thorough(20)
@given(collections(), queries, queries, st.integers(0, 6), st.integers(0, 4))
def test_a_page_is_a_slice_of_all_hits_and_a_filter_only_removes(drawn_index, query, limits, limit, offset):
    with build(*drawn_index).reader() as reader:
        evaluator = Evaluator(reader)
        everything = evaluator.search(query, limit=None)
        page = evaluator.search(query, limit, offset)
        assert page.total == everything.total
        assert page.docs.tolist() == everything.docs[offset : offset + limit].tolist()
        assert page.scores.tolist() == pytest.approx(everything.scores[offset : offset + limit].tolist())
        permitted = set(evaluator.match(limits).tolist())
        filtered = evaluator.search(query, limit, filter=limits)
        kept = [doc for doc in everything.docs.tolist() if doc in permitted]
        assert filtered.total == len(kept)
        assert filtered.docs.tolist() == kept[:limit]


@thorough(20)
@given(collections(), queries, st.sampled_from(["date", "number", "id"]), st.booleans(), st.integers(1, 30))
def test_sorting_by_a_column(drawn_index, query, field, descending, limit):
    with build(*drawn_index).searcher() as searcher:
        evaluator = Evaluator(searcher)
        found = evaluator.search(query, limit, sort=f"-{field}" if descending else field)
        columns = {}
        for leaf, base in searcher.leaf_searchers():
            column = leaf.reader().column_reader(field, translate=False)
            has = {doc for term in leaf.lexicon(field) for doc in leaf.postings(field, term).all_ids()}
            columns |= {base + doc: column[doc] for doc in has}
        matching = evaluator.match(query).tolist()
        present = [doc for doc in matching if doc in columns]
        present.sort(key=lambda doc: columns[doc], reverse=descending)  # stable, also when reversed
        absent = [doc for doc in matching if doc not in columns]
        assert found.docs.tolist() == (present + absent)[:limit]
        assert found.total == len(matching)


@thorough(15)
@given(collections(), st.lists(queries, min_size=2, max_size=3), boosts)
def test_the_best_part_counts_in_a_disjunction_max(drawn_index, parts, boost):
    # Whoosh's matcher compares the scores of different documents here; this is what it is meant to do.
    with build(*drawn_index).reader() as reader:
        evaluator = Evaluator(reader)
        best = {}
        for part in parts:
            hits = evaluator.search(part, limit=None)
            for doc, score in zip(hits.docs.tolist(), hits.scores.tolist(), strict=True):
                best[doc] = max(best.get(doc, 0.0), score * boost)
        found = evaluator.search(wq.DisjunctionMax(parts, boost=boost), limit=None)
        assert dict(zip(found.docs.tolist(), found.scores.tolist(), strict=True)) == pytest.approx(best)


@thorough(15)
@given(collections(), queries, queries)
def test_and_not_takes_away(drawn_index, wanted, excluded):
    # Whoosh's matcher lets the first document through where the excluded ones begin before it.
    with build(*drawn_index).reader() as reader:
        evaluator = Evaluator(reader)
        hits = evaluator.search(wanted, limit=None)
        gone = set(evaluator.match(excluded).tolist())
        kept = [
            (d, s) for d, s in zip(hits.docs.tolist(), hits.scores.tolist(), strict=True) if d not in gone
        ]
        found = evaluator.search(wq.AndNot(wanted, excluded), limit=None)
        assert list(zip(found.docs.tolist(), found.scores.tolist(), strict=True)) == kept


@thorough(25)
@given(collections(), st.lists(queries, min_size=1, max_size=6))
def test_the_array_codec_and_whooshs_find_the_same_documents(drawn_index, drawn):
    # Scores differ a little: Whoosh's codec rounds the lengths of fields.
    with build(*drawn_index).reader() as theirs, build(*drawn_index, ArrayCodec()).reader() as ours:
        for query in drawn:
            assert Evaluator(ours).match(query).tolist() == Evaluator(theirs).match(query).tolist()


@pytest.fixture(scope="module")
def large():
    """5,100 documents in one segment: past the size where Whoosh scores expansions in another way."""
    chance = np.random.default_rng(7)
    vocabulary = [f"{a}{b}{c}" for a in "abcdefg" for b in "aeiou" for c in ("", "n", "s", "t")]
    weights = 1 / np.arange(1, len(vocabulary) + 1)
    drawn = chance.choice(vocabulary, p=weights / weights.sum(), size=(5100, 8))
    batch = [{"body": " ".join(row[: 3 + i % 6]), "date": DAYS[i % 28]} for i, row in enumerate(drawn)]
    return build([batch])


@pytest.mark.parametrize(
    "query",
    [
        wq.Term("body", "aa"),
        wq.Or([wq.Term("body", "aa"), wq.Term("body", "gus")]),
        wq.Or(
            [wq.Term("body", "gus"), wq.Term("body", "gut"), wq.Term("body", "aan"), wq.Term("body", "aa")]
        ),
        wq.Or([wq.Term("body", "aa", boost=3.0), wq.Term("body", "aan"), wq.Term("body", "aas")]),
        wq.And([wq.Term("body", "aa"), wq.Or([wq.Term("body", "ae"), wq.Term("body", "aan")])]),
        wq.Phrase("body", ["aa", "aan"]),
        wq.Phrase("body", ["aa", "aa"]),
        wq.Phrase("body", ["aa", "aan", "aas"], slop=4),
        wq.Prefix("body", "b"),
        wq.Wildcard("body", "*n"),
        wq.FuzzyTerm("body", "bat", maxdist=1),
        wq.And([wq.Term("body", "aa"), wq.Prefix("body", "g")]),
        wq.DateRange("date", DAYS[3], DAYS[5]),
    ],
    ids=str,
)
def test_the_top_of_many_equals_whoosh(large, query):
    with large.searcher() as searcher:
        expected = whoosh_hits(searcher, query)
        for limit in (1, 10, 500):
            found = Evaluator(searcher).search(query, limit)
            assert found.total == len(expected)
            assert found.scores.tolist() == pytest.approx([score for _, score in expected[:limit]], rel=1e-5)
            assert_same_order(found, expected[:limit])


@pytest.mark.parametrize(
    "words", [("gus", "aa"), ("gus", "aa", "aan"), ("aa", "gut", "gus"), ("aa", "aan", "aas"), ("aa", "aa")]
)
@pytest.mark.parametrize("boost", [1.0, 4.0])
@pytest.mark.parametrize("every", [1, 3])
def test_the_best_of_a_union_are_those_of_all_its_documents(large, words, boost, every):
    query = wq.Or([wq.Term("body", word, boost=boost if word[0] == "g" else 1.0) for word in words])
    with large.searcher() as searcher:
        evaluator = Evaluator(searcher)
        union = evaluator._evaluation.evaluate(query, evaluator.collection.segments[0])
        allowed = np.arange(union.size) % every == 0
        whole = union.accumulate() * allowed
        for k in (0, 1, 3, 10, 300, 6000):
            found = best(union, k, None if every == 1 else allowed)
            assert found.total == np.count_nonzero(whole)
            assert (
                found.docs.tolist()
                == (-whole.round(12)).argsort(kind="stable")[: min(k, found.total)].tolist()
            )
            np.testing.assert_allclose(found.scores, whole[found.docs])


@pytest.mark.parametrize("whole", [0, 10**9])
@pytest.mark.parametrize(
    ("frequent", "many", "merged"),
    [(10**9, 1, 0), (0, 1, 10**9), (0, 10**9, 0)],
    ids=["by a table", "merged", "searched"],
)
@pytest.mark.parametrize("slop", [1, 3, 30])
def test_phrases_of_words_of_any_frequency_equal_whoosh(
    large, monkeypatch, whole, frequent, many, merged, slop
):
    """However the places of frequent words are read and compared."""
    monkeypatch.setattr("searchidx.store.evaluator.places._WHOLE", whole)
    monkeypatch.setattr("searchidx.store.evaluator.places._FREQUENT", frequent)
    monkeypatch.setattr("searchidx.store.evaluator.places._MANY", many)
    monkeypatch.setattr("searchidx.store.evaluator.places._MERGED", merged)
    with large.searcher() as searcher:
        evaluator = Evaluator(searcher)
        for words in (
            ["aa", "ae"],
            ["ae", "aa"],
            ["aan", "aa", "ae"],
            ["aa", "aa"],
            ["gus", "aa"],
            ["aa", "zz"],
        ):
            query = wq.Phrase("body", words, slop=slop)
            expected = whoosh_hits(searcher, query)
            for _ in range(2):  # what is asked again may be read in another way
                found = evaluator.search(query, None)
                assert found.total == len(expected)
                assert found.scores.tolist() == pytest.approx([score for _, score in expected], rel=1e-5)
                assert_same_order(found, expected)


@pytest.mark.parametrize("codec", [None, ArrayCodec()], ids=["Whoosh's codec", "array codec"])
def test_a_phrase_ends_with_its_document(codec):
    words = [f"w{number}" for number in range(14)]
    whole, first, last = " ".join(words), " ".join(words[:7]), " ".join(words[7:])
    batch = [{"body": text} for text in (first, last, whole, first, last, f"x {whole} x", "x", whole)]
    with build([batch], codec=codec).searcher() as searcher:
        evaluator = Evaluator(searcher)
        for slop in (1, 2, 40):
            assert evaluator.match(wq.Phrase("body", words, slop=slop)).tolist() == [2, 5, 7]
        assert evaluator.match(wq.Phrase("body", ["w6", "w7"])).tolist() == [2, 5, 7]
        assert evaluator.match(wq.Phrase("body", ["w6", "x"], slop=40)).tolist() == [5]


@pytest.mark.parametrize("many", [1, 10**9])
def test_a_phrase_begins_and_ends_inside_the_collection(monkeypatch, many):
    monkeypatch.setattr("searchidx.store.evaluator.places._MANY", many)
    words = [f"w{number}" for number in range(40)]
    first, last = "b x x x x x x a", " ".join(words[:-1])
    texts = [first, *["a c b"] * 300, "a", " ".join(words), last]
    with build([[{"body": text} for text in texts]]).searcher() as searcher:
        evaluator = Evaluator(searcher)
        assert evaluator.match(wq.Phrase("body", ["a", "b"])).tolist() == []
        assert evaluator.match(wq.Phrase("body", words)).tolist() == [302]
        assert evaluator.match(wq.Phrase("body", [*words[30:-1], *words])).tolist() == []


@pytest.mark.parametrize("codec", [None, ArrayCodec()], ids=["Whoosh's codec", "array codec"])
def test_a_phrase_of_words_whose_documents_are_deleted(codec):
    with build([[{"body": "gone away"}, {"body": "x"}]], deleted=[0], codec=codec).searcher() as searcher:
        for words in (["gone"], ["gone", "away"], ["x", "gone"]):
            assert Evaluator(searcher).search(wq.Phrase("body", words), 10).total == 0


def test_the_best_of_one_word_asked_again(large):
    """They are remembered, for pages of any size, and nobody can change what is remembered."""
    with large.searcher() as searcher:
        evaluator = Evaluator(searcher)
        query = wq.Term("body", "aan")
        whole = evaluator.search(query, None)
        for limit in (10, 3, 10, 0, 200, 10):
            found = evaluator.search(query, limit)
            assert found.total == whole.total
            assert found.docs.tolist() == whole.docs[:limit].tolist()
            assert found.scores.tolist() == whole.scores[:limit].tolist()
        with pytest.raises(ValueError, match="read-only"):
            found.scores[0] = 1e9


@pytest.mark.parametrize("codec", [None, ArrayCodec()], ids=["Whoosh's codec", "array codec"])
def test_positions_may_lie_beyond_the_length_of_a_field(codec):
    """As where an analyzer leaves words out and keeps their places."""
    schema = fields.Schema(body=fields.TEXT(analyzer=StandardAnalyzer(stoplist={"the", "of"}), phrase=True))
    index = RamStorage().create_index(schema)
    writer = index.writer(codec=codec) if codec else index.writer()
    for text in (
        "bank of the the the the the the the the the the north",
        "north bank",
        "bank",
        "north",
        "bank north",
    ):
        writer.add_document(body=text)
    writer.commit()
    with index.searcher() as searcher:
        evaluator = Evaluator(searcher)
        for slop in (1, 8, 20):
            for words in (["bank", "north"], ["north", "bank"]):
                query = wq.Phrase("body", words, slop=slop)
                expected = [doc for doc, _ in whoosh_hits(searcher, query)]
                assert evaluator.match(query).tolist() == sorted(expected)


def test_a_term_in_two_fields_is_scored_as_if_they_were_one():
    plain = fields.TEXT(analyzer=StandardAnalyzer(stoplist=None, minsize=1))
    texts = [("aa", "bb aa ca"), ("cab", "aa aa aa bb ca"), ("ba", "cab"), ("ab aa", "aa ab")]
    scores = []
    for names, rows, query in (
        (("headline", "body"), texts, CombinedTerm({"headline": 2.0, "body": 1.0}, "aa")),
        (("body",), [(f"{head} {head} {body}",) for head, body in texts], wq.Term("body", "aa")),
    ):
        index = RamStorage().create_index(fields.Schema(**dict.fromkeys(names, plain)))
        with index.writer(codec=ArrayCodec()) as writer:
            for row in rows:
                writer.add_document(**dict(zip(names, row, strict=True)))
        with index.reader() as reader:
            found = Evaluator(reader, scoring.BM25F()).search(query)
            scores.append(dict(zip(found.docs.tolist(), found.scores.tolist(), strict=True)))
    assert sorted(scores[0]) == [0, 1, 3]
    assert scores[0] == pytest.approx(scores[1])


def test_a_filter_on_many(large):
    with large.reader() as reader:
        evaluator = Evaluator(reader)
        window = wq.DateRange("date", DAYS[3], DAYS[5])
        for query in (wq.Term("body", "aa"), wq.Or([wq.Term("body", "aa"), wq.Term("body", "gus")])):
            everything = evaluator.search(query, limit=None)
            kept = [doc for doc in everything.docs.tolist() if doc % 28 in (3, 4, 5)]
            found = evaluator.search(query, 10, filter=window)
            assert found.total == len(kept)
            assert found.docs.tolist() == kept[:10]


def test_an_expansion_past_the_limit_says_so():
    with build([[{"body": "aa ab ac ad"}]]).reader() as reader:
        evaluator = Evaluator(reader, expansion_limit=3)
        with pytest.raises(QueryError) as error:
            evaluator.search(wq.Prefix("body", "a"))
        assert str(error.value) == (
            "a: stands for 4 different words, more than the limit of 3: give more letters"
        )
        assert evaluator.count(wq.Wildcard("body", "*")) == 1


def test_a_glob_with_many_stars_takes_no_time():
    with build([[{"body": "a" * 60 + " b"}]]).reader() as reader:
        assert Evaluator(reader).count(wq.Wildcard("body", "*a" * 25 + "*b")) == 0


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            wq.Phrase("tags", ["a", "b"]),
            "the field tags keeps no positions: search it for single words, not for a phrase",
        ),
        (
            wq.NumericRange("body", 1, 2),
            "the field body holds neither numbers nor dates: a range needs one that does",
        ),
        (
            wq.NumericRange("number", 1, 2**40),
            "the range of number cannot be searched: "
            "Numeric field value 1099511627776 out of range [-2147483648, 2147483647]",
        ),
        (
            wq.Wildcard("number", "1*2"),
            "1*2: the field number holds numbers or dates, not words: search it with a range",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_searched_says_why(query, message):
    with build([[{"body": "a", "tags": "a", "number": 1}]]).reader() as reader:
        with pytest.raises(QueryError) as error:
            Evaluator(reader).search(query)
        assert str(error.value) == message


def test_sorting_by_a_field_without_a_column_says_so():
    with build([[{"body": "a"}]]).reader() as reader:
        with pytest.raises(QueryError) as error:
            Evaluator(reader).search(wq.Every(), sort="body")
        assert str(error.value) == (
            "results cannot be sorted by body: the index keeps no values of it for sorting"
        )


def test_an_empty_index_has_no_hits():
    with RamStorage().create_index(schema()).reader() as reader:
        evaluator = Evaluator(reader)
        for query in (wq.Term("body", "a"), wq.Every(), wq.Not(wq.Term("body", "a")), wq.Every("body")):
            assert evaluator.search(query).total == 0
            assert evaluator.search(query, sort="date").total == 0
            assert evaluator.match(query).tolist() == []
