"""How much a match is worth: BM25F with the inverse document frequency of Robertson and Spärck Jones."""

from __future__ import annotations

from math import log
from typing import Any

from whoosh.scoring import BM25F


class TermCounts:
    """All that a weighting may ask a searcher for to weigh a term: how many documents have it, of how many."""

    def __init__(self, doc_freq: int, doc_count_all: int) -> None:
        self._doc_freq = doc_freq
        self._doc_count_all = doc_count_all

    def get_parent(self) -> TermCounts:
        return self

    def doc_frequency(self, fieldname: str, text: Any) -> int:
        return self._doc_freq

    def doc_count_all(self) -> int:
        return self._doc_count_all


class ArticleWeighting(BM25F):  # type: ignore[misc]
    """BM25F whose ``idf`` is log(1 + (N - n + .5) / (n + .5)) for a term in n of N documents.

    Whoosh's own log(N / (n + 1)) + 1 never lets a word weigh less than 1, so that several common words outweigh a rare
    one. ``B`` and ``K1`` were chosen on judged collections of news and abstracts (``python -m benchmarks.ranking``).
    """

    def __init__(self, B: float = 0.6, K1: float = 1.5) -> None:
        super().__init__(B=B, K1=K1)

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        """Return the inverse document frequency of a term in the whole collection."""
        parent = searcher.get_parent()
        having = parent.doc_frequency(fieldname, text)
        return log(1 + (parent.doc_count_all() - having + 0.5) / (having + 0.5))
