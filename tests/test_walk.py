"""Walking a folder: sorted, complete, and stopped by nothing that it holds."""

import os
import socket
import sys

import pytest

from searchidx.errors import ReadError
from searchidx.reading import FileEntry, Skipped, iter_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, links and names of bytes")


def walked(folder):
    return [
        (type(entry).__name__, entry.path, getattr(entry, "reason", None)) for entry in iter_files(folder)
    ]


def paths(folder, kind=FileEntry):
    return [entry.path for entry in iter_files(folder) if isinstance(entry, kind)]


@pytest.fixture
def make(tmp_path):
    def make(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("text", encoding="utf-8")
        return tmp_path

    return make


def test_files_come_sorted_by_their_whole_path(make):
    names = ["b.txt", "a/b.txt", "a.txt", "a-b.txt", "a/a/z.md", "Z.jsonl", "ä.txt", "a0.txt"]
    assert paths(make(*names)) == sorted(names)


def test_a_file_comes_with_its_size_and_time(make):
    folder = make("a.txt")
    os.utime(folder / "a.txt", ns=(5, 1_700_000_000_123_456_789))
    assert list(iter_files(folder)) == [FileEntry("a.txt", 4, 1_700_000_000_123_456_789)]


def test_hidden_files_and_folders_are_passed_over(make):
    assert paths(make(".hidden.txt", ".git/a.txt", "a/.b/c.txt", "a/b.txt")) == ["a/b.txt"]


def test_endings_count_in_any_case_and_other_formats_are_skipped_with_their_ending(make):
    assert walked(make("A.TXT", "b.pdf", "c", "d.Md")) == [
        ("FileEntry", "A.TXT", None),
        ("Skipped", "b.pdf", "not an article format (.pdf)"),
        ("Skipped", "c", "not an article format (no ending)"),
        ("FileEntry", "d.Md", None),
    ]


def test_a_link_to_a_file_outside_is_read_and_one_to_a_file_inside_is_not_read_twice(make, tmp_path):
    folder = make("news/a.txt", "elsewhere/b.txt") / "news"
    (folder / "b.txt").symlink_to("../elsewhere/b.txt")
    (folder / "c.txt").symlink_to("a.txt")
    assert paths(folder) == ["a.txt", "b.txt"]
    assert walked(folder)[2] == ("Skipped", "c.txt", "is a link into the same folder")


def test_links_into_a_hidden_store_are_read(make):
    folder = make(".store/1.txt")
    (folder / "a.txt").symlink_to(".store/1.txt")
    (folder / "b").symlink_to(".store")
    assert paths(folder) == ["a.txt", "b/1.txt"]


def test_loops_of_links_end(make):
    folder = make("news/a/b.txt", "other/c.txt") / "news"
    (folder / "a" / "up").symlink_to("..")
    (folder / "a" / "other").symlink_to("../../other")
    (folder.parent / "other" / "back").symlink_to("../news")
    (folder.parent / "other" / "self").symlink_to(".")
    (folder / "z").symlink_to("../other")
    (folder / "me.txt").symlink_to("me.txt")
    assert paths(folder) == ["a/b.txt", "a/other/c.txt"]
    assert ("Skipped", "z", "is a link to a folder that is read already") in walked(folder)
    assert [(e.path, e.reason) for e in iter_files(folder) if isinstance(e, ReadError)] == [
        ("me.txt", "is a link that leads back to itself")
    ]


def test_dangling_links_pipes_and_sockets_are_reported_if_they_are_called_articles(
    make, tmp_path, monkeypatch
):
    folder = make("a.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)  # the path of a socket may only have a hundred characters
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert walked(folder) == [
            ("FileEntry", "a.txt", None),
            ("ReadError", "gone.txt", "is a link to something that does not exist"),
            ("Skipped", "pipe", "not an article format (no ending)"),
            ("ReadError", "pipe.txt", "is a pipe, not a file with text"),
            ("ReadError", "socket.txt", "is a socket, not a file with text"),
        ]


def test_a_link_to_a_device_is_reported(make):
    folder = make("a.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    assert walked(folder)[1] == ("ReadError", "zero.txt", "is a device, not a file with text")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_listed_is_reported_and_the_rest_walked(make):
    folder = make("a/b.txt", "c.txt")
    (folder / "a").chmod(0)
    try:
        assert walked(folder) == [("ReadError", "a", "permission denied"), ("FileEntry", "c.txt", None)]
    finally:
        (folder / "a").chmod(0o755)


def test_a_folder_that_vanishes_while_walked_is_reported(make):
    folder = make("a.txt", "b/c.txt")
    entries = iter_files(folder)
    assert next(entries).path == "a.txt"
    (folder / "b" / "c.txt").unlink()
    (folder / "b").rmdir()
    assert [(entry.path, entry.reason) for entry in entries] == [("b", "does not exist (any more)")]


@pytest.mark.parametrize("name", ["missing", "file.txt", "nul\0byte"])
def test_a_folder_that_is_none_raises_at_once(make, name):
    with pytest.raises(ReadError):
        iter_files(make("file.txt") / name)


def test_a_folder_of_many_files_and_one_of_great_depth_are_walked(tmp_path):
    wide = tmp_path / "wide"
    wide.mkdir()
    for number in range(3000):
        (wide / f"{number}.txt").write_text("x")
    deep = tmp_path / "deep"
    for _ in range(400):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    found = paths(tmp_path)
    assert len(found) == 3001
    assert found[0] == "deep/" + "d/" * 400 + "a.txt"


def test_a_path_too_long_for_the_system_is_reported(tmp_path):
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(30):  # deeper than any one path can say
            os.mkdir("d" * 200, dir_fd=here)
            there = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = there
    finally:
        os.close(here)
    (tmp_path / "z.txt").write_text("x")
    *problems, last = iter_files(tmp_path)
    assert [problem.reason for problem in problems] == ["has a path that is too long for the system"]
    assert last.path == "z.txt"


def test_names_that_are_not_utf8_are_shown_escaped(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as stream:
        stream.write("text")
    assert paths(tmp_path) == ["caf\\xe9.txt"]


def test_nothing_but_files_folders_and_problems_is_given(make):
    folder = make("a.txt", "b.pdf")
    assert {type(entry) for entry in iter_files(folder)} == {FileEntry, Skipped}
