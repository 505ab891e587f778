"""The second thread of the bulk writer."""

import time

import pytest

from searchidx.store.bulk.helper import Helper


def test_tasks_run_in_order():
    helper = Helper()
    done = []
    futures = [helper.submit(lambda number=number: done.append(number) or number) for number in range(200)]
    helper.finish()
    assert done == list(range(200))
    assert [future.result() for future in futures] == done
    helper.close()


def fail():
    raise OSError("disk full")


def test_what_a_task_raises_is_raised():
    helper = Helper()
    helper.submit(fail)
    with pytest.raises(OSError, match="disk full"):
        helper.finish()
    future = helper.submit(fail)
    while not future.done():
        time.sleep(0.001)
    with pytest.raises(OSError, match="disk full"):
        helper.submit(list)
    helper.close()
