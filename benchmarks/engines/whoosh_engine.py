"""Whoosh with its own codec, writer and searcher."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from whoosh import fields, index, query
from whoosh.analysis import StemmingAnalyzer

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery


class WhooshEngine:
    label = f"Whoosh {version('whoosh3')}, its own codec"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        analyzer = StemmingAnalyzer(stoplist=None, minsize=1, cachesize=-1)
        schema = fields.Schema(
            id=fields.ID(stored=True, unique=True),
            headline=fields.TEXT(analyzer, stored=True),
            body=fields.TEXT(analyzer, stored=True),
            date=fields.DATETIME(sortable=True),
        )
        writer = index.create_in(directory, schema).writer(limitmb=256)
        for article in articles:
            extra = {"date": _midnight(article.date)} if article.date else {}
            writer.add_document(id=article.id, headline=article.headline, body=article.body, **extra)
        writer.commit()

    def open(self, directory: Path) -> None:
        opened = index.open_dir(directory)
        self._schema = opened.schema
        self._searcher = opened.searcher()

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        tree = whoosh_tree(asked, self._schema)
        dates = whoosh_dates(asked)
        return lambda: self._searcher.search(tree, limit=10, filter=dates)


def whoosh_tree(asked: BenchmarkQuery, schema: fields.Schema) -> query.Query:
    """Return the Whoosh query of a query, its words analysed as the field's are."""
    if asked.kind == "prefix":
        return query.Prefix(asked.field, asked.words[0])
    analyzer = schema[asked.field].analyzer
    words = [token.text for word in asked.words for token in analyzer(word, mode="query")]
    if asked.kind == "phrase":
        return query.Phrase(asked.field, words)
    terms = [query.Term(asked.field, word) for word in words]
    if len(terms) == 1:
        return terms[0]
    return query.Or(terms) if asked.kind == "or" else query.And(terms)


def whoosh_dates(asked: BenchmarkQuery) -> query.Query | None:
    """Return the range of days that limits a query, or None."""
    if asked.since is None or asked.until is None:
        return None
    return query.DateRange("date", _midnight(asked.since), _midnight(asked.until))


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


ENGINE = WhooshEngine
