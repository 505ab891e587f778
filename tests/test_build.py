"""Bringing an index up to date: it reads what changed, keeps what cannot be read, and says what it did."""

import os
import shutil
import threading

import pytest
from conftest import write_articles

from searchidx.errors import IndexDirectoryError, IndexLockedError, IndexMissingError, ReadError
from searchidx.index import Index
from searchidx.store import update
from searchidx.store.generation import read_generation
from searchidx.sync import build, tasks
from searchidx.sync.lock import writer_lock

PAST = 1_600_000_000


def settle(folder):
    """Give every file a time long ago, as files have that nobody is writing to."""
    for top, _, names in os.walk(folder):
        for name in names:
            if not os.path.islink(os.path.join(top, name)):
                os.utime(os.path.join(top, name), (PAST, PAST))


@pytest.fixture
def folder(tmp_path):
    settle(write_articles(tmp_path / "articles"))
    return tmp_path / "articles"


@pytest.fixture
def index(folder, tmp_path):
    Index.build(folder, tmp_path / "index")
    return tmp_path / "index"


def ids(index, query="*"):
    with Index.open(index) as opened:
        return sorted(hit.id for hit in opened.search(query, limit=None))


def counts(report):
    changes = report.changes
    kinds = ("added", "changed", "moved", "touched", "gone", "again", "unreachable")
    return {kind: len(getattr(changes, kind)) for kind in kinds if getattr(changes, kind)}


def test_nothing_is_written_where_nothing_has_changed(folder, index):
    before = {name: os.stat(index / name).st_mtime_ns for name in os.listdir(index)}
    report = Index.build(folder, index)
    assert (counts(report), report.committed, report.articles, report.indexed) == ({}, False, 6, 0)
    after = {name: os.stat(index / name).st_mtime_ns for name in os.listdir(index)}
    assert {**after, "MAIN_WRITELOCK": 0} == {**before, "MAIN_WRITELOCK": 0}


def test_new_changed_and_gone_files_are_taken_in(folder, index):
    (folder / "river/new.txt").write_text(" date 2022-06-06 The Elbe has fallen below the dam.\n")
    (folder / "river/dam.txt").write_text(" date 2022-06-05 The weir above Pirna held.\n")
    (folder / "river/flood.md").unlink()
    report = Index.build(None, index)
    assert counts(report) == {"added": 1, "changed": 1, "gone": 1}
    assert (report.articles, report.indexed) == (6, 2)
    assert ids(index, "dam") == ["river/new.txt"]
    assert ids(index, "weir") == ["river/dam.txt"]
    assert ids(index, "evacuated") == []


def test_a_jsonl_file_is_replaced_whole(folder, index):
    (folder / "markets/oil.jsonl").write_text('{"text": "Tin is all that is traded."}\n')
    assert counts(Index.build(None, index)) == {"changed": 1}
    assert ids(index, "tin") == ["markets/oil.jsonl#1"]
    assert ids(index, "oil") == []


def test_a_touched_file_is_not_indexed_again(folder, index):
    os.utime(folder / "river/dam.txt", (PAST + 5, PAST + 5))
    report = Index.build(None, index)
    assert (counts(report), report.indexed, report.committed) == ({"touched": 1}, 0, True)
    assert counts(Index.build(None, index)) == {}


def test_a_moved_file_keeps_its_article(folder, index):
    with Index.open(index) as opened:
        before = opened.article("river/dam.txt")
    (folder / "moved").mkdir()
    (folder / "river/dam.txt").rename(folder / "moved/weir.txt")
    (folder / "markets/oil.jsonl").rename(folder / "moved/oil.jsonl")
    report = Index.build(None, index)
    assert (counts(report), report.indexed, report.text_bytes) == ({"moved": 2}, 3, 0)
    with Index.open(index) as opened:
        after = opened.article("moved/weir.txt")
        assert (after.path, after.body, after.places) == ("moved/weir.txt", before.body, before.places)
        assert [hit.id for hit in opened.search("tin")] == ["moved/oil.jsonl#2"]
    assert ids(index, "Pirna") == ["moved/weir.txt"]


def test_a_moved_file_whose_name_has_the_date_is_read_again(folder, index):
    (folder / "2022-01-02.txt").write_text("Nothing in this text says when it was written.\n")
    Index.build(None, index)
    (folder / "2022-01-02.txt").rename(folder / "2022-03-04.txt")
    assert counts(Index.build(None, index)) == {"moved": 1}
    with Index.open(index) as opened:
        assert str(opened.article("2022-03-04.txt").date) == "2022-03-04"


def test_a_change_right_after_the_build_is_seen_even_if_time_and_size_are_the_same(folder, tmp_path):
    path = folder / "fresh.txt"
    path.write_text("The level was five metres.\n")
    Index.build(folder, tmp_path / "index")
    times = os.stat(path)
    path.write_text("The level was nine metres.\n")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert counts(Index.build(folder, tmp_path / "index")) == {"changed": 1}
    assert ids(tmp_path / "index", "nine") == ["fresh.txt"]


def test_a_dry_run_writes_nothing_and_tells_all(folder, index, tmp_path):
    (folder / "river/dam.txt").unlink()
    report = Index.build(None, index, dry_run=True)
    assert (counts(report), report.committed) == ({"gone": 1}, False)
    assert len(ids(index)) == 6
    Index.build(folder, tmp_path / "none", dry_run=True)
    assert not (tmp_path / "none").exists()


def test_what_cannot_be_read_is_told_again_and_tried_again(folder, index):
    broken = folder / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02" * 50)
    report = Index.build(None, index)
    assert [error.path for error in report.failed] == ["broken.txt"]
    settle(folder)
    Index.build(None, index)
    assert [str(problem) for problem in Index.problems(index)] == ["broken.txt: is a binary file, not text"]
    assert counts(Index.build(None, index)) == {}
    assert counts(Index.build(None, index, retry_failed=True)) == {"again": 1}
    broken.write_text("Now it is a text about the Elbe.\n")
    assert counts(Index.build(None, index)) == {"changed": 1}
    assert Index.problems(index) == []
    assert "broken.txt" in ids(index, "elbe")


def test_a_file_over_the_limit_is_taken_in_when_the_limit_is_raised(folder, tmp_path):
    (folder / "long.txt").write_text("A long report of the flood. " * 1000)
    settle(folder)
    Index.build(folder, tmp_path / "index", max_bytes=10_000)
    assert ids(tmp_path / "index", "long") == []
    assert counts(Index.build(None, tmp_path / "index")) == {"again": 1}
    Index.build(None, tmp_path / "index", max_bytes=1_000_000)
    assert ids(tmp_path / "index", "long") == ["long.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_articles_of_a_folder_that_cannot_be_listed_stay(folder, index):
    (folder / "river").chmod(0)
    try:
        report = Index.build(None, index)
    finally:
        (folder / "river").chmod(0o755)
    assert counts(report) == {"unreachable": 2}
    assert "river/dam.txt" in ids(index)


def test_an_emptied_folder_does_not_empty_the_index_unasked(folder, index):
    shutil.rmtree(folder)
    folder.mkdir()
    with pytest.raises(ReadError) as caught:
        Index.build(None, index)
    assert str(caught.value) == (
        f"{folder}: holds no articles any more, and the index has 6. Is a disk missing? If they are meant to go, run it"
        " again with --rebuild"
    )
    assert len(ids(index)) == 6
    assert Index.build(None, index, rebuild=True).articles == 0


def test_the_index_of_one_folder_does_not_become_that_of_another_unasked(folder, index, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Another collection.\n")
    with pytest.raises(IndexDirectoryError) as caught:
        Index.build(other, index)
    assert str(caught.value) == (
        f"The index in {index} is of the folder {folder}, not of {other}. Add --rebuild to index this one instead, or"
        " give another directory with --index."
    )
    assert Index.build(other, index, rebuild=True).articles == 1
    assert ids(index) == ["a.txt"]
    assert Index.folder_of(index) == other


def test_articles_and_index_can_be_moved_together(folder, index, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    shutil.move(folder, tmp_path / "elsewhere" / "articles")
    shutil.move(index, tmp_path / "elsewhere" / "index")
    report = Index.build(None, tmp_path / "elsewhere" / "index")
    assert (counts(report), report.folder) == ({}, tmp_path / "elsewhere" / "articles")


def test_a_new_index_must_be_told_its_folder(tmp_path):
    with pytest.raises(IndexMissingError) as caught:
        Index.build(None, tmp_path / "index")
    assert str(caught.value) == (
        f"There is no index in {tmp_path}/index that knows its folder. Say which to read: searchidx build FOLDER"
        f" --index {tmp_path}/index"
    )


def test_an_index_of_whoosh_alone_is_left_alone(folder, tmp_path):
    from whoosh.fields import ID, Schema
    from whoosh.index import create_in

    (tmp_path / "index").mkdir()
    writer = create_in(str(tmp_path / "index"), Schema(id=ID())).writer()
    writer.add_document(id="theirs")
    writer.commit()
    with pytest.raises(IndexDirectoryError, match="holds a Whoosh index that searchidx did not make"):
        Index.build(folder, tmp_path / "index")


def test_an_index_inside_its_folder_is_no_article(folder):
    Index.build(folder, folder / "index")
    assert counts(Index.build(folder, folder / "index")) == {}
    assert Index.status(folder / "index").articles == 6


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_index_is_the_same_whatever_the_number_of_processes(folder, tmp_path, jobs):
    report = Index.build(folder, tmp_path / "index", jobs=jobs)
    assert report.articles == 6
    with Index.open(tmp_path / "index") as index:
        hits = [hit.article.record() for hit in index.search("*", limit=None)]
    with Index.open(tmp_path / "index") as index:
        Index.build(folder, tmp_path / "other", jobs=1)
    with Index.open(tmp_path / "other") as other:
        assert hits == [hit.article.record() for hit in other.search("*", limit=None)]


def test_copies_are_found_while_segments_are_merged_and_after(folder, tmp_path, monkeypatch):
    story = "The ferry to Mariupol stood still on Monday, " + " ".join(f"word{n} and" for n in range(60))
    for number in range(3):
        (folder / f"copy{number}.txt").write_text(f" date 2022-05-12 {story} on\n")
    monkeypatch.setattr(tasks, "MOST_BYTES", 600)  # several segments, to be merged
    found = []
    for most in (60_000, 0):
        monkeypatch.setattr(update, "_MOST_BESIDE", most)
        monkeypatch.setattr(build, "RENEW_ABOVE", most)  # below, new processes merge
        for jobs in (1, 2):
            directory = tmp_path / f"index-{most}-{jobs}"
            Index.build(folder, directory, jobs=jobs)
            [groups] = [path.read_bytes() for path in directory.glob("copies-*.bin")]
            found.append(groups)
            with Index.open(directory) as index:
                assert len(list(index.search("ferry", limit=None))) == 1
    assert found[0] and len(set(found)) == 1


def test_a_locked_index_is_waited_for(folder, index):
    (folder / "new.txt").write_text("Another report.\n")
    with writer_lock(index):
        with pytest.raises(IndexLockedError):
            Index.build(folder, index)
        waiting = threading.Thread(target=Index.build, args=(folder, index), kwargs={"wait": 60.0})
        waiting.start()
    waiting.join()
    assert "new.txt" in ids(index)


def test_the_record_tells_the_generation(folder, index):
    (folder / "new.txt").write_text("Another report.\n")
    Index.build(folder, index)
    generation = read_generation(index)
    assert (generation.number, generation.articles, generation.folder) == (2, 7, "../articles")
