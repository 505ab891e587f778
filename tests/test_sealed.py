"""Sealed files: whatever byte changes, it is noticed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import IndexDamagedError
from searchidx.store.sealed import seal, unseal

PATH = Path("somewhere") / "settings.json"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text().filter(lambda name: name != "checksum"), VALUES, min_size=1))
def test_what_is_sealed_comes_back(fields):
    content = seal(fields)
    assert unseal(content, PATH) == fields
    assert json.loads(content).keys() == {"checksum", *fields}


CONTENT = seal({"folder": "/srv/articles", "number": 7})


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(position, change):
    content = bytearray(CONTENT)
    content[position] ^= change
    with pytest.raises(IndexDamagedError):
        unseal(bytes(content), PATH)


@given(st.integers(0, len(CONTENT) - 1))
def test_a_cut_is_noticed(length):
    with pytest.raises(IndexDamagedError) as caught:
        unseal(CONTENT[:length], PATH)
    assert str(caught.value) == (
        "The index in somewhere is damaged: settings.json is not as it was written."
        " Mend it: searchidx repair --index somewhere"
    )
