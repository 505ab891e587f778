"""What is written in bulk is what Whoosh's writer writes, and merging changes nothing but the segments."""

import datetime
import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_codec import article, build, found, news_schema, postings_of
from test_words import NEWS_TEXT
from whoosh import fields, formats, query
from whoosh.fields import UnknownFieldError
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from searchidx.store.analysis import ExactAnalyzer, NewsAnalyzer
from searchidx.store.bulk import BulkWriter, merge_segments, merged, merged_to_one, plan_merges
from searchidx.store.codec import ArrayCodec, ArraySegment, segment_arrays
from searchidx.store.place_fields import WeightedIds

# The fields of other analyzers than the news one keep no characters in bulk.
SCHEMA = news_schema()


def open_index(storage, schema, segments):
    TOC(schema, segments, TOC._latest_generation(storage, "MAIN") + 1).write(storage, "MAIN")
    return storage.open_index()


def write_in_bulk(documents, schema=SCHEMA, parts=1, memory=1 << 28):
    storage = RamStorage()
    segments = []
    for part in range(parts):
        writer = BulkWriter(storage, "MAIN", schema, memory)
        writer.add(documents[part::parts])
        segments += writer.finish()
    return open_index(storage, schema, segments)


def same_readers(one, other):
    assert list(one.all_terms()) == list(other.all_terms())
    assert postings_of(one) == postings_of(other)
    assert list(one.all_stored_fields()) == list(other.all_stored_fields())
    for (term, info), (_, theirs) in zip(one, other, strict=True):
        assert (info.weight(), info.min_length(), info.max_length()) == (
            theirs.weight(), theirs.min_length(), theirs.max_length(),
        ), term  # fmt: skip
    for name, field in one.schema.items():
        assert one.field_length(name) == other.field_length(name)
        assert one.has_column(name) == other.has_column(name)
        if field.column_type and one.has_column(name):
            assert list(one.column_reader(name, translate=False)) == list(
                other.column_reader(name, translate=False)
            )
        if field.scorable:
            lengths = [
                [reader.doc_field_length(doc, name) for doc in reader.all_doc_ids()]
                for reader in (one, other)
            ]
            assert lengths[0] == lengths[1]


@pytest.fixture(scope="module")
def documents():
    chance = random.Random(11)
    return Documents(article(chance, number) for number in range(30))


class Documents(list):
    def __repr__(self):
        return "the documents"


def test_bulk_equals_whoosh(documents):
    same_readers(write_in_bulk(documents).reader(), build(ArrayCodec(), documents, schema=SCHEMA).reader())


@given(st.lists(st.fixed_dictionaries({}, optional={"body": NEWS_TEXT, "headline": NEWS_TEXT}), max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_text_in_bulk_equals_whoosh(texts):
    schema = fields.Schema(
        body=fields.TEXT(NewsAnalyzer(), chars=True, stored=True),
        headline=fields.TEXT(NewsAnalyzer(stem=False)),
    )
    if texts:
        same_readers(
            write_in_bulk(texts, schema).reader(), build(ArrayCodec(), texts, schema=schema).reader()
        )


WEIGHTS = st.dictionaries(st.sampled_from(["geonames:1", "geonames:703448", "é", "𝒳"]), st.integers(1, 15))


@given(st.lists(WEIGHTS.map(lambda weights: sorted(weights.items())), min_size=1, max_size=8))
def test_weighted_ids_in_bulk_equal_whoosh(values):
    schema = fields.Schema(title=fields.ID(stored=True), within_ids=WeightedIds())
    documents = [{"title": str(number), "within_ids": value} for number, value in enumerate(values)]
    same_readers(
        write_in_bulk(documents, schema).reader(), build(ArrayCodec(), documents, schema=schema).reader()
    )


def test_other_fields_in_bulk_equal_whoosh():
    schema = fields.Schema(
        path=fields.TEXT(ExactAnalyzer()),
        tags=fields.KEYWORD(commas=True, lowercase=True, field_boost=2.0),
        words=fields.NGRAMWORDS(minsize=2, maxsize=3),
        when=fields.DATETIME(sortable=True),
        kept=fields.STORED,
        title=fields.ID(sortable=True, stored=True),
    )
    when = datetime.datetime(2022, 5, 12)
    documents = [
        {"path": "2022/a b.txt", "tags": "Odesa,grain", "when": when, "kept": [1, ("x", when)], "title": "b"},
        {
            "words": "kharkiv",
            "when": [when, when + datetime.timedelta(1)],
            "_stored_title": "shown",
            "title": "a",
        },
        {"tags": ["one", "two", "one"]},
        {},
    ]
    same_readers(
        write_in_bulk(documents, schema).reader(), build(ArrayCodec(), documents, schema=schema).reader()
    )


def test_memory_bounds_the_segments(documents):
    many = write_in_bulk(documents, memory=1)
    assert len(many._segments()) > 2
    assert [stored["id"] for stored in many.reader().all_stored_fields()] == [str(i) for i in range(30)]


@pytest.mark.parametrize("parts", [1, 2, 4])
def test_merging_equals_writing_at_once(documents, parts):
    several = write_in_bulk(documents, parts=parts)
    one = merge_segments(several.storage, "MAIN", SCHEMA, several._segments())
    ordered = [document for part in range(parts) for document in documents[part::parts]]
    same_readers(open_index(several.storage, SCHEMA, [one]).reader(), write_in_bulk(ordered).reader())


@given(deleted=st.sets(st.integers(0, 29)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merging_leaves_out_what_is_deleted(documents, deleted):
    several = write_in_bulk(documents, parts=3)
    segments = several._segments()
    position = 0
    kept = []
    for part, segment in enumerate(segments):
        for number, document in enumerate(documents[part::3]):
            if position in deleted:
                segment.delete_document(number)
            else:
                kept.append(document)
            position += 1
    one = merge_segments(several.storage, "MAIN", SCHEMA, segments)
    assert one.doc_count_all() == len(kept)
    if kept:
        same_readers(open_index(several.storage, SCHEMA, [one]).reader(), write_in_bulk(kept).reader())


def test_merging_what_whoosh_wrote(documents):
    """Segments with deletions, with fields that some lack, and with weights that are no frequencies."""
    schema = news_schema()
    schema.add("vector", fields.TEXT(vector=formats.Positions()))
    boosted = [
        {**document, "_body_boost": 2.0 if i % 5 == 0 else 1.0} for i, document in enumerate(documents)
    ]
    boosted[3]["vector"] = "one two one"
    opened = build(ArrayCodec(), boosted, parts=3, deleted=range(0, 30, 9), schema=schema)
    expected = build(ArrayCodec(), boosted, parts=3, deleted=range(0, 30, 9), schema=schema)
    expected.writer(codec=ArrayCodec()).commit(optimize=True)
    opened.writer(codec=ArrayCodec()).commit(mergetype=merged_to_one)
    assert len(opened._segments()) == 1
    same_readers(opened.reader(), expected.reader())
    row = [stored["id"] for stored in opened.reader().all_stored_fields()].index("3")
    assert list(opened.reader().vector_as("positions", row, "vector")) == [("one", [0, 2]), ("two", [1])]


def test_fields_that_the_schema_lost_go(documents):
    opened = write_in_bulk(documents, parts=2)
    schema = news_schema()
    schema.remove("headline")
    one = merge_segments(opened.storage, "MAIN", schema, opened._segments())
    assert one.files(opened.storage).field("headline") is None
    assert not one.files(opened.storage).has_column("headline")


def test_frequent_terms_and_long_documents_merge():
    text = " ".join(f"the w{i % 40}" for i in range(9000))
    documents = [{"id": str(i), "body": text if i == 77 else "the port of odesa"} for i in range(400)]
    several = write_in_bulk(documents, parts=2)
    ordered = documents[0::2] + documents[1::2]
    one = merge_segments(several.storage, "MAIN", SCHEMA, several._segments())
    arrays = one.files(several.storage)
    expected = segment_arrays(write_in_bulk(ordered).reader())
    for term in (b"the", b"w3", b"odesa"):
        ordinal = arrays.ordinal("body", term)
        for ours, theirs in zip(
            arrays.postings("body", ordinal), expected.postings("body", ordinal), strict=True
        ):
            np.testing.assert_array_equal(ours, theirs)
        np.testing.assert_array_equal(
            arrays.positions("body", ordinal).values, expected.positions("body", ordinal).values
        )


def segments_of(*counts, deleted=()):
    found = [ArraySegment("MAIN", count) for count in counts]
    for number, count in deleted:
        for doc in range(count):
            found[number].delete_document(doc)
    return found


def test_which_segments_are_merged():
    assert plan_merges([]) == []
    assert plan_merges(segments_of(5)) == []
    assert plan_merges(segments_of(100, 10, 1)) == []
    assert plan_merges(segments_of(100, 2, 1)) == [(1, 3)]
    assert plan_merges(segments_of(100, 30, 9, 4, 1)) == [(0, 5)]
    assert plan_merges(segments_of(90, 20, deleted=[(0, 31)])) == [(0, 2)]
    assert plan_merges(segments_of(900, 20, deleted=[(0, 301)])) == [(0, 1)]


@given(st.lists(st.integers(1, 50), max_size=80))
@settings(deadline=None, max_examples=40)
def test_segments_stay_few(additions):
    segments = []
    for count in additions:
        segments += segments_of(count)
        for first, last in reversed(plan_merges(segments)):
            segments[first:last] = segments_of(sum(segment.doc_count() for segment in segments[first:last]))
        total = sum(segment.doc_count() for segment in segments)
        assert len(segments) <= np.log(total) / np.log(3) + 2


def test_adding_one_by_one_through_whoosh():
    opened = RamStorage().create_index(SCHEMA)
    for number in range(25):
        writer = opened.writer(codec=ArrayCodec())
        writer.update_document(id=str(number % 20), body=f"port number {number}")
        writer.commit(mergetype=merged)
    assert len(opened._segments()) <= 5
    assert opened.doc_count() == 20
    assert found(opened, query.Term("body", "port")) == sorted(map(str, range(20)))
    assert found(opened, query.Term("body", "3")) == []


def test_what_bulk_cannot_do_is_said():
    with pytest.raises(ValueError, match="field 'v' has term vectors: write through Whoosh's writer with"):
        BulkWriter(RamStorage(), "MAIN", fields.Schema(v=fields.TEXT(vector=True)))
    writer = BulkWriter(RamStorage(), "MAIN", SCHEMA)
    writer.add([{"nothing": "x"}])
    with pytest.raises(UnknownFieldError, match="no field named 'nothing'"):
        writer.finish()
    writer = BulkWriter(RamStorage(), "MAIN", SCHEMA)
    writer.add([{"body": 5}])
    with pytest.raises(ValueError, match="field 'body': 5 is not text"):
        writer.finish()
