"""Writes that the system refuses: a clear message, the old index whole, nothing left over."""

import os
import resource
import signal
import subprocess
import sys

import pytest
from conftest import write_articles

from searchidx.index import Index

# What a file may have at most: too little for the segment's first file, its second, the manifest.
LIMITS = [0, 100, 2_000, 12_000]


def limit_files(limit):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("options", [[], ["--rebuild"]])
def test_a_build_that_cannot_be_written_says_so_and_changes_nothing(tmp_path, limit, options):
    write_articles(tmp_path / "corpus")
    Index.build(tmp_path / "corpus", tmp_path / "index")
    (tmp_path / "corpus/new.txt").write_text("The level of the Elbe. " + " ".join(map(str, range(9000))))
    before = {name: (tmp_path / "index" / name).read_bytes() for name in os.listdir(tmp_path / "index")}
    done = subprocess.run(
        [
            sys.executable,
            "-B",
            "-m",
            "searchidx",
            "build",
            *options,
        ],  # -B: modules are compiled to files, too
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=lambda: limit_files(limit),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "searchidx: The index in index could not be written: File too large. Allow larger files (ulimit -f) and run it"
        " again; the index that was there before is whole and answers.\n"
    )
    after = {name: (tmp_path / "index" / name).read_bytes() for name in os.listdir(tmp_path / "index")}
    assert {**after, "MAIN_WRITELOCK": b""} == {**before, "MAIN_WRITELOCK": b""}
    assert Index.check(tmp_path / "index") == []
    Index.build(None, tmp_path / "index")
    with Index.open(tmp_path / "index") as index:
        assert "new.txt" in [hit.id for hit in index.search("level", limit=None)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_directory_that_cannot_be_written_is_said_so(tmp_path):
    write_articles(tmp_path / "corpus")
    (tmp_path / "index").mkdir(mode=0o500)
    done = subprocess.run(
        [sys.executable, "-m", "searchidx", "build"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "index cannot be written: Permission denied. Give another directory with --index" in done.stderr
