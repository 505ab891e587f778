"""The groups of a generation: a file of it, and what is asked of them. Finding them is not needed for that."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

ATTACHMENT = "copies.bin"
"""The file with the groups."""

_WORD = np.dtype("<u4")


class CopyGroups:
    """Which documents of a generation are copies of each other.

    ``leaders[document]`` is the document that the group goes by, the document itself where it has no copies.
    """

    def __init__(self, leaders: npt.NDArray[np.int64]) -> None:
        self.leaders = leaders
        grouped = np.flatnonzero(leaders != np.arange(len(leaders)))
        self._grouped = np.zeros(len(leaders), np.bool_)
        self._grouped[grouped] = self._grouped[leaders[grouped]] = True

    def members(self, document: int) -> list[int]:
        """Return the documents of a document's group in ascending order, itself among them."""
        if not self._grouped[document]:
            return [document]
        return [int(doc) for doc in np.flatnonzero(self.leaders == self.leaders[document])]

    def grouped(self, documents: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """Return those of the documents that have copies, here or not."""
        return documents[self._grouped[documents]]

    def copies_among(self, documents: npt.NDArray[np.intp]) -> int:
        """Return how many of the documents are copies of another one of them."""
        grouped = self.grouped(documents)
        return len(grouped) - len(np.unique(self.leaders[grouped]))


def pack_groups(leaders: npt.NDArray[np.int64]) -> bytes:
    """Return the bytes of a generation's file of groups."""
    grouped = np.flatnonzero(leaders != np.arange(len(leaders)))
    return np.stack([grouped, leaders[grouped]]).astype(_WORD).tobytes()


def unpack_groups(content: bytes, documents: int) -> CopyGroups:
    """Return the groups in ``content``, of a generation with this many documents (deleted ones too)."""
    leaders = np.arange(documents)
    grouped, theirs = np.frombuffer(content, _WORD).reshape(2, -1).astype(np.int64)
    leaders[grouped] = theirs
    return CopyGroups(leaders)
