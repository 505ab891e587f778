"""JSON Lines: an article for each line, a reason for each that holds none."""

import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searchidx.errors import ReadError
from searchidx.reading import Source, read_file


@pytest.fixture
def read(tmp_path):
    def read(content, **options):
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        (tmp_path / "a.jsonl").write_bytes(raw)
        return list(read_file(tmp_path, "a.jsonl", **options))

    return read


def test_each_line_is_an_article_with_its_number_in_the_id(read):
    lines = '{"headline": "One", "body": "First."}\n\n{"title": "Two", "text": "Second."}\n'
    assert read(lines) == [
        Source("a.jsonl", "a.jsonl#1", "First.", {"headline": "One"}),
        Source("a.jsonl", "a.jsonl#3", "Second.", {"headline": "Two"}),
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"content": "x", "published": "2022-05-12"}, {"date": "2022-05-12"}),
        ({"text": "x", "pubdate": "12 May 2022"}, {"date": "12 May 2022"}),
        ({"body": "x", "author": "Jane Smith"}, {"byline": "Jane Smith"}),
        ({"body": "x", "byline": "By Jane Smith"}, {"byline": "By Jane Smith"}),
        ({"body": "x", "author": ["A", {"name": "B"}, None]}, {"byline": "A, B"}),
        ({"body": "x", "publisher": {"@type": "Organization", "name": "Wire"}}, {"source": "Wire"}),
        (
            {"body": "x", "source": "Wire", "url": "https://a.org/1"},
            {"source": "Wire", "url": "https://a.org/1"},
        ),
        ({"body": "x", "date": 20220512}, {"date": "20220512"}),
        ({"body": "x", "date": None, "author": True, "title": "", "other": [1]}, {}),
        ({"headline": "a", "title": "b", "body": "x", "text": "y"}, {"headline": "a"}),
    ],
)
def test_fields_have_several_names_and_optional_ones_several_forms(read, record, expected):
    (source,) = read(json.dumps(record))
    assert source.text == "x"
    assert source.metadata == expected


def test_a_headline_alone_is_an_article(read):
    assert read('{"title": "Flash"}') == [Source("a.jsonl", "a.jsonl#1", "", {"headline": "Flash"})]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "{broken",
            "is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))",
        ),
        ("[1, 2]", "is a list, not an object with an article's fields"),
        ("7", "is a number, not an object with an article's fields"),
        ("null", "is null, not an object with an article's fields"),
        ('"text"', "is a string, not an object with an article's fields"),
        ('{"body": 7}', "has a number as its body, not text"),
        ('{"body": "x", "title": {}}', "has an object as its headline, not text"),
        ('{"body": [true]}', "has a list as its body, not text"),
        ("{}", "has no text (under body, text, content)"),
        ('{"body": " \\n"}', "has no text (under body, text, content)"),
        ("[" * 100_000, "is JSON nested too deeply"),
        ('{"a":' * 100_000, "is JSON nested too deeply"),
        ("\0" * 100, "is a binary file, not text"),
        ('{"body": ' + "9" * 5000 + "}", None),
    ],
)
def test_a_broken_line_is_named_with_its_reason_and_the_others_are_read(read, line, expected):
    before, problem, after = read('{"body": "first"}\n' + line + '\n{"body": "third"}')
    assert (before.id, after.id) == ("a.jsonl#1", "a.jsonl#3")
    assert isinstance(problem, ReadError)
    assert problem.path == "a.jsonl:2"
    assert expected is None or problem.reason == expected


def test_text_from_json_is_cleaned_like_any_other(read):
    (source,) = read('{"body": "a\\r\\nb\\u00a0c\\u200b \\ud83d\\ude00 \\ud800.\\u0000"}')
    assert source.text == "a\nb c 😀 \ufffd."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_and_line_ends_are_read(read, encoding):
    lines = '{"body": "Café “one” in Besançon."}\r\n{"body": "Two."}\r\n'
    assert [source.text for source in read(lines.encode(encoding))] == ["Café “one” in Besançon.", "Two."]


def test_the_limit_holds_for_a_line_and_not_for_the_file(read):
    line = json.dumps({"body": "x" * 60})
    found = read(f"{line}\n" * 100 + json.dumps({"body": "y" * 100}) + f"\n{line}", size_limit=100)
    assert len(found) == 102
    assert str(found[100]) == "a.jsonl:101: is larger than the limit for one article (100 bytes)"


def test_a_line_without_end_needs_no_memory(tmp_path):
    with open(tmp_path / "a.jsonl", "wb") as stream:
        stream.write(b'{"body": "first"}\n')
        stream.truncate(300_000_000)
    tracemalloc.start()
    found = list(read_file(tmp_path, "a.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [type(one) for one in found] == [Source, ReadError]
    assert peak < 40_000_000


def test_a_file_that_is_no_json_lines_at_all_is_given_up(read):
    found = read("no json\n" * 5000)
    assert len(found) == 1001
    assert (
        str(found[-1])
        == "a.jsonl: is not JSON Lines (the first 1,000 lines are broken); the rest is not read"
    )


def test_an_empty_file_is_reported(read):
    assert [str(problem) for problem in read(b"")] == ["a.jsonl: is empty"]
    assert [str(problem) for problem in read(b"\n \n")] == ["a.jsonl: is empty"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["headline", "title", "body", "text", "content", "date", "author", "source", "url"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(KEYS, VALUES) | VALUES, min_size=1, max_size=5))
def test_any_json_gives_one_source_or_problem_for_each_line(read, records):
    found = read("\n".join(json.dumps(record) for record in records))
    assert len(found) == len(records)
    for number, one in enumerate(found, 1):
        assert (one.id if isinstance(one, Source) else one.path) in (f"a.jsonl#{number}", f"a.jsonl:{number}")
