"""Following a folder: every change ends in the index, and what happens to the index is no change."""

import signal
import subprocess
import sys
import time

import pytest
from conftest import write_articles

from searchidx.errors import SearchidxError
from searchidx.index import Index

PATIENCE = 60


@pytest.fixture
def watched(tmp_path):
    """A folder with its index inside, and a program that follows it."""
    write_articles(tmp_path / "corpus")
    command = [
        sys.executable,
        "-u",
        "-m",
        "searchidx",
        "build",
        "corpus",
        "--watch",
        "--index",
        "corpus/index",
    ]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    assert "6 articles of corpus indexed" in process.stderr.readline()
    yield tmp_path / "corpus"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 130


def wait_for(index, ids):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with Index.open(index) as opened:
            if sorted(hit.id for hit in opened.search("*", limit=None)) == sorted(ids):
                return
        time.sleep(0.05)
    raise AssertionError(f"the index never held {ids}")


def test_changes_end_in_the_index_and_a_quiet_folder_causes_no_builds(watched):
    folder, index = watched, watched / "index"
    ids = ["front/2022-05-12.txt", "front/2022-05-14.txt", "river/dam.txt", "river/flood.md"]
    (folder / "markets/oil.jsonl").unlink()
    wait_for(index, ids)
    (folder / "new").mkdir()
    (folder / "new/report.txt").write_text("A new report from the Elbe.\n")
    wait_for(index, [*ids, "new/report.txt"])
    (folder / "new/report.txt").rename(folder / "report.txt")
    wait_for(index, [*ids, "report.txt"])
    time.sleep(1.5)  # for what a build of its own making would cause
    quiet = {path.name for path in index.iterdir()}
    time.sleep(2)
    assert {path.name for path in index.iterdir()} == quiet


def test_without_watchdog_the_message_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchdog.observers", None)
    with pytest.raises(SearchidxError) as caught:
        Index.watch(write_articles(tmp_path / "corpus"), tmp_path / "index")
    assert str(caught.value) == (
        "Watching a folder needs the package watchdog. Install it: pip install 'searchidx[watch]'"
    )
