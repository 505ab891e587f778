"""Encodings from before Unicode: which one wrote these bytes?

Latin letters are decided here, by alphabets: in the right encoding the accented letters of a text all belong to one
language, and stand where letters stand. General detectors go by the frequency of letters, which fails for the
commonest text of all, English with a dozen curly quotes and one accent in it. For other scripts they are good.
"""

from __future__ import annotations

import re

from searchidx.reading.decoding import MENDED

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
#: How many bytes that are not ASCII are looked at, and how many bytes to find them.
_ODD_BYTES = 400
_SAMPLE = 1 << 16

_ALPHABETS = {
    # French, German, Spanish, Portuguese, Italian, Catalan, Dutch, Swedish and Finnish, Danish and Norwegian, Icelandic
    "cp1252": "àâæçéèêëîïôœùûüÿ äöüß áéíñóúü áâãàçéêíóôõúü àèéìíîòóùú àçèéíïòóúü áéèêëïóöü åäöéàü æøåéüóòô áðéíóúýþæöø",
    # Polish, Czech, Slovak, Hungarian, Romanian, the Latin languages of former Yugoslavia
    "cp1250": "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž",
    # Turkish
    "cp1254": "çğıöşüâîû",
    # Lithuanian, Latvian, Estonian
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äõöüšž",
}
#: Encodings in the order in which they are tried, with the encoding whose languages they were for.
_CANDIDATES = (
    ("cp1252", "cp1252"),
    ("iso8859_15", "cp1252"),
    ("cp1250", "cp1250"),
    ("iso8859_2", "cp1250"),
    ("cp1254", "cp1254"),
    ("cp1257", "cp1257"),
    ("mac_roman", "cp1252"),
    ("cp850", "cp1252"),
)
_LETTERS = {
    encoding: [
        frozenset(alphabet + alphabet.upper() + "İ" * ("ı" in alphabet)) for alphabet in alphabets.split()
    ]
    for encoding, alphabets in _ALPHABETS.items()
}
#: What else stands in running text, between words (first) or inside them too (second).
_MARKS = frozenset("“”„‘’‚–—…•«»‹›¿¡£€©®™°§·½¼¾²³ªº\xa0\xad")
_MARKS_IN_WORDS = frozenset("’‘–—…·\xa0\xad«»“”")
_ODD = re.compile(r"(?=(.?)([^\x00-\x7f])(.?))", re.S)
#: An English text with names from everywhere has letters of many languages.
_MIXED = 0.9
_GOOD_ENOUGH = 0.85


def decode_legacy(raw: bytes) -> str:
    """Return the text of bytes that are not UTF-8: in the one encoding that makes sense of them."""
    sample = _sample(raw)
    sequences = sum(map(len, _UTF8_SEQUENCE.findall(sample)))
    odd = len(_NOT_ASCII.findall(sample))
    if sequences >= 0.8 * odd:
        return raw.decode("utf-8", MENDED)
    if len(_ASCII_LETTER.findall(sample)) > odd:
        encoding = _latin_encoding(sample)
        if encoding:
            return raw.decode(encoding, "replace")
    return raw.decode(_detected(sample) or "cp1252", "replace")


def _sample(raw: bytes) -> bytes:
    """Return the part of a text in which its first bytes that are not ASCII stand."""
    found = []
    for match in _NOT_ASCII.finditer(raw):
        found.append(match.start())
        if len(found) == _ODD_BYTES or match.start() - found[0] > _SAMPLE:
            break
    return raw[max(0, found[0] - 200) : found[-1] + 200] if found else b""


def _latin_encoding(sample: bytes) -> str | None:
    """Return the encoding in which the letters belong to one language, or at least to Western ones."""
    best, best_score = None, 0.0
    for encoding, languages in _CANDIDATES:
        score = _score(sample.decode(encoding, "replace"), _LETTERS[languages])
        if score > best_score:
            best, best_score = encoding, score
        if score == 1:
            break
    return best if best_score >= _GOOD_ENOUGH else None


def _score(text: str, alphabets: list[frozenset[str]]) -> float:
    """Return which share of the characters that are not ASCII is well placed, for the language that explains most."""
    letters = []
    right = total = 0
    for before, odd, after in _ODD.findall(text):
        total += 1
        if not odd.isalpha() or odd in "ªº":
            in_word = before.isalpha() and after.isalpha()
            right += odd in (_MARKS_IN_WORDS if in_word else _MARKS)
        elif not (odd.isupper() and before.islower()):
            letters.append(odd)
    one = max(sum(map(alphabet.__contains__, letters)) for alphabet in alphabets)
    every = sum(any(letter in alphabet for alphabet in alphabets) for letter in letters)
    return (right + max(one, _MIXED * every)) / max(1, total)


def _detected(sample: bytes) -> str | None:
    """Return what charset-normalizer takes the encoding for; but Hebrew, which it reads as Russian without capitals."""
    odd = b"".join(_NOT_ASCII.findall(sample))
    others = odd.translate(None, bytes(range(0xE0, 0xFB)))
    if (
        len(odd) > 20
        and len(others) < 0.1 * len(odd)
        and not others.translate(None, bytes(range(0x80, 0xC0)))
    ):
        return "cp1255"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None
