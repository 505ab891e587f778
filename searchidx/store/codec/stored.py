"""Stored documents: each compressed by itself, so that one is fetched without its neighbours.

Documents are alike, so a dictionary trained on the first ones of a segment does for short texts what long ones have in
themselves. Values are JSON; what JSON lacks (dates, bytes, decimals ...) is tagged. Merged segments keep the
dictionaries of their parts, so that documents are copied as they are.
"""

from __future__ import annotations

import base64
import datetime
import json
import threading
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import zstandard

from searchidx.store.codec.sections import SectionFile, SectionWriter, find_sorted

if TYPE_CHECKING:
    from concurrent.futures import Future

_LEVEL = 3
_SAMPLED = 512 << 10  # bytes of the first documents that a dictionary is trained on
_DICTIONARY = 64 << 10  # bytes of it, at the most
_WORTH = 1 / 8  # of the documents that it is trained on
_BATCH = 256 << 10  # bytes of documents compressed in one go
_COUNTED = 17  # bits of the table that training counts in: one that stays in the processor's cache
_FEWEST = 16  # documents that training needs
_LEAST = 192 << 10  # bytes of documents that a dictionary is worth its place and time for
# Of documents of some thousand bytes; frames without what is the same in each: eight bytes less.
_FORMAT = zstandard.FORMAT_ZSTD1_MAGICLESS
_PARAMETERS = zstandard.ZstdCompressionParameters.from_level(
    _LEVEL, source_size=4096, dict_size=_DICTIONARY, format=_FORMAT, write_dict_id=0
)
_PLAIN = frozenset({str, int, float, bool, type(None)})
_TAG = "$"

_ENCODERS: dict[type, Callable[[Any], Any]] = {
    bytes: lambda value: base64.b64encode(value).decode("ascii"),
    datetime.datetime: datetime.datetime.isoformat,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
    datetime.timedelta: lambda value: [value.days, value.seconds, value.microseconds],
    Decimal: str,
    tuple: lambda value: [_tagged(item) for item in value],
    set: lambda value: [_tagged(item) for item in value],
    frozenset: lambda value: [_tagged(item) for item in value],
    dict: lambda value: [[_tagged(key), _tagged(item)] for key, item in value.items()],
}
_DECODERS: dict[str, Callable[[Any], Any]] = {
    "bytes": base64.b64decode,
    "datetime": datetime.datetime.fromisoformat,
    "date": datetime.date.fromisoformat,
    "time": datetime.time.fromisoformat,
    "timedelta": lambda value: datetime.timedelta(*value),
    "Decimal": Decimal,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "dict": dict,
}


def _tagged(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list:
        return [_tagged(item) for item in value]
    encode = _ENCODERS.get(kind)
    if encode is None:
        raise ValueError(
            f"a value of type {kind.__name__} cannot be stored: give text, numbers, dates, bytes, lists or dictionaries"
        )
    return {_TAG: kind.__name__, "v": encode(value)}


def _untagged(found: dict[str, Any]) -> Any:
    return _DECODERS[found[_TAG]](found["v"])


def encode_document(fields: Iterable[tuple[str, Any]]) -> bytes:
    """Return the stored values of a document as bytes: a line of JSON, then the texts as they are.

    A field whose value is None is left out. Raises ``ValueError`` for a value of a type that cannot be stored.
    """
    head: list[str] = []
    texts = []
    for name, value in fields:
        if type(value) is str:
            text = value.encode() if value.isascii() else value.encode("utf-8", "surrogatepass")
            head.append(f"[{_quoted(name)},{len(text)}]")
            texts.append(text)
        elif value is not None:
            head.append(json.dumps([name, None, _tagged(value)]))
    return b"".join((f"[{','.join(head)}]\n".encode("ascii"), *texts))


@lru_cache(maxsize=1000)
def _quoted(name: str) -> str:
    return json.dumps(name)


_decode_head = json.JSONDecoder(object_hook=_untagged).decode


def decode_document(data: bytes) -> dict[str, Any]:
    """Return the stored values."""
    end = data.index(b"\n")
    fields = {}
    position = end + 1
    for name, length, *value in _decode_head(data[:end].decode("ascii")):
        if length is None:
            fields[name] = value[0]
        else:
            fields[name] = data[position : position + length].decode("utf-8", "surrogatepass")
            position += length
    return fields


class StoredPart(NamedTuple):
    """Compressed documents that share a dictionary (empty for none): their lengths, and their bytes in pieces.

    A piece holds any number of documents, so that whole runs of them are copied at once.
    """

    dictionary: bytes
    lengths: npt.NDArray[np.uint64]
    pieces: Sequence[bytes | memoryview]


class _Compressed(NamedTuple):
    """Documents one after the other, and the length of each."""

    lengths: list[int]
    data: bytes


class DocumentCompressor:
    """Compresses the documents of one segment as they come; ``finish`` gives the part.

    ``submit`` runs a call, now or later but in order, and returns its future: compression then goes on beside.
    """

    def __init__(self, submit: Callable[..., Future[_Compressed]] | None = None) -> None:
        self._submit = submit or _at_once
        self._waiting: list[bytes] = []
        self._size = 0
        self._enough = _SAMPLED
        self._compressed: list[Future[_Compressed]] = []
        self._dictionary = b""
        self._compressor: zstandard.ZstdCompressor | None = None

    def add(self, document: bytes) -> None:
        """Add one document."""
        self._waiting.append(document)
        self._size += len(document)
        if self._size >= self._enough:
            self._flush()

    def _flush(self) -> None:
        self._compressed.append(self._submit(self._compress, self._waiting))
        self._waiting = []
        self._size = 0
        self._enough = _BATCH

    def _compress(self, documents: list[bytes]) -> _Compressed:
        if self._compressor is None:  # the first ones: they stand for the rest
            dictionary = _trained(documents)
            if dictionary is None:
                self._compressor = zstandard.ZstdCompressor(compression_params=_PARAMETERS)
            else:
                self._dictionary = dictionary.as_bytes()
                dictionary.precompute_compress(compression_params=_PARAMETERS)
                self._compressor = zstandard.ZstdCompressor(
                    compression_params=_PARAMETERS, dict_data=dictionary
                )
        compressed = list(map(self._compressor.compress, documents))
        return _Compressed(list(map(len, compressed)), b"".join(compressed))

    def finish(self) -> StoredPart:
        """Return what was added. To be called where ``submit`` runs its calls, or when they all have been run."""
        batches = [batch.result() for batch in self._compressed]
        batches.append(self._compress(self._waiting))
        lengths = np.array([length for batch in batches for length in batch.lengths], np.uint64)
        return StoredPart(self._dictionary, lengths, [batch.data for batch in batches])


def _at_once(task: Callable[[list[bytes]], _Compressed], documents: list[bytes]) -> Future[_Compressed]:
    from concurrent.futures import Future

    future: Future[_Compressed] = Future()
    future.set_result(task(documents))
    return future


def _trained(documents: Sequence[bytes]) -> zstandard.ZstdCompressionDict | None:
    total = sum(map(len, documents))
    if len(documents) < _FEWEST or total < _LEAST:
        return None
    try:
        return zstandard.train_dictionary(
            min(_DICTIONARY, int(total * _WORTH)), list(documents), k=200, d=8, f=_COUNTED
        )  # no search for better k and d
    except zstandard.ZstdError:  # samples too uniform to learn from
        return None


def write_stored(out: SectionWriter, parts: Sequence[StoredPart]) -> None:
    """Write the documents of a segment."""
    lengths = np.concatenate([np.zeros(0, np.uint64), *(part.lengths for part in parts)])
    offsets = np.zeros(len(lengths) + 1, np.uint64)
    np.cumsum(lengths, out=offsets[1:])
    ends = np.cumsum([len(part.dictionary) for part in parts], dtype=np.uint64)
    out.add("stored:part_first_docs", np.cumsum([0, *(len(part.lengths) for part in parts)], dtype=np.uint32))
    out.add("stored:dictionary_offsets", np.concatenate((np.zeros(1, np.uint64), ends)))
    out.add_parts("stored:dictionaries", [part.dictionary for part in parts])
    out.add("stored:offsets", offsets.astype(np.uint32) if offsets[-1] < 1 << 32 else offsets)
    out.add_parts("stored:documents", [piece for part in parts for piece in part.pieces])


class StoredReader:
    """The stored documents of a segment."""

    def __init__(self, file: SectionFile) -> None:
        self._first_docs: npt.NDArray[Any] = file.array("stored:part_first_docs")
        self._dictionary_offsets = file.array("stored:dictionary_offsets")
        self._dictionaries = file.view("stored:dictionaries")
        self._offsets = file.array("stored:offsets")
        self._data = file.checked("stored:documents")
        self._local = threading.local()  # decompressors are not to be shared between threads

    def __getitem__(self, doc: int) -> dict[str, Any]:
        return decode_document(self.plain(doc))

    def plain(self, doc: int) -> bytes:
        """Return a document as it was before compression."""
        part = int(find_sorted(self._first_docs, doc, "right")) - 1
        return self._decompressor(part).decompress(self.compressed(doc))

    def compressed(self, doc: int) -> memoryview:
        """Return a document as it lies in the file."""
        return self._data.part(int(self._offsets[doc]), int(self._offsets[doc + 1])).data

    def as_part(self, docs: range | Sequence[int], dictionary: bytes) -> StoredPart:
        """Return documents, compressed as they lie in the file; ``docs`` ascend, and a range is one piece."""
        if isinstance(docs, range):
            offsets = self._offsets[docs.start : docs.stop + 1]
            piece = self._data.part(int(offsets[0]), int(offsets[-1])).data
            return StoredPart(dictionary, np.diff(offsets), [piece])
        pieces = list(map(self.compressed, docs))
        return StoredPart(dictionary, np.array(list(map(len, pieces)), np.uint64), pieces)

    def parts(self) -> list[tuple[int, int, bytes]]:
        """Return first document, last document (exclusive) and dictionary of each part."""
        firsts = self._first_docs.tolist()
        return [(a, b, self._dictionary(i)) for i, (a, b) in enumerate(pairwise(firsts))]

    def _dictionary(self, part: int) -> bytes:
        start, end = self._dictionary_offsets[part : part + 2].tolist()
        return bytes(self._dictionaries[start:end])

    def _decompressor(self, part: int) -> zstandard.ZstdDecompressor:
        known: dict[int, zstandard.ZstdDecompressor] = self._local.__dict__.setdefault("known", {})
        if part not in known:
            data = self._dictionary(part)
            dictionary = zstandard.ZstdCompressionDict(data) if data else None
            known[part] = zstandard.ZstdDecompressor(dict_data=dictionary, format=_FORMAT)
        return known[part]
