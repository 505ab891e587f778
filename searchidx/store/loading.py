"""Opening an index that anybody may have made: no code of theirs runs.

Whoosh keeps its table of contents as pickles, and a pickle can call any function when it is loaded. Here the schema's
pickle is never loaded (the format version says which schema it is), and the list of segments is loaded by an unpickler
that knows the index's own classes and no others. Everything else is arrays and JSON.
"""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from whoosh.codec.base import Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import _CURRENT_TOC_VERSION, TOC, FileIndex
from whoosh.reading import IndexReader

from searchidx.errors import IndexMissingError
from searchidx.store.codec import segment_arrays
from searchidx.store.generation import Generation, check_sizes, read_sealed, toc_name, with_newest
from searchidx.store.sealed import damaged

T = TypeVar("T")

# The only class that a list of segments needs: its state is two names, a number and bytes.
_ALLOWED = {("searchidx.store.codec.segment", "ArraySegment")}
_BYTE_ORDER_MARK = -12345


class _RestrictedUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"it asks for {module}.{name}, which is no part of an index")


class _SafeFile(StructFile):  # type: ignore[misc]
    def read_pickle(self) -> Any:
        return _RestrictedUnpickler(self.file).load()


class _HeldLock:
    """Stands for Whoosh's lock where the caller holds the lock of the directory already."""

    def acquire(self, blocking: bool = False) -> bool:
        return True

    def release(self) -> None:
        pass


class SafeStorage(FileStorage):  # type: ignore[misc]
    """The files of an index, opened so that pickles in them cannot run code; writers must hold the writer lock."""

    def open_file(self, name: str, **keywords: Any) -> StructFile:
        return _SafeFile(open(self._fpath(name), "rb"), name=name, **keywords)

    def lock(self, name: str) -> _HeldLock:
        return _HeldLock()


class GenerationIndex(FileIndex):  # type: ignore[misc]
    """One Whoosh index in one generation, whatever is committed later."""

    def __init__(self, storage: SafeStorage, indexname: str, toc: TOC) -> None:
        self.storage = storage
        self.indexname = indexname
        self._schema = toc.schema
        self._toc = toc

    def _read_toc(self) -> TOC:
        toc = self._toc
        return TOC(toc.schema, list(toc.segments), toc.generation)

    def reader(self, reuse: IndexReader | None = None) -> IndexReader:
        toc = self._read_toc()
        reader = self._reader(self.storage, toc.schema, toc.segments, toc.generation, reuse=reuse)
        for leaf, _ in [(reader, 0)] if reader.is_atomic() else reader.leaf_readers():
            arrays = segment_arrays(leaf)
            if arrays is not None:
                arrays.open()
        return reader


def open_newest(
    directory: Path, schemas: Mapping[str, Schema], use: Callable[[Generation, dict[str, GenerationIndex]], T]
) -> T:
    """Return what ``use`` makes of the newest generation and its Whoosh indexes by name (those of ``schemas``).

    ``use`` must open all files that it will need later: it is called again with a newer generation where a writer
    removed them too early for it. Raises ``IndexMissingError`` or ``IndexDamagedError``.
    """

    def open_generation(generation: Generation) -> T:
        if not generation.number:
            raise IndexMissingError(
                f"There is no index in {directory}. Build one: searchidx build FOLDER --index {directory}"
            )
        check_sizes(directory, generation)
        storage = SafeStorage(str(directory))
        indexes = {}
        for indexname, schema in schemas.items():
            name = toc_name(indexname, generation.number)
            content = read_sealed(directory, generation, name)
            toc = read_toc(content, directory / name, indexname, generation.number, schema)
            indexes[indexname] = GenerationIndex(storage, indexname, toc)
        return use(generation, indexes)

    return with_newest(directory, open_generation)


def read_toc(content: bytes, path: Path, indexname: str, generation: int, schema: Schema) -> TOC:
    """Read a table of contents; raises ``IndexDamagedError`` for one that is damaged or does not belong here."""
    try:
        segments = _segments_in(content, generation)
    except Exception as error:  # whatever odd bytes make the unpickler raise
        raise damaged(path.parent, f"{path.name} cannot be read: {error}") from error
    for segment in segments:
        if segment.indexname != indexname or not re.fullmatch("[0-9a-z]+", str(segment.segid)):
            raise damaged(path.parent, f"{path.name} names a segment of something else")
    return TOC(schema, segments, generation)


def _segments_in(content: bytes, generation: int) -> list[Segment]:
    stream = _SafeFile(io.BytesIO(content))
    for _ in ("int", "long", "float"):  # sizes of C types, of interest to Whoosh's own codec only
        stream.read_varint()
    if stream.read_int() != _BYTE_ORDER_MARK or stream.read_int() != _CURRENT_TOC_VERSION:
        raise ValueError("it is not of this version of Whoosh")
    for _ in range(3):  # the release of Whoosh
        stream.read_varint()
    stream.skip_string()  # the schema
    if stream.read_int() != generation:
        raise ValueError("it is of another generation")
    stream.read_int()
    segments = stream.read_pickle()
    if not isinstance(segments, list) or not all(isinstance(segment, Segment) for segment in segments):
        raise ValueError("it holds no list of segments")
    return segments
