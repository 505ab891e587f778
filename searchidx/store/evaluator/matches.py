"""What a query node matches in one segment: the documents at once, their scores only where they are asked for.

Documents are ascending numbers local to the segment. Scores are added up by ``add_scores(docs, out)``: it adds this
node's score to ``out[i]`` for each ``docs[i]`` that the node matches, so that a conjunction scores its few survivors
only, and a disjunction adds its branches into one array.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import DocArray, Mask, ScoreArray

NO_DOCS: DocArray = np.zeros(0, dtype=np.intp)
NO_SCORES: ScoreArray = np.zeros(0)

#: How many articles of a segment are read, at most, for a word as it is written: some four seconds.
MOST_READ = 40_000
_DENSE = 16  # where one document in so many has a term, a table of its scores is kept
_SCATTER = 24  # one binary search costs about as much as writing this many documents into an array


class Matches:
    """Base: documents known as an ascending array, a mask, or both; the other is made when it is asked for."""

    __slots__ = ("_docs", "_mask", "size")

    def __init__(self, size: int, docs: DocArray | None = None, mask: Mask | None = None) -> None:
        self.size = size
        self._docs = docs
        self._mask = mask

    @property
    def docs(self) -> DocArray:
        if self._docs is None:
            self._docs = self.mask.nonzero()[0]
        return self._docs

    @property
    def mask(self) -> Mask:
        if self._mask is None:
            self._mask = np.zeros(self.size, dtype=bool)
            self._mask[self.docs] = True
        return self._mask

    @property
    def is_dense(self) -> bool:
        """Whether the documents are known as a mask rather than as an array."""
        return self._docs is None

    def cost(self) -> int:
        """Return how many documents may match at most: exact where an array is at hand."""
        return self.size if self._docs is None else len(self._docs)

    def is_empty(self) -> bool:
        """Whether nothing matches, as far as that is known without work."""
        return self._docs is not None and not len(self._docs)

    def scores(self) -> ScoreArray:
        """Return the scores of all matching documents, parallel to ``docs``."""
        out = np.zeros(len(self.docs))
        self.add_scores(self.docs, out)
        return out

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        raise NotImplementedError


class Constant(Matches):
    """Documents that all have the same score."""

    __slots__ = ("score",)

    def __init__(
        self, size: int, score: float, docs: DocArray | None = None, mask: Mask | None = None
    ) -> None:
        super().__init__(size, docs, mask)
        self.score = score

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        if docs is self._docs:
            out += self.score * boost
        else:
            out += self.mask[docs] * (self.score * boost)


class Scored(Matches):
    """Documents with a score each."""

    __slots__ = ("values",)

    def __init__(self, size: int, docs: DocArray, values: ScoreArray) -> None:
        super().__init__(size, docs)
        self.values = values

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        values = self.values if boost == 1.0 else self.values * boost
        if docs is self._docs:
            out += values
            return
        at, rows = locate(docs, self.docs, self.size)
        out[at] += values[rows]


class TermMatches(Matches):
    """The postings of one term, scored by BM25 (or by frequency alone, in fields that keep no lengths).

    ``score = factor * tf / (tf + norms[doc])`` with ``tf = freqs * weight``; ``norms`` None: ``factor * tf``.
    Remembered from one query to the next, and so are the scores.
    """

    __slots__ = ("_freqs", "_highest", "_norms", "_scores", "_table", "_weight", "docs", "factor")

    docs: DocArray

    def __init__(
        self, size: int, docs: DocArray, freqs: Any, factor: float, norms: ScoreArray | None, weight: float
    ) -> None:
        super().__init__(size, docs)
        self.docs = docs
        self.factor = factor
        self._freqs = freqs
        self._norms = norms
        self._weight = weight
        self._scores: ScoreArray | None = None
        self._highest: float | None = None
        self._table: ScoreArray | None = None

    @property
    def is_dense(self) -> bool:
        return False

    def highest(self) -> float:
        """Return the highest score (remembered)."""
        if self._highest is None:
            self._highest = float(self.scores().max()) if len(self.docs) else 0.0
        return self._highest

    def boosted(self, boost: float) -> TermMatches:
        """Return the same documents, with scores so many times as high."""
        return TermMatches(self.size, self.docs, self._freqs, self.factor * boost, self._norms, self._weight)

    def scores(self) -> ScoreArray:
        if self._scores is None:
            freqs = self._freqs if self._weight == 1.0 else self._freqs * self._weight
            if self._norms is None:
                scores = np.asarray(freqs * self.factor, dtype=np.float64)
            else:
                scores = self._norms[self.docs]
                scores += freqs
                np.divide(freqs, scores, out=scores)
                scores *= self.factor
            scores.flags.writeable = False
            self._scores = scores
        return self._scores

    def scores_at(self, docs: DocArray) -> ScoreArray:
        """Return the scores of these documents, 0 where they do not have the term."""
        table = self._table
        if table is not None:
            return table[docs]
        among = self.docs
        if not self.has_table() and len(among) > _SCATTER * len(docs):
            found = among[:-1].searchsorted(docs)  # the last one, where there is none
            scores: ScoreArray = self.scores()[found]
            scores *= among[found] == docs
            return scores
        table = np.zeros(self.size)
        table[among] = self.scores()
        if self.has_table():
            self._table = table
        return table[docs]

    def scores_of(self, docs: DocArray) -> ScoreArray:
        """Return the scores of these documents, all of which have the term."""
        if self._table is not None:
            return self._table[docs]
        return self.scores()[self.docs.searchsorted(docs)]

    def has_table(self) -> bool:
        """Whether a table of the scores of all documents is kept: where it pays and is not much larger."""
        return _DENSE * len(self.docs) >= self.size

    def memory(self) -> int:
        """Return how many bytes this takes at most, with all that is remembered of it."""
        return 16 * len(self.docs) + (9 * self.size if self.has_table() else 0)

    def rows_of(self, docs: DocArray) -> DocArray:
        """Return the rows of those of these documents that have the term."""
        if self.factor > 0.0:  # and so is every score
            return self.scores_at(docs).nonzero()[0]
        return locate(docs, self.docs, self.size)[0]

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        scores = self.scores() if docs is self.docs else self.scores_at(docs)
        out += scores if boost == 1.0 else scores * boost


class Accumulated(Matches):
    """A mask, and scores for every document of the segment (0 where the mask is False), made when first needed."""

    __slots__ = ("_compute", "_values")

    def __init__(self, size: int, mask: Mask, compute: Callable[[], ScoreArray]) -> None:
        super().__init__(size, mask=mask)
        self._compute = compute
        self._values: ScoreArray | None = None

    @property
    def values(self) -> ScoreArray:
        if self._values is None:
            self._values = self._compute()
        return self._values

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        out += self.values[docs] if boost == 1.0 else self.values[docs] * boost


class Summed(Matches):
    """Documents whose scores are the sum of what several matches say about them, each with a boost."""

    __slots__ = ("parts",)

    def __init__(
        self,
        size: int,
        parts: Sequence[tuple[Matches, float]],
        docs: DocArray | None = None,
        mask: Mask | None = None,
    ) -> None:
        super().__init__(size, docs, mask)
        self.parts = parts

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        if docs is self._docs or self._within(docs):
            for part, part_boost in self.parts:
                part.add_scores(docs, out, part_boost * boost)
            return
        chosen = self.mask[docs].nonzero()[0]
        inner = np.zeros(len(chosen))
        for part, part_boost in self.parts:
            part.add_scores(docs[chosen], inner, part_boost * boost)
        out[chosen] += inner

    def _within(self, docs: DocArray) -> bool:
        """Whether documents outside of this node's own cannot be scored by a part: true of unions alone."""
        return False


class Union(Summed):
    """Documents that any part matches, scored by the sum over those that do."""

    __slots__ = ()

    @property
    def mask(self) -> Mask:
        if self._mask is None:
            mask = np.zeros(self.size, dtype=bool)
            for part, _ in self.parts:
                if part.is_dense:
                    mask |= part.mask
                else:
                    mask[part.docs] = True
            self._mask = mask
        return self._mask

    def _within(self, docs: DocArray) -> bool:
        return True

    def scores(self) -> ScoreArray:
        return self.accumulate()[self.docs]

    def accumulate(self) -> ScoreArray:
        """Return the scores of every document of the segment, 0 where nothing matches."""
        out = np.zeros(self.size)
        for number, (part, boost) in enumerate(self.parts):
            accumulate(out, part, boost, first=not number)
        return out


class Verified(Summed):
    """The documents of ``inner`` that ``accepts``: asked one by one, so only when there is no way around it."""

    __slots__ = ("_accepts", "inner")

    def __init__(self, inner: Matches, accepts: Callable[[int], bool]) -> None:
        super().__init__(inner.size, [(inner, 1.0)])
        self.inner = inner
        self._accepts = accepts

    @property
    def docs(self) -> DocArray:
        if self._docs is None:
            self._docs = self.verify(self.inner.docs)
        return self._docs

    @property
    def is_dense(self) -> bool:
        return False

    def verify(self, docs: DocArray) -> DocArray:
        """Return those of these documents, all matched by ``inner``, that are accepted.

        Raises ``QueryError`` where that would take too long.
        """
        if len(docs) > MOST_READ:
            raise QueryError(
                f"{len(docs):,} articles would have to be read through for a word as it is written (=word, w?rd):"
                " give more of its letters, or another word that has to be there"
            )
        return np.array([doc for doc in docs.tolist() if self._accepts(doc)], dtype=np.intp)


class Maximum(Union):
    """Documents that any part matches, scored by the best part."""

    __slots__ = ()

    def scores(self) -> ScoreArray:
        return Matches.scores(self)

    def add_scores(self, docs: DocArray, out: ScoreArray, boost: float = 1.0) -> None:
        best = np.zeros(len(docs))
        for part, part_boost in self.parts:
            scores = np.zeros(len(docs))
            part.add_scores(docs, scores, part_boost)
            np.maximum(best, scores, out=best)
        out += best * boost


def accumulate(out: ScoreArray, part: Matches, boost: float, *, first: bool = False) -> None:
    """Add the scores of matches to those of all documents of the segment; all are still 0 for the ``first``."""
    values = part.values if isinstance(part, Accumulated) else part.scores()
    if boost != 1.0:
        values = values * boost
    if isinstance(part, Accumulated):
        out += values
    elif first:
        out[part.docs] = values
    else:
        out[part.docs] += values


def locate(docs: DocArray, among: DocArray, size: int) -> tuple[DocArray, DocArray]:
    """Return (rows of ``docs``, rows of ``among``) for the documents in both; ``size`` is that of the segment."""
    if not len(docs) or not len(among):
        return NO_DOCS, NO_DOCS
    if len(among) < _SCATTER * len(docs):
        places = np.zeros(size, dtype=np.int32)
        places[among] = np.arange(1, len(among) + 1, dtype=np.int32)
        rows = places.take(docs, mode="clip")
        at = (rows != 0).nonzero()[0]  # faster than rows.nonzero()
        return at, (rows[at] - 1).astype(np.intp)
    found = among.searchsorted(docs)
    at = (among.take(found, mode="clip") == docs).nonzero()[0]
    return at, found[at]


def nothing(size: int) -> Matches:
    """Return the matches of a node that nothing matches."""
    return Constant(size, 0.0, docs=NO_DOCS)
