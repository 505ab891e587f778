"""Character offsets: written and read back, by several writers at the same time too."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from whoosh.filedb.filestore import RamStorage

from searchidx.store.codec.sections import SectionFile, SectionWriter
from searchidx.store.codec.spans import Entries, SpansReader, SpansWriter, without_dead


def entries_of(numbers, docs):
    """Return offsets and entries of so many documents of words without and with gaps between them."""
    counts = numbers.integers(0, 400, docs)
    offsets = np.concatenate(([0], np.cumsum(counts)))
    positions = np.concatenate([np.arange(count) for count in counts])
    lengths = numbers.integers(1, 300, len(positions))
    starts = np.cumsum(lengths + numbers.integers(0, 300, len(positions))) - lengths
    starts -= np.repeat(starts[offsets[:-1].clip(max=len(starts) - 1)], counts)
    return offsets, Entries(positions, starts, starts + lengths)


def written(storage, name, offsets, entries):
    out = SectionWriter(storage, name)
    writer = SpansWriter(out, "body")
    writer.add(offsets, entries)
    writer.finish()
    out.close()
    return SpansReader(SectionFile(storage, name), "body")


def check_equal(reader, offsets, entries):
    for doc in range(len(offsets) - 1):
        rows = slice(offsets[doc], offsets[doc + 1])
        assert [column.tolist() for column in reader.entries(doc)] == [
            column[rows].tolist() for column in entries
        ]


def test_entries_come_back():
    offsets, entries = entries_of(np.random.default_rng(1), 60)
    check_equal(written(RamStorage(), "one", offsets, entries), offsets, entries)


def test_writers_in_several_threads_do_not_share_anything():
    """Articles and quotes are written at the same time: a compressor that both used broke the heap."""

    def write(seed):
        storage = RamStorage()
        offsets, entries = entries_of(np.random.default_rng(seed), 600)
        return offsets, entries, written(storage, "one", offsets, entries)

    with ThreadPoolExecutor(4) as pool:
        for offsets, entries, reader in pool.map(write, range(12)):
            check_equal(reader, offsets, entries)


def test_blocks_without_the_dead_keep_the_living():
    offsets, entries = entries_of(np.random.default_rng(2), 8)
    reader = written(RamStorage(), "one", offsets, entries)
    live = np.ones(8, np.bool_)
    live[3] = False
    storage = RamStorage()
    out = SectionWriter(storage, "two")
    writer = SpansWriter(out, "body")
    for first, last, data in reader.blocks():
        writer.add_block(without_dead(data, live[first:last]), int(live[first:last].sum()))
    writer.finish()
    out.close()
    kept = SpansReader(SectionFile(storage, "two"), "body")
    for new, old in enumerate(np.flatnonzero(live)):
        assert kept.entries(new).starts.tolist() == reader.entries(int(old)).starts.tolist()
