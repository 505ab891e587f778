"""Reading one file: its articles, or the reason why there are none; never an exception."""

import hashlib
import os
import sys
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searchidx.errors import ReadError
from searchidx.reading import SIZE_LIMIT, Source, read_file

TEXT = "The ferry has stopped. “No more,” the captain said.\n"


@pytest.fixture
def read(tmp_path):
    def read(content, name="a.txt", **options):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        return list(read_file(tmp_path, name, **options))

    return read


def reason(found):
    (problem,) = found
    assert isinstance(problem, ReadError)
    return problem.reason


def test_a_file_is_one_source_with_its_path_as_id(tmp_path):
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "a.md").write_text(TEXT, encoding="utf-8")
    assert list(read_file(tmp_path, "2022/a.md")) == [Source("2022/a.md", "2022/a.md", TEXT, {})]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "holds no text, only white space"),
        (b"\0" * 5000, "is a binary file, not text"),
        (bytes(range(256)) * 20, "is a binary file, not text"),
        (b"%PDF-1.4 ...", "is a PDF document, not text"),
        (b"PK\x03\x04....", "is a zip archive or an office document, not text"),
        (b"\xef\xbb\xbf", "holds no text, only white space"),
    ],
)
def test_what_holds_no_text_is_reported_with_its_reason(read, content, expected):
    assert reason(read(content)) == expected


def test_a_file_over_the_limit_is_reported_and_not_read(read):
    assert reason(read(b"x" * 101, size_limit=100)) == "is larger than the limit (101 of 100 bytes)"
    assert len(read(b"x" * 100, size_limit=100)[0].text) == 100


def test_a_huge_file_costs_neither_time_nor_memory(tmp_path):
    with open(tmp_path / "a.txt", "wb") as stream:
        stream.truncate(1 << 30)  # a gigabyte of nothing
    assert reason(list(read_file(tmp_path, "a.txt"))) == (
        f"is larger than the limit (1,073,741,824 of {SIZE_LIMIT:,} bytes)"
    )


def test_files_that_vanished_and_folders_are_reported(read, tmp_path):
    assert reason(read(None, "gone.txt")) == "does not exist (any more)"
    (tmp_path / "folder.txt").mkdir()
    assert reason(read(None, "folder.txt")) == "is a folder, not a file with text"
    assert reason(read(None, "nul\0.txt")) == "is no name of a file"
    assert reason(read(None, "x" * 300 + ".txt")) == "has a path that is too long for the system"


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl"])
def test_a_pipe_does_not_make_the_reader_wait(read, tmp_path, name):
    os.mkfifo(tmp_path / name)
    assert reason(read(None, name)) == "is a pipe, not a file with text"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs devices")
def test_a_device_is_not_read(read, tmp_path):
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert reason(read(None, "zero.txt")) == "is a device, not a file with text"


@pytest.mark.skipif(sys.platform == "win32", reason="needs names of bytes")
def test_a_file_whose_name_is_not_utf8_is_found_by_the_name_that_is_shown(tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as stream:
        stream.write("text")
    assert [source.id for source in read_file(tmp_path, "caf\\xe9.txt")] == ["caf\\xe9.txt"]


def test_the_digest_sees_every_byte_that_was_read(read):
    for name, content in (("a.txt", TEXT.encode() * 50), ("a.jsonl", b'{"body": "x"}\nbroken\n' * 5_000)):
        digest = hashlib.sha256()
        read(content, name, digest=digest)
        assert digest.digest() == hashlib.sha256(content).digest()


def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("word ")
    stop = threading.Event()

    def grow():
        with open(path, "a") as stream:
            while not stop.is_set():
                stream.write("word " * 1000)
                stream.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(50):
            for found in read_file(tmp_path, "a.txt", size_limit=100_000):
                assert isinstance(found, ReadError) or len(found.text) <= 100_000
    finally:
        stop.set()
        writer.join()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    st.sampled_from(["a.txt", "a.md", "a.jsonl"]),
)
def test_any_bytes_give_sources_or_problems_that_can_be_stored(read, content, name):
    found = read(content, name)
    assert found
    for one in found:
        assert isinstance(one, Source | ReadError)
        if isinstance(one, Source):
            one.text.encode("utf-8")
            assert one.text.strip() or one.metadata
            assert "\0" not in one.text and "\r" not in one.text
        else:
            assert one.path.startswith(name)
            str(one).encode("utf-8")
