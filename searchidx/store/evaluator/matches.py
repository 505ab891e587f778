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
from searchidx.store.evaluator.top import TopDocs, lower_bound, top_rows

NO_DOCS: DocArray = np.zeros(0, dtype=np.intp)
NO_SCORES: ScoreArray = np.zeros(0)

#: How many articles of a segment are read, at most, for a word as it is written: some four seconds.
MOST_READ = 40_000
_FREQUENT = 32  # where one document in so many has a term, its scores are kept for all documents
# Writing so many scores for each document looked up, and some more, costs no more than binary searches.
_SCATTER, _FEW = 8, 200
_LOCATED = 24  # the same where what is written has to be made


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

    __slots__ = ("docs", "values")

    docs: DocArray

    def __init__(self, size: int, docs: DocArray, values: ScoreArray) -> None:
        self.size = size
        self._docs = self.docs = docs
        self._mask = None
        self.values = values

    @property
    def is_dense(self) -> bool:
        return False

    def scores(self) -> ScoreArray:
        return self.values

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
    Remembered from one query to the next, and so are the scores. ``scratch`` are zeros, one for each document, that
    all terms of a segment share and leave as they find them.
    """

    __slots__ = (
        "_freqs",
        "_highest",
        "_norms",
        "_of_all",
        "_reached",
        "_scores",
        "_scratch",
        "_top",
        "_weight",
        "count",
        "docs",
        "factor",
        "is_frequent",
    )

    docs: DocArray

    def __init__(
        self,
        docs: DocArray,
        freqs: Any,
        factor: float,
        norms: ScoreArray | None,
        weight: float,
        scratch: ScoreArray,
    ) -> None:
        super().__init__(len(scratch), docs)
        self.docs = docs
        self.count = len(docs)
        self.factor = factor
        self.is_frequent = _FREQUENT * self.count >= self.size and factor > 0.0
        self._freqs = freqs
        self._norms = norms
        self._weight = weight
        self._scratch = scratch
        self._highest: float | None = None
        self._reached: tuple[int, ScoreArray] | None = None
        self._scores: ScoreArray | None = None
        self._top: tuple[int, TopDocs] | None = None
        self._of_all: ScoreArray | None = None  # of a frequent term: 0 where a document has none

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
        factor = self.factor * boost
        return TermMatches(self.docs, self._freqs, factor, self._norms, self._weight, self._scratch)

    def reached(self, k: int) -> ScoreArray:
        """Return the ``lower_bound`` of the ``k`` highest scores (remembered)."""
        if self._reached is None or self._reached[0] != k:
            self._reached = k, lower_bound(self.scores(), k)
        return self._reached[1]

    def top(self, k: int) -> TopDocs:
        """Return the best ``k`` (remembered)."""
        if self._top is None or self._top[0] != k:
            scores = self.scores()
            rows = top_rows(scores, k)
            found = TopDocs(self.count, self.docs[rows], scores[rows])
            found.docs.flags.writeable = found.scores.flags.writeable = False
            self._top = k, found
        return self._top[1]

    def scores(self) -> ScoreArray:
        if self._scores is None:
            freqs = self._freqs if self._weight == 1.0 else self._freqs * self._weight
            if self._norms is None:
                scores = np.multiply(freqs, self.factor, dtype=np.float64)
            else:
                scores = np.add(self._norms[self.docs], freqs)
                np.divide(freqs, scores, out=scores)
                scores *= self.factor
            scores.flags.writeable = False
            self._scores = scores
        return self._scores

    def find(self, docs: DocArray) -> tuple[DocArray, ScoreArray]:
        """Return the rows of these documents that have the term, and the score of each."""
        if self.is_frequent:
            there = (self._all_scores() if self._of_all is None else self._of_all)[docs]
            at = there.nonzero()[0]
            return at, there[at]
        among = self.docs
        if len(among) < _SCATTER * len(docs) + _FEW and self.factor > 0.0:  # and so is every score
            there = self._scattered(docs)
            at = there.nonzero()[0]
            return at, there[at]
        found = among[:-1].searchsorted(docs)  # the last one, where there is none
        at = (among[found] == docs).nonzero()[0]
        return at, self.scores()[found[at]]

    def scores_at(self, docs: DocArray) -> ScoreArray:
        """Return the scores of these documents, 0 where they do not have the term."""
        if self.is_frequent:
            return (self._all_scores() if self._of_all is None else self._of_all)[docs]
        if len(self.docs) < _SCATTER * len(docs) + _FEW:
            return self._scattered(docs)
        at, found = self.find(docs)
        scores = np.zeros(len(docs))
        scores[at] = found
        return scores

    def scores_of(self, docs: DocArray) -> ScoreArray:
        """Return the scores of these documents, all of which have the term."""
        if self.is_frequent:
            return self.scores_at(docs)
        return self.scores()[self.docs.searchsorted(docs)]

    def _all_scores(self) -> ScoreArray:
        """Remember and return the scores of all documents."""
        self._of_all = np.zeros(self.size)
        self._of_all[self.docs] = self.scores()
        return self._of_all

    def _scattered(self, docs: DocArray) -> ScoreArray:
        """Return the scores of these documents by writing all scores into an array of all documents."""
        scratch, among = self._scratch, self.docs
        try:
            scratch[among] = self.scores()
            there: ScoreArray = scratch[docs]
            return there
        finally:
            scratch[among] = 0.0

    def memory(self) -> int:
        """Return how many bytes this takes at most, with all that is remembered of it."""
        return 16 * len(self.docs) + (9 * self.size if self.is_frequent else 0)

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
    if len(among) < _LOCATED * len(docs):
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
