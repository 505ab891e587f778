"""The writer lock: one process at a time, and it dies with its process."""

import signal
import subprocess
import sys
import time

import pytest
from whoosh.fields import ID, Schema
from whoosh.index import LockError, create_in

from searchidx.errors import IndexLockedError, IndexWriteError
from searchidx.sync.lock import LOCK_FILE, writer_lock

HOLD = """
import sys, time
from pathlib import Path
from searchidx.sync.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def holder(tmp_path):
    """Start processes that hold the lock for some seconds."""
    running = []

    def start(seconds):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(tmp_path), str(seconds)], stdout=subprocess.PIPE, text=True
        )
        running.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path, holder):
    process = holder(60)
    with pytest.raises(IndexLockedError) as caught, writer_lock(tmp_path):
        pass
    message = str(caught.value)
    assert message.startswith(f"Another process is writing to {tmp_path}: process {process.pid} on '")
    assert f"since '{time.strftime('%Y-')}" in message
    assert message.endswith(
        ". Wait until it is done (--wait SECONDS), or end it; nothing is left locked then."
    )


def test_the_lock_dies_with_its_process(tmp_path, holder):
    process = holder(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with writer_lock(tmp_path):
        pass


def test_a_writer_waits_for_the_other(tmp_path, holder):
    holder(0.3)
    with writer_lock(tmp_path, wait=30):
        pass


def test_waiting_ends_after_the_given_time(tmp_path, holder):
    holder(60)
    started = time.monotonic()
    with pytest.raises(IndexLockedError), writer_lock(tmp_path, wait=0.3):
        pass
    assert 0.3 <= time.monotonic() - started < 20


def test_whoosh_writers_are_kept_out_too(tmp_path):
    index = create_in(str(tmp_path), Schema(id=ID()))
    with writer_lock(tmp_path), pytest.raises(LockError):
        index.writer()
    writer = index.writer()
    with pytest.raises(IndexLockedError), writer_lock(tmp_path):
        pass
    writer.cancel()


def test_a_note_that_makes_no_sense_is_not_trusted(tmp_path, holder):
    holder(60)
    (tmp_path / LOCK_FILE).write_bytes(b' {"pid": "\x1b[31m", "host": 1}')
    with pytest.raises(IndexLockedError, match="a process that left no name"), writer_lock(tmp_path):
        pass


def test_a_place_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "file").write_text("no directory")
    with pytest.raises(IndexWriteError) as caught, writer_lock(tmp_path / "file" / "index"):
        pass
    assert str(caught.value) == (
        f"{tmp_path}/file/index cannot be written: Not a directory. Give another directory with --index, or make this"
        " one writable."
    )
