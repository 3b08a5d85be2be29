"""Small tools that turn rows of values into columns of numbers."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.domain import Shift

Value = TypeVar("Value", bound=Hashable)

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]
Levels = NDArray[np.int8]

ALWAYS = date.min.toordinal()
"""The ordinal of a blank first day."""

FOREVER = date.max.toordinal()
"""The ordinal of a blank last day."""

_SHIFT_BIT = {shift: 1 << position for position, shift in enumerate(Shift)}


def numbered(values: Iterable[Value]) -> tuple[list[Value], Ints]:
    """Return the distinct values in the order of their first appearance, and which of them each row has."""
    position: dict[Value, int] = {}
    rows = [position.setdefault(value, len(position)) for value in values]
    return list(position), np.array(rows, dtype=np.int32)


def hundredths(hours: Iterable[Decimal]) -> Ints:
    """Return weekly hours in hundredths; a case has few distinct ones, so each is converted once."""
    distinct, rows = numbered(hours)
    return np.array([int(value * 100) for value in distinct], dtype=np.int32)[rows]


def ordinals(days: Iterable[date | None], blank: int) -> Ints:
    """Return proleptic Gregorian ordinals, ``blank`` where there is no day."""
    return np.array([blank if day is None else day.toordinal() for day in days], dtype=np.int32)


def ints(values: Iterable[int]) -> Ints:
    """Return whole numbers as a column."""
    return np.array(list(values), dtype=np.int32)


def flags(values: Iterable[Any]) -> Bools:
    """Return truth values as a column."""
    return np.array([bool(value) for value in values], dtype=np.bool_)


def shift_masks(shifts: Iterable[AbstractSet[Shift]]) -> Ints:
    """Return a mask per set of shifts, one bit each."""
    distinct, rows = numbered(frozenset(some) for some in shifts)
    return ints(sum(_SHIFT_BIT[shift] for shift in some) for some in distinct)[rows]


def memberships(sets: Sequence[AbstractSet[str]], position: Mapping[str, int]) -> Bools:
    """Return shape (sets, positions): whether each set holds each known value; unknown values are left out."""
    held = np.zeros((len(sets), len(position)), dtype=np.bool_)
    for row, values in enumerate(sets):
        for value in values:
            if (column := position.get(value)) is not None:
                held[row, column] = True
    return held


def levels(owned: Sequence[Mapping[str, int]], position: Mapping[str, int]) -> Levels:
    """Return shape (rows, positions): the level of each known language, 0 where there is none."""
    held = np.zeros((len(owned), len(position)), dtype=np.int8)
    for row, languages in enumerate(owned):
        for language, level in languages.items():
            if (column := position.get(language)) is not None:
                held[row, column] = level
    return held


def spread(table: NDArray[Any], columns: Ints) -> NDArray[Any]:
    """Return ``table`` with its columns repeated as named, from one per distinct demand to one per site."""
    return np.take(table, columns, axis=1)
