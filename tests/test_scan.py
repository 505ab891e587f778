"""Scanning a folder: files, folders with their times, and an index in the folder that does not count."""

import os

import pytest

from searchidx.errors import ReadError
from searchidx.sync.scan import scan_folder


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "in/b.txt", "in/deep/er/c.jsonl", "picture.png"):
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path / "articles"


def test_files_and_the_times_of_their_folders_are_listed(folder, tmp_path):
    scan = scan_folder(folder, tmp_path / "index")
    assert [file.path for file in scan.files] == ["a.txt", "in/b.txt", "in/deep/er/c.jsonl"]
    assert [skipped.path for skipped in scan.skipped] == ["picture.png"]
    assert scan.folders == {
        name: os.stat(folder / name).st_mtime_ns for name in ("", "in", "in/deep", "in/deep/er")
    }
    assert scan.failed == []


def test_an_index_inside_the_folder_does_not_count(folder):
    for name in ("_MAIN_1.toc", "notes.txt"):
        (folder / "in" / "index" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / "index" / name).write_text("part of the index")
    (folder / "in" / "index.txt").write_text("an article")
    scan = scan_folder(folder, folder / "in" / "index")
    assert [file.path for file in scan.files] == ["a.txt", "in/b.txt", "in/deep/er/c.jsonl", "in/index.txt"]
    assert [skipped.path for skipped in scan.skipped] == ["picture.png"]
    assert "in/index" not in scan.folders


def test_an_index_in_the_folder_itself_leaves_its_articles(folder):
    (folder / "_MAIN_1.toc").write_text("part of the index")
    scan = scan_folder(folder, folder)
    assert [file.path for file in scan.files] == ["a.txt", "in/b.txt", "in/deep/er/c.jsonl"]
    assert scan.skipped == []


def test_problems_are_collected_and_a_missing_folder_is_an_error(folder, tmp_path):
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    assert [str(error) for error in scan_folder(folder, tmp_path / "index").failed] == [
        "dangling.txt: is a link to something that does not exist"
    ]
    with pytest.raises(ReadError, match="does not exist"):
        scan_folder(tmp_path / "nowhere", tmp_path / "index")
