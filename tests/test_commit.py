"""Commits: a generation is visible whole or not at all; leftovers go; a refused write leaves the old one."""

import errno
import os
import tempfile
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh.fields import ID, TEXT, Schema

from searchidx.errors import IndexDamagedError, IndexMissingError, IndexWriteError
from searchidx.store.codec import ArrayCodec
from searchidx.store.commit import commit, write_errors, write_synced
from searchidx.store.generation import (
    MAIN,
    Generation,
    newest_number,
    read_generation,
    read_sealed,
    record_name,
    remove_leftovers,
)
from searchidx.store.loading import open_newest

SCHEMA = Schema(id=ID(stored=True), body=TEXT)


def add_generation(directory, *ids, attachments=None):
    """Commit a generation that holds just these documents."""
    scratch = Path(tempfile.mkdtemp(dir=directory.parent))
    index = whoosh_index.create_in(str(scratch), SCHEMA)
    writer = index.writer(codec=ArrayCodec())
    for name in ids:
        writer.add_document(id=name, body="words of an article")
    writer.commit()
    segments = index._segments()
    for path in scratch.glob("MAIN_*.*"):
        path.rename(directory / path.name)
    return commit(
        directory,
        read_generation(directory),
        Generation(),
        {MAIN: SCHEMA},
        {MAIN: segments},
        attachments or {"manifest": b"{}"},
    )


def ids_in(directory):
    def read(generation, indexes):
        with indexes[MAIN].searcher() as searcher:
            return sorted(fields["id"] for fields in searcher.documents())

    return open_newest(directory, {MAIN: SCHEMA}, read)


def test_a_directory_without_an_index_says_so(tmp_path):
    assert newest_number(tmp_path / "nowhere") == 0
    with pytest.raises(IndexMissingError) as caught:
        ids_in(tmp_path)
    assert (
        str(caught.value)
        == f"There is no index in {tmp_path}. Build one: searchidx build FOLDER --index {tmp_path}"
    )


def test_each_commit_is_a_generation_that_whoosh_opens_too(tmp_path):
    first = add_generation(tmp_path, "a", "b")
    assert (first.number, ids_in(tmp_path)) == (1, ["a", "b"])
    second = add_generation(tmp_path, "c", attachments={"manifest": b"[1]"})
    assert (second.number, ids_in(tmp_path)) == (2, ["c"])
    assert read_sealed(tmp_path, second, "manifest-2.json") == b"[1]"
    assert read_generation(tmp_path) == second
    with whoosh_index.open_dir(str(tmp_path)).searcher() as searcher:
        assert searcher.doc_count() == 1
    assert sorted(os.listdir(tmp_path)) == sorted([*second.files, "generation-2.json"])


def test_a_reader_keeps_the_generation_it_opened(tmp_path):
    add_generation(tmp_path, "a")
    searcher = open_newest(tmp_path, {MAIN: SCHEMA}, lambda _, indexes: indexes[MAIN].searcher())
    add_generation(tmp_path, "b")
    with searcher:
        assert [fields["id"] for fields in searcher.documents()] == ["a"]
    assert ids_in(tmp_path) == ["b"]


def test_leftovers_of_interrupted_builds_go_and_nothing_else(tmp_path):
    before = add_generation(tmp_path, "a")
    leftovers = [
        "MAIN_0123456789abcdef.seg",
        "QUOTES_0123456789abcdef.pst",
        "_MAIN_2.toc.new",
        "_QUOTES_2.toc",
        "generation-2.json",
        "manifest-2.json",
        "searchidx.json.new",
    ]
    others = ["searchidx.json", "MAIN_WRITELOCK", "notes.txt", "MAIN.txt", "generation-x.json"]
    for name in leftovers + others:
        (tmp_path / name).write_text("left over")
    (tmp_path / "MAIN.tmp").mkdir()
    (tmp_path / "MAIN.tmp" / "run").write_text("left over")
    assert ids_in(tmp_path) == ["a"]
    assert remove_leftovers(tmp_path, before) == sorted(["MAIN.tmp", *leftovers])
    assert sorted(os.listdir(tmp_path)) == sorted([*before.files, "generation-1.json", *others])
    assert ids_in(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("which", "damage"),
    [
        ("generation-1.json", "flip"),
        ("generation-1.json", "cut"),
        ("generation-1.json", "gone"),
        ("_MAIN_1.toc", "flip"),
        ("_MAIN_1.toc", "cut"),
        ("MAIN_", "cut"),
        ("MAIN_", "gone"),
    ],
)
def test_damaged_files_are_named(tmp_path, which, damage):
    add_generation(tmp_path, "a", "b")
    name = min(name for name in os.listdir(tmp_path) if name.startswith(which))
    path = tmp_path / name
    if damage == "flip":
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)
    elif damage == "cut":
        os.truncate(path, path.stat().st_size - 1)
    else:
        path.unlink()
    with pytest.raises(IndexDamagedError) as caught:
        ids_in(tmp_path)
    assert str(caught.value).startswith(f"The index in {tmp_path} is damaged: {name} ")
    assert str(caught.value).endswith(f". Mend it: searchidx repair --index {tmp_path}")


def test_a_refused_write_leaves_the_generation_before(tmp_path):
    before = add_generation(tmp_path, "a")
    (tmp_path / record_name(2)).mkdir()  # so that the record cannot be written
    with pytest.raises(IndexWriteError) as caught, write_errors(tmp_path):
        add_generation(tmp_path, "b")
    assert str(caught.value) == (
        f"The index in {tmp_path} could not be written: Is a directory. Run it again when that is mended; the index"
        " that was there before is whole and answers."
    )
    assert ids_in(tmp_path) == ["a"]
    remove_leftovers(tmp_path, before)
    assert set(os.listdir(tmp_path)) == {*before.files, "generation-1.json"}


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "No space left on device. Make room on the disk and run it again;"),
        (errno.EROFS, "Read-only file system. Give a directory that can be written with --index;"),
    ],
)
def test_the_message_says_what_to_do(tmp_path, number, advice):
    with pytest.raises(IndexWriteError, match=advice), write_errors(tmp_path):
        raise OSError(number, os.strerror(number))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_an_error_of_its_own(tmp_path):
    with pytest.raises(IndexWriteError, match="No space left on device"), write_errors(tmp_path):
        write_synced(Path("/dev/full"), b"content")


def test_generation_zero_is_empty():
    assert Generation().files == {}
