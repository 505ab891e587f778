"""Nodes, fields and weightings that are not known here go through Whoosh's own matchers: slower, never wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh.query import QueryError as WhooshQueryError

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import Collection, Segment
from searchidx.store.evaluator.matches import Matches, Scored


def matched_by_whoosh(collection: Collection, node: Any, segment: Segment) -> Matches:
    """Return what Whoosh's matcher for the node gives in the segment."""
    searcher = collection.searcher()
    leaf, _ = searcher.leaf_searchers()[segment.number]
    docs, scores = [], []
    try:
        matcher = node.matcher(leaf, searcher.context())
        while matcher.is_active():
            docs.append(matcher.id())
            scores.append(matcher.score())
            matcher.next()
    except WhooshQueryError as error:
        raise QueryError(str(error)) from error
    return Scored(segment.size, np.array(docs, dtype=np.intp), np.array(scores, dtype=np.float64))
