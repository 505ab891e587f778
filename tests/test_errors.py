"""The exception tree: one base, pickled whole between processes."""

import pickle

import pytest

from searchidx import errors

TREE = [value for value in vars(errors).values() if isinstance(value, type)]


@pytest.mark.parametrize("kind", TREE)
def test_every_error_has_the_one_base_and_is_drawn_in_the_tree(kind):
    assert issubclass(kind, errors.SearchidxError)
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_read_error_names_path_and_reason_even_after_pickling():
    error = pickle.loads(pickle.dumps(errors.ReadError("a/b.txt", "is empty")))
    assert (error.path, error.reason, str(error)) == ("a/b.txt", "is empty", "a/b.txt: is empty")
