"""Names of files as text that can be stored and printed, and back again.

A name on disk is bytes. Those that are not UTF-8 reach Python as lone surrogates, which no index, JSON or terminal
takes. In a path as searchidx shows it such a byte is written ``\\xNN``; a backslash that a name really has before
something that looks like this is written ``\\x5c``. So no two files have the same path, and each is found again.
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\ud800-\udfff]|\\(?=x[0-9a-f]{2}|u[0-9a-f]{4})")
_ESCAPED = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")


def shown_name(name: str) -> str:
    """Return a name from the file system (a str with surrogate escapes) as valid Unicode."""
    return _UNPRINTABLE.sub(_escape, name) if not name.isascii() or "\\" in name else name


def name_on_disk(shown: str) -> str:
    """Return the name for the file system of a name from ``shown_name``."""
    return _ESCAPED.sub(_unescape, shown) if "\\" in shown else shown


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x5C:
        return "\\x5c"
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def _unescape(match: re.Match[str]) -> str:
    if match[2]:
        return chr(int(match[2], 16))
    byte = int(match[1], 16)
    return chr(byte) if byte < 0x80 else chr(0xDC00 + byte)
