"""The manifest keeps what it was given, and notices damage."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.errors import IndexDamagedError
from searchidx.sync.manifest import KnownFile, Manifest, pack_manifest, unpack_manifest

PATH = Path("index") / "manifest-3.json"
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
COUNTS = st.integers(0, 2**62)
MANIFESTS = st.builds(
    Manifest,
    st.dictionaries(NAMES, st.builds(KnownFile, COUNTS, COUNTS, st.text("0123456789abcdef"), COUNTS)),
    st.dictionaries(NAMES, st.lists(st.tuples(NAMES, NAMES), min_size=1)),
    st.dictionaries(NAMES, COUNTS),
)


@given(MANIFESTS)
def test_a_manifest_comes_back_whole(manifest):
    assert unpack_manifest(pack_manifest(manifest), PATH) == manifest


def test_articles_are_counted():
    assert Manifest().articles == 0
    assert Manifest({"a": KnownFile(1, 2, "", 3), "b": KnownFile(1, 2, "", 4)}).articles == 7


def test_damage_is_noticed():
    content = pack_manifest(Manifest({"a.txt": KnownFile(1, 2, "00", 1)}))
    with pytest.raises(IndexDamagedError, match=r"manifest-3\.json is not as it was written"):
        unpack_manifest(content.replace(b"a.txt", b"b.txt"), PATH)
