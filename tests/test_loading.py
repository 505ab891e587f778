"""An index made by a stranger: whatever its table of contents carries, no code runs."""

import datetime
import os
import pickle

import pytest
from whoosh.fields import ID, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from searchidx.errors import IndexDamagedError
from searchidx.store.codec import ArraySegment
from searchidx.store.generation import MAIN, FileSeal, Generation, pack_record
from searchidx.store.loading import open_newest
from searchidx.store.sealed import digest_of

SCHEMA = Schema(id=ID())


class Harmful:
    """Creates a folder when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (os.mkdir, (str(self.path),))


class Tame(Harmful):
    """Something that does no harm, and still is no part of an index."""

    def __reduce__(self):
        return (datetime.date, (2022, 5, 12))


def make_index(directory, segments, schema=SCHEMA, version=None):
    """Write an index whose record fits its table of contents: checksums do not tell who made it."""
    memory = RamStorage()
    toc = TOC(SCHEMA, segments, 1)
    toc.schema = schema
    toc.write(memory, MAIN)
    content = memory.files["_MAIN_1.toc"]
    if version is not None:
        content = content.replace(
            (-111).to_bytes(4, "big", signed=True), version.to_bytes(4, "big", signed=True)
        )
    (directory / "_MAIN_1.toc").write_bytes(content)
    files = {"_MAIN_1.toc": FileSeal(len(content), digest_of(content))}
    (directory / "generation-1.json").write_bytes(pack_record(Generation(1, files=files)))


def read(directory):
    return open_newest(directory, {MAIN: SCHEMA}, lambda _, indexes: indexes[MAIN].doc_count())


def test_an_index_without_segments_is_empty(tmp_path):
    make_index(tmp_path, [])
    assert read(tmp_path) == 0


def test_the_harmful_pickle_works_where_nothing_restricts_it(tmp_path):
    pickle.loads(pickle.dumps([Harmful(tmp_path / "proof")]))
    assert (tmp_path / "proof").exists()


@pytest.mark.parametrize("kind", [Harmful, Tame])
@pytest.mark.parametrize("wrap", [list, set, lambda items: [{"name": items}]])
def test_a_harmful_list_of_segments_is_refused_and_runs_nothing(tmp_path, kind, wrap):
    proof = tmp_path / "proof"
    make_index(tmp_path, wrap([kind(proof)]))
    with pytest.raises(IndexDamagedError) as caught:
        read(tmp_path)
    asked = "posix.mkdir" if kind is Harmful else "datetime.date"
    assert f"_MAIN_1.toc cannot be read: it asks for {asked}, which is no part of an index" in str(
        caught.value
    )
    assert not proof.exists()


def test_a_harmful_schema_is_not_even_loaded(tmp_path, monkeypatch):
    proof = tmp_path / "proof"
    schema = Schema(id=ID())
    schema.trap = Harmful(proof)
    assert b"mkdir" in pickle.dumps(schema)
    make_index(tmp_path, [], schema)
    assert read(tmp_path) == 0
    assert not proof.exists()


def test_old_tables_of_contents_that_whoosh_would_convert_are_refused(tmp_path):
    make_index(tmp_path, [], version=-108)
    with pytest.raises(IndexDamagedError, match="it is not of this version of Whoosh"):
        read(tmp_path)


@pytest.mark.parametrize("segments", [{}, None, ["MAIN_0"], 7])
def test_what_is_no_list_of_segments_is_refused(tmp_path, segments):
    make_index(tmp_path, segments)
    with pytest.raises(IndexDamagedError, match="it holds no list of segments"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["../../etc", "a/b", "A", "a\n", 7.5])
def test_a_segment_cannot_name_files_elsewhere(tmp_path, name):
    segment = ArraySegment(MAIN)
    segment.segid = name
    make_index(tmp_path, [segment])
    with pytest.raises(IndexDamagedError, match="names a segment of something else"):
        read(tmp_path)
