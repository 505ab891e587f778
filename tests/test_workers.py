"""Worker processes: the same batches in the same order however many, a clear end when one dies, and no orphans."""

import os
import signal
import subprocess
import sys
import time

import pytest

from searchidx.errors import WorkerError
from searchidx.reading import FileEntry, iter_files
from searchidx.store.generation import MAIN, QUOTES
from searchidx.store.loading import SafeStorage
from searchidx.sync import tasks as sync_tasks
from searchidx.sync.tasks import Desk, Reading, ReadTask, share_out
from searchidx.sync.workers import Crew


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "index").mkdir()
    for number in range(60):
        text = f" date 2022-05-{number % 28 + 1:02} Report {number} from Kharkiv.\n\n“All is well,” said Anna Reed.\n"
        (folder / f"{number:03}.txt").write_text(text)
    lines = [f'{{"text": "Line {number} of many."}}' for number in range(250)]
    (folder / "many.jsonl").write_text("\n".join([*lines, "{broken"]))
    (folder / "blank.txt").write_text(" \n")
    return folder


def reading_of(folder, size_limit=10_000_000):
    return Reading(str(folder), str(folder.parent / "index"), size_limit)


def tasks_of(folder, size=7):
    files = [entry for entry in iter_files(folder) if isinstance(entry, FileEntry)]
    return [ReadTask(reading_of(folder), tuple(files[at : at + size])) for at in range(0, len(files), size)]


def run_alone(task):
    with Desk() as desk:
        return list(task.run(desk))


def segments_of(folder, results):
    """Return what the segments in results hold, by number of the task."""
    storage = SafeStorage(str(folder.parent / "index"))
    found = []
    for number, done in sorted(results, key=lambda result: result[0]):
        for name, segments in done.segments.items():
            for segment in segments:
                stored = segment.files(storage).stored
                found.append((number, name, [stored[doc] for doc in range(segment.doc_count_all())]))
    return found


def test_tasks_grow_smaller_towards_the_end_whatever_the_files():
    files = [FileEntry(f"{number}.txt", 99_500, 0) for number in range(400)]
    sizes = [len(task.files) for task in share_out(Reading("f", "i"), files)]
    assert sum(sizes) == 400
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 40 and sizes[-2] == 15
    assert list(share_out(Reading("f", "i"), [])) == []
    large = [FileEntry(f"{number}.txt", 50_000_000, 0) for number in range(7)]
    assert [len(task.files) for task in share_out(Reading("f", "i"), large)] == [1] * 7


def test_a_task_gives_segments_digests_and_problems(folder):
    results = run_alone(tasks_of(folder, 100)[0])
    assert [done.articles for done in results] == [100, 100, 100, 10]
    finished = {file.file.path: file for done in results for file in done.files}
    assert len(finished) == 62
    assert finished["many.jsonl"].articles == 250
    assert [path for path, _ in finished["many.jsonl"].problems] == ["many.jsonl:251"]
    assert finished["blank.txt"].problems == [("blank.txt", "holds no text, only white space")]
    assert all(len(file.digest) == 32 for file in finished.values())
    assert [done.segments for done in results[:-1]] == [{}, {}, {}]
    counts = {name: [s.doc_count_all() for s in them] for name, them in results[-1].segments.items()}
    assert counts == {MAIN: [310], QUOTES: [60]}


def test_without_finders_there_are_no_quotes(folder):
    reading = reading_of(folder)._replace(finders=False)
    (done,) = run_alone(ReadTask(reading, tasks_of(folder)[0].files))
    assert [len(done.segments[name]) for name in (MAIN, QUOTES)] == [1, 0]


def test_what_was_not_read_whole_has_no_digest(folder):
    task = ReadTask(reading_of(folder, 5), (FileEntry("000.txt", 70, 0), FileEntry("gone.txt", 1, 0)))
    (done,) = run_alone(task)
    assert [(file.digest, file.articles) for file in done.files] == [("", 0), ("", 0)]


def test_reasons_of_one_file_are_bounded(folder, monkeypatch):
    monkeypatch.setattr(sync_tasks, "PROBLEMS_PER_FILE", 3)
    (folder / "a.jsonl").write_text('{"text": "One good line."}\n' + "{broken\n" * 10)
    (done,) = run_alone(ReadTask(reading_of(folder), (FileEntry("a.jsonl", 1, 0),)))
    assert done.files[0].problems[-1] == ("a.jsonl", "and 7 more of its lines")
    assert len(done.files[0].problems) == 4


def test_results_are_the_same_whatever_the_number_of_processes(folder):
    outcomes = []
    for jobs in (1, 2, 3):
        with Crew(jobs) as crew:
            results = list(crew.run(tasks_of(folder)))
        results.sort(key=lambda result: result[0])
        files = [(number, file) for number, done in results for file in done.files]
        outcomes.append((files, segments_of(folder, results)))
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert len(outcomes[0][0]) == 62


def test_a_worker_that_dies_is_an_error_that_names_its_files(folder):
    with pytest.raises(WorkerError) as caught, Crew(2) as crew:
        results = crew.run(tasks_of(folder))
        next(results)
        for child in children_of(os.getpid()):
            os.kill(child, signal.SIGKILL)
        list(results)
    assert "A worker process ended by SIGKILL (perhaps for want of memory) while it read the " in str(
        caught.value
    )
    assert " files from " in str(caught.value)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_written_is_the_error_that_it_was(folder, jobs):
    (folder.parent / "index").rmdir()
    with pytest.raises(FileNotFoundError), Crew(jobs) as crew:
        list(crew.run(tasks_of(folder)))


def test_leaving_early_ends_the_workers(folder):
    with Crew(2) as crew:
        next(crew.run(tasks_of(folder)))
        assert len(children_of(os.getpid())) == 2
    assert children_of(os.getpid()) == []


BUILD = """
import sys
from pathlib import Path
from searchidx.reading import FileEntry
from searchidx.sync.tasks import Reading, ReadTask
from searchidx.sync.workers import Crew
task = ReadTask(Reading(sys.argv[1], sys.argv[2]), tuple([FileEntry("000.txt", 70, 0)] * 100_000))
with Crew(2) as crew:
    results = crew.run([task] * 4)
    next(results)
    print("under way", flush=True)
    for _ in results:
        pass
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_its_build(folder, how):
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), str(folder.parent / "index")],
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


def test_new_workers_take_the_place_of_the_old_ones(folder):
    with Crew(2) as crew:
        before = list(crew.run(tasks_of(folder)))
        old = children_of(os.getpid())
        crew.renew()
        assert len(children_of(os.getpid())) == 2
        assert not set(children_of(os.getpid())) & set(old)
        assert len(list(crew.run(tasks_of(folder)))) == len(before)
    assert children_of(os.getpid()) == []
