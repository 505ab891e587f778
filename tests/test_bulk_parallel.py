"""Writing in several processes writes what one writes, byte for byte."""

import random

import pytest
from test_codec import article, news_schema
from whoosh.fields import ID, Schema
from whoosh.filedb.filestore import FileStorage

from searchidx.store.bulk import merge_segments, write_jobs

SCHEMAS = {"MAIN": news_schema(), "QUOTES": Schema(id=ID(stored=True))}


def prepare(job):
    """A job is a range of article numbers."""
    if "bad" in job:
        raise OSError("the disk is gone")
    articles = [article(random.Random(number), number) for number in job]
    return {
        "MAIN": articles,
        "QUOTES": [{"id": f"quote {number}"} for number in job if number % 7 == 0],
    }, list(job)


def build(directory, processes):
    directory.mkdir()
    jobs = [list(range(start, start + 15)) for start in range(0, 90, 15)]
    segments = {"MAIN": [], "QUOTES": []}
    done = []
    for result in write_jobs(directory, SCHEMAS, jobs, prepare, processes):
        done += result.extra
        for name, written in result.segments.items():
            segments[name] += written
    assert done == list(range(90))
    storage = FileStorage(str(directory))
    merged = {name: merge_segments(storage, name, SCHEMAS[name], segments[name]) for name in segments}
    return {
        (name, extension): (directory / segment.make_filename(extension)).read_bytes()
        for name, segment in merged.items()
        for extension in (".terms", ".docs")
    }


def test_the_number_of_processes_changes_no_byte(tmp_path):
    assert build(tmp_path / "one", 1) == build(tmp_path / "two", 2) == build(tmp_path / "three", 3)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_job_raises_is_raised(tmp_path, processes):
    results = write_jobs(tmp_path, SCHEMAS, [[1, 2], ["bad"], [3]], prepare, processes)
    assert next(results).extra == [1, 2]
    with pytest.raises(OSError, match="the disk is gone"):
        list(results)
