"""tantivy through tantivy-py, with its English stemmer; it counts all matches, as searchidx does."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import tantivy

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery


class TantivyEngine:
    label = f"tantivy-py {version('tantivy')}, en_stem"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
            .add_text_field("headline", stored=True, tokenizer_name="en_stem")
            .add_text_field("body", stored=True, tokenizer_name="en_stem")
            .add_date_field("date", indexed=True, fast=True)
            .build()
        )
        index = tantivy.Index(schema, path=str(directory))
        writer = index.writer(heap_size=256_000_000, num_threads=jobs)
        for article in articles:
            document = tantivy.Document(id=[article.id], headline=[article.headline], body=[article.body])
            if article.date:
                document.add_date("date", _midnight(article.date))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self, directory: Path) -> None:
        self._index = tantivy.Index.open(str(directory))
        self._searcher = self._index.searcher()

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        if asked.kind == "phrase":
            text = f'"{" ".join(asked.words)}"'
        elif asked.kind == "prefix":
            text = ""
        else:
            text = (" OR " if asked.kind == "or" else " AND ").join(asked.words)
        if asked.kind == "prefix":
            query = tantivy.Query.regex_query(self._index.schema, asked.field, f"{asked.words[0]}.*")
        else:
            query = self._index.parse_query(text, [asked.field])
        if asked.since and asked.until:
            dates = tantivy.Query.range_query(
                self._index.schema,
                "date",
                tantivy.FieldType.Date,
                _midnight(asked.since),
                _midnight(asked.until),
                include_upper=True,
            )
            must = tantivy.Occur.Must
            query = tantivy.Query.boolean_query(
                [(must, query), (must, tantivy.Query.const_score_query(dates, 0.0))]
            )
        return lambda: self._searcher.search(query, 10)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.timezone.utc)


ENGINE = TantivyEngine
