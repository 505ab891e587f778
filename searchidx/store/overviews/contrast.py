"""The words that set the matches of a query apart from all other articles."""

from __future__ import annotations

from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from searchidx.store.evaluator.collection import Collection
from searchidx.store.overviews.likeness import STOP_TERMS
from searchidx.store.overviews.surfaces import Sample

FIELD = "body"
_LEAST = 2  # matches that have the word

Docs = npt.NDArray[np.intp]


class TellingWord(NamedTuple):
    """``matches`` of the matching articles have the word and ``others`` of the rest.

    ``score`` is the log-likelihood ratio G²: how little that is to be expected of chance.
    """

    term: str
    matches: int
    others: int
    score: float


def telling_words(collection: Collection, sample: Sample, docs: Docs, count: int) -> list[TellingWord]:
    """Return the words of the sample that are most over-represented in the documents ``docs``, the strongest first."""
    wanted = np.zeros(collection.doc_count_all, np.bool_)
    wanted[docs] = True
    total, rest = len(docs), collection.doc_count_all - len(docs)
    least = min(_LEAST, total)
    found = []
    for term, having in zip(sample.terms, sample.texts_having(), strict=True):
        if having < least or term in STOP_TERMS or not any(map(str.isalpha, term)):
            continue
        matches, everywhere = _frequencies(collection, term, wanted)
        others = everywhere - matches
        if matches * rest > others * total or not rest:
            found.append(TellingWord(term, matches, others, log_likelihood(matches, total, others, rest)))
    found.sort(key=lambda word: (-word.score, word.term))
    return found[:count]


def log_likelihood(matches: int, total: int, others: int, rest: int) -> float:
    """Return G² of a word in ``matches`` of ``total`` documents and in ``others`` of ``rest`` (Dunning 1993)."""
    everything = total + rest
    share = (matches + others) / everything
    cells = (
        (matches, total * share),
        (others, rest * share),
        (total - matches, total * (1 - share)),
        (rest - others, rest * (1 - share)),
    )
    return 2 * sum(seen * log(seen / expected) for seen, expected in cells if seen > 0 and expected > 0)


def _frequencies(collection: Collection, term: str, wanted: npt.NDArray[np.bool_]) -> tuple[int, int]:
    known = collection.term(FIELD, term.encode("utf-8"))
    matches = everywhere = 0
    for segment, ordinal in zip(collection.segments, known.ordinals if known else (), strict=False):
        if ordinal >= 0:
            docs = segment.arrays.postings(FIELD, ordinal).docs
            matches += int(np.count_nonzero(wanted[docs + segment.base]))
            everywhere += len(docs)
    return matches, everywhere
