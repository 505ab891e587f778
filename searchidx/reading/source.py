"""What reading hands on: one article's text and what its file said about it besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from searchidx.frozen import frozen


@frozen
class Source:
    """One article as it was found, decoded and cleaned, not yet split into its parts.

    ``path`` is relative to the folder, with ``/`` between its parts; ``id`` is the same, or ``path#LINE`` for an
    article in a .jsonl file. ``text`` has ``\\n`` line ends and nothing invisible in it. ``metadata`` holds what stood
    beside the text, under the keys "headline", "date", "byline", "source" and "url"; only those that were given.
    """

    path: str
    id: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
