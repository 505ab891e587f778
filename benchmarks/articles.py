"""The articles of a folder as the benchmark feeds them to every engine, through one packed file."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_DATE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\s+")


class BenchmarkArticle(NamedTuple):
    """``date`` is None where the file does not begin with one; ``headline`` may be empty."""

    id: str
    headline: str
    body: str
    date: datetime.date | None


def pack(folder: Path, target: Path, count: int | None = None) -> tuple[int, int]:
    """Write up to ``count`` articles of a folder to one file of JSON lines; return (articles, bytes of their text).

    All engines read this file, so that none of the time measured goes to opening thousands of files.
    """
    size = number = 0
    with target.open("w", encoding="utf-8") as packed:
        for path in sorted(folder.rglob("*.txt"))[:count]:
            text = path.read_text(encoding="utf-8", errors="replace")
            date = _DATE.match(text)
            rest = text[date.end() :] if date else text
            first, gap, others = rest.partition("\n\n")
            short = bool(gap) and len(first) < 150 and not first.rstrip().endswith(".")
            headline, body = (first, others) if short else ("", rest)
            packed.write(json.dumps([str(path.relative_to(folder)), headline, body, date and date[1]]) + "\n")
            size += len(headline.encode()) + len(body.encode())
            number += 1
    return number, size


def unpack(packed: Path) -> Iterator[BenchmarkArticle]:
    """Yield the articles of a packed file."""
    with packed.open(encoding="utf-8") as lines:
        for line in lines:
            name, headline, body, date = json.loads(line)
            yield BenchmarkArticle(name, headline, body, datetime.date.fromisoformat(date) if date else None)
