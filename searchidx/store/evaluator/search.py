"""The evaluator: searches over all segments of a Whoosh reader."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import Collection, DocArray, Mask, ScoreArray, Segment
from searchidx.store.evaluator.nodes import Evaluation
from searchidx.store.evaluator.proximity import closeness
from searchidx.store.evaluator.ranking import best
from searchidx.store.evaluator.top import TopDocs, sorted_rows
from searchidx.store.lift import DEPTH, LIFT, Lifted


class Evaluator:
    """Searches a Whoosh index by array arithmetic; the documents, scores and order are those of Whoosh's searcher.

    ``source`` is a reader or a searcher; what it reads must stay open. ``weighting`` is a ``whoosh.scoring.BM25F``
    (the default), or another model, at the speed of Whoosh's own searcher. One evaluator serves any number of
    searches, one at a time; a changed index needs a new one. ``expansion_limit`` bounds how many different words a
    prefix, wildcard or fuzzy term may stand for in one segment: past it the search raises QueryError.
    """

    def __init__(self, source: Any, weighting: Any = None, *, expansion_limit: int = 200_000) -> None:
        is_searcher = hasattr(source, "leaf_searchers")
        reader = source.reader() if is_searcher else source
        if weighting is None and is_searcher:
            weighting = source.weighting
        self.collection = Collection(reader, weighting)
        self._evaluation = Evaluation(self.collection, expansion_limit)

    def search(
        self,
        query: Any,
        limit: int | None = 10,
        offset: int = 0,
        *,
        sort: str | None = None,
        filter: Any = None,
    ) -> TopDocs:
        """Return the hits from ``offset`` on, at most ``limit`` (None: all), and the exact number of all matches.

        ``query`` is a Whoosh query tree. ``sort`` is the name of a sortable field, with ``-`` before it for
        descending order; equal values keep the order of their documents, documents without a value come last.
        ``filter`` is a query that a hit must match too, without counting for its score.
        """
        k = None if limit is None else offset + limit
        if sort is not None:
            return self._sorted(query, k, offset, sort, filter)
        if isinstance(query, Lifted):
            return self._lifted(query, limit, offset, filter)
        segments = self.collection.segments
        if len(segments) == 1:
            found = self._best(query, segments[0], k, filter)
            return TopDocs(found.total, found.docs[offset:], found.scores[offset:]) if offset else found
        several = [(segment, self._best(query, segment, k, filter)) for segment in segments]
        docs = _concatenated([segment.base + found.docs for segment, found in several], np.intp)
        scores = _concatenated([found.scores for _, found in several], np.float64)
        order = (-scores).argsort(kind="stable")[offset:k]
        return TopDocs(sum(found.total for _, found in several), docs[order], scores[order])

    def _best(self, query: Any, segment: Segment, k: int | None, filter: Any) -> TopDocs:
        allowed = segment.alive if filter is None else self._allowed(segment, filter)
        return best(self._evaluation.evaluate(query, segment), k, allowed)

    def _lifted(self, query: Lifted, limit: int | None, offset: int, filter: Any) -> TopDocs:
        """Look again at the best matches; whichever page is asked for, these are the same."""
        k = None if limit is None else max(offset + limit, DEPTH)
        found = self.search(query.child, 0 if limit == 0 else k, filter=filter)
        if found.total > 1 and limit != 0:
            scores = found.scores.copy()
            scores[:DEPTH] += LIFT * self._closeness(query, found.docs[:DEPTH])
            order = (-scores[:DEPTH]).argsort(kind="stable")
            docs = found.docs.copy()
            docs[:DEPTH], scores[:DEPTH] = docs[order], scores[order]
            found = TopDocs(found.total, docs, scores)
        end = None if limit is None else offset + limit
        return TopDocs(found.total, found.docs[offset:end], found.scores[offset:end])

    def _closeness(self, query: Lifted, docs: DocArray) -> ScoreArray:
        if len(self.collection.segments) == 1:
            return self._closeness_in(self.collection.segments[0], query, docs)
        result = np.zeros(len(docs))
        for segment in self.collection.segments:
            rows = ((docs >= segment.base) & (docs < segment.base + segment.size)).nonzero()[0]
            if len(rows):
                result[rows] = self._closeness_in(segment, query, docs[rows] - segment.base)
        return result

    def _closeness_in(self, segment: Segment, query: Lifted, docs: DocArray) -> ScoreArray:
        order = docs.argsort()
        result = np.empty(len(docs))
        result[order] = closeness(self.collection, segment, query.fields, query.words, docs[order])
        return result

    def match(self, query: Any, filter: Any = None) -> DocArray:
        """Return the ascending numbers of all matching documents."""
        return _concatenated(
            [segment.base + self._docs(segment, query, filter) for segment in self.collection.segments],
            np.intp,
        )

    def count(self, query: Any, filter: Any = None) -> int:
        """Return the number of matching documents."""
        return self.search(query, limit=0, filter=filter).total

    def _docs(self, segment: Segment, query: Any, filter: Any) -> DocArray:
        docs = self._evaluation.evaluate(query, segment).docs
        allowed = self._allowed(segment, filter)
        return docs if allowed is None else docs[allowed[docs]]

    def _allowed(self, segment: Segment, filter: Any) -> Mask | None:
        """Return which documents of the segment may be hits; None for all."""
        if filter is None:
            return segment.alive
        mask = self._evaluation.evaluate(filter, segment).mask
        return mask if segment.alive is None else mask & segment.alive

    def _sorted(self, query: Any, k: int | None, offset: int, sort: str, filter: Any) -> TopDocs:
        name, descending = sort.removeprefix("-"), sort.startswith("-")
        field = self.collection.field(name)
        docs_with, docs_without, values = [], [], []
        for segment in self.collection.segments:
            column = segment.arrays.column(name) if field is not None else None
            if field is None or column is None:
                raise QueryError(
                    f"results cannot be sorted by {name}: the index keeps no values of it for sorting"
                )
            docs = self._docs(segment, query, filter)
            has_value = segment.field_mask(name, field.scorable)[docs]
            docs_with.append(segment.base + docs[has_value])
            docs_without.append(segment.base + docs[~has_value])
            values.append(np.asarray(column)[docs[has_value]])
        docs = _concatenated(docs_with, np.intp)
        rest = _concatenated(docs_without, np.intp)
        rows = sorted_rows(np.concatenate(values), k, descending) if values else docs
        page = np.concatenate([docs[rows], rest])[offset:k]
        return TopDocs(len(docs) + len(rest), page, np.zeros(len(page)))


def _concatenated(arrays: list[npt.NDArray[Any]], dtype: type[np.generic]) -> npt.NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=dtype)
