"""Posting values: what a Whoosh format says of a term in a document (frequency, positions, characters, boosts).

Whoosh hands them over as bytes, some of them pickled. They are taken apart before they reach a file and put together
again for whoever asks for the bytes; the codec's own readers use the arrays. A format that is not known here is kept
as its bytes.
"""

from __future__ import annotations

import base64
import struct
from typing import Any, NamedTuple

from whoosh import formats


class Kind(NamedTuple):
    """What a format keeps of each occurrence of a term."""

    name: str
    freqs: bool = False
    positions: bool = False
    characters: bool = False
    boosts: bool = False
    opaque: bool = False


_KINDS: dict[type, Kind] = {
    formats.Existence: Kind("existence"),
    formats.Frequency: Kind("frequency", freqs=True),
    formats.Positions: Kind("positions", freqs=True, positions=True),
    formats.Characters: Kind("characters", freqs=True, positions=True, characters=True),
    formats.PositionBoosts: Kind("position_boosts", freqs=True, positions=True, boosts=True),
    formats.CharacterBoosts: Kind(
        "character_boosts", freqs=True, positions=True, characters=True, boosts=True
    ),
}
KINDS = {kind.name: kind for kind in _KINDS.values()} | {"opaque": Kind("opaque", opaque=True)}

Occurrence = tuple[Any, ...]  # position, then start and end where kept, then boost where kept


def kind_of(format_: formats.Format) -> Kind:
    """Return what is known about a format."""
    return _KINDS.get(type(format_), KINDS["opaque"])


def occurrences(kind: Kind, format_: formats.Format, value: bytes) -> list[Occurrence]:
    """Take a value of a format with positions apart."""
    if kind.characters and kind.boosts:
        found: list[Occurrence] = format_.decode_character_boosts(value)
    elif kind.characters:
        found = format_.decode_characters(value)
    elif kind.boosts:
        found = format_.decode_position_boosts(value)
    else:
        found = [(position,) for position in format_.decode_positions(value)]
    return found


def frequency(format_: formats.Format, value: bytes) -> int:
    """Return the frequency that a value of the format "frequency" holds."""
    number: int = format_.decode_frequency(value)
    return number


def value_bytes(kind: Kind, format_: formats.Format, freq: int, found: list[Occurrence]) -> bytes:
    """Put a value together, as Whoosh's own code expects it."""
    if not kind.freqs:
        return b""
    if not kind.positions:
        return struct.pack("!I", freq)
    encoded: Any = format_.encode(found if len(found[0]) > 1 else [occurrence[0] for occurrence in found])
    return bytes(encoded[0] if isinstance(encoded, tuple) else encoded)


def plain_value(format_: formats.Format, value: bytes) -> Any:
    """Take a value apart into what JSON can hold."""
    kind = kind_of(format_)
    if kind.opaque:
        return base64.b64encode(value).decode("ascii")
    if kind.positions:
        return occurrences(kind, format_, value)
    return frequency(format_, value) if kind.freqs else None


def value_of_plain(format_: formats.Format, plain: Any) -> bytes:
    """Put together what ``plain_value`` took apart."""
    kind = kind_of(format_)
    if kind.opaque:
        return base64.b64decode(plain)
    if kind.positions:
        return value_bytes(kind, format_, len(plain), [tuple(occurrence) for occurrence in plain])
    return value_bytes(kind, format_, plain or 1, [])
