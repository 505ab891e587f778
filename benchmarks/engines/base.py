"""What an engine has to offer to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from benchmarks.articles import BenchmarkArticle
from benchmarks.workload import BenchmarkQuery

Search = Callable[[], Any]


class Engine(Protocol):
    """One way to index and search. ``label`` names it in the tables, with its version and settings."""

    @property
    def label(self) -> str:
        """The name and version, with the settings that matter."""

    def build(self, articles: Iterable[BenchmarkArticle], directory: Path, jobs: int) -> None:
        """Index headline, body and date of the articles, the text stored, and close the index."""

    def open(self, directory: Path) -> None:
        """Open the index for the searches to come."""

    def prepare(self, query: BenchmarkQuery) -> Search | None:
        """Return a function that runs the query, already parsed, for its ten best hits; None where it cannot."""
