"""What can follow in a query that is being typed: fields, and names out of the index.

The names are kept in a file of the user's cache, so that completing does not open the index: it is made anew when the
index has changed.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from searchidx.query.fields import FIELDS, find
from searchidx.store.folding import fold
from searchidx.user_dirs import cache_dir

# What the field's values are called in the index.
Values = Literal["speaker_names", "place_names", "source_names"]
_VALUES: dict[str, Values] = {
    "speaker": "speaker_names",
    "place": "place_names",
    "mentions": "place_names",
    "source": "source_names",
}
_DATES = (
    "today",
    "yesterday",
    *(f"{which}-{span}" for span in ("week", "month", "year") for which in ("this", "last")),
)
KEPT = 20_000  # names of each kind, the most frequent ones
SHOWN = 40


def complete_query(text: str, index_dir: Path) -> Iterator[tuple[str, str]]:
    """Yield texts that a query may go on as, with explanations; the last word of ``text`` is completed."""
    found = re.fullmatch(r"(.*[\s(]|)([+-]?)([^\s(]*)", text, re.S)
    assert found is not None
    before, word = found[1] + found[2], found[3]
    name, colon, value = word.partition(":")
    if not colon:
        for field in FIELDS:
            if field.name.startswith(name.lower()):
                yield f"{before}{field.name}:", field.about
        return
    known = find(name)
    if known is None:
        return
    if known.kind == "date":
        for each in _DATES:
            if each.startswith(value.lower()):
                yield f"{before}{name}:{each}", ""
    elif known.name in _VALUES:
        for each, whole in complete_name(known.name, value, index_dir):
            yield f"{before}{name}:{each}", whole


def complete_name(field: str, typed: str, index_dir: Path) -> list[tuple[str, str]]:
    """Return what begins as typed in the names of a field's values, the most frequent first, and the whole names.

    A name is taken from the word on that is being typed, so that shells, which look for what all candidates begin
    with, never take away what was typed; for the same reason without accents where it was typed without. Its words are
    joined by hyphens, so that no quotation marks are needed: the query language takes that as a phrase. A name that
    this cannot express is left out.
    """
    wanted = [part for part in re.split(r"[\s\"'-]+", typed.lower()) if part]
    found: dict[str, str] = {}
    for name in _names(index_dir).get(_VALUES[field], ()):
        words = name.split()
        if not all(re.fullmatch(r"\w+", word) for word in words):
            continue
        start = _begins(words, wanted)
        if start is None and not name.isascii():
            words = [fold(word) for word in words]
            start = _begins(words, wanted)
        if start is not None:
            found.setdefault("-".join(words[start:]), name if start or words[start] not in name else "")
            if len(found) == SHOWN:
                break
    return list(found.items())


def _begins(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return from which word on a row of words begins as wanted: all but the last of ``wanted`` are whole words."""
    lowered = [word.lower() for word in words]
    for start in range(len(lowered) - len(wanted) + 1):
        part = lowered[start : start + len(wanted)]
        if part[:-1] == list(wanted[:-1]) and (not wanted or part[-1].startswith(wanted[-1])):
            return start
    return None


def complete_id(typed: str, index_dir: Path) -> list[str]:
    """Return the paths of files and folders of the indexed folder that begin as typed, folders ending in "/"."""
    folder = _names(index_dir).get("folder")
    if not folder:
        return []
    directory, _, start = typed.rpartition("/")
    if ".." in directory.split("/") or directory.startswith("/"):
        return []
    found = []
    with contextlib.suppress(OSError), os.scandir(os.path.join(folder, directory)) as entries:
        for entry in entries:
            if entry.name.startswith(start) and not entry.name.startswith("."):
                path = f"{directory}/{entry.name}" if directory else entry.name
                found.append(f"{path}/" if entry.is_dir() else path)
    return sorted(found)[:500]


def _names(index_dir: Path) -> dict[str, Any]:
    """Return the names of an index by field, and the folder of its articles; {} where there is no index."""
    try:
        stamp = index_dir.stat().st_mtime_ns
    except OSError:
        return {}
    place = os.path.realpath(index_dir)
    path = cache_dir() / "completion" / (re.sub(r"[^A-Za-z0-9]+", "-", place).strip("-")[-150:] + ".json")
    with contextlib.suppress(OSError, ValueError):
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if kept.get("index") == place and kept.get("stamp") == stamp:
            return kept
    found = _read(index_dir) | {"index": place, "stamp": stamp}
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            json.dump(found, file, ensure_ascii=False)
        os.replace(file.name, path)
    return found


def _read(index_dir: Path) -> dict[str, Any]:
    from searchidx.index import Index

    with Index.open(index_dir) as index:
        names: dict[str, Any] = {field: index.names(field, KEPT) for field in sorted(set(_VALUES.values()))}
        return names | {"folder": str(index.folder)}
