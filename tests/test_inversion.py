"""Tokens in the order of the texts to postings in the order of the terms, whatever the size of the blocks."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.store.bulk import inversion
from searchidx.store.bulk.inversion import Inverter

WORDS = ["bread", "ale", "été", "alé", "a", "zoo", "北", "bread2"]
DOCUMENTS = st.lists(st.lists(st.integers(0, len(WORDS) - 1), max_size=12), max_size=20)


def inverted(batches, positions):
    inverter = Inverter(positions)
    for batch in batches:
        counts = np.array([len(document) for document in batch], np.int64)
        terms = np.array([number for document in batch for number in document], np.int32)
        places = np.array([place for document in batch for place in range(len(document))], np.int32)
        joined = terms == 1
        inverter.add(terms, places if positions else None, joined if positions else None, counts)
    terms, pieces = inverter.invert(WORDS)
    found, first = [], 0
    for (offsets, docs, freqs, places), joined in pieces:
        at = 0
        for ordinal, (start, end) in enumerate(itertools.pairwise(offsets)):
            for doc, freq in zip(docs[start:end].tolist(), freqs[start:end].tolist(), strict=True):
                rows = range(at, at + freq) if positions else ()
                found.append(
                    (
                        terms[first + ordinal].decode(),
                        doc,
                        [(int(places[i]), i in joined) for i in rows] or freq,
                    )
                )
                at += freq
        first += len(offsets) - 1
    assert first == len(terms)
    return found


@pytest.mark.parametrize("positions", [True, False])
@pytest.mark.parametrize("block", [1, 3, 1 << 17])
@given(batches=st.lists(DOCUMENTS, max_size=3))
def test_every_occurrence_is_in_the_posting_of_its_term_and_document(positions, block, batches):
    before, inversion._BLOCK = inversion._BLOCK, block
    try:
        found = inverted(batches, positions)
    finally:
        inversion._BLOCK = before
    wanted = {}
    documents = [document for batch in batches for document in batch]
    for doc, document in enumerate(documents):
        for place, number in enumerate(document):
            wanted.setdefault((WORDS[number], doc), []).append((place, number == 1))
    order = sorted(wanted, key=lambda key: (key[0].encode(), key[1]))
    assert found == [(*key, wanted[key] if positions else len(wanted[key])) for key in order]
