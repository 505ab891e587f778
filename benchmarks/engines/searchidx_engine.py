"""searchidx: its codec and bulk writer, and its evaluator."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from whoosh import index
from whoosh.fields import DATETIME, ID, TEXT, Schema

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery
from searchidx.store.analysis import NewsAnalyzer
from searchidx.store.codec import ArrayCodec
from searchidx.store.evaluator import Evaluator


class SearchidxEngine:
    label = f"searchidx {version('searchidx')}"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        english = NewsAnalyzer()
        schema = Schema(
            id=ID(stored=True, unique=True),
            headline=TEXT(english, stored=True, chars=True),
            body=TEXT(english, stored=True, chars=True),
            date=DATETIME(sortable=True),
        )
        writer = index.create_in(directory, schema).writer(codec=ArrayCodec(), limitmb=256)
        for article in articles:
            extra = {"date": datetime.datetime.combine(article.date, datetime.time())} if article.date else {}
            writer.add_document(id=article.id, headline=article.headline, body=article.body, **extra)
        writer.commit()

    def open(self, directory: Path) -> None:
        opened = index.open_dir(directory)
        self._schema = opened.schema
        self._evaluator = Evaluator(opened.reader())

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        from benchmarks.engines.whoosh_engine import whoosh_dates, whoosh_tree

        tree, dates = whoosh_tree(asked, self._schema), whoosh_dates(asked)
        return lambda: self._evaluator.search(tree, 10, filter=dates)


ENGINE = SearchidxEngine
