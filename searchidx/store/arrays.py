"""What one segment offers as arrays: the seam between the codec that stores them and the evaluator that searches them.

Document numbers are local to the segment, ascending, without repetition; deleted documents still stand in the
postings and are masked by ``deleted``. Arrays may be views of a memory map: callers never write to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.integer]


class Postings(NamedTuple):
    """The postings of one term: ``docs[i]`` has the term ``freqs[i]`` times (both of length document frequency)."""

    docs: IntArray
    freqs: IntArray


class Ragged(NamedTuple):
    """Lists of different length in one flat array: list ``i`` is ``values[offsets[i]:offsets[i + 1]]``."""

    values: IntArray
    offsets: IntArray


class AdjacentPostings(NamedTuple):
    """The postings of adjacent terms, one after another.

    Those of the i-th term are ``docs[offsets[i]:offsets[i + 1]]`` and the same slice of ``freqs``.
    """

    docs: IntArray
    freqs: IntArray
    offsets: IntArray


class SegmentArrays(Protocol):
    """One segment, as arrays. A field that has no terms here has ``term_count`` 0 and lengths of 0, and is no error."""

    @property
    def doc_count_all(self) -> int:
        """The number of documents, deleted ones too."""

    def deleted(self) -> npt.NDArray[np.bool_] | None:
        """Return a mask of length ``doc_count_all``, or None where nothing is deleted."""

    def lengths(self, field: str) -> IntArray:
        """Return the number of terms of the field in each document, shape (doc_count_all,)."""

    def total_length(self, field: str) -> int:
        """Return the sum of ``lengths(field)``."""

    def term_count(self, field: str) -> int:
        """Return the number of distinct terms of the field."""

    def term(self, field: str, ordinal: int) -> bytes:
        """Return the term with this ordinal: terms are numbered from 0 in the order of their bytes."""

    def find_term(self, field: str, term: bytes) -> int:
        """Return the ordinal of the first term not less than ``term`` (``term_count`` where there is none)."""

    def ordinal(self, field: str, term: bytes) -> int:
        """Return the ordinal of exactly this term, or -1 where the field does not have it."""

    def terms(self, field: str, start: int, stop: int) -> list[bytes]:
        """Return the terms with the ordinals from ``start`` up to, not including, ``stop``."""

    def doc_freqs(self, field: str) -> IntArray:
        """Return the document frequency of each term by ordinal, shape (term_count,)."""

    def postings(self, field: str, ordinal: int) -> Postings:
        """Return the postings of one term."""

    def postings_between(self, field: str, start: int, stop: int) -> AdjacentPostings:
        """Return the postings of the terms with the ordinals from ``start`` up to, not including, ``stop``."""

    def positions(self, field: str, ordinal: int, rows: IntArray | None = None) -> Ragged:
        """Return the ascending token positions, for each chosen row of the term's postings (all for None).

        ``rows`` is ascending, without repetition. A field that keeps no positions raises KeyError.
        """

    def positions_in(self, field: str, ordinals: Sequence[int], docs: IntArray) -> Ragged:
        """Return the ascending token positions of several terms in each of some ascending documents.

        List ``i * len(docs) + j`` is of the i-th term in ``docs[j]``, empty where it does not stand there. A field
        that keeps no positions raises KeyError.
        """

    def spans(self, field: str, ordinal: int, row: int) -> tuple[IntArray, IntArray]:
        """Return the character starts and ends, parallel to the positions of one row of the term's postings.

        A field that keeps no characters raises KeyError.
        """

    def spans_in(self, field: str, ordinals: Sequence[int], doc: int) -> tuple[Ragged, IntArray, IntArray]:
        """Return the ascending token positions of several terms in a document, and where the characters of each are.

        List ``i`` of positions is of the i-th term, empty where it does not stand there; starts and ends are parallel
        to all of them. A field that keeps no characters raises KeyError.
        """

    def column(self, field: str) -> npt.NDArray[np.generic] | None:
        """Return a sortable field's value per document in its sortable order, or None where it has no column."""
