"""Worker processes: the same batches in the same order however many, a clear end when one dies, and no orphans."""

import os
import signal
import subprocess
import sys
import time

import pytest

from searchidx.errors import WorkerError
from searchidx.reading import FileEntry, iter_files
from searchidx.sync import tasks as sync_tasks
from searchidx.sync.tasks import Task, run_task, share_out
from searchidx.sync.workers import run_tasks


@pytest.fixture
def folder(tmp_path):
    for number in range(60):
        text = f" date 2022-05-{number % 28 + 1:02} Report {number} from Kharkiv.\n\n“All is well,” said Anna Reed.\n"
        (tmp_path / f"{number:03}.txt").write_text(text)
    lines = [f'{{"text": "Line {number} of many."}}' for number in range(2500)]
    (tmp_path / "many.jsonl").write_text("\n".join([*lines, "{broken"]))
    (tmp_path / "blank.txt").write_text(" \n")
    return tmp_path


def tasks_of(folder, size=7):
    files = [entry for entry in iter_files(folder) if isinstance(entry, FileEntry)]
    return [Task(str(folder), tuple(files[at : at + size]), 10_000_000) for at in range(0, len(files), size)]


def test_tasks_are_bounded_by_bytes_and_files():
    big = [FileEntry(f"{number}.txt", 400_000, 0) for number in range(7)]
    assert [len(task.files) for task in share_out("f", big, 1)] == [3, 3, 1]
    small = [FileEntry(f"{number}.txt", 1, 0) for number in range(300)]
    assert [len(task.files) for task in share_out("f", small, 1)] == [256, 44]
    assert list(share_out("f", [], 1)) == []


def test_a_task_gives_articles_digests_and_problems(folder):
    batches = list(run_task(Task(str(folder), tuple(tasks_of(folder, 100)[0].files), 10_000_000)))
    assert [len(batch.articles) for batch in batches] == [1000, 1000, 560]
    finished = {done.file.path: done for batch in batches for done in batch.files}
    assert len(finished) == 62
    assert finished["many.jsonl"].articles == 2500
    assert [path for path, _ in finished["many.jsonl"].problems] == ["many.jsonl:2501"]
    assert finished["blank.txt"].problems == [("blank.txt", "holds no text, only white space")]
    assert all(len(done.digest) == 32 for done in finished.values())


def test_what_was_not_read_whole_has_no_digest(folder):
    (batch,) = run_task(Task(str(folder), (FileEntry("000.txt", 70, 0), FileEntry("gone.txt", 1, 0)), 5))
    assert [(done.digest, done.articles) for done in batch.files] == [("", 0), ("", 0)]


def test_reasons_of_one_file_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(sync_tasks, "PROBLEMS_PER_FILE", 3)
    (tmp_path / "a.jsonl").write_text('{"text": "One good line."}\n' + "{broken\n" * 10)
    (batch,) = run_task(Task(str(tmp_path), (FileEntry("a.jsonl", 1, 0),), 1000))
    assert batch.files[0].problems[-1] == ("a.jsonl", "and 7 more of its lines")
    assert len(batch.files[0].problems) == 4


@pytest.mark.parametrize("jobs", [2, 3])
def test_results_are_the_same_whatever_the_number_of_processes(folder, jobs):
    alone = list(run_tasks(tasks_of(folder), 1))
    together = list(run_tasks(tasks_of(folder), jobs))
    assert together == alone


def test_a_worker_that_dies_is_an_error_that_names_its_files(folder):
    results = run_tasks(tasks_of(folder), 2)
    next(results)
    for child in children_of(os.getpid()):
        os.kill(child, signal.SIGKILL)
    with pytest.raises(WorkerError) as caught:
        list(results)
    assert "A worker process ended by SIGKILL (perhaps for want of memory) while it read the " in str(
        caught.value
    )
    assert " files from " in str(caught.value)


def test_leaving_early_ends_the_workers(folder):
    results = run_tasks(tasks_of(folder), 2)
    next(results)
    assert len(children_of(os.getpid())) == 2
    results.close()
    assert children_of(os.getpid()) == []


BUILD = """
import sys, os
from searchidx.reading import FileEntry
from searchidx.sync.tasks import Task
from searchidx.sync.workers import run_tasks
files = [FileEntry("000.txt", 70, 0)] * 100
results = run_tasks((Task(sys.argv[1], tuple(files), 1000) for _ in range(100000)), 2)
next(results)
print("under way", flush=True)
for batch in results: pass
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_its_build(folder, how):
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout.readline() == "under way\n"
    workers = children_of(process.pid)
    assert len(workers) == 2
    process.send_signal(how)
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 30
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < deadline, "a worker runs on"
        time.sleep(0.05)


def children_of(pid):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and stat_of(entry)[1:2] == [str(pid)]:
            found.append(int(entry))
    return found


def is_running(pid):
    return stat_of(pid)[:1] not in ([], ["Z"])


def stat_of(pid):
    """Return the state and the parent of a process, and more; nothing for one that is no more."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()
    except OSError:
        return []
