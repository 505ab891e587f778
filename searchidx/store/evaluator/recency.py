"""Scores that fall with the age of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import Mask, ScoreArray, Segment
from searchidx.store.evaluator.matches import Matches, Scored
from searchidx.store.lift import Recent

if TYPE_CHECKING:
    from searchidx.store.evaluator.nodes import Evaluation

FIELD = "date"
_MICROSECONDS_A_DAY = 86_400 * 1_000_000


def recent(self: Evaluation, node: Recent, segment: Segment) -> Matches:
    """Match what the node's child does, recent documents with up to twice the score."""
    inner = self.evaluate(node.child, segment)
    field = self.collection.field(FIELD)
    column = segment.arrays.column(FIELD) if field is not None else None
    if field is None or column is None:
        return inner
    docs = inner.docs
    dated = segment.field_mask(FIELD, field.scorable)[docs]
    share = _share(node, np.asarray(column)[docs], dated)
    # The scores of a term are kept for the next question: not to be changed.
    return Scored(segment.size, docs, np.multiply(inner.scores(), 1.0 + share))


def _share(node: Recent, column: npt.NDArray[Any], dated: Mask) -> ScoreArray:
    """Return 1 for documents of the node's day, .5 for those a half-life older, 0 for those without a date."""
    # Whoosh counts microseconds from the first day of the year 1, whose ordinal is 1.
    days = column.astype(np.int64) // _MICROSECONDS_A_DAY + 1
    age = np.maximum(node.day - days, 0)
    share: ScoreArray = np.where(dated, np.exp2(-age / node.half_life), 0.0)
    return share
