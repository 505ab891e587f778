"""Comparing a folder with a manifest: every file is new, changed, touched, moved, gone, unreachable or unchanged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import ReadError
from searchidx.reading import FileEntry
from searchidx.sync.changes import Changes, compare
from searchidx.sync.manifest import KnownFile


def never(path):
    raise AssertionError(f"{path} need not be read")


def differ(known, found, contents=None, failed=(), folder=Path("nowhere"), retry=()):
    """Compare {path: KnownFile} with {path: (size, modified)}; ``contents`` gives what digests are."""
    files = [FileEntry(path, *stats) for path, stats in sorted(found.items())]
    return compare(known, files, failed, folder, contents.__getitem__ if contents else never, retry)


KNOWN = {"a.txt": KnownFile(10, 100, "A", 1), "b.txt": KnownFile(20, 100, "B", 1)}
SAME = {"a.txt": (10, 100), "b.txt": (20, 100)}


def test_files_with_the_same_size_and_time_are_not_read():
    changes = differ(KNOWN, SAME)
    assert changes == Changes(unchanged=["a.txt", "b.txt"])
    assert not changes.differs


def test_a_new_file_is_added():
    changes = differ(KNOWN, {**SAME, "c.txt": (30, 100)})
    assert changes == Changes(added=[FileEntry("c.txt", 30, 100)], unchanged=["a.txt", "b.txt"])
    assert changes.differs


def test_a_file_of_another_size_has_changed_and_need_not_be_read_to_know():
    changes = differ(KNOWN, {**SAME, "a.txt": (11, 100)})
    assert changes == Changes(changed=[FileEntry("a.txt", 11, 100)], unchanged=["b.txt"])


@pytest.mark.parametrize(("content", "kind"), [("A", "touched"), ("Z", "changed"), ("", "changed")])
def test_another_time_makes_the_content_decide(content, kind):
    changes = differ(KNOWN, {**SAME, "a.txt": (10, 101)}, {"a.txt": content})
    assert changes == Changes(**{kind: [FileEntry("a.txt", 10, 101)], "unchanged": ["b.txt"]})
    assert changes.differs == (kind == "changed")


def test_a_file_that_is_missing_is_gone():
    assert differ(KNOWN, {"b.txt": (20, 100)}) == Changes(gone=["a.txt"], unchanged=["b.txt"])


def test_a_moved_file_is_known_by_its_content():
    changes = differ(KNOWN, {"b.txt": (20, 100), "x/a.txt": (10, 500)}, {"x/a.txt": "A"})
    assert changes == Changes(moved=[("a.txt", FileEntry("x/a.txt", 10, 500))], unchanged=["b.txt"])
    assert changes.differs


def test_a_copy_is_new_because_the_other_still_stands():
    changes = differ(KNOWN, {**SAME, "copy.txt": (10, 100)})
    assert changes == Changes(added=[FileEntry("copy.txt", 10, 100)], unchanged=["a.txt", "b.txt"])


def test_of_two_copies_of_a_gone_file_one_is_moved_and_one_new():
    changes = differ(
        {"a.txt": KNOWN["a.txt"]}, {"c.txt": (10, 1), "d.txt": (10, 1)}, {"c.txt": "A", "d.txt": "A"}
    )
    assert changes == Changes(moved=[("a.txt", FileEntry("c.txt", 10, 1))], added=[FileEntry("d.txt", 10, 1)])


def test_what_could_not_be_read_is_tried_again_and_what_had_problems_when_asked():
    known = {"a.txt": KnownFile(10, 100, "", 0), "b.txt": KnownFile(20, 100, "B", 0)}
    assert differ(known, SAME) == Changes(again=[FileEntry("a.txt", 10, 100)], unchanged=["b.txt"])
    again = [FileEntry("a.txt", 10, 100), FileEntry("b.txt", 20, 100)]
    assert differ(known, SAME, retry={"b.txt": []}) == Changes(again=again)


def test_files_below_a_folder_that_cannot_be_listed_are_not_gone(tmp_path):
    known = {"in/deep/a.txt": KNOWN["a.txt"], "inner.txt": KNOWN["b.txt"]}
    changes = differ(known, {}, failed=[ReadError("in", "permission denied")], folder=tmp_path)
    assert changes == Changes(unreachable=["in/deep/a.txt"], gone=["inner.txt"])


def test_a_file_that_a_pipe_replaced_is_gone(tmp_path):
    import os

    os.mkfifo(tmp_path / "a.txt")
    changes = differ({"a.txt": KNOWN["a.txt"]}, {}, failed=[ReadError("a.txt", "is a pipe")], folder=tmp_path)
    assert changes == Changes(gone=["a.txt"])


PATHS = st.sampled_from(["a", "b", "c", "d", "e"])
CONTENTS = st.sampled_from(["", "x", "y", "zz"])
FOLDERS = st.dictionaries(PATHS, st.tuples(CONTENTS, st.integers(0, 1)))


@given(FOLDERS, FOLDERS)
def test_every_file_is_in_one_place_and_equal_content_is_never_read_anew(before, after):
    known = {
        path: KnownFile(len(content), time, "#" + content, 1) for path, (content, time) in before.items()
    }
    found = {path: (len(content), time) for path, (content, time) in after.items()}
    changes = differ(known, found, {path: "#" + content for path, (content, _) in after.items()})
    new = [file.path for file in (*changes.added, *changes.changed, *changes.touched)]
    moved_to = [file.path for _, file in changes.moved]
    assert sorted([*new, *moved_to, *changes.unchanged]) == sorted(after)
    moved_from = [old for old, _ in changes.moved]
    stayed = [*(file.path for file in (*changes.changed, *changes.touched)), *changes.unchanged]
    assert sorted([*moved_from, *changes.gone, *stayed]) == sorted(before)
    for old, file in changes.moved:
        assert before[old][0] == after[file.path][0]
    for file in changes.touched:
        assert before[file.path][0] == after[file.path][0]
    for file in changes.changed:
        assert before[file.path][0] != after[file.path][0]
