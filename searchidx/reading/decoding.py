"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, what old computers wrote by its looks."""

from __future__ import annotations

import codecs

#: Bytes that open files of other kinds, and what those are.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: The first bytes of all these.
_SIGNED = frozenset(sign[:1] for sign, _ in (*_MAGIC, *_BOMS))
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 0x7F])
_BINARY = "is a binary file, not text"
#: Name of the error handler that takes what is not UTF-8 in a UTF-8 text for Windows-1252, the usual stowaway.
MENDED = "searchidx-cp1252"


class UndecodableError(ValueError):
    """Bytes that hold no text; the message says what they are instead."""


def decode(raw: bytes) -> str:
    """Return the text that the bytes of a file spell, without a byte order mark.

    Bytes that fit no encoding become U+FFFD, never nothing. Raises UndecodableError for what is not text at all.
    """
    if raw[:1] in _SIGNED:
        for bom, encoding in _BOMS:
            if raw.startswith(bom):
                mend = MENDED if encoding == "utf-8" else "replace"
                return _readable(raw[len(bom) :].decode(encoding, mend))
        for magic, kind in _MAGIC:
            if raw.startswith(magic):
                raise UndecodableError(f"is {kind}, not text")
    if b"\0" in raw:
        wide = _wide_encoding(raw)
        if wide:
            return _readable(raw.decode(wide, "replace"))
    controls = _share_of(_CONTROLS, raw)
    if controls > 0.1:
        raise UndecodableError(_BINARY)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # No typewriter had control characters and accents on the same keys.
        if controls > 0.01:
            raise UndecodableError(_BINARY) from error
    from searchidx.reading.legacy import decode_legacy

    return _readable(decode_legacy(raw))


def _readable(text: str) -> str:
    """Return a text as it is; raises UndecodableError if a tenth of what it begins with is no character at all."""
    sample = text[:4000]
    odd = sum(not (char.isprintable() or char.isspace()) or char == "\ufffd" for char in sample)
    if odd > 0.1 * len(sample):
        raise UndecodableError(_BINARY)
    return text


def wide_bom(raw: bytes) -> str | None:
    """Return "utf-16" or "utf-32" if bytes begin with the mark of one of these."""
    encoding = next((encoding for bom, encoding in _BOMS if raw.startswith(bom)), "")
    return encoding[:6] if encoding[:6] in ("utf-16", "utf-32") else None


def _share_of(some: bytes, raw: bytes) -> float:
    """Return which share of the bytes are among some."""
    sample = raw[: 1 << 20]
    return (len(sample) - len(sample.translate(None, some))) / max(1, len(sample))


def _wide_encoding(raw: bytes) -> str | None:
    """Recognise UTF-16 that lost its mark: Western text has a NUL in every second byte and none between."""
    sample = raw[: 1 << 16]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mend(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MENDED, _mend)
