"""Streams of small numbers with rare large ones: what is read is what was written, whole, in parts and one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage

from searchidx.store.codec.narrow import NarrowReader, NarrowWriter
from searchidx.store.codec.sections import SectionFile, SectionWriter

numbers = st.lists(
    st.one_of(st.integers(0, 3), st.sampled_from([14, 15, 16, 254, 255, 256]), st.integers(0, (1 << 32) - 1)),
    max_size=30,
)


def stored(pieces, bits):
    storage = RamStorage()
    out = SectionWriter(storage, "file")
    writer = NarrowWriter(out, "stream", bits)
    for piece in pieces:
        writer.add(np.array(piece, np.int64))
    writer.finish()
    out.close()
    return NarrowReader(SectionFile(storage, "file"), "stream", bits)


@pytest.mark.parametrize("bits", [4, 8])
@settings(max_examples=60, deadline=None)
@given(st.lists(numbers, max_size=4), st.data())
def test_what_is_read_is_what_was_written(bits, pieces, data):
    values = [value for piece in pieces for value in piece]
    reader = stored(pieces, bits)
    end = data.draw(st.integers(0, len(values)))
    start = data.draw(st.integers(0, end))
    assert reader.part(start, end).tolist() == values[start:end]
    reader.check(0, len(values))
    rows = data.draw(st.lists(st.integers(0, len(values) - 1))) if values else []
    assert reader.at(np.array(rows, np.int64)).tolist() == [values[row] for row in rows]


@given(st.lists(st.lists(st.integers(0, 600), max_size=9), max_size=3))
def test_counts_say_where_things_begin(pieces):
    values = [value for piece in pieces for value in piece]
    assert stored(pieces, 8).offsets().tolist() == [sum(values[:end]) for end in range(len(values) + 1)]


def test_what_was_never_written_is_empty():
    storage = RamStorage()
    SectionWriter(storage, "file").close()
    assert NarrowReader(SectionFile(storage, "file"), "stream", 8).offsets().tolist() == [0]


def test_small_numbers_take_half_a_byte():
    storage = RamStorage()
    out = SectionWriter(storage, "file")
    writer = NarrowWriter(out, "stream", 4)
    writer.add(np.ones(1000, np.int64))
    writer.finish()
    out.close()
    assert len(SectionFile(storage, "file").array("stream")) == 500
