"""Names of files as text that can be stored, and back."""

import os

from hypothesis import given
from hypothesis import strategies as st

from searchidx.reading.names import name_on_disk, shown_name

NAMES = st.binary(min_size=1, max_size=30).map(lambda raw: raw.decode("utf-8", "surrogateescape")) | st.text(
    st.sampled_from("ax0c\\5e\udce9u"), max_size=12
)


@given(NAMES)
def test_every_name_can_be_stored_and_leads_back_to_its_file(name):
    shown = shown_name(name)
    shown.encode("utf-8")
    assert name_on_disk(shown) == name


@given(NAMES, NAMES)
def test_no_two_names_are_shown_alike(one, other):
    assert (shown_name(one) == shown_name(other)) == (one == other)


def test_ordinary_names_are_shown_as_they_are():
    for name in ("2022/05/Київ.txt", "a b.txt", "back\\slash.txt"):
        assert shown_name(name) == name
    assert shown_name(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"
    assert shown_name("caf\\xe9.txt") == "caf\\x5cxe9.txt"
