"""The vectorised evaluator: a Whoosh query tree to matching documents, scores and the top hits, by array arithmetic.

    evaluator = Evaluator(index.reader())
    evaluator.search(query, limit=10)                   -> TopDocs(total, docs, scores)
    evaluator.search(query, sort="-date", filter=range) -> the newest first, only what the filter matches
    evaluator.match(query)                              -> the numbers of all matching documents

- collection.py    the segments of a reader and the statistics over all of them
- matcher_arrays.py  arrays of any Whoosh segment, read through its matchers
- matches.py       what a query node matches in one segment: documents now, scores when they are asked for
- nodes.py         one function per kind of query node
- combine.py       matches joined and united
- combined.py      a term in several fields as one
- phrases.py, expansions.py, numbers.py   the nodes that need more: positions, sets of terms, numeric ranges
- places.py        where words stand: one number for every place of a field
- memory.py        what is kept of all this from one query to the next
- ranking.py, top.py   the best k
- proximity.py, recency.py   what else counts for the order: words that stand near each other, age
- fallback.py      nodes that are not known here, through Whoosh's matchers
"""

from __future__ import annotations

from searchidx.store.evaluator.search import Evaluator
from searchidx.store.evaluator.top import TopDocs

__all__ = ["Evaluator", "TopDocs"]
