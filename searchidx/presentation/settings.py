"""The settings in effect and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from searchidx.config import SETTINGS, variable_of
from searchidx.presentation.style import visible
from searchidx.user_dirs import shown

if TYPE_CHECKING:
    from searchidx.config import ConfigFile, Setting

Effective = Mapping[str, Mapping[str, "Setting"]]


def settings_lines(files: Sequence[ConfigFile], settings: Effective) -> Iterator[str]:
    """Yield the files that were looked for, what is set, and what could be."""
    yield "Files, the first counts most (options and the environment count more):"
    for file in files:
        yield f"  {visible(shown(file.path))}{'' if file.there else '  (not there)'}"
    rows = [
        (f"{command}.{name}" if command else name, _text(setting.value), setting.origin)
        for command, values in settings.items()
        for name, setting in values.items()
    ]
    yield ""
    yield "In effect:" if rows else "Nothing is set, the defaults are in effect."
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for name, value, origin in rows:
        yield visible(f"  {name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")
    left = [name for name in SETTINGS if name not in settings[""]]
    if left:
        yield ""
        yield "Can be set too:"
        for name in left:
            yield f"  {name:<10}  {variable_of(name):<20}  {SETTINGS[name]}"


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def settings_record(files: Sequence[ConfigFile], settings: Effective) -> dict[str, Any]:
    """Return the same as plain data; "" stands for all commands."""
    return {
        "files": [{"path": str(file.path), "there": file.there} for file in files],
        "settings": [
            {"command": command or None, "name": name, "value": setting.value, "from": setting.origin}
            for command, values in settings.items()
            for name, setting in values.items()
        ],
    }
