"""bm25s: scores of one field computed in advance; no positions, no stored text, any of the words only."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import bm25s
import Stemmer

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery

_KINDS = {"term, rare", "term, middling", "term, frequent", "or"}


class BM25SEngine:
    label = f"bm25s {version('bm25s')}, one field"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        bodies = [f"{article.headline}\n{article.body}" for article in articles]
        tokens = bm25s.tokenize(
            bodies, stopwords=None, stemmer=Stemmer.Stemmer("english"), show_progress=False
        )
        retriever = bm25s.BM25()
        retriever.index(tokens, show_progress=False)
        retriever.save(str(directory))

    def open(self, directory: Path) -> None:
        self._retriever = bm25s.BM25.load(str(directory), mmap=True)
        self._stemmer = Stemmer.Stemmer("english")

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        if asked.kind not in _KINDS:
            return None
        words = [[self._stemmer.stemWord(word) for word in asked.words]]
        return lambda: self._retriever.retrieve(words, k=10, show_progress=False)


ENGINE = BM25SEngine
