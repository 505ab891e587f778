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
    for number in range(30):
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


SCENARIOS = {"build": (False, {}), "rebuild": (True, {"rebuild": True}), "update": (True, {})}


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_killed_build_loses_nothing(tmp_path, killer, scenario, part):
    before, options = SCENARIOS[scenario]
    prepare(tmp_path / "template", before)
    operations = whole_run(tmp_path, killer, options)
    for point in range(1 + part, operations + 1, operations // POINTS):
        kill_at(tmp_path, killer, point, before, options)


def prepare(template, before):
    """Make a folder to be built, with an index of what was in it before."""
    first_state(template / "articles")
    if before:
        build(template / "articles", template / "index")
        second_state(template / "articles")


def whole_run(top, killer, options):
    """Run the build undisturbed; return how many file operations it takes."""
    shutil.copytree(top / "template", top / "whole")
    operations = killer.build(top / "whole/articles", top / "whole/index", **options)
    assert len(contents(top / "whole/index")[0]) in (50, 31)
    return operations


def kill_at(top, killer, point, before, options):
    """Kill the build at one file operation, and demand what must hold afterwards."""
    killed, new = top / f"killed-{point}", contents(top / "whole/index")
    shutil.copytree(top / "template", killed)
    assert killer.build(killed / "articles", killed / "index", point, **options) is None, point
    if read_generation(killed / "index").number == (2 if before else 1):
        assert contents(killed / "index") == new, point
    elif before:
        assert contents(killed / "index") == contents(top / "template/index"), point
    build(killed / "articles", killed / "index")
    assert contents(killed / "index") == new, point
    assert check(killed / "index") == [], point
    generation = read_generation(killed / "index")
    files = {*generation.files, record_name(generation.number), "searchidx.json", "MAIN_WRITELOCK"}
    assert set(os.listdir(killed / "index")) == files, point
    shutil.rmtree(killed)
