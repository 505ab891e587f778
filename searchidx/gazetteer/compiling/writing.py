"""Writing the file of places, section by section; `format` says what they are."""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from searchidx.gazetteer.compiling.entry import Entry, weight
from searchidx.gazetteer.format import (
    ALTERNATE,
    BLOCK,
    CAPITAL,
    DEMONYM,
    EXACT,
    FILTER_BITS,
    IDENTITY,
    KINDS,
    MAGIC,
    MANY,
    NONE,
    START,
    filter_bit,
    hash_key,
)
from searchidx.gazetteer.names import name_key


def write(path: Path, entries: list[Entry], demonyms: Iterable[tuple[str, Entry]]) -> None:
    """Write the file."""
    entries = sorted(entries, key=lambda e: (e.number or NONE, e.identity))
    position = {entry: number for number, entry in enumerate(entries)}
    found: dict[str, dict[int, float]] = defaultdict(dict)

    def add(key: str, entry: Entry, alternate: bool) -> None:
        place = position[entry]
        value = found[key]
        if alternate:
            if place not in value:
                value[place | ALTERNATE] = weight(entry, True)
        else:
            value.pop(place | ALTERNATE, None)
            value[place] = weight(entry)

    lines = []
    for entry in entries:
        add(name_key(entry.name), entry, False)
        kept = {name_key(entry.name): entry.name}
        listed = entry.kind != "city"
        for name in sorted(entry.names, key=lambda n: (not n.isascii(), "'" in n, n)):
            key = name_key(name)
            if key and key not in kept:
                kept[key] = name
                add(key, entry, not listed)
        for name in entry.exact:
            add(EXACT + name, entry, False)
        if not entry.number:
            add(IDENTITY + entry.identity, entry, False)
        lines.append("|".join(kept.values()))
    for form, entry in demonyms:
        add(DEMONYM + name_key(form), entry, False)

    keys, values, lists = array("Q"), array("I"), array("I")
    for hashed, key in sorted((hash_key(key), key) for key in found):
        places = sorted(found[key], key=lambda p: (-found[key][p], p))
        keys.append(hashed)
        if len(places) == 1:
            values.append(places[0])
        else:
            values.append(MANY | len(lists))
            lists.append(len(places))
            lists.extend(places)
    blocks, names = array("I"), bytearray()
    for start in range(0, len(lines), BLOCK):
        blocks.append(len(names))
        names += zlib.compress("\n".join(lines[start : start + BLOCK]).encode(), 9)
    blocks.append(len(names))
    sections = {
        "ids": array("I", [e.number for e in entries]),
        "latitudes": array("f", [e.lat for e in entries]),
        "longitudes": array("f", [e.lon for e in entries]),
        "people": array("I", [e.people for e in entries]),
        "parents": array("I", [position[e.parent] if e.parent else NONE for e in entries]),
        "kinds": array("B", [KINDS.index(e.kind) | CAPITAL * e.capital for e in entries]),
        "countries": array("B", b"".join(f"{e.country:2}".encode() for e in entries)),
        "keys": keys,
        "values": values,
        "lists": lists,
        "filter": make_filter(found),
        "blocks": blocks,
        "names": names,
    }
    write_sections(path, sections)


def make_filter(keys: Iterable[str]) -> bytearray:
    """The bits of all keys, and of the first two words of each name of more words."""
    bits = bytearray(FILTER_BITS // 8)
    for key in keys:
        forms = [key]
        words = key.split(" ")
        if len(words) > 1 and key[0] not in EXACT + IDENTITY:
            forms.append(START + " ".join(words[:2]).lstrip(DEMONYM))
        for form in forms:
            bit = filter_bit(form)
            bits[bit >> 3] |= 1 << (bit & 7)
    return bits


def write_sections(path: Path, sections: dict[str, Any]) -> None:
    """Write the header and the sections, each at a multiple of eight bytes."""
    bodies = {name: bytes(section) for name, section in sections.items()}
    start = 4096
    table, offset = {}, start
    for name, body in bodies.items():
        table[name] = (offset, len(body))
        offset += -(-len(body) // 8) * 8
    header = json.dumps(table).encode()
    out = bytearray(offset)
    out[: len(MAGIC) + 4 + len(header)] = MAGIC + struct.pack("<I", len(header)) + header
    for name, body in bodies.items():
        out[table[name][0] : table[name][0] + len(body)] = body
    path.write_bytes(out)
