"""Judged collections: reading them, indexing them, and how well their queries are answered."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

from searchidx import Index

DEPTH = 1000  # hits of a query that are looked at


class Quality(NamedTuple):
    """Means over the queries of a collection."""

    ndcg: float
    precision: float


class Judged:
    """A collection with its queries, indexed in a folder of its own."""

    def __init__(self, prefix: Path, work: Path) -> None:
        self.name = prefix.name
        articles = work / prefix.name / "articles"
        articles.mkdir(parents=True)
        for document in _lines(prefix, "docs"):
            text = f"{document['title']}\n\n{document['text']}" if document["title"] else document["text"]
            (articles / f"{document['id']}.txt").write_text(text, encoding="utf-8")
        Index.build(articles, work / prefix.name / "index")
        self.index = Index.open(work / prefix.name / "index")
        self.queries = [query for query in _lines(prefix, "queries") if query["relevant"]]
        self._ids: dict[int, str] = {}

    def quality(self, **options: Any) -> Quality:
        """Return how well the queries are answered, any word allowed, with these arguments of ``Index.search``."""
        found = [self._quality(query, options) for query in self.queries]
        return Quality(*(sum(column) / len(found) for column in zip(*found, strict=True)))

    def _quality(self, query: Mapping[str, Any], options: Mapping[str, Any]) -> Quality:
        hits = self.index.search(query["text"], match="any", limit=DEPTH, **options)
        ranked = [Path(hit.id).stem for hit in hits]
        return Quality(ndcg(ranked, query["relevant"]), average_precision(ranked, query["relevant"]))


def _lines(prefix: Path, kind: str) -> Iterator[dict[str, Any]]:
    path = Path(f"{prefix}.{kind}.jsonl.gz")
    if not path.exists():
        raise SystemExit(f"{path}: no such file; give the start of PREFIX.docs.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def ndcg(ranked: Sequence[str], gains: Mapping[str, float], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first ``depth``."""
    gained = sum(gains.get(each, 0) / log2(rank + 2) for rank, each in enumerate(ranked[:depth]))
    ideal = sorted(gains.values(), reverse=True)[:depth]
    return gained / sum(gain / log2(rank + 2) for rank, gain in enumerate(ideal))


def average_precision(ranked: Sequence[str], relevant: Mapping[str, float]) -> float:
    """Return the mean of the precisions at each relevant document, 0 for those not found."""
    found, total = 0, 0.0
    for rank, each in enumerate(ranked, 1):
        if each in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)
