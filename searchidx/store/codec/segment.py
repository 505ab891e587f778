"""The segment as the table of contents knows it: a name, a number of documents, and which of them are deleted."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from whoosh.codec.base import Segment

if TYPE_CHECKING:
    from searchidx.store.codec.reader import SegmentFiles

POSTINGS_EXTENSION = ".terms"
DOCUMENTS_EXTENSION = ".docs"


class ArraySegment(Segment):  # type: ignore[misc]
    """A segment of the array codec. Whoosh pickles it, so its state is plain: two strings, a number, bytes."""

    def __init__(self, indexname: str, doc_count: int = 0, segid: str | None = None) -> None:
        self.indexname = indexname
        self.segid = segid or self._random_id()
        self.compound = False
        self._doc_count = doc_count
        self._deleted: set[int] = set()
        self._files: weakref.ref[SegmentFiles] | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {
            "indexname": self.indexname,
            "segid": self.segid,
            "doc_count": self._doc_count,
            "deleted": np.array(sorted(self._deleted), "<u4").tobytes(),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["indexname"], state["doc_count"], state["segid"])  # type: ignore[misc]
        self._deleted = set(np.frombuffer(state["deleted"], "<u4").tolist())

    def codec(self, **_: Any) -> Any:
        """Return the codec that reads this segment."""
        from searchidx.store.codec import ArrayCodec

        return ArrayCodec()

    def files(self, storage: Any) -> SegmentFiles:
        """Return the opened files of the segment, the same for all who read through this object."""
        from searchidx.store.codec.reader import SegmentFiles

        files = self._files() if self._files else None
        if files is None:
            files = SegmentFiles(storage, self)
            self._files = weakref.ref(files)
        return files

    def should_assemble(self) -> bool:
        """Return False: the files are few and are mapped as they are."""
        return False

    def set_doc_count(self, doc_count: int) -> None:
        """Set the number of documents, deleted ones too."""
        self._doc_count = doc_count

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones too."""
        return self._doc_count

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Yield the deleted document numbers in order."""
        return iter(sorted(self._deleted))

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document as deleted, or as not."""
        if not 0 <= docnum < self._doc_count:
            raise IndexError(f"no document {docnum} in a segment of {self._doc_count}")
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return docnum in self._deleted

    def deleted_mask(self) -> npt.NDArray[np.bool_] | None:
        """Return a mask over all documents, or None where nothing is deleted."""
        if not self._deleted:
            return None
        mask = np.zeros(self._doc_count, np.bool_)
        mask[list(self._deleted)] = True
        return mask
