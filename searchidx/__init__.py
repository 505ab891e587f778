"""A full-text search index for collections of news articles.

from searchidx import Index

Index.build("articles", "index")
with Index.open("index") as index:
    for hit in index.search("oil price"):
        print(hit.date, hit.headline)
"""

__version__ = "0.1.0"

from searchidx.article import Article, Mention, Place, Quote
from searchidx.errors import (
    ArticleMissingError,
    IndexDamagedError,
    IndexDirectoryError,
    IndexLockedError,
    IndexMissingError,
    IndexVersionError,
    IndexWriteError,
    QueryError,
    ReadError,
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
    "SearchidxError",
    "Stats",
    "__version__",
]
