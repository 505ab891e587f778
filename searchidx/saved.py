"""Saved searches: queries that a user keeps under a name, and what each has found so far.

They lie in plain files of the user's, in a directory for each index (see ``directory_of``):

    index.txt         the path of the index
    searches.json     the searches by name
    NAME.seen         the ids of the articles that the last run of a search found, one per line

An article counts as seen as long as its id stays; one that has changed and matches for the first time is new.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Literal

from searchidx.errors import SavedSearchError
from searchidx.frozen import frozen
from searchidx.user_dirs import data_dir, shown

SEARCHES = "searches.json"
_NAME = re.compile(r"[^\W_][\w.-]{0,59}")


@frozen
class SavedSearch:
    """A query with its options, as typed: "last week" means another week next week. Times are ISO 8601, UTC."""

    name: str
    query: str
    match: Literal["auto", "all", "any"] = "auto"
    since: str | None = None
    until: str | None = None
    saved: str = ""
    last_run: str | None = None


def directory_of(index_dir: Path) -> Path:
    """Return the directory of the searches that are saved for an index; it need not be there."""
    place = os.path.realpath(index_dir)
    digest = hashlib.sha256(os.fsencode(place)).hexdigest()[:12]
    return data_dir() / "saved" / f"{re.sub(r'[^A-Za-z0-9]+', '-', place).strip('-')[-40:]}-{digest}"


class SavedSearches:
    """The saved searches of one index. Methods raise ``SavedSearchError``."""

    def __init__(self, index_dir: Path) -> None:
        self._index_dir = index_dir
        self.directory = directory_of(index_dir)

    def all(self) -> list[SavedSearch]:
        """Return every search, by name."""
        path = self.directory / SEARCHES
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            return [_search(name, found[name]) for name in sorted(found)]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise SavedSearchError(
                f"{shown(path)} cannot be read: {error}. Mend it, or remove it to begin anew."
            ) from error

    def get(self, name: str) -> SavedSearch:
        """Return a search by its name."""
        for search in self.all():
            if search.name == name:
                return search
        names = ", ".join(search.name for search in self.all())
        there = f"There are {names}." if names else "Save one: searchidx saved add NAME QUERY"
        raise SavedSearchError(f"No search is saved as {name!r}. {there}")

    def add(self, search: SavedSearch, *, replaces: bool = False) -> None:
        """Keep a search; what another one of its name had found is forgotten."""
        if not _NAME.fullmatch(search.name):
            raise SavedSearchError(
                f"{search.name!r} cannot be a name. Use letters, digits, - . and _, a letter or digit first."
            )
        kept = {each.name: each for each in self.all()}
        if search.name in kept and not replaces:
            raise SavedSearchError(
                f"{search.name!r} is saved already, for: {kept[search.name].query}. --replace takes its place."
            )
        kept[search.name] = search
        self._forget(search.name)
        self._write(kept.values())

    def remove(self, name: str) -> None:
        """Forget a search."""
        gone = self.get(name)
        self._write(search for search in self.all() if search != gone)
        self._forget(name)

    def seen(self, name: str) -> frozenset[str]:
        """Return the ids of the articles that a search has found."""
        try:
            return frozenset(self._seen_file(name).read_text(encoding="utf-8").split("\n")) - {""}
        except FileNotFoundError:
            return frozenset()
        except (OSError, ValueError) as error:
            raise SavedSearchError(f"{shown(self._seen_file(name))} cannot be read: {error}.") from error

    def remember(self, name: str, ids: Iterable[str], when: str) -> None:
        """Keep that a search was run, and what it found."""
        # What was seen before the search: a run that is interrupted in between tells of the new ones again.
        kept = [replace(each, last_run=when) if each.name == name else each for each in self.all()]
        self._replace(self._seen_file(name), "".join(f"{identity}\n" for identity in sorted(ids)))
        self._write(kept)

    def _seen_file(self, name: str) -> Path:
        return self.directory / f"{name}.seen"

    def _forget(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._seen_file(name).unlink()

    def _write(self, searches: Iterable[SavedSearch]) -> None:
        record = {}
        for search in searches:
            record[search.name] = {k: v for k, v in asdict(search).items() if k != "name" and v is not None}
        self._replace(self.directory / "index.txt", os.path.realpath(self._index_dir) + "\n")
        self._replace(self.directory / SEARCHES, json.dumps(record, ensure_ascii=False, indent=2) + "\n")

    def _replace(self, path: Path, text: str) -> None:
        """Write a file whole, so that whoever reads it never sees half of it."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", errors="surrogateescape", dir=self.directory, delete=False
            ) as file:
                try:
                    file.write(text)
                    file.close()
                    os.replace(file.name, path)
                except BaseException:
                    os.unlink(file.name)
                    raise
        except OSError as error:
            raise SavedSearchError(f"{shown(path)} cannot be written: {error.strerror or error}.") from error


def _search(name: str, record: dict[str, str]) -> SavedSearch:
    known = {field.name for field in fields(SavedSearch)} - {"name"}
    found = SavedSearch(name, **{key: value for key, value in record.items() if key in known})  # type: ignore[arg-type]
    if not isinstance(found.query, str) or found.match not in ("auto", "all", "any"):
        raise ValueError(f"the search {name!r} has no query, or an unknown match")
    return found
