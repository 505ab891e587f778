"""Settings from files and the environment, and where each comes from.

What counts, most first: an option on the command line; ``SEARCHIDX_NAME`` in the environment; ``.searchidx.toml`` in
the current directory or the nearest above it; ``config.toml`` in the user's directory. In a file a setting stands at
the top, for all commands that have this option, or in a table named after one command, which counts more:

    index = "archive"
    [search]
    limit = 20

A project file may be a stranger's: no setting names a program to run.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple

from searchidx.errors import ConfigError
from searchidx.frozen import frozen
from searchidx.user_dirs import config_dir, shown

PROJECT_FILE = ".searchidx.toml"
USER_FILE = "config.toml"
PREFIX = "SEARCHIDX_"

# By the names of the options, without their hyphens.
SETTINGS = {
    "index": "where the index lies; from a file: relative to the file",
    "color": "auto, always or never",
    "pager": "show long answers page by page on a terminal",
    "links": "make paths links on a terminal",
    "limit": "how many hits are shown",
    "sort": "relevance, newest or oldest",
    "all-copies": "list each copy of a story as a hit",
    "expand": "also look for what the best matches have in common",
    "jobs": "processes that read when an index is built",
    "max-size": "megabytes above which a file is not read",
    "wait": "seconds to wait while another process writes to the index",
}


class Setting(NamedTuple):
    """A value as it was given, and where: ``FILE:LINE`` or the name of a variable."""

    value: object
    origin: str


@frozen
class ConfigFile:
    """A file of settings; ``there`` is False, and nothing in it, where there is none."""

    path: Path
    there: bool = False
    top: Mapping[str, Setting] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)

    def setting(self, command: str, name: str) -> Setting | None:
        """Return what the file says for an option of a command."""
        return self.tables.get(command, {}).get(name) or self.top.get(name)


def config_files(commands: Collection[str]) -> list[ConfigFile]:
    """Return the files that count, the project's first; raises ``ConfigError`` with file and line."""
    project = project_file(Path.cwd())
    paths = [project] if project else []
    return [read_config(path, commands) for path in [*paths, config_dir() / USER_FILE]]


def project_file(start: Path) -> Path | None:
    """Return the project file of a directory: in it, or in the nearest one above."""
    for directory in (start, *start.parents):
        path = directory / PROJECT_FILE
        if path.is_file():
            return path
    return None


def setting_of(command: str, name: str, files: Collection[ConfigFile]) -> Setting | None:
    """Return the setting that is in effect for an option of a command, None where nothing sets it."""
    variable = variable_of(name)
    if os.environ.get(variable):
        return Setting(os.environ[variable], variable)
    return next(filter(None, (file.setting(command, name) for file in files)), None)


def variable_of(name: str) -> str:
    """Return the environment's name of a setting."""
    return PREFIX + name.upper().replace("-", "_")


def read_config(path: Path, commands: Collection[str]) -> ConfigFile:
    """Read a file of settings, in which tables are named after commands."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ConfigFile(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(shown(path), f"cannot be read: {error}.") from error
    if sys.version_info >= (3, 11):  # here, as most have no such file
        import tomllib
    else:
        import tomli as tomllib
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, line = _located(str(error), text)
        raise ConfigError(f"{shown(path)}:{line}", f"is no TOML: {reason}. Write NAME = VALUE.") from error
    top: dict[str, Setting] = {}
    tables: dict[str, Mapping[str, Setting]] = {}
    for key, value in content.items():
        if isinstance(value, dict):
            if key not in commands:
                raise ConfigError(_where(path, text, key, None), _unknown(f"command [{key}]", key, commands))
            tables[key] = {_name(each): _read(path, text, key, each, value[each]) for each in value}
        else:
            top[_name(key)] = _read(path, text, None, key, value)
    return ConfigFile(path, True, top, tables)


def _read(path: Path, text: str, table: str | None, key: str, value: object) -> Setting:
    where = _where(path, text, table, key)
    name = _name(key)
    if name not in SETTINGS:
        raise ConfigError(where, _unknown(f"setting {key!r}", name, SETTINGS))
    if not isinstance(value, (str, int, float)):
        raise ConfigError(where, f'{key} takes one value, as in {key} = 20 or {key} = "text".')
    if name == "index":
        value = os.path.normpath(path.parent / Path(str(value)).expanduser())
    return Setting(value, where)


def _name(key: str) -> str:
    return key.replace("_", "-")


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"there is no {what}.{meant} Write one of {', '.join(known)}."


def _where(path: Path, text: str, table: str | None, key: str | None) -> str:
    """Return ``FILE:LINE`` of a key, or of the head of a table."""
    current = None
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[\s*[\"']?([^\]\"'.]+?)[\"']?\s*[\].]", line)
        current = head[1] if head else current
        if key is None and head and current == table:
            return f"{shown(path)}:{number}"
        named = re.match(r"\s*[\"']?([^=\"']+?)[\"']?\s*=", line)
        if key is not None and current == table and named and named[1].split(".")[-1] == key:
            return f"{shown(path)}:{number}"
    return shown(path)


def _located(message: str, text: str) -> tuple[str, int]:
    """Part the message of the TOML reader into what is wrong and the line."""
    found = re.fullmatch(r"(.*?)\s*\(at (?:line (\d+), column \d+|end of document)\)", message, re.S)
    if not found:
        return message, 1
    return found[1], int(found[2] or max(1, len(text.splitlines())))


def effective(commands: Mapping[str, Collection[str]]) -> dict[str, dict[str, Any]]:
    """Return what is set, by command ("" for all that have the option alike) and setting; see ``searchidx config``."""
    files = config_files(commands)
    found: dict[str, dict[str, Any]] = {"": {}}
    for name in SETTINGS:
        general = setting_of("", name, files)
        if general:
            found[""][name] = general
        for command, options in commands.items():
            special = setting_of(command, name, files) if name in options else None
            if special and special != general:
                found.setdefault(command, {})[name] = special
    return found
