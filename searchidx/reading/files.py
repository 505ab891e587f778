"""One file to the articles in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Protocol

from searchidx.errors import ReadError
from searchidx.reading.cleaning import clean
from searchidx.reading.decoding import UndecodableError, decode
from searchidx.reading.jsonl import read_jsonl
from searchidx.reading.names import name_on_disk
from searchidx.reading.source import Source
from searchidx.reading.walk import kind_of_file, reason_of

#: Bytes that an article may have, unless the caller says otherwise.
SIZE_LIMIT = 10 * 1024 * 1024
_PIECE = 1 << 18
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class Digest(Protocol):
    """What ``hashlib`` makes."""

    def update(self, data: bytes, /) -> object: ...


def read_file(
    folder: str | os.PathLike[str], path: str, size_limit: int = SIZE_LIMIT, digest: Digest | None = None
) -> Iterator[Source | ReadError]:
    """Give the articles of the file ``path`` below ``folder``, and what in it cannot be read; nothing in it raises.

    A .jsonl file is read line by line, and ``size_limit`` (bytes) holds for each line; for any other file it holds
    for the whole. ``digest``, if given, is fed every byte that is read: the whole file, unless its first and only
    result is a ReadError.
    """
    try:
        descriptor, size = _open(folder, path)
        try:
            if path.lower().endswith(".jsonl"):
                yield from read_jsonl(_pieces(descriptor, digest), path, size_limit)
            else:
                yield _read_text(descriptor, path, size, size_limit, digest)
        finally:
            os.close(descriptor)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(path, reason_of(error))


def digest_file(folder: str | os.PathLike[str], path: str, digest: Digest) -> int:
    """Feed every byte of the file ``path`` below ``folder`` to ``digest``; return how many. Raises ReadError."""
    try:
        descriptor, _ = _open(folder, path)
        try:
            count = sum(map(len, _pieces(descriptor, digest)))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ReadError(path, reason_of(error)) from error
    return count


def _open(folder: str | os.PathLike[str], path: str) -> tuple[int, int]:
    """Open a regular file without ever waiting for a pipe's other end; return its descriptor and its size."""
    try:
        descriptor = os.open(os.path.join(folder, name_on_disk(path)), _FLAGS)
    except ValueError as error:  # a NUL in the name
        raise ReadError(path, "is no name of a file") from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(path, f"is {kind_of_file(status.st_mode)}, not a file with text")
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status.st_size


def _read_text(descriptor: int, path: str, size: int, size_limit: int, digest: Digest | None) -> Source:
    raw = b"" if size > size_limit else _read_up_to(descriptor, size, size_limit + 1)
    if size > size_limit or len(raw) > size_limit:
        raise ReadError(path, f"is larger than the limit ({max(size, len(raw)):,} of {size_limit:,} bytes)")
    if digest is not None:
        digest.update(raw)
    if not raw:
        raise ReadError(path, "is empty")
    try:
        text = clean(decode(raw))
    except UndecodableError as error:
        raise ReadError(path, str(error)) from error
    if not text or text.isspace():
        raise ReadError(path, "holds no text, only white space")
    return Source(path, path, text)


def _read_up_to(descriptor: int, size: int, count: int) -> bytes:
    """Read to the end of a file of about ``size`` bytes, or ``count`` bytes of one that is still growing."""
    raw = os.read(descriptor, min(size + 1, count))
    if len(raw) == size:
        return raw
    pieces = [raw]
    count -= len(raw)
    while count > 0 and (piece := os.read(descriptor, min(count, _PIECE))):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _pieces(descriptor: int, digest: Digest | None) -> Iterator[bytes]:
    """Give a file's bytes piece by piece, each after it has been fed to the digest."""
    while piece := os.read(descriptor, _PIECE):
        if digest is not None:
            digest.update(piece)
        yield piece
