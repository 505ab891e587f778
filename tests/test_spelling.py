"""Spellings: the vectorised distance equals the plain one, and words come out as they are written."""

from hypothesis import given
from hypothesis import strategies as st

from searchidx.store.spelling import edits, term_distances

letters = st.text("abcdé", max_size=8)


@given(st.lists(letters, max_size=12), letters.filter(bool), st.integers(1, 2))
def test_distances_of_many_terms_equal_those_one_by_one(terms, word, limit):
    expected = [min(edits(word, term, limit), limit + 1) if term else None for term in terms]
    found = term_distances(terms, word, limit).tolist()
    assert [f for f, e in zip(found, expected, strict=True) if e is not None] == [
        e for e in expected if e is not None
    ]


@given(letters, letters)
def test_edits_are_a_distance_that_swaps(one, two):
    far = 20
    assert edits(one, two, far) == edits(two, one, far)
    assert (edits(one, two, far) == 0) == (one == two)
    assert edits(one, two, far) <= max(len(one), len(two))


def test_a_swap_is_one_edit_and_an_ending_may_be_left_over():
    assert edits("kharkvi", "kharkiv", 2) == 1
    assert term_distances(["evacu", "evict"], "evacuaton", 1, ending=4).tolist() == [0, 2]
