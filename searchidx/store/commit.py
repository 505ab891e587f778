"""The commit: from one generation of the index to the next in one rename, whatever happens to the machine meanwhile."""

from __future__ import annotations

import contextlib
import datetime
import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from whoosh.codec.base import Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from searchidx.errors import IndexWriteError
from searchidx.store.generation import (
    MAIN,
    FileSeal,
    Generation,
    attachment_name,
    pack_record,
    record_name,
    remove_leftovers,
    toc_name,
)
from searchidx.store.sealed import digest_of, new_hasher

_PIECE = 1 << 20


def commit(
    directory: Path,
    before: Generation,
    facts: Generation,
    schemas: Mapping[str, Schema],
    segments: Mapping[str, Sequence[Segment]],
    attachments: Mapping[str, bytes],
) -> Generation:
    """Make the generation after ``before`` of segments whose files are written already; return it.

    ``facts`` has the folder, the size limit and the number of articles. ``schemas`` and ``segments`` go by name of the
    Whoosh index (MAIN must be among them), ``attachments`` by name ("manifest" ends up in ``manifest-n.json``). Every
    file is on the disk, not only with the operating system, before the generation is visible. The caller holds the
    writer lock. Raises OSError (see ``write_errors``); ``before`` is whole then.
    """
    number = before.number + 1
    files = {}
    for indexname, its_segments in segments.items():
        for name in sorted(_files_of(directory, its_segments)):
            files[name] = before.files.get(name) or _sync_and_seal(directory / name)
        content = pack_toc(schemas[indexname], its_segments, indexname, number)
        files[toc_name(indexname, number)] = FileSeal(len(content), digest_of(content))
        write_synced(directory / (toc_name(indexname, number) + ".new"), content)
    for name, content in attachments.items():
        files[attachment_name(name, number)] = FileSeal(len(content), digest_of(content))
        write_synced(directory / attachment_name(name, number), content)
    built = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    after = replace(facts, number=number, built=built, files=files)
    write_synced(directory / record_name(number), pack_record(after))
    # MAIN last: its table of contents is what makes the generation visible.
    for indexname in sorted(segments, key=lambda name: name == MAIN):
        sync_directory(directory)
        toc = directory / toc_name(indexname, number)
        os.replace(f"{toc}.new", toc)
    sync_directory(directory)
    remove_leftovers(directory, after)
    return after


@contextlib.contextmanager
def write_errors(directory: Path) -> Iterator[None]:
    """Turn what the operating system refuses while an index is written into an ``IndexWriteError``."""
    try:
        yield
    except OSError as error:
        advice = {
            errno.ENOSPC: "Make room on the disk and run it again",
            errno.EDQUOT: "Make room in your quota and run it again",
            errno.EFBIG: "Allow larger files (ulimit -f) and run it again",
            errno.EACCES: "Make the directory writable and run it again",
            errno.EROFS: "Give a directory that can be written with --index",
        }.get(error.errno or 0, "Run it again when that is mended")
        raise IndexWriteError(
            f"The index in {directory} could not be written: {error.strerror or error}. {advice};"
            " the index that was there before is whole and answers."
        ) from error


def pack_toc(schema: Schema, segments: Sequence[Segment], indexname: str, number: int) -> bytes:
    """Return the bytes of a table of contents as Whoosh writes it."""
    memory = RamStorage()
    TOC(schema, list(segments), number).write(memory, indexname)
    content: bytes = memory.files[toc_name(indexname, number)]
    return content


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_directory(directory: Path) -> None:
    """Wait until the names in a directory are on the disk."""
    if os.name == "nt":  # Windows cannot, and needs not
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _files_of(directory: Path, segments: Sequence[Segment]) -> list[str]:
    prefixes = tuple(f"{segment.segment_id()}." for segment in segments)
    return [name for name in os.listdir(directory) if prefixes and name.startswith(prefixes)]


def _sync_and_seal(path: Path) -> FileSeal:
    with open(path, "r+b") as file:
        os.fsync(file.fileno())
    return seal_file(path)


def seal_file(path: Path) -> FileSeal:
    """Read a file through and return its seal."""
    hasher = new_hasher()
    size = 0
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            hasher.update(piece)
            size += len(piece)
    return FileSeal(size, hasher.hexdigest())
