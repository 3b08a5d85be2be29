"""Chance that is the same on every machine."""

from collections.abc import Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")


class Draw:
    """Draws whole columns for one table.

    Every column has a bit stream of its own, seeded by (seed, table, column): a new column never changes the others.
    Only raw bits and exact or correctly rounded operations are used, since NumPy promises to keep bit streams but not
    the methods of its generators, and no two C libraries agree on logarithms.

    Parameters
    ----------
    seed
        Non-negative.
    table
        Name of what is drawn.
    rows
        Number of rows of every column.
    """

    def __init__(self, seed: int, table: str, rows: int) -> None:
        self._key = (seed, *table.encode(), 0)
        self.rows = rows

    def unit(self, column: str) -> NDArray[np.float64]:
        """Return shape (rows,): uniform in [0, 1), multiples of 2⁻⁵³."""
        bits = np.random.PCG64(np.random.SeedSequence([*self._key, *column.encode()]))
        raw = np.asarray(bits.random_raw(self.rows), dtype=np.uint64)
        return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def chance(self, column: str, p: float) -> list[bool]:
        """Return rows that are true with probability ``p``."""
        return [bool(hit) for hit in (self.unit(column) < p).tolist()]

    def whole(self, column: str, low: int, high: int) -> NDArray[np.int64]:
        """Return shape (rows,): whole numbers from ``low`` to ``high``, both included."""
        steps = np.asarray(np.floor(self.unit(column) * (high - low + 1)), dtype=np.int64)
        return np.asarray(steps + low, dtype=np.int64)

    def index(self, column: str, weights: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return shape (rows,): positions drawn in proportion to non-negative ``weights``."""
        steps = np.cumsum(weights)
        found = np.searchsorted(steps, self.unit(column) * steps[-1], side="right")
        return np.asarray(np.minimum(found, len(weights) - 1), dtype=np.int64)

    def pick(self, column: str, weights: Mapping[T, float]) -> list[T]:
        """Return rows drawn among the keys in proportion to their weights."""
        keys = list(weights)
        return [keys[i] for i in self.index(column, np.array(list(weights.values()), dtype=np.float64)).tolist()]

    def subset(self, column: str, chances: Mapping[T, float]) -> list[frozenset[T]]:
        """Return rows with each key in or out, independently, by its own probability."""
        inside = {key: self.chance(f"{column}|{key}", p) for key, p in chances.items()}
        return [frozenset(key for key, hits in inside.items() if hits[i]) for i in range(self.rows)]
