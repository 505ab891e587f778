"""Candidates for the arguments of commands."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import CompletionItem

Found = list[CompletionItem]


def query(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete a query: fields and their values."""
    from searchidx.completing import complete_query

    found = complete_query(incomplete, _index_of(context))
    return [CompletionItem(value, help=about or None) for value, about in found]


def place(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete the name of a place."""
    return _names("place", context, incomplete)


def speaker(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete the name of a speaker."""
    return _names("speaker", context, incomplete)


def article(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete the id of an article by the path of its file."""
    from searchidx.completing import complete_id

    return [CompletionItem(path) for path in complete_id(incomplete, _index_of(context))]


def saved(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete the name of a saved search."""
    from searchidx.saved import SavedSearches

    searches = SavedSearches(_index_of(context)).all()
    return [CompletionItem(one.name, help=one.query) for one in searches if one.name.startswith(incomplete)]


def topic(context: click.Context, parameter: click.Parameter, incomplete: str) -> Found:
    """Complete what help explains."""
    from searchidx.commands import COMMANDS
    from searchidx.commands.help import TOPICS

    named = {**TOPICS, **COMMANDS}
    return [CompletionItem(name, help=about) for name, about in named.items() if name.startswith(incomplete)]


def _names(field: str, context: click.Context, incomplete: str) -> Found:
    from searchidx.completing import complete_name

    return [
        CompletionItem(name, help=whole or None)
        for name, whole in complete_name(field, incomplete, _index_of(context))
    ]


def _index_of(context: click.Context) -> Path:
    given = context.params.get("index_dir")
    # Where the words are still being typed, click has not looked for the default.
    return Path(given or context.lookup_default("index_dir") or os.environ.get("SEARCHIDX_INDEX") or "index")
