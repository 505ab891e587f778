"""The copies of an article, and what each changed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from searchidx.article import Article
from searchidx.frozen import frozen

if TYPE_CHECKING:
    from searchidx.store.copies.changes import Change
    from searchidx.store.searcher import Searcher


@frozen
class Copy:
    """A copy of an article: ``kept`` is the share of the article's words that it has, ``changes`` what it changed."""

    article: Article
    kept: float
    changes: tuple[Change, ...]


def copies(searcher: Searcher, document: int) -> list[Copy]:
    """Answer ``Index.copies``."""
    from searchidx.store.copies.changes import compare_texts

    own = searcher.article(document)
    others = [searcher.article(other) for other in searcher.groups.members(document) if other != document]
    others.sort(key=lambda article: (article.date or datetime.date.max, article.id))
    return [Copy(article, *compare_texts(own.body, article.body)) for article in others]
