"""Encodings from before Unicode: which one wrote these bytes?"""

from __future__ import annotations

import re

from searchidx.reading.decoding import MENDED

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
#: What Windows-1252 text never holds: three accented letters in a row, or a symbol inside a word.
_NOT_WESTERN = re.compile("[À-ÿŠŽšžŸœŒ]{3}|(?<=[^\\W\\d_])[¡-©«¬®-´¶¸¹»-¿×÷ƒˆ‰†‡]+(?=[a-zà-ÿ])")
_ACCENTED = re.compile("[À-ÖØ-öø-ÿŠŽšžŸœŒ]")
_LETTER = re.compile(r"[^\W\d_]")
#: How many bytes around the first odd one are looked at.
_SAMPLE = 1 << 15


def decode_legacy(raw: bytes) -> str:
    """Return the text of bytes that are not UTF-8: in the one encoding that makes sense of them."""
    first = _NOT_ASCII.search(raw)
    start = max(0, first.start() - 2000) if first else 0
    sample = raw[start : start + _SAMPLE]
    sequences = _UTF8_SEQUENCE.findall(sample)
    strays = len(_NOT_ASCII.findall(sample)) - sum(map(len, sequences))
    if len(sequences) >= 4 * strays:
        return raw.decode("utf-8", MENDED)
    if _is_western(sample):
        return raw.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return raw.decode(best.encoding if best else "cp1252", "replace")


def _is_western(sample: bytes) -> bool:
    """Tell whether bytes look like Windows-1252 (or Latin-1, which is the same for what people write)."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if _NOT_WESTERN.search(text):
        return False
    return len(_ACCENTED.findall(text)) <= 0.15 * len(_LETTER.findall(text))
