"""Killed at any file operation, a build leaves the index as it was or as it was to be, and the next one ends well."""

import os
import shutil

import pytest
from killing import Killer

from searchidx.store.generation import MAIN, read_generation, record_name
from searchidx.store.loading import open_newest
from searchidx.store.schema import make_schema
from searchidx.sync.build import build
from searchidx.sync.check import check

POINTS = 9


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def first_state(folder):
    for number in range(12):
        write(
            folder, f"in/{number:02}.txt", f" date 2022-05-12 Report {number} from Kharkiv. The river rose.\n"
        )
    write(
        folder, "many.jsonl", "\n".join(f'{{"text": "Line {number} of the river."}}' for number in range(20))
    )


def second_state(folder):
    write(folder, "in/00.txt", " date 2022-05-13 Report 0, corrected. The river fell.\n")
    write(folder, "new/one.txt", " date 2022-05-13 Another report of the river.\n")
    write(folder, "many.jsonl", '{"text": "Only one line of the river is left."}')
    (folder / "in/01.txt").unlink()
    (folder / "in/02.txt").rename(folder / "new/moved.txt")


def contents(index):
    """Return all that an index says: every article, and which of them a query finds."""

    def read(_, indexes):
        with indexes[MAIN].searcher() as searcher:
            articles = {fields["id"]: fields["body"] for fields in searcher.documents()}
            found = {searcher.stored_fields(hit)["id"] for hit in searcher.document_numbers(body="river")}
            return articles, found

    return open_newest(index, {MAIN: make_schema()}, read)


@pytest.fixture(scope="module")
def killer():
    with Killer() as process:
        yield process


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize(
    ("before", "options"),
    [(False, {}), (True, {"rebuild": True}), (True, {})],
    ids=["build", "rebuild", "update"],
)
def test_a_killed_build_loses_nothing(tmp_path, killer, before, options, part):
    template = tmp_path / "template"
    first_state(template / "articles")
    if before:
        build(template / "articles", template / "index")
        old = contents(template / "index")
        second_state(template / "articles")
    whole = tmp_path / "whole"
    shutil.copytree(template, whole)
    operations = killer.build(whole / "articles", whole / "index", **options)
    new = contents(whole / "index")
    assert len(new[0]) == (32 if not before else 13)
    for point in range(1 + part, operations + 1, max(1, operations // POINTS)):
        top = tmp_path / f"killed-{point}"
        shutil.copytree(template, top)
        assert killer.build(top / "articles", top / "index", point, **options) is None, point
        if read_generation(top / "index").number == (2 if before else 1):
            assert contents(top / "index") == new, point
        elif before:
            assert contents(top / "index") == old, point
        build(top / "articles", top / "index")
        assert contents(top / "index") == new, point
        assert check(top / "index") == [], point
        generation = read_generation(top / "index")
        files = {*generation.files, record_name(generation.number), "searchidx.json", "MAIN_WRITELOCK"}
        assert set(os.listdir(top / "index")) == files, point
        shutil.rmtree(top)
