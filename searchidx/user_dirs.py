"""Where a user's files lie, by the XDG Base Directory Specification."""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "searchidx"


def config_dir() -> Path:
    """Return the directory of what a user sets."""
    return _directory("XDG_CONFIG_HOME", ".config")


def data_dir() -> Path:
    """Return the directory of what a user keeps."""
    return _directory("XDG_DATA_HOME", ".local/share")


def cache_dir() -> Path:
    """Return the directory of what can be made anew."""
    return _directory("XDG_CACHE_HOME", ".cache")


def shown(path: Path) -> str:
    """Return a path as a person would write it: from the current directory, or from the home directory."""
    for start, mark in ((Path.cwd(), ""), (Path.home(), "~")):
        try:
            return str(Path(mark) / path.relative_to(start))
        except (ValueError, OSError):
            continue
    return str(path)


def _directory(variable: str, default: str) -> Path:
    named = os.environ.get(variable, "")
    # The specification has relative paths ignored.
    return (Path(named) if os.path.isabs(named) else Path.home() / default) / _NAME
