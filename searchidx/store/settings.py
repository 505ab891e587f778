"""What lies beside the index as JSON: its format version and where it came from."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from searchidx import __version__
from searchidx.errors import IndexDamagedError, IndexMissingError, IndexVersionError

# Raised whenever an index written before can no longer be read or would answer differently.
FORMAT_VERSION = 1
FILE_NAME = "searchidx.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """``folder`` is the absolute path of the articles, ``built`` the time of the last commit (ISO 8601, UTC)."""

    folder: str
    built: str
    format: int = FORMAT_VERSION
    searchidx: str = __version__


def write_settings(directory: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    path = directory / FILE_NAME
    beside = path.with_suffix(".json.new")
    with open(beside, "w", encoding="utf-8") as file:
        json.dump(asdict(settings), file, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def read_settings(directory: Path) -> Settings:
    """Return the settings of an index, or raise the error that says why it cannot be used."""
    path = directory / FILE_NAME
    build = f"searchidx build FOLDER --index {directory}"
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        version = fields["format"]
        if version == FORMAT_VERSION:
            return Settings(**fields)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissingError(f"There is no index in {directory}. Build one: {build}") from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamagedError(f"{path} cannot be read ({error}). Build the index again: {build}") from error
    raise IndexVersionError(
        f"The index in {directory} has format {version}, and this searchidx ({__version__}) reads format"
        f" {FORMAT_VERSION}. Build it again: {build}"
    )
