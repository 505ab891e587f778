"""What is kept ready from one query to the next, within a bound."""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import Any

_OVERHEAD = 400  # bytes that keeping anything takes


class Memory:
    """Values by key, until they take more than ``room`` bytes: then any go.

    Not the oldest: of questions that come round and round, needing a little more than there is room for, none would
    ever be found again.
    """

    def __init__(self, room: int) -> None:
        self.kept: dict[Any, Any] = {}  # to be read; changed here alone
        self._sizes: dict[Hashable, int] = {}
        self._keys: list[Hashable] = []
        self._room = room
        self._chance = random.Random(0)

    def keep(self, key: Hashable, value: Any, size: int) -> None:
        """Keep a value that is not there yet, and takes so many bytes."""
        if key in self.kept:
            return
        self.kept[key] = value
        self._sizes[key] = size + _OVERHEAD
        self._keys.append(key)
        self._room -= size + _OVERHEAD
        while self._room < 0 and self._keys:
            self._forget(self._chance.randrange(len(self._keys)))

    def _forget(self, number: int) -> None:
        self._keys[number], self._keys[-1] = self._keys[-1], self._keys[number]
        key = self._keys.pop()
        del self.kept[key]
        self._room += self._sizes.pop(key)
