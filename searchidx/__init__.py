"""A full-text search index for collections of news articles.

from searchidx import Index

Index.build("articles", "index")
with Index.open("index") as index:
    for hit in index.search("oil price"):
        print(hit.date, hit.headline)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from searchidx.article import Article, Mention, Place, Quote
    from searchidx.errors import (
        ArticleMissingError,
        ConfigError,
        IndexDamagedError,
        IndexDirectoryError,
        IndexLockedError,
        IndexMissingError,
        IndexVersionError,
        IndexWriteError,
        QueryError,
        ReadError,
        SavedSearchError,
        SearchidxError,
    )
    from searchidx.index import (
        Hit,
        Hits,
        Index,
        IndexVersion,
        PlaceCount,
        PlaceCounts,
        QuoteHit,
        QuoteHits,
        Stats,
    )

__all__ = [
    "Article",
    "ArticleMissingError",
    "ConfigError",
    "Hit",
    "Hits",
    "Index",
    "IndexDamagedError",
    "IndexDirectoryError",
    "IndexLockedError",
    "IndexMissingError",
    "IndexVersion",
    "IndexVersionError",
    "IndexWriteError",
    "Mention",
    "Place",
    "PlaceCount",
    "PlaceCounts",
    "QueryError",
    "Quote",
    "QuoteHit",
    "QuoteHits",
    "ReadError",
    "SavedSearchError",
    "SearchidxError",
    "Stats",
    "__version__",
]


def __getattr__(name: str) -> Any:
    # On demand, so that --help and shell completion do not wait for what they do not use.
    if name in __all__:
        for module in ("errors", "article", "index"):
            found = importlib.import_module(f"searchidx.{module}")
            if name in vars(found):
                globals()[name] = vars(found)[name]
                return vars(found)[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
