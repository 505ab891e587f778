from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from searchidx.store.evaluator.memory import Memory

ROOM = 100_000


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 30_000)), max_size=60))
def test_never_more_than_there_is_room_for(asked):
    memory = Memory(ROOM)
    for key, size in asked:
        if key not in memory.kept:
            memory.keep(key, (key, size), size)
        assert sum(size for _, size in memory.kept.values()) <= ROOM
        assert all(value[0] == key for key, value in memory.kept.items())


def test_all_stay_while_there_is_room():
    memory = Memory(ROOM)
    for key in range(20):
        memory.keep(key, key, 4000)
    assert memory.kept == {key: key for key in range(20)}


def test_what_alone_is_too_large_does_not_stay():
    memory = Memory(ROOM)
    memory.keep("large", "value", ROOM)
    assert memory.kept == {}
    memory.keep("small", "value", 10)
    assert memory.kept == {"small": "value"}


def test_of_more_than_fits_that_comes_round_again_and_again_much_is_still_there():
    memory = Memory(ROOM)
    found = 0
    for turn in range(20):
        for key in range(30):
            if key in memory.kept:
                found += turn > 9
            else:
                memory.keep(key, key, 4000)
    assert found > 10 * 30 * 0.4
