"""Ranges of numbers and dates: the terms of full precision stand in one run, so that a range is one slice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.fields import NUMERIC
from whoosh.util.numeric import to_sortable

from searchidx.errors import QueryError
from searchidx.store.evaluator.collection import Segment, as_docs
from searchidx.store.evaluator.matches import Constant, Matches, nothing

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation


def numeric_range(self: Evaluation, node: Any, segment: Segment) -> Matches:
    """Match the documents with a number in the range, all with the same score."""
    if self.collection.field(node.fieldname) is None:
        return nothing(segment.size)
    field = self.collection.schema[node.fieldname]
    if not isinstance(field, NUMERIC):
        raise QueryError(
            f"the field {node.fieldname} holds neither numbers nor dates: a range needs one that does"
        )
    if not node.constantscore:
        return self.evaluate(node._compile_query(segment.reader), segment)
    low, high = 0, 2**field.bits - 1
    try:
        if node.start is not None:
            low = max(low, _sortable(field, node.start) + bool(node.startexcl))
        if node.end is not None:
            high = min(high, _sortable(field, node.end) - bool(node.endexcl))
    except ValueError as error:
        raise QueryError(f"the range of {node.fieldname} cannot be searched: {error}") from error
    if low > high:
        return nothing(segment.size)
    arrays = segment.arrays
    start = arrays.find_term(node.fieldname, field.sortable_to_bytes(low, 0))
    last = field.sortable_to_bytes(high, 0)
    stop = arrays.find_term(node.fieldname, last)
    stop += arrays.ordinal(node.fieldname, last) >= 0
    if start >= stop:
        return nothing(segment.size)
    mask = np.zeros(segment.size, dtype=bool)
    mask[as_docs(arrays.postings_between(node.fieldname, start, stop).docs)] = True
    return Constant(segment.size, node.boost or 1.0, mask=mask)


def _sortable(field: Any, value: Any) -> int:
    return int(to_sortable(field.numtype, field.bits, field.signed, field.prepare_number(value)))
