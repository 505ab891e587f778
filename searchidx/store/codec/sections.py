"""The files of a segment: named arrays one after the other, with a directory at the end.

    magic (8 bytes) | section | section | ... | directory (JSON) | offset, length and checksum of the directory | magic

Sections start at multiples of eight and are read in place from a memory map. The directory knows the type and the
length of each, and carries the small facts (``meta``) that belong to them. Nothing in it can run code.

Every page of a section (16 KiB, the last one less) has a checksum, all of which stand in the last section. A page is
compared with its checksum before any of it is used for the first time, so that a damaged file raises an error and never
gives a wrong answer, and a large file need not be read through to be opened.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, Protocol

import numpy as np
import numpy.typing as npt

from searchidx.errors import IndexDamagedError, IndexVersionError
from searchidx.store.sealed import damaged

VERSION = 4
_MAGIC = b"SIDXSEG\x01"
_TAIL = struct.Struct("<QII8s")  # directory offset, length, checksum; magic
_ALIGN = 8
_PAGE = 1 << 14
_PAGES = "#pages"
_SPOOLED = 4 << 20  # bytes of a section gathered in memory


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
            self._file = _temporary_file(self._folder)
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


def _temporary_file(folder: str | None) -> IO[bytes]:
    import tempfile

    return tempfile.TemporaryFile(dir=folder)


class SectionWriter:
    """Writes one file, section by section. It is complete, and then only readable, once closed."""

    def __init__(self, storage: Storage, name: str) -> None:
        self.name = name
        self.meta: dict[str, Any] = {}
        self._storage = storage
        self._file = storage.create_file(name)
        self._sections: dict[str, list[Any]] = {}
        self._pages: list[int] = []
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
        if name in self._sections:
            raise ValueError(f"section {name!r} is there already")
        self._write(bytes(-self._position % _ALIGN))
        start, kind = self._position, "|u1"
        checksums = _PageChecksums()
        for part in parts:
            if isinstance(part, np.ndarray):
                kind = part.dtype.newbyteorder("<").str
                part = np.ascontiguousarray(part, kind)
                if part.size == 0:
                    continue
                data = part.view(np.uint8).data
            else:
                data = memoryview(part)
            checksums.add(data)
            self._write(data)
        self._sections[name] = [start, self._position - start, kind, len(self._pages)]
        self._pages.extend(checksums.finished())

    def spool(self) -> Spool:
        """Return a place to gather a section in, while others are being written."""
        return Spool(self._folder)

    def temporary_file(self) -> IO[bytes]:
        """Return a file without a name, where the segment is written, that is gone when it is closed."""
        return _temporary_file(self._folder)

    @property
    def _folder(self) -> str | None:
        return getattr(self._storage, "folder", None) or None

    def add_spool(self, name: str, spool: Spool) -> None:
        """Write a section that was gathered."""
        self.add_parts(name, spool.parts())

    def close(self) -> None:
        """Write the directory and close the file."""
        pages = np.array(self._pages, "<u4")
        self.add(_PAGES, pages)
        directory = json.dumps({"version": VERSION, "meta": self.meta, "sections": self._sections}).encode()
        start = self._position
        self._write(directory)
        checksum = zlib.crc32(pages.tobytes(), zlib.crc32(directory))
        self._write(_TAIL.pack(start, len(directory), checksum, _MAGIC))
        self._file.close()


class _PageChecksums:
    """The checksums of the pages of a section that comes in parts."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._checksum = 0
        self._left = _PAGE

    def add(self, data: memoryview) -> None:
        while len(data) >= self._left:
            self._done.append(zlib.crc32(data[: self._left], self._checksum))
            data = data[self._left :]
            self._checksum, self._left = 0, _PAGE
        self._checksum = zlib.crc32(data, self._checksum)
        self._left -= len(data)

    def finished(self) -> list[int]:
        return [*self._done, self._checksum] if self._left < _PAGE else self._done


class SectionFile:
    """One file, read in place. Arrays stay valid as long as they are referred to, even if the file is deleted."""

    def __init__(self, storage: Storage, name: str) -> None:
        """Open a file.

        Raises ``FileNotFoundError`` (which makes Whoosh look for a newer generation of the index),
        ``IndexDamagedError`` and ``IndexVersionError``.
        """
        self.name = name
        self._folder = str(getattr(storage, "folder", "") or ".")
        with storage.open_file(name) as file:
            self.buffer = _mapped(file)
        self._sections, self.meta = self._read_directory()

    def _read_directory(self) -> tuple[dict[str, list[Any]], dict[str, Any]]:
        buffer = self.buffer
        if len(buffer) < len(_MAGIC) + _TAIL.size or buffer[: len(_MAGIC)] != _MAGIC:
            raise self._damaged("is cut off or no segment file")
        start, length, checksum, magic = _TAIL.unpack(buffer[len(buffer) - _TAIL.size :])
        data = bytes(buffer[start : start + length])
        if magic != _MAGIC or start + length + _TAIL.size != len(buffer):
            raise self._damaged("has a broken directory")
        sections, meta, self._pages = self._parsed(data)
        if zlib.crc32(self._pages.tobytes(), zlib.crc32(data)) != checksum:
            raise self._damaged("has a broken directory")
        self._good = bytearray(len(self._pages))
        return sections, meta

    def _parsed(self, data: bytes) -> tuple[dict[str, list[Any]], dict[str, Any], npt.NDArray[Any]]:
        """Return sections, facts and page checksums from a directory, which may be damaged."""
        try:
            directory = json.loads(data)
            version, sections = directory["version"], directory["sections"]
            if version == VERSION:
                start, length, _, _ = sections.pop(_PAGES)
                return sections, directory["meta"], np.frombuffer(self.buffer, "<u4", length // 4, start)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._damaged("has a broken directory") from error
        raise IndexVersionError(
            f"{self.name} is of format {version}, and this searchidx reads format {VERSION}. Build the index again:"
            f" searchidx build --rebuild --index {self._folder}"
        )

    def _damaged(self, what: str) -> IndexDamagedError:
        return damaged(Path(self._folder), f"{self.name} {what}")

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def array(self, name: str) -> npt.NDArray[Any]:
        """Return a section as a read-only array; an empty one of bytes where there is no such section."""
        return self.checked(name).whole()

    def view(self, name: str) -> memoryview:
        """Return a section as bytes, not copied."""
        start, length, _, _ = self._sections[name]
        self.array(name)
        return memoryview(self.buffer)[start : start + length]

    def checked(self, name: str) -> CheckedSection:
        """Return a large section, of which only the pages in use are compared with their checksums."""
        if name not in self._sections:
            return CheckedSection(self, np.empty(0, np.uint8), 0, 0)
        start, length, kind, first_page = self._sections[name]
        dtype = np.dtype(kind)
        return CheckedSection(
            self, np.frombuffer(self.buffer, dtype, length // dtype.itemsize, start), start, first_page
        )

    def check_pages(self, start: int, length: int, first_page: int, first: int, last: int) -> None:
        """Compare the bytes ``first`` to ``last`` (exclusive) of a section with their checksums, once each."""
        page, end = first_page + first // _PAGE, first_page + (last - 1) // _PAGE + 1
        while (page := self._good.find(0, page, end)) >= 0:
            begin = start + (page - first_page) * _PAGE
            if zlib.crc32(self.buffer[begin : min(begin + _PAGE, start + length)]) != self._pages[page]:
                raise self._damaged(f"is not as it was written (bytes {begin:,} to {begin + _PAGE:,})")
            self._good[page] = 1

    def release(self) -> None:
        """Let go of the memory of what was read so far; it is read again where it is needed."""
        if isinstance(self.buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.buffer.madvise(mmap.MADV_DONTNEED)

    def verify(self) -> None:
        """Compare every section with its checksums. Raises ``IndexDamagedError``."""
        for name in self._sections:
            self.array(name)


class CheckedSection:
    """A section as an array whose parts are compared with their checksums before they are used."""

    __slots__ = ("_array", "_file", "_first_page", "_start")

    def __init__(self, file: SectionFile, array: npt.NDArray[Any], start: int, first_page: int) -> None:
        self._file = file
        self._array = array
        self._start = start
        self._first_page = first_page

    def __len__(self) -> int:
        return len(self._array)

    def part(self, first: int, last: int) -> npt.NDArray[Any]:
        """Return the elements ``first`` to ``last`` (exclusive), not copied. Raises ``IndexDamagedError``."""
        self.check(first, last)
        return self._array[first:last]

    def check(self, first: int, last: int) -> None:
        """Check the elements ``first`` to ``last`` (exclusive), which are then used by ``unchecked``."""
        if first < last:
            size = self._array.itemsize
            last = min(last, len(self._array))
            self._file.check_pages(
                self._start, self._array.nbytes, self._first_page, first * size, last * size
            )

    def unchecked(self) -> npt.NDArray[Any]:
        """Return all of it, for who has checked what is needed."""
        return self._array

    def whole(self) -> npt.NDArray[Any]:
        """Return all of it, checked."""
        return self.part(0, len(self._array))


def _mapped(file: BinaryIO) -> mmap.mmap | bytes:
    try:
        number = file.fileno()
    except (AttributeError, OSError, ValueError):
        return file.read()  # a storage in memory
    try:
        return mmap.mmap(number, 0, access=mmap.ACCESS_READ)
    except ValueError:  # an empty file
        return b""
