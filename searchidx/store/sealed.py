"""JSON files that carry their own checksum: read back exactly as they were written, or not at all.

The first line holds the checksum of all bytes after it, so that one flipped bit anywhere is noticed:

    {"checksum":"0f3c...",
    "folder":"/srv/articles","format":1}
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from searchidx.errors import IndexDamagedError

_HEAD = b'{"checksum":"%s",\n'


def new_hasher() -> hashlib.blake2b:
    """Return what computes the checksum that the index uses everywhere: BLAKE2b, 16 bytes, as 32 hex digits."""
    return hashlib.blake2b(digest_size=16)


def digest_of(content: bytes) -> str:
    """Return the checksum of some bytes."""
    hasher = new_hasher()
    hasher.update(content)
    return hasher.hexdigest()


def seal(fields: dict[str, Any]) -> bytes:
    """Return the bytes of a JSON object (not empty) that carries its checksum."""
    rest = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()[1:] + b"\n"
    return _HEAD % digest_of(rest).encode() + rest


def unseal(content: bytes, path: Path) -> dict[str, Any]:
    """Return what was sealed; raises ``IndexDamagedError``, which names ``path``, if a byte of it has changed."""
    _, _, rest = content.partition(b"\n")
    if content != _HEAD % digest_of(rest).encode() + rest:
        raise damaged(path.parent, f"{path.name} is not as it was written")
    fields: dict[str, Any] = json.loads(content)
    del fields["checksum"]
    return fields


def damaged(directory: Path, what: str) -> IndexDamagedError:
    """Return the error for a damaged index: what is wrong with it, and the command that mends it."""
    return IndexDamagedError(
        f"The index in {directory} is damaged: {what}. Mend it: searchidx repair --index {directory}"
    )
