"""Settings as the defaults of a command's options."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import click

from searchidx.config import SETTINGS, Setting, config_files, setting_of
from searchidx.errors import ConfigError


def options_of(command: click.Command) -> dict[str, click.Parameter]:
    """Return the options of a command that can be set, by the name of the setting."""
    return {
        name: parameter
        for parameter in command.params
        for name in SETTINGS
        if f"--{name}" in parameter.opts and isinstance(parameter, click.Option)
    }


def defaults_of(command: click.Command, name: str, commands: Collection[str]) -> dict[str, Any]:
    """Return what click is to take where an option is not given; raises ``ConfigError``."""
    files = config_files(commands)
    if isinstance(command, click.Group):
        return {sub: _defaults(command.commands[sub], name, files) for sub in command.commands}
    return _defaults(command, name, files)


def _defaults(command: click.Command, name: str, files: Any) -> dict[str, Any]:
    found = {}
    for setting_name, parameter in options_of(command).items():
        setting = setting_of(name, setting_name, files)
        if setting is not None and parameter.name is not None:
            found[parameter.name] = checked(setting, setting_name, parameter)
    return found


def checked(setting: Setting, name: str, parameter: click.Parameter) -> Any:
    """Return the value of a setting as the option takes it."""
    try:
        return parameter.type.convert(str(setting.value), parameter, None)
    except click.BadParameter as error:
        raise ConfigError(setting.origin, f"{name} cannot be {setting.value!r}: {error.message}") from error
