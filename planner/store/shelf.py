"""What was read from a database and never changes: kept for a while, made once for all who ask for it at once.

A case and a plan are what their key says for ever; only deletion takes from them, and then the database says so. What
lies here has been asked for by somebody who may see it: every use case asks for the role first, and what a role sees
less of lies under a key of its own.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 24
"""Things kept for one database; what was not asked for the longest goes first. A city's largest takes some 30 MB."""

IDLE = 1800.0
"""Seconds after which what nobody asks for goes."""


@dataclass
class _Thing:
    lock: Lock = field(default_factory=Lock)
    made: bool = False
    value: Any = None
    asked: float = 0.0


class Shelf:
    """Things by key; safe to be used by many threads."""

    def __init__(self, most: int = MOST, idle: float = IDLE, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._idle, self._clock = most, idle, clock
        self._things: OrderedDict[Hashable, _Thing] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what lies under a key; made by whoever comes first, while the others wait.

        What cannot be made is not kept: the next one tries again.
        """
        thing = self._take(key)
        with thing.lock:
            if not thing.made:
                thing.value, thing.made = make(), True
            value: T = thing.value
        return value

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._things.clear()

    def _take(self, key: Hashable) -> _Thing:
        with self._lock:
            thing = self._things.setdefault(key, _Thing())
            thing.asked = now = self._clock()
            self._things.move_to_end(key)
            while len(self._things) > self._most or next(iter(self._things.values())).asked < now - self._idle:
                self._things.popitem(last=False)
            return thing
