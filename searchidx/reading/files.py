"""One file to the articles in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from searchidx.errors import ReadError
from searchidx.reading.cleaning import clean
from searchidx.reading.decoding import UndecodableError, decode
from searchidx.reading.jsonl import read_jsonl
from searchidx.reading.names import name_on_disk
from searchidx.reading.source import Source
from searchidx.reading.walk import kind_of_file, reason_of

#: Bytes that an article may have, unless the caller says otherwise.
SIZE_LIMIT = 10 * 1024 * 1024
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
        with _opened(folder, path) as (stream, size):
            if path.lower().endswith(".jsonl"):
                yield from read_jsonl(stream, path, size_limit, digest.update if digest else None)
            else:
                yield _read_text(stream, path, size, size_limit, digest)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(path, reason_of(error))


def digest_file(folder: str | os.PathLike[str], path: str, digest: Digest) -> int:
    """Feed every byte of the file ``path`` below ``folder`` to ``digest``; return how many. Raises ReadError."""
    count = 0
    try:
        with _opened(folder, path) as (stream, _):
            while piece := stream.read(1 << 20):
                digest.update(piece)
                count += len(piece)
    except OSError as error:
        raise ReadError(path, reason_of(error)) from error
    return count


@contextmanager
def _opened(folder: str | os.PathLike[str], path: str) -> Iterator[tuple[BinaryIO, int]]:
    """Open a regular file without ever waiting for a pipe's other end; give it with its size."""
    try:
        descriptor = os.open(os.path.join(folder, name_on_disk(path)), _FLAGS)
    except ValueError as error:  # a NUL in the name
        raise ReadError(path, "is no name of a file") from error
    with open(descriptor, "rb", buffering=0) as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(path, f"is {kind_of_file(status.st_mode)}, not a file with text")
        yield stream, status.st_size


def _read_text(stream: BinaryIO, path: str, size: int, size_limit: int, digest: Digest | None) -> Source:
    raw = b"" if size > size_limit else _read_up_to(stream, size_limit + 1)
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


def _read_up_to(stream: BinaryIO, count: int) -> bytes:
    """Read to the end of a file, or ``count`` bytes of one that is longer or still growing."""
    pieces = []
    while count > 0:
        piece = stream.read(min(count, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        count -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
