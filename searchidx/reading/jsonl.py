"""JSON Lines: a file with one article per line, read as a stream, so that it may be larger than memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from searchidx.errors import ReadError
from searchidx.reading.cleaning import clean
from searchidx.reading.decoding import UndecodableError, decode, wide_bom
from searchidx.reading.source import Source

#: The keys that a line may use for each part of an article; the first that is there counts.
KEYS = {
    "headline": ("headline", "title"),
    "body": ("body", "text", "content"),
    "date": ("date", "published", "pubdate"),
    "byline": ("author", "byline"),
    "source": ("source", "publisher"),
    "url": ("url",),
}
#: A file whose first lines are all broken is no JSON Lines file: no use in naming every line of it.
_HOPELESS = 1000


def read_jsonl(pieces: Iterator[bytes], path: str, size_limit: int) -> Iterator[Source | ReadError]:
    """Give the article of each line of a file, given in pieces, and a ReadError for each line that holds none."""
    number = articles = broken = 0
    for number, raw in enumerate(_lines(pieces, size_limit), 1):
        try:
            source = None if raw is not None and not raw.strip() else _article(raw, path, number, size_limit)
        except ReadError as error:
            broken += 1
            yield error
            if not articles and broken == _HOPELESS:
                yield ReadError(
                    path, f"is not JSON Lines (the first {broken:,} lines are broken); the rest is not read"
                )
                return
            continue
        if source is not None:
            articles += 1
            yield source
    if not articles and not broken:
        yield ReadError(path, "is empty")


def _lines(pieces: Iterator[bytes], size_limit: int) -> Iterator[bytes | None]:
    """Give each line's bytes without its end, None for a line over the limit; never holds more than one line."""
    held: list[bytes] = []
    length = 0
    for piece in _in_utf8(pieces):
        first, *rest = piece.split(b"\n")
        length += len(first)
        held.append(first) if length <= size_limit else held.clear()
        for line in rest:
            yield b"".join(held) if length <= size_limit else None
            held, length = [line], len(line)
            if length > size_limit:
                held.clear()
    if length:
        yield b"".join(held) if length <= size_limit else None


def _in_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Give the pieces as they are, but those of UTF-16 and UTF-32 in UTF-8."""
    decoder = None
    first = True
    for piece in pieces:
        wide = wide_bom(piece) if first else None
        if wide:
            decoder = codecs.getincrementaldecoder(wide)("replace")
        first = False
        yield decoder.decode(piece).encode("utf-8", "replace") if decoder else piece


def _article(raw: bytes | None, path: str, number: int, size_limit: int) -> Source:
    place = f"{path}:{number}"
    if raw is None:
        raise ReadError(place, f"is larger than the limit for one article ({size_limit:,} bytes)")
    try:
        record = json.loads(decode(raw))
    except UndecodableError as error:
        raise ReadError(place, str(error)) from error
    except RecursionError as error:
        raise ReadError(place, "is JSON nested too deeply") from error
    except ValueError as error:
        raise ReadError(place, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise ReadError(place, f"is {_kind(record)}, not an object with an article's fields")
    texts = {}
    for part, keys in KEYS.items():
        value = next((record[key] for key in keys if record.get(key) not in (None, "")), None)
        if value is None:
            continue
        if part in ("headline", "body") and not isinstance(value, str):
            raise ReadError(place, f"has {_kind(value)} as its {part}, not text")
        text = clean(_as_text(value)).strip()
        if text:
            texts[part] = text
    body = texts.pop("body", "")
    if not body and "headline" not in texts:
        raise ReadError(place, f"has no text (under {', '.join(KEYS['body'])})")
    return Source(path, f"{path}#{number}", body, texts)


def _as_text(value: Any) -> str:
    """Spell a field that is text, or what people write for it: a number, a list of names, an object with a name."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _as_text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value[:100])))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def _kind(value: Any) -> str:
    kinds = {bool: "true or false", dict: "an object", list: "a list", str: "a string", type(None): "null"}
    return kinds.get(type(value), "a number")
