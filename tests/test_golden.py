"""Golden articles: files as they are found in the wild, each beside the parts that it must be taken apart into.

``python tests/test_golden.py`` writes the expected parts anew; read the diff before you commit it.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from searchidx.errors import ReadError
from searchidx.reading import FileEntry, iter_files, read_file
from searchidx.splitting import split

GOLDEN = Path(__file__).resolve().parent / "golden"
FILES = [entry.path for entry in iter_files(GOLDEN) if isinstance(entry, FileEntry)]


def parts_of(path: str) -> list[dict[str, Any]]:
    """Return the parts of each article in a file; empty ones are left out."""
    found: list[dict[str, Any]] = []
    for source in read_file(GOLDEN, path):
        if isinstance(source, ReadError):
            found.append({"problem": str(source)})
            continue
        parts = dataclasses.asdict(split(source.text, source.metadata, source.path))
        parts["body"] = parts["body"].split("\n\n")
        found.append({"id": source.id} | {name: value for name, value in parts.items() if value})
    return found


def as_json(path: str) -> str:
    return json.dumps(parts_of(path), ensure_ascii=False, indent=1, default=str) + "\n"


@pytest.mark.parametrize("path", FILES)
def test_an_article_is_taken_apart_as_before(path):
    assert as_json(path) == (GOLDEN / f"{path}.json").read_text(encoding="utf-8")


def test_there_are_no_expectations_without_a_file():
    expected = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.json")}
    assert expected == {f"{path}.json" for path in FILES}


if __name__ == "__main__":
    for file in FILES:
        (GOLDEN / f"{file}.json").write_text(as_json(file), encoding="utf-8")
