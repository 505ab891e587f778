"""Colours and marks for a terminal, and making what a terminal would obey visible."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from searchidx.frozen import frozen

RESET = "\x1b[0m"
_LINK, _END = "\x1b]8;;", "\x1b\\"  # OSC 8

# Control characters (C0 but tab and newline, DEL, C1) and the marks that turn the direction of text around: shown on
# a terminal they could hide or fake what is there.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Return the text with control characters as \\x1b and undecodable bytes of a path as \\xff."""
    return _UNSAFE.sub(_escape, text)


def _address(folder: Path, file: str) -> str:
    """Return the address of a file; a terminal asks for the host, so that it opens no path of another machine."""
    import socket

    from searchidx.reading.names import name_on_disk

    path = quote(os.fsencode(str(folder / name_on_disk(file))))
    return f"file://{socket.gethostname()}{path}"


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


@frozen
class Style:
    """Wraps text in colour where ``colour`` is set, in bold and underline alone where only ``emphasis`` is.

    Paths become links where ``folder``, the one of the articles, is set (an absolute path).
    """

    colour: bool
    emphasis: bool = False
    folder: Path | None = None

    def _paint(self, code: str, text: str, plain: str = "") -> str:
        shown = code if self.colour else plain if self.emphasis else ""
        return f"\x1b[{shown}m{text}{RESET}" if shown and text else text

    def title(self, text: str) -> str:
        """A headline."""
        return self._paint("1", text, "1")

    def quiet(self, text: str) -> str:
        """What stands aside: ranks, labels."""
        return self._paint("2", text)

    def path(self, text: str, file: str | None = None) -> str:
        """A path or id; ``file`` is the path in the folder that it leads to."""
        painted = self._paint("36", text)
        if file is None or self.folder is None:
            return painted
        return f"{_LINK}{_address(self.folder, file)}{_END}{painted}{_LINK}{_END}"

    def date(self, text: str) -> str:
        """A date."""
        return self._paint("32", text)

    def bad(self, text: str) -> str:
        """What went wrong."""
        return self._paint("31", text)

    def mark(self, text: str) -> str:
        """A match."""
        return self._paint("1;33", text, "1;4")

    def marked(self, text: str, spans: Sequence[tuple[int, int]]) -> str:
        """Return the text with its spans marked, safe for a terminal."""
        pieces, last = [], 0
        for start, end in spans:
            pieces.append(visible(text[last:start]))
            pieces.append(self.mark(visible(text[start:end])))
            last = end
        pieces.append(visible(text[last:]))
        return "".join(pieces)
