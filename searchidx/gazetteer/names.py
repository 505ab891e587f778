"""The one form under which a place name is looked up, whatever way it is written."""

from __future__ import annotations

import unicodedata

_TABLE = {ord(mark): None for mark in "'’‘`´ʻʼ′.\u00ad"} | {ord(mark): " " for mark in "-–—‐/,\xa0"}
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}


def name_key(name: str) -> str:
    """Fold a name: case, accents, apostrophes, full stops and hyphens do not count, nor does a leading "the".

    "St. Mary's", "Saint Mary’s" and "ST MARYS" have one key; so have "Xi'an" and "Xian", "Zürich" and "Zurich".
    """
    if name.isascii() and name.isalpha():
        key = name.lower()
        return _SHORT.get(key, key)
    key = name.lower().translate(_TABLE)
    if not key.isascii():
        # Taken apart before it is put in lower case: "𝛢" and "™" hold capitals.
        key = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).lower())
        key = "".join(letter for letter in key if not unicodedata.combining(letter))
        key = key.translate(_LETTERS).translate(_TABLE)
    words = key.split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join([_SHORT.get(word, word) for word in words])
