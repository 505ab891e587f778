"""The file of places: what its sections are and how a reader finds them.

    magic (8 bytes) | length of the header (uint32, little-endian) | header (JSON) | sections, each 8-byte aligned

The header maps a section's name to its offset and size in bytes. All integers are little-endian.

    ids        uint32   GeoNames number of each place, ascending; 0 for the places after those (no number is known)
    latitudes, longitudes   float32, degrees
    people     uint32   population
    parents    uint32   the place that a place lies in, or NONE
    kinds      uint8    number in KINDS, with the flag CAPITAL for the capital of a country
    countries  2 bytes  ISO 3166-1 alpha-2 code, two blanks where there is none
    keys       uint64   hash_key() of every folded name, ascending
    values     uint32   per key: a place (with the flag ALTERNATE), or with the flag MANY an offset into `lists`
    lists      uint32   a count, then so many places (with the flag ALTERNATE), the most prominent first
    filter     bits     FILTER_BITS of them: filter_bit() of every key and of the first two words of longer names
    blocks     uint32   offsets into `names`, one per BLOCK places, and the end
    names      bytes    per block, zlib: one line for each place, its names separated by "|", the main one first
"""

from __future__ import annotations

from hashlib import blake2b
from zlib import crc32

MAGIC = b"SIDXGAZ4"
KINDS = ("city", "country", "region", "county", "continent", "area", "water", "mountain", "island")
NONE = 0xFFFFFFFF
MANY = 0x80000000
ALTERNATE = 0x40000000
NUMBER = 0x3FFFFFFF
CAPITAL = 0x80
BLOCK = 64
FILTER_BITS = 1 << 22

# Prefixes of keys that are no folded names.
EXACT = "="  # an abbreviation, only as written: "=U.S."
DEMONYM = "~"  # "~russian" gives Russia
START = "^"  # in the filter alone: "^new york" for "New York Mills" and all others that start so
IDENTITY = "#"  # "#kharkiv|UA" gives the place whose id is "name:kharkiv|UA"


def hash_key(key: str) -> int:
    """64 bits of a key; two of a million keys collide once in forty million files."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def filter_bit(key: str) -> int:
    """The bit of the filter that is set for a key: nine of ten names that are none are told apart by it."""
    return crc32(key.encode() if key.isascii() else key.encode("utf-8", "surrogatepass")) & (FILTER_BITS - 1)
