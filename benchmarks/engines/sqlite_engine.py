"""SQLite's FTS5 with its porter tokenizer; it returns the ten best hits without counting the others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from benchmarks.articles import BenchmarkArticle
from benchmarks.engines.base import Search
from benchmarks.workload import BenchmarkQuery

_SELECT = "SELECT rowid, rank FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10"
_DATED = (  # CROSS JOIN: words first, then their days, which is the faster order
    "SELECT articles.rowid, rank FROM articles CROSS JOIN dates ON number = articles.rowid"
    " WHERE articles MATCH ? AND day BETWEEN ? AND ? ORDER BY rank LIMIT 10"
)


class SQLiteEngine:
    label = f"SQLite {sqlite3.sqlite_version} FTS5, porter"

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        database = sqlite3.connect(directory / "articles.db")
        database.execute(
            "CREATE VIRTUAL TABLE articles USING fts5(headline, body, tokenize = 'porter unicode61')"
        )
        database.execute("CREATE TABLE dates (number INTEGER PRIMARY KEY, day TEXT)")
        with database:
            for number, article in enumerate(articles, 1):
                database.execute(
                    "INSERT INTO articles (rowid, headline, body) VALUES (?, ?, ?)",
                    (number, article.headline, article.body),
                )
                if article.date:
                    database.execute("INSERT INTO dates VALUES (?, ?)", (number, article.date.isoformat()))
            database.execute("CREATE INDEX days ON dates (day)")
            database.execute("INSERT INTO articles (articles) VALUES ('optimize')")
        database.close()

    def open(self, directory: Path) -> None:
        self._database = sqlite3.connect(directory / "articles.db")

    def prepare(self, asked: BenchmarkQuery) -> Search | None:
        quoted = [f'"{word}"' for word in asked.words]
        if asked.kind == "phrase":
            match = f'"{" ".join(asked.words)}"'
        elif asked.kind == "prefix":
            match = f"{quoted[0]}*"
        else:
            match = (" OR " if asked.kind == "or" else " AND ").join(quoted)
        values = [f"{asked.field} : ({match})"]
        if asked.since and asked.until:
            values += [asked.since.isoformat(), asked.until.isoformat()]
        statement = _DATED if len(values) > 1 else _SELECT
        return lambda: self._database.execute(statement, values).fetchall()


ENGINE = SQLiteEngine
