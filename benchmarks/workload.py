"""Queries drawn from the statistics of a collection: what its articles say decides what is asked."""

from __future__ import annotations

import datetime
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.articles import BenchmarkArticle

_WORD = re.compile(r"[a-z]{3,}")
# Kinds of query, in the order of the tables.
KINDS = {
    "term, rare": "one word that at most 0.1 % of the articles have",
    "term, middling": "one word that 0.3 % to 2 % have",
    "term, frequent": "one word that 5 % to 60 % have",
    "and": "two or three words of one article, all of them required",
    "or": "two or three words of one article, any of them",
    "phrase": "two or three words that follow one another in an article",
    "prefix": "the first four or five letters of a word",
    "fielded": "one word in headlines",
    "dated": "one word, in a tenth of the time that the collection spans",
}


class BenchmarkQuery(NamedTuple):
    """One query; ``field`` is "body" or "headline", ``since`` and ``until`` are days included."""

    kind: str
    words: tuple[str, ...]
    field: str = "body"
    since: datetime.date | None = None
    until: datetime.date | None = None


def draw(articles: Sequence[BenchmarkArticle], count: int, seed: int = 1) -> list[BenchmarkQuery]:
    """Return ``count`` queries of each kind, always the same for the same articles."""
    chance = random.Random(seed)
    sample = chance.sample(articles, min(len(articles), 20_000))
    bodies = [words for article in sample if (words := _WORD.findall(article.body.lower()))]
    headlines = [words for article in sample if (words := _WORD.findall(article.headline.lower()))] or bodies
    frequencies = Counter(word for words in bodies for word in set(words))
    total = len(bodies)

    def between(low: float, high: float) -> list[str]:
        chosen = sorted(w for w, n in frequencies.items() if max(low * total, 2) <= n <= max(high * total, 2))
        return chosen or sorted(frequencies)

    rare, middling, frequent = between(0, 0.001), between(0.003, 0.02), between(0.05, 0.6)
    some = sorted(set(middling) | set(frequent))
    dates = sorted(article.date for article in sample if article.date) or [datetime.date(2000, 1, 1)]
    span = max((dates[-1] - dates[0]) // 10, datetime.timedelta(1))

    def dated() -> BenchmarkQuery:
        since = chance.choice(dates)
        return BenchmarkQuery("dated", (chance.choice(some),), since=since, until=since + span)

    def several() -> tuple[str, ...]:
        words = sorted({word for word in chance.choice(bodies) if frequencies[word] < 0.6 * total})
        return tuple(chance.sample(words, min(len(words), chance.choice((2, 3))))) or (chance.choice(some),)

    def run() -> tuple[str, ...]:
        words = chance.choice(bodies)
        length = min(chance.choice((2, 3)), len(words))
        start = chance.randrange(len(words) - length + 1)
        return tuple(words[start : start + length])

    makers: dict[str, Callable[[], BenchmarkQuery]] = {
        "term, rare": lambda: BenchmarkQuery("term, rare", (chance.choice(rare),)),
        "term, middling": lambda: BenchmarkQuery("term, middling", (chance.choice(middling),)),
        "term, frequent": lambda: BenchmarkQuery("term, frequent", (chance.choice(frequent),)),
        "and": lambda: BenchmarkQuery("and", several()),
        "or": lambda: BenchmarkQuery("or", several()),
        "phrase": lambda: BenchmarkQuery("phrase", run()),
        "prefix": lambda: BenchmarkQuery("prefix", (chance.choice(some)[: chance.choice((4, 5))],)),
        "fielded": lambda: BenchmarkQuery("fielded", (chance.choice(chance.choice(headlines)),), "headline"),
        "dated": dated,
    }
    return [makers[kind]() for kind in KINDS for _ in range(count)]
