"""An index of the array codec answers as one of Whoosh's own codec: any query, any of Whoosh's features."""

import datetime
import random
import shutil
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from whoosh import fields, formats, index, query, sorting
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import RamStorage
from whoosh.query import spans

from searchidx.errors import IndexDamagedError
from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.codec import ArrayCodec, segment_arrays
from searchidx.store.codec.postings import FieldPostings, PostingsReader, write_postings
from searchidx.store.codec.sections import SectionFile, SectionWriter
from searchidx.store.evaluator.matcher_arrays import MatcherArrays

WORDS = [
    "kharkiv",
    "odesa",
    "counter-attack",
    "U.S.",
    "troops",
    "said",
    "the",
    "port",
    "grain",
    "ship",
    "ships",
]


def news_schema():
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        body=fields.TEXT(NewsAnalyzer(), chars=True, stored=True),
        headline=fields.TEXT(NewsAnalyzer(), stored=True, sortable=True),
        plain=fields.TEXT(phrase=False),
        tags=fields.KEYWORD(commas=True, scorable=True, stored=True),
        date=fields.DATETIME(stored=True, sortable=True),
        size=fields.NUMERIC(int, sortable=True, stored=True),
        share=fields.NUMERIC(float, stored=True),
        flag=fields.BOOLEAN(stored=True),
    )


def article(chance, number):
    text = " ".join(chance.choices(WORDS, k=chance.choice([0, 3, 30, 300])))
    document = {
        "id": str(number),
        "body": text,
        "headline": " ".join(chance.choices(WORDS, k=4)),
        "plain": text[:100],
        "tags": ",".join(chance.sample(WORDS, 2)),
        "date": datetime.datetime(2022, 1, 1) + datetime.timedelta(days=chance.randrange(400)),
        "size": chance.randrange(-5, 100_000),
        "share": chance.random(),
        "flag": chance.random() < 0.5,
    }
    always = {"id", "date"}  # Whoosh cannot show the date of a document without one when it sorts by it
    return {name: value for name, value in document.items() if name in always or chance.random() < 0.9}


def build(codec, documents, parts=1, deleted=(), schema=None, storage=None):
    storage = storage or RamStorage()
    opened = storage.create_index(schema or news_schema())
    for part in range(parts):
        writer = opened.writer(codec=codec, compound=isinstance(codec, W3Codec))
        for document in documents[part::parts]:
            writer.add_document(**document)
        writer.commit(merge=False)
    if deleted:
        writer = opened.writer(codec=codec)
        for number in deleted:
            writer.delete_by_term("id", str(number))
        writer.commit(merge=False)
    return opened


TERMS = st.sampled_from(
    ["kharkiv", "odesa", "counter", "attack", "counterattack", "us", "troop", "said", "the", "zzz"]
)
LEAVES = st.one_of(
    st.builds(query.Term, st.sampled_from(["body", "headline", "plain", "tags"]), TERMS),
    st.builds(query.Prefix, st.just("body"), st.sampled_from(["k", "count", "s", ""])),
    st.builds(query.Wildcard, st.just("body"), st.sampled_from(["*t*", "?he", "s*d"])),
    st.builds(query.FuzzyTerm, st.just("body"), TERMS),
    st.builds(query.TermRange, st.just("body"), st.just("counter"), st.just("said")),
    st.builds(query.Phrase, st.just("body"), st.lists(TERMS, min_size=2, max_size=3), st.integers(1, 4)),
    st.builds(query.NumericRange, st.just("size"), st.integers(-9, 50_000), st.integers(50_000, 99_999)),
    st.builds(
        query.DateRange,
        st.just("date"),
        st.just(datetime.datetime(2022, 3, 1)),
        st.just(datetime.datetime(2022, 9, 1)),
    ),
    st.builds(query.Every, st.sampled_from([None, "headline", "size"])),
)
# Whoosh cannot estimate the size of these: they stand alone.
NEAR = st.builds(
    lambda a, b: spans.SpanNear(query.Term("body", a), query.Term("body", b), slop=3), TERMS, TERMS
)
COMPOUND = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(query.And, st.lists(inner, min_size=1, max_size=3)),
        st.builds(query.Or, st.lists(inner, min_size=1, max_size=3)),
        st.builds(query.Not, inner),
        st.builds(query.AndNot, inner, inner),
        st.builds(query.AndMaybe, inner, inner),
        st.builds(query.Require, inner, inner),
    ),
    max_leaves=5,
)
QUERIES = st.one_of(COMPOUND, NEAR)


def found(opened, asked):
    with opened.searcher() as searcher:
        return sorted(searcher.stored_fields(number)["id"] for number in searcher.docs_for_query(asked))


def postings_of(reader):
    return [(*posting[:4], posting[4] or b"") for posting in reader.iter_postings()]


def build_both(parts):
    chance = random.Random(7)
    documents = [article(chance, number) for number in range(60)]
    return [build(codec, documents, parts, range(0, 60, 11)) for codec in (W3Codec(), ArrayCodec())]


@pytest.fixture(scope="module", params=[1, 3])
def both(request):
    return build_both(request.param)


@given(asked=QUERIES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_matches_the_same_documents(both, asked):
    stock, ours = both
    try:
        expected = found(stock, asked)
    except (IndexError, NotImplementedError):  # Whoosh's own matchers do not stand every combination
        reject()
    assert found(ours, asked) == expected


@given(asked=LEAVES)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ranked_hits_are_the_best_of_all(both, asked):
    with both[1].searcher() as searcher:
        everything = [(hit.score, hit["id"]) for hit in searcher.search(asked, limit=None)]
        best = [(hit.score, hit["id"]) for hit in searcher.search(asked, limit=5)]
    assert [score for score, _ in best] == pytest.approx([score for score, _ in everything[:5]])


def test_readers_say_the_same(both):
    stock, ours = (opened.reader() for opened in both)
    same_in_both(stock, ours)
    for name in ("body", "headline", "tags"):
        assert ours.field_length(name) == stock.field_length(name)


def same_in_both(stock, ours):
    assert list(ours.all_terms()) == list(stock.all_terms())
    assert ours.doc_count() == stock.doc_count() == 54
    assert set(ours.indexed_field_names()) == set(stock.indexed_field_names())
    for (term, info), (_, theirs) in zip(ours, stock, strict=True):
        assert (info.weight(), info.doc_frequency()) == (theirs.weight(), theirs.doc_frequency()), term
        assert (info.max_weight(), info.min_id(), info.max_id()) == (
            theirs.max_weight(), theirs.min_id(), theirs.max_id(),
        )  # fmt: skip
    assert postings_of(ours) == postings_of(stock)
    assert list(ours.all_stored_fields()) == list(stock.all_stored_fields())
    assert list(ours.expand_prefix("body", "s")) == list(stock.expand_prefix("body", "s"))
    assert list(ours.terms_within("body", "kharkov", 2)) == list(stock.terms_within("body", "kharkov", 2))


def test_sorting_and_facets(both):
    for asked in (query.Every(), query.Term("body", "said")):
        for by in ("size", "date", sorting.FieldFacet("headline", reverse=True)):
            orders = []
            for opened in both:
                with opened.searcher() as searcher:
                    hits = searcher.search(asked, sortedby=[by, "date"], groupedby="flag", limit=None)
                    orders.append(([hit.get(by) if isinstance(by, str) else hit.get("headline") for hit in hits],
                                   {key: len(group) for key, group in hits.groups().items()}))  # fmt: skip
            assert orders[0] == orders[1]


def test_lengths_are_exact():
    documents = [{"id": "1", "body": "word " * 1777}, {"id": "2", "headline": "x"}]
    with build(ArrayCodec(), documents).reader() as reader:
        assert reader.doc_field_length(0, "body") == 1777
        assert reader.doc_field_length(1, "body", 1) == 1
        assert (reader.min_field_length("body"), reader.max_field_length("body")) == (0, 1777)


def test_merging_keeps_all():
    stock, ours = build_both(3)
    lengths = ours.reader().field_length("body")
    for opened, codec in ((stock, W3Codec()), (ours, ArrayCodec())):
        writer = opened.writer(codec=codec)
        writer.commit(optimize=True)
    assert len(ours._segments()) == 1
    assert not ours.reader().has_deletions()
    assert 0 < ours.reader().field_length("body") < lengths  # of the deleted ones no more
    same_in_both(stock.reader(), ours.reader())


def test_updating_replaces():
    opened = build(ArrayCodec(), [{"id": "1", "body": "old"}, {"id": "2", "body": "old"}])
    writer = opened.writer(codec=ArrayCodec())
    writer.update_document(id="1", body="new")
    writer.commit(merge=False)
    assert found(opened, query.Term("body", "old")) == ["2"]
    assert found(opened, query.Term("body", "new")) == ["1"]
    assert opened.doc_count() == 2


def test_a_reader_outlives_the_files(tmp_path):
    index.create_in(tmp_path, news_schema())
    opened = index.open_dir(tmp_path)
    with opened.writer(codec=ArrayCodec()) as writer:
        writer.add_document(id="1", body="old words")
    with opened.searcher() as searcher:
        with opened.writer(codec=ArrayCodec()) as writer:
            writer.update_document(id="1", body="new words")
            writer.optimize = True
        assert [hit["body"] for hit in searcher.search(query.Term("body", "old"))] == ["old words"]
    assert found(opened, query.Term("body", "old")) == []
    names = sorted(path.suffix for path in tmp_path.iterdir() if path.name.startswith("MAIN_"))
    assert names == [".docs", ".terms"] or names == ["", ".docs", ".terms"]


def test_vectors_and_other_formats():
    schema = fields.Schema(
        id=fields.ID(stored=True),
        vector=fields.TEXT(vector=formats.Positions()),
        boosts=fields.FieldType(formats.CharacterBoosts(), NewsAnalyzer()),
        places=fields.FieldType(formats.PositionBoosts(), NewsAnalyzer()),
        weighted=fields.TEXT(field_boost=2.5, chars=True),
    )
    documents = [
        {
            "id": "1",
            "vector": "one two one",
            "boosts": "a b a",
            "places": "c d",
            "weighted": "e e",
            "_weighted_boost": 3,
        },
        {"id": "2", "vector": "two", "weighted": "e f"},
    ]
    stock, ours = (build(codec, documents, schema=schema).reader() for codec in (W3Codec(), ArrayCodec()))
    assert postings_of(ours) == postings_of(stock)
    assert ours.has_vector(0, "vector")
    assert list(ours.vector_as("positions", 0, "vector")) == list(stock.vector_as("positions", 0, "vector"))
    assert not ours.has_vector(0, "boosts")
    for field, kind in (
        ("boosts", "character_boosts"),
        ("places", "position_boosts"),
        ("weighted", "characters"),
    ):
        for term in ours.field_terms(field):
            assert list(ours.postings(field, term).items_as(kind)) == list(
                stock.postings(field, term).items_as(kind)
            )


SIMPLE_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=[])),
    st.binary(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.decimals(allow_nan=False),
    st.just({"$": "list", "v": 1}),
)
STORED = st.recursive(
    SIMPLE_VALUES,
    lambda inner: st.one_of(
        st.lists(inner), st.tuples(inner, inner), st.dictionaries(st.text(max_size=3), inner)
    ),
    max_leaves=6,
)


@given(st.lists(STORED, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_stored_values_come_back(values):
    schema = fields.Schema(value=fields.STORED)
    opened = build(ArrayCodec(), [{"value": value} for value in values], schema=schema)
    with opened.reader() as reader:
        for number, value in enumerate(values):
            again = reader.stored_fields(number).get("value")
            assert again == value
            assert type(again) is type(value)


def test_what_cannot_be_stored_is_named():
    opened = RamStorage().create_index(fields.Schema(value=fields.STORED))
    writer = opened.writer(codec=ArrayCodec())
    with pytest.raises(ValueError, match=r"a value of type object cannot be stored: give text, numbers"):
        writer.add_document(value=object())
    writer.cancel()


def test_damage_is_noticed(tmp_path):
    index.create_in(tmp_path, news_schema())
    opened = index.open_dir(tmp_path)
    chance = random.Random(3)
    with opened.writer(codec=ArrayCodec()) as writer:
        for number in range(20):
            writer.add_document(**article(chance, number))
    with opened.reader() as reader:
        segment_arrays(reader).verify()
    for path in [*tmp_path.glob("*.terms"), *tmp_path.glob("*.docs")]:
        whole = path.read_bytes()
        for position in (len(whole) // 3, len(whole) // 2):
            path.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
            with (
                opened.reader() as reader,
                pytest.raises(IndexDamagedError, match="is not as it was written"),
            ):
                segment_arrays(reader).verify()
        for broken in (whole[:-1], whole[:100], b"", whole[:-30] + b"x" + whole[-29:]):
            path.write_bytes(broken)
            with pytest.raises(IndexDamagedError, match=path.name):
                opened.reader()
        path.write_bytes(whole)


def test_the_arrays_of_a_segment():
    documents = [
        {"id": "1", "body": "A counter-attack, and a counterattack", "size": 5},
        {"id": "2", "headline": "none"},
        {"id": "3", "body": "attack", "size": -1},
    ]
    with build(ArrayCodec(), documents).reader() as reader:
        arrays = segment_arrays(reader)
        assert arrays.terms("body", 0, 99) == [b"a", b"and", b"attack", b"counter", b"counterattack"]
        assert (arrays.find_term("body", b"b"), arrays.ordinal("body", b"b")) == (3, -1)
        ordinal = arrays.ordinal("body", b"counterattack")
        assert [part.tolist() for part in arrays.postings("body", ordinal)] == [[0], [2]]
        assert arrays.positions("body", ordinal).values.tolist() == [1, 5]
        assert [part.tolist() for part in arrays.spans("body", ordinal, 0)] == [[2, 24], [16, 37]]
        assert [part.tolist() for part in arrays.postings_between("body", 2, 4)] == [
            [0, 2, 0],
            [1, 1, 1],
            [0, 2, 3],
        ]
        assert arrays.lengths("body").tolist() == [7, 0, 1]
        assert arrays.column("size").tolist() == [2**31 + 5, 2**32 - 1, 2**31 - 1]
        assert arrays.deleted() is None
        assert arrays.term_count("nothing") == 0
        with pytest.raises(KeyError):
            arrays.spans("headline", 0, 0)
        attack = arrays.ordinal("body", b"attack")
        for doc in range(3):
            found, *spans = arrays.spans_in("body", [ordinal, attack], doc)
            for number, term in enumerate([ordinal, attack]):
                lists = [
                    part[slice(*found.offsets[number : number + 2])].tolist()
                    for part in (found.values, *spans)
                ]
                rows = (arrays.postings("body", term).docs == doc).nonzero()[0]
                expected = (
                    [arrays.positions("body", term, rows).values, *arrays.spans("body", term, rows[0])]
                    if len(rows)
                    else [[]] * 3
                )
                assert lists == [list(part) for part in expected]
        with pytest.raises(KeyError):
            arrays.spans_in("headline", [0], 1)


@pytest.mark.parametrize("doc_count", [3000, 70_000])
def test_long_postings_come_back(doc_count):
    chance = np.random.default_rng(5)
    shares = (1.0, 0.0, 0.5, 0.02, 0.002, 1 / doc_count)
    docs = [np.flatnonzero(chance.random(doc_count) < share) for share in shares]
    docs += [np.array([doc_count - 1]), np.array([0, *range(doc_count - 400, doc_count)])]
    freqs = chance.choice([1, 2, 255, 256, 1000], sum(map(len, docs)))
    offsets = np.cumsum([0, *map(len, docs)])
    storage = RamStorage()
    out = SectionWriter(storage, "x")
    write_postings(out, "f", FieldPostings(offsets, np.concatenate(docs), freqs, None), doc_count)
    out.close()
    reader = PostingsReader(SectionFile(storage, "x"), "f")
    for ordinal, expected in enumerate(docs):
        if len(expected):
            np.testing.assert_array_equal(reader.docs(ordinal), expected)
        start, end = reader.extent(ordinal)
        np.testing.assert_array_equal(reader.freqs(start, end), freqs[start:end])
    for first in range(len(docs)):
        for last in range(first + 1, len(docs) + 1):
            np.testing.assert_array_equal(reader.all_docs(first, last), np.concatenate(docs[first:last]))


def test_long_documents_come_back():
    body = " ".join(["x"] * 3000 + ["y" * 400] + ["x"] * 3000 + ["z"])
    with build(ArrayCodec(), [{"id": "0", "body": body}] * 3).reader() as reader:
        arrays = segment_arrays(reader)
        x = arrays.ordinal("body", b"x")
        assert arrays.postings("body", x).freqs.tolist() == [6000] * 3
        positions = arrays.positions("body", x, np.array([1]))
        assert positions.values.tolist() == [*range(3000), *range(3001, 6001)]
        starts, ends = arrays.spans("body", x, 2)
        assert all(body[start:end] == "x" for start, end in zip(starts, ends, strict=True))
        assert arrays.positions("body", arrays.ordinal("body", b"z")).values.tolist() == [6001] * 3


def test_positions_of_several_terms_are_read_at_once():
    bodies = ["oil price and oil", "", "gas", "price", f"{'x ' * 300}oil price {'x ' * 5000}oil", "oil"]
    documents = [{"id": str(number), "body": body} for number, body in enumerate(bodies)]
    with build(ArrayCodec(), documents).reader() as reader:
        for arrays in (segment_arrays(reader), MatcherArrays(reader)):
            terms = [arrays.ordinal("body", term) for term in (b"price", b"oil", b"gas")]
            positions, offsets = arrays.positions_in("body", terms, np.array([0, 1, 3, 4]))
            lists = [positions[first:last].tolist() for first, last in pairwise(offsets)]
            assert lists == [[1], [], [0], [301], [0, 3], [], [], [300, 5302], [], [], [], []]
            with pytest.raises(KeyError):
                arrays.positions_in("id", [0], np.array([0]))


def test_the_table_of_contents_stays_small(tmp_path):
    index.create_in(tmp_path, news_schema())
    opened = index.open_dir(tmp_path)
    with opened.writer(codec=ArrayCodec()) as writer:
        for number in range(300):
            writer.add_document(id=str(number))
    with opened.writer(codec=ArrayCodec()) as writer:
        for number in range(0, 300, 2):
            writer.delete_document(number)
        writer.merge = False
    shutil.copytree(tmp_path, tmp_path / "copy")
    again = index.open_dir(tmp_path / "copy")
    assert again.doc_count() == 150
    assert segment_arrays(again.reader()).deleted().nonzero()[0].tolist() == list(range(0, 300, 2))


def test_a_damaged_page_is_noticed_by_whoever_uses_it_and_by_nobody_else(tmp_path):
    from searchidx.store.codec.sections import SectionFile, SectionWriter

    storage = index.create_in(tmp_path, news_schema()).storage
    writer = SectionWriter(storage, "sections")
    writer.add("numbers", np.arange(50_000, dtype=np.uint32))
    writer.add_parts("parts", [bytes([number]) * 5000 for number in range(20)])
    writer.close()
    content = bytearray((tmp_path / "sections").read_bytes())
    at = content.index(np.uint32(30_000).tobytes())
    content[at] ^= 16
    (tmp_path / "sections").write_bytes(content)
    file = SectionFile(storage, "sections")
    numbers = file.checked("numbers")
    assert numbers.part(100, 20_000).tolist() == list(range(100, 20_000))
    assert numbers.part(40_000, 50_000)[-1] == 49_999
    assert bytes(file.view("parts")) == b"".join(bytes([number]) * 5000 for number in range(20))
    for first, last in ((30_000, 30_001), (0, 50_000), (29_000, 31_000)):
        with pytest.raises(
            IndexDamagedError, match=r"sections is not as it was written \(bytes 114,696 to 131,080\)"
        ):
            numbers.part(first, last)
    with pytest.raises(IndexDamagedError):
        file.array("numbers")
