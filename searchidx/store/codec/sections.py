"""The files of a segment: named arrays one after the other, with a directory at the end.

    magic (8 bytes) | section | section | ... | directory (JSON) | offset, length and checksum of the directory | magic

Sections start at multiples of eight and are read in place from a memory map. The directory knows the type, the length
and the checksum of each, and carries the small facts (``meta``) that belong to them. Nothing in it can run code.
"""

from __future__ import annotations

import json
import mmap
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, BinaryIO, Literal, Protocol

import numpy as np
import numpy.typing as npt

from searchidx.errors import IndexDamagedError, IndexVersionError

VERSION = 1
_MAGIC = b"SIDXSEG\x01"
_TAIL = struct.Struct("<QII8s")  # directory offset, length, checksum; magic
_ALIGN = 8
_SPOOLED = 1 << 20  # bytes of a section gathered in memory


def find_sorted(
    values: npt.NDArray[Any], wanted: npt.ArrayLike, side: Literal["left", "right"] = "left"
) -> Any:
    """``np.searchsorted`` without its copy of ``values``, which it makes where ``wanted`` has another type."""
    if not values.size:  # of no particular type
        return np.zeros(np.shape(wanted), np.intp)
    return values.searchsorted(np.asarray(wanted, values.dtype), side)


class Storage(Protocol):
    """The part of ``whoosh.filedb.filestore.Storage`` that the files need."""

    def create_file(self, name: str) -> Any:
        """Return a binary file to write to."""

    def open_file(self, name: str) -> Any:
        """Return a binary file to read from."""


class Spool:
    """Arrays of one type appended to each other: in memory while they are small, else in a file without a name."""

    def __init__(self, folder: str | None) -> None:
        self._folder = folder
        self._arrays: list[npt.NDArray[Any]] = []
        self._size = 0
        self._file: IO[bytes] | None = None

    def append(self, values: npt.NDArray[Any]) -> None:
        """Append an array."""
        self._arrays.append(values)
        self._size += values.nbytes
        if self._size > _SPOOLED:
            self._flush()

    def _flush(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 (lives as long as the spool)
        for values in self._arrays:
            self._file.write(np.ascontiguousarray(values).view(np.uint8).data)
        del self._arrays[1:]  # one stays, for its type
        self._arrays[0] = self._arrays[0][:0]
        self._size = 0

    def parts(self) -> Iterator[npt.NDArray[Any] | bytes]:
        """Yield what was appended, once; an array comes first."""
        if self._file is None:
            yield from self._arrays
            return
        self._flush()
        yield self._arrays[0]
        self._file.seek(0)
        while piece := self._file.read(_SPOOLED):
            yield piece
        self._file.close()


class SectionWriter:
    """Writes one file, section by section. It is complete, and then only readable, once closed."""

    def __init__(self, storage: Storage, name: str) -> None:
        self.name = name
        self.meta: dict[str, Any] = {}
        self._storage = storage
        self._file = storage.create_file(name)
        self._sections: dict[str, list[Any]] = {}
        self._position = 0
        self._write(_MAGIC)

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._position += len(data)

    def add(self, name: str, values: npt.NDArray[Any] | bytes) -> None:
        """Write a section: an array of any simple type, or bytes."""
        self.add_parts(name, [values])

    def add_parts(self, name: str, parts: Iterable[npt.NDArray[Any] | bytes | memoryview]) -> None:
        """Write a section from parts of one type that follow each other."""
        self._write(bytes(-self._position % _ALIGN))
        start, checksum, kind = self._position, 0, "|u1"
        for part in parts:
            if isinstance(part, np.ndarray):
                kind = part.dtype.newbyteorder("<").str
                part = np.ascontiguousarray(part, kind)
                if part.size == 0:
                    continue
                data = part.view(np.uint8).data
            else:
                data = memoryview(part)
            checksum = zlib.crc32(data, checksum)
            self._write(data)
        if name in self._sections:
            raise ValueError(f"section {name!r} is there already")
        self._sections[name] = [start, self._position - start, kind, checksum]

    def spool(self) -> Spool:
        """Return a place to gather a section in, while others are being written."""
        return Spool(getattr(self._storage, "folder", None) or None)

    def add_spool(self, name: str, spool: Spool) -> None:
        """Write a section that was gathered."""
        self.add_parts(name, spool.parts())

    def close(self) -> None:
        """Write the directory and close the file."""
        directory = json.dumps({"version": VERSION, "meta": self.meta, "sections": self._sections}).encode()
        start = self._position
        self._write(directory)
        self._write(_TAIL.pack(start, len(directory), zlib.crc32(directory), _MAGIC))
        self._file.close()


class SectionFile:
    """One file, read in place. Arrays stay valid as long as they are referred to, even if the file is deleted."""

    def __init__(self, storage: Storage, name: str) -> None:
        """Open a file.

        Raises ``FileNotFoundError`` (which makes Whoosh look for a newer generation of the index),
        ``IndexDamagedError`` and ``IndexVersionError``.
        """
        self.name = name
        with storage.open_file(name) as file:
            self.buffer = _mapped(file)
        self._sections, self.meta = self._read_directory()

    def _read_directory(self) -> tuple[dict[str, list[Any]], dict[str, Any]]:
        buffer = self.buffer
        if len(buffer) < len(_MAGIC) + _TAIL.size or buffer[: len(_MAGIC)] != _MAGIC:
            raise self._damaged("it is cut off or no segment file")
        start, length, checksum, magic = _TAIL.unpack(buffer[len(buffer) - _TAIL.size :])
        data = bytes(buffer[start : start + length])
        if magic != _MAGIC or start + length + _TAIL.size != len(buffer) or zlib.crc32(data) != checksum:
            raise self._damaged("its directory is broken")
        directory = json.loads(data)
        if directory["version"] != VERSION:
            raise IndexVersionError(
                f"{self.name}: written in format {directory['version']}, this version reads format {VERSION}; "
                "build the index again"
            )
        return directory["sections"], directory["meta"]

    def _damaged(self, reason: str) -> IndexDamagedError:
        return IndexDamagedError(f"{self.name}: {reason}; build the index again")

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def array(self, name: str) -> npt.NDArray[Any]:
        """Return a section as a read-only array; an empty one of bytes where there is no such section."""
        if name not in self._sections:
            return np.empty(0, np.uint8)
        start, length, kind, _ = self._sections[name]
        dtype = np.dtype(kind)
        return np.frombuffer(self.buffer, dtype, length // dtype.itemsize, start)

    def view(self, name: str) -> memoryview:
        """Return a section as bytes, not copied."""
        start, length, _, _ = self._sections[name]
        return memoryview(self.buffer)[start : start + length]

    def release(self) -> None:
        """Let go of the memory of what was read so far; it is read again where it is needed."""
        if isinstance(self.buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.buffer.madvise(mmap.MADV_DONTNEED)

    def verify(self) -> None:
        """Compare every section with its checksum. Raises ``IndexDamagedError``."""
        for name, (_, _, _, checksum) in self._sections.items():
            if zlib.crc32(self.view(name)) != checksum:
                raise self._damaged(f"the checksum of {name!r} does not match")


def _mapped(file: BinaryIO) -> mmap.mmap | bytes:
    try:
        number = file.fileno()
    except (AttributeError, OSError, ValueError):
        return file.read()  # a storage in memory
    try:
        return mmap.mmap(number, 0, access=mmap.ACCESS_READ)
    except ValueError:  # an empty file
        return b""
