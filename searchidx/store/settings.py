"""What lies beside the index as JSON: its format version and where it came from."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict
from pathlib import Path

from searchidx import __version__
from searchidx.errors import IndexMissingError, IndexVersionError
from searchidx.frozen import frozen
from searchidx.store.generation import newest_number, record_name
from searchidx.store.sealed import damaged, digest_of, seal, unseal

# Raised whenever an index written before can no longer be read or would answer differently.
FORMAT_VERSION = 8
FILE_NAME = "searchidx.json"
OWN_PLACES = "places.txt"
OWN_SPEAKERS = "speakers.txt"


@frozen
class Settings:
    """``folder`` is where the articles are: absolute, or relative to the index directory.

    ``searchidx`` is the version of the program that made the index.
    """

    folder: str
    format: int = FORMAT_VERSION
    searchidx: str = __version__


def write_settings(directory: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    path = directory / FILE_NAME
    beside = path.with_suffix(".json.new")
    with open(beside, "wb") as file:
        file.write(seal(asdict(settings)))
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def read_settings(directory: Path) -> Settings:
    """Return the settings of an index, or raise the error that says why it cannot be used."""
    path = directory / FILE_NAME
    build = f"searchidx build FOLDER --index {directory}"
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        number = newest_number(directory)
        if number and (directory / record_name(number)).exists():
            raise damaged(directory, f"{FILE_NAME} is missing") from error
        raise IndexMissingError(f"There is no index in {directory}. Build one: {build}") from error
    except OSError as error:
        raise damaged(directory, f"{FILE_NAME} cannot be read ({error.strerror or error})") from error
    version = _version_in(content)
    if version != FORMAT_VERSION:
        raise IndexVersionError(
            f"The index in {directory} has format {version}, and this searchidx ({__version__}) reads format"
            f" {FORMAT_VERSION}. Build it again: {build}"
        )
    return Settings(**unseal(content, path))


def read_own_places(directory: Path) -> str:
    """Return the text of the user's own places beside an index, "" where there is none that can be read."""
    return _read_own(directory / OWN_PLACES)


def read_own_speakers(directory: Path) -> str:
    """Return the text of the user's spellings of speakers' names, "" where there is none that can be read."""
    return _read_own(directory / OWN_SPEAKERS)


def _read_own(path: Path) -> str:
    """Read a file of the user's: nothing here ever writes or removes it."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""


def own_digest(text: str) -> str:
    """Return the checksum of the text of a file of the user's own, "" for an empty one."""
    return digest_of(text.encode("utf-8")) if text.strip() else ""


def _version_in(content: bytes) -> int:
    """Return the format version, which stands in the settings of every version whatever else has changed."""
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return int(json.loads(content)["format"])
    return FORMAT_VERSION
