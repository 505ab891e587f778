"""When Python looks for garbage: seldom, for the modules and articles that it makes by the thousand are none."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_COLLECT_AFTER = 50_000  # new objects between two runs of the garbage collector


@contextlib.contextmanager
def rare_collections() -> Iterator[None]:
    """Let the garbage collector run once for many new objects, until the end of the block."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from going again and again through a hundred thousand objects that all stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
