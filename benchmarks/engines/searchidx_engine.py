"""searchidx: its codec and bulk writer, and its evaluator."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.fields import DATETIME, ID, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, clean_files

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery
from searchidx.store.codec import ArraySegment
from searchidx.store.evaluator import Evaluator

_SHARED_JOB = 8 << 20  # characters of text that one of several processes takes at once


class SearchidxEngine:
    # What only building takes, or the tables, is imported there: the first answer of a fresh process is timed too.
    @property
    def label(self) -> str:
        from importlib.metadata import version

        return f"searchidx {version('searchidx')}"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        from searchidx.store.analysis import NewsAnalyzer
        from searchidx.store.bulk import BulkWriter, write_jobs

        english = NewsAnalyzer()
        schema = Schema(
            id=ID(stored=True, unique=True),
            headline=TEXT(english, stored=True, chars=True),
            body=TEXT(english, stored=True, chars=True),
            date=DATETIME(sortable=True),
        )
        storage = FileStorage(str(directory))
        if jobs == 1:
            writer = BulkWriter(storage, "MAIN", schema)
            writer.add(map(_document, articles))
            segments = writer.finish()
            writer.close()
        else:
            done = write_jobs(directory, {"MAIN": schema}, _parts(articles, _SHARED_JOB), _prepare, jobs)
            segments = [segment for part in done for segment in part.segments["MAIN"]]
        # As many segments as processes, as tantivy has as many as threads, or more.
        share = -(-len(segments) // jobs)
        groups = [segments[first : first + share] for first in range(0, len(segments), share)]
        merged = _merged(storage, schema, groups)
        TOC(schema, merged, 1).write(storage, "MAIN")
        clean_files(storage, "MAIN", 1, merged)

    def open(self, directory: Path) -> None:
        opened = index.open_dir(directory)
        self._schema = opened.schema
        self._evaluator = Evaluator(opened.reader())

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        from benchmarks.engines.whoosh_engine import whoosh_dates, whoosh_tree

        tree, dates = whoosh_tree(asked, self._schema), whoosh_dates(asked)
        return lambda: self._evaluator.search(tree, 10, filter=dates)


def _merged(storage: FileStorage, schema: Schema, groups: list[list[ArraySegment]]) -> list[ArraySegment]:
    """Merge each group of segments into one, in a process of its own where there are several groups."""
    from concurrent.futures import ProcessPoolExecutor

    from searchidx.store.bulk import merge_segments

    if all(len(group) == 1 for group in groups):
        return [group[0] for group in groups]
    if len(groups) == 1:
        return [merge_segments(storage, "MAIN", schema, groups[0])]
    with ProcessPoolExecutor(len(groups)) as pool:
        merging = [pool.submit(merge_segments, storage, "MAIN", schema, group) for group in groups]
        return [future.result() for future in merging]


_Row = tuple[str, str, str, int | None]  # an article as plain values, which reach another process fastest


def _parts(articles: Iterable[BenchmarkArticle], most: int) -> Iterator[list[_Row]]:
    part: list[_Row] = []
    size = 0
    for article in articles:
        day = article.date.toordinal() if article.date else None
        part.append((article.id, article.headline, article.body, day))
        size += len(article.body)
        if size >= most:
            yield part
            part, size = [], 0
    if part:
        yield part


def _prepare(part: list[_Row]) -> tuple[dict[str, list[dict[str, Any]]], None]:
    documents = []
    for name, headline, body, day in part:
        date = datetime.date.fromordinal(day) if day else None
        documents.append(_document(BenchmarkArticle(name, headline, body, date)))
    return {"MAIN": documents}, None


def _document(article: BenchmarkArticle) -> dict[str, Any]:
    document: dict[str, Any] = {"id": article.id, "headline": article.headline, "body": article.body}
    if article.date:
        document["date"] = datetime.datetime.combine(article.date, datetime.time())
    return document


ENGINE = SearchidxEngine
