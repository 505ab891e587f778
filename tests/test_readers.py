"""Readers in other processes, while a writer commits one generation after the other."""

import json
import subprocess
import sys

from searchidx.index import Index

ARTICLES = 15

READER = """
import json, sys
from searchidx.index import Index

index_dir, last = sys.argv[1], int(sys.argv[2])
searches, seen = 0, set()
while last not in seen:
    with Index.open(index_dir) as index:
        hits = index.search("river", limit=None)
        words = {hit.article.body.split()[-1] for hit in hits}
        numbers = {word.strip(".") for word in words}
        assert len(numbers) == 1, f"mixed: {numbers}"
        assert len(hits) == hits.total == int(sys.argv[3]), f"{len(hits)} of {hits.total}"
        (number,) = numbers
        assert index.search(f"river {number}").total == hits.total
    searches += 2
    assert not seen or int(number) >= max(seen), "went back"
    seen.add(int(number))
print(json.dumps([searches, len(seen)]))
"""


def write_generation(folder, number):
    for name in range(ARTICLES):
        text = f" date 2022-05-12 Report {name} of the river, edition {number}.\n"
        (folder / f"{name}.txt").write_text(text)


def run_readers(top, readers, generations):
    """Let readers search while generations are committed; return (searches, generations seen) of each."""
    folder, index = top / "articles", top / "index"
    folder.mkdir()
    write_generation(folder, 1)
    Index.build(folder, index)
    command = [sys.executable, "-c", READER, index, str(generations), str(ARTICLES)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(readers)
    ]
    for number in range(2, generations + 1):
        write_generation(folder, number)
        assert Index.build(None, index, rebuild=number % 4 == 0).committed
    results = []
    for reader in running:
        out, error = reader.communicate(timeout=300)
        assert reader.returncode == 0, error
        results.append(tuple(json.loads(out)))
    return results


def test_readers_see_one_generation_at_a_time_and_never_an_error(tmp_path):
    for searches, seen in run_readers(tmp_path, readers=3, generations=12):
        assert searches >= 2 and seen >= 1
