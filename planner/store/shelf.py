"""What was read from a database and never changes: kept for a while, made once for all who ask for it at once.

A case and a plan are what their key says for ever; only deletion takes from them, and then the database says so. What
lies here was read for somebody who may see it, at a workstation also before they ask: every use case asks for the role
first, and what a role sees less of lies under a key of its own.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock, Thread
from typing import Any, TypeVar
from weakref import WeakSet

T = TypeVar("T")

MOST = 24
"""Things kept for one database; what was not asked for the longest goes first. A city's largest takes some 30 MB."""

IDLE = 1800.0
"""Seconds after which what nobody asks for goes."""

SWEEP = 60.0
"""Seconds between two looks for what nobody asks for: a server at night is asked for nothing at all."""

_shelves: WeakSet["Shelf"] = WeakSet()
_growing = Lock()


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
        self._cleared = 0
        with _growing:
            _shelves.add(self)
        _sweep_now_and_then()

    def __len__(self) -> int:
        return len(self._things)

    def reach(self) -> "Reach":
        """Return the shelf for somebody who begins to read the database now."""
        return Reach(self, self._cleared)

    def get(self, key: Hashable, make: Callable[[], T], cleared: int | None = None) -> T:
        """Return what lies under a key; made by whoever comes first, while the others wait.

        What cannot be made is not kept: the next one tries again.

        Parameters
        ----------
        cleared
            How often the shelf had been cleared when the reading began that this is made from; what was read before
            the last time is made, but not kept.
        """
        thing = self._take(key, cleared)
        with thing.lock:
            if not thing.made:
                thing.value, thing.made = make(), True
            value: T = thing.value
        return value

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._cleared += 1
            self._things.clear()

    def sweep(self) -> None:
        """Let go of what nobody has asked for in a while."""
        with self._lock:
            self._drop()

    def _take(self, key: Hashable, cleared: int | None) -> _Thing:
        with self._lock:
            if cleared is not None and cleared != self._cleared:
                return _Thing()
            thing = self._things.setdefault(key, _Thing())
            thing.asked = self._clock()
            self._things.move_to_end(key)
            self._drop()
            return thing

    def _drop(self) -> None:
        oldest = self._clock() - self._idle
        while self._things and (len(self._things) > self._most or next(iter(self._things.values())).asked < oldest):
            self._things.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """A shelf as a transaction has it: what it has read from before a deletion does not come to lie there after it."""

    shelf: Shelf
    cleared: int

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what lies under a key, as the shelf does."""
        return self.shelf.get(key, make, self.cleared)

    def clear(self) -> None:
        """Let go of everything on the shelf."""
        self.shelf.clear()


@cache
def _sweep_now_and_then() -> None:
    """Begin to look after all shelves of this process; once is enough."""
    Thread(target=look_after, name="shelves", daemon=True).start()


def look_after() -> None:
    """Let all shelves go of what nobody asks for, for ever."""
    while True:
        time.sleep(SWEEP)
        with _growing:
            present = tuple(_shelves)
        for shelf in present:
            shelf.sweep()
        del present
