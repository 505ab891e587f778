"""Where words stand: every place of a field in a segment is one number, so that what follows what is arithmetic.

The places of a document begin where those of the document before end, so that there are few more of them than words.
A gap between documents keeps the last word of one from seeming to stand before the first of the next.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import Collection, DocArray, Segment
from searchidx.store.evaluator.matches import TermMatches

GAP = 8
"""Places between documents that no word has."""

Places = npt.NDArray[np.intp]  # ascending

# The bits of the position in a document, where documents have positions beyond their lengths.
_WIDE = 32
# Documents: a word of more is read in some of them when it is first asked for, in all of them when it is again.
_WHOLE = 10_000
_FREQUENT = 256  # where one place in so many is a word's, there is a table of bits
# Looking up so many places or more costs less by a table, or by merging with fewer than so many times as many, than by
# a binary search for each.
_MANY, _MERGED = 100, 8
_BITS = (1 << np.arange(8)).astype(np.uint8)


class RenumberedError(Exception):
    """The places of a field have been numbered anew: what was read before cannot be compared with what is now."""


class WordPlaces:
    """The places of one word, of ``count`` that there are; without it none are marked in a table."""

    __slots__ = ("_bits", "all")

    def __init__(self, places: Places, count: int | None = None) -> None:
        self.all = places
        self._bits: npt.NDArray[np.uint8] | None = None
        if count is not None and len(places) * _FREQUENT >= count:
            marked = np.zeros(count, np.bool_)
            marked[places] = True
            self._bits = np.packbits(marked, bitorder="little")

    def memory(self) -> int:
        """Return how many bytes this takes."""
        return self.all.nbytes + (0 if self._bits is None else self._bits.nbytes)

    def common(self, wanted: Places) -> Places:
        """Return those of some ascending places, none of them beyond all that there are, that are the word's."""
        few, many = wanted, self.all
        if len(few) >= _MANY and self._bits is not None:
            found: Places = few[(self._bits[few >> 3] & _BITS[few & 7]).nonzero()[0]]
            return found
        if len(few) > len(many):
            few, many = many, few
        if len(few) >= _MANY and len(many) < _MERGED * len(few):
            both = np.concatenate((few, many))
            both.sort(kind="stable")  # which merges what is sorted already
            few, many = both[1:], both[:-1]
        else:
            many = many[many[:-1].searchsorted(few)]
        found = few[few == many]
        return found


def places_of(collection: Collection, segment: Segment, field: str) -> FieldPlaces:
    """Return the places of a field (remembered)."""
    found: FieldPlaces | None = segment.places.get(field)
    if found is None:
        found = segment.places[field] = FieldPlaces(collection, segment, field)
    return found


class FieldPlaces:
    """The places of the words of one field in one segment; those of words are remembered."""

    def __init__(self, collection: Collection, segment: Segment, field: str) -> None:
        self._collection = collection
        self._segment = segment
        self._field = field
        self._asked: set[str] = set()
        lengths = np.asarray(segment.arrays.lengths(field), np.intp)
        self._number(np.concatenate(([0], (lengths + GAP).cumsum())), "places")

    def _number(self, starts: Places, kind: str) -> None:
        """Let the places of document i begin at ``starts[i]``; the last number is behind all documents."""
        self.count = int(starts[-1])
        self._starts = starts
        self._ends = self._starts[1:]
        self._key = (self._field, kind)

    def documents(self, places: Places) -> DocArray:
        """Return the documents of some places."""
        return self._ends.searchsorted(places, "right")

    def beginnings(self, docs: DocArray) -> Places:
        """Return where the places of these documents begin."""
        return self._starts[docs]

    def in_documents(self, text: str, matches: TermMatches, docs: DocArray) -> tuple[Places, DocArray]:
        """Return the places of a word in some ascending documents, and how many of them are in each.

        Raises ``RenumberedError``.
        """
        own = self.word(text, matches, self._starts[docs]).all
        first = own.searchsorted(self._starts[docs])
        counts = own.searchsorted(self._starts[docs + 1]) - first
        ends = counts.cumsum()
        rows = (first - ends + counts).repeat(counts)
        rows += np.arange(len(rows))
        return own[rows], counts

    def word(self, text: str, matches: TermMatches, near: Places | None = None) -> WordPlaces:
        """Return the places of a word, all of them or at least those in the documents of the places ``near``.

        Raises ``RenumberedError``.
        """
        key = (self._key, text)
        found: WordPlaces | None = self._segment.remembered.get(key)
        if found is None:
            if near is not None and len(matches.docs) > _WHOLE and text not in self._asked:
                self._asked.add(text)
                docs = distinct(self.documents(near))
                docs = docs[matches.find(docs)[0]]
                return WordPlaces(self._read(text, docs, matches.docs.searchsorted(docs)))
            found = WordPlaces(self._read(text, matches.docs, None), self.count)
            self._segment.memory.keep(key, found, found.memory())
        return found

    def _read(self, text: str, docs: DocArray, rows: DocArray | None) -> Places:
        """Return the places of a word in some of its documents, the ``rows`` of its postings."""
        field = self._collection.field(self._field)
        assert field is not None
        term = self._collection.term(self._field, field.to_bytes(text))
        assert term is not None
        ordinal = term.ordinals[self._segment.number]
        positions, offsets = self._segment.arrays.positions(self._field, ordinal, rows)
        places: Places = self._starts[docs].repeat(offsets[1:] - offsets[:-1])
        places += positions.astype(places.dtype, copy=False)
        if len(places) and (places[offsets[1:] - 1] > self._starts[docs + 1] - (GAP + 1)).any():
            self._number(np.arange(self._segment.size + 1, dtype=np.intp) << _WIDE, "wide places")
            raise RenumberedError
        return places


def distinct(docs: DocArray) -> DocArray:
    """Return the distinct ones of ascending documents."""
    if len(docs) < 2 or not len((docs[1:] == docs[:-1]).nonzero()[0]):  # as mostly
        return docs
    first = np.ones(len(docs), np.bool_)
    np.not_equal(docs[1:], docs[:-1], out=first[1:])
    return docs[first]
