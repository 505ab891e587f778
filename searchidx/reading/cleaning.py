"""Decoded text without what cannot be seen: one kind of line end, one kind of space, no control characters."""

from __future__ import annotations

import re
import unicodedata


def _replacements() -> dict[str, str]:
    """Build what each odd character is replaced by."""
    table = {chr(code): " " for code in range(0x20) if chr(code) not in "\t\n\r"}
    table["\x7f"] = " "
    # Control characters above ASCII are bytes of Windows-1252 that somebody took for Latin-1.
    for code in range(0x80, 0xA0):
        table[chr(code)] = bytes([code]).decode("cp1252", "replace")
    table |= dict.fromkeys("\xa0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    table |= dict.fromkeys("\x0b\x0c\u2028", "\n")
    table["\u2029"] = "\n\n"
    # Soft hyphens, spaces without width, byte order marks, and marks that turn the direction of text around.
    invisible = "\xad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff\ufff9\ufffa\ufffb"
    table |= dict.fromkeys(
        invisible + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2061, 0x2070)])), ""
    )
    # Halves of characters beyond the basic plane: JSON can spell them, nothing can store them.
    table |= {chr(code): "\ufffd" for code in range(0xD800, 0xE000)}
    return table


_REPLACED = _replacements()
_ODD = re.compile("[" + "".join(map(re.escape, _REPLACED)) + "]")
#: The odd ones among the bytes of Windows-1252, which has the letters, quotation marks and dashes of Western news.
_ODD_BYTES = bytes(code for code in range(0x100) if _ODD.match(bytes([code]).decode("cp1252", "replace")))
#: Joiners matter between letters of scripts that need them (and emoji), and are noise between Latin ones.
_LAST_LATIN = "\u036f"
_JOINERS = re.compile("[\u200c\u200d]+")
#: A letter with accents after it; only a few at a time, because putting a long run of them in order is not linear.
_DECOMPOSED = re.compile("[^\u0300-\u036f][\u0300-\u036f]{1,8}")
_ACCENT = re.compile("[\u0300-\u036f]")
_LINE_END_SPACES = re.compile(r"(?<![ \t])[ \t]+$", re.M)


def clean(text: str) -> str:
    """Return the text with ``\\n`` line ends, plain spaces and tabs, and nothing invisible; no word is lost."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _is_plain(text):
        text = _ODD.sub(_replace, text)
        if "\u200c" in text or "\u200d" in text:
            text = _JOINERS.sub(_join, text)
        if _ACCENT.search(text):
            text = _DECOMPOSED.sub(_compose, text)
    if " \n" in text or "\t\n" in text or text[-1:] in (" ", "\t"):
        text = _LINE_END_SPACES.sub("", text)
    return text


def _is_plain(text: str) -> bool:
    """Tell that there is nothing to replace; of most texts their bytes tell it in a tenth of the time."""
    try:
        raw = text.encode("ascii" if text.isascii() else "cp1252")
    except UnicodeEncodeError:
        return False
    return len(raw.translate(None, _ODD_BYTES)) == len(raw)


def _replace(match: re.Match[str]) -> str:
    return _REPLACED[match[0]]


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _join(match: re.Match[str]) -> str:
    before, after = (
        match.string[max(0, match.start() - 1) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return match[0][0] if before > _LAST_LATIN and after > _LAST_LATIN else ""
