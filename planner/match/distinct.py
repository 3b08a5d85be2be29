"""Rows of several columns, each distinct combination once."""

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from planner.match.arrays import Ints

DENSE = 1 << 22
"""Combinations for which a table of all of them is quicker than sorting the rows."""


def distinct(*columns: NDArray[np.integer]) -> tuple[Ints, Sequence[NDArray[np.int64]]]:
    """Return which combination each row has, and the combinations that occur, in ascending order.

    Parameters
    ----------
    columns
        Shape (rows,) each, non-negative; few bits in all, since a combination is packed into one int64.

    Returns
    -------
    rows, combinations
        Shape (rows,): positions among the combinations; and one array per column, shape (combinations,).
    """
    shape = tuple(int(column.max(initial=0)) + 1 for column in columns)
    packed = np.ravel_multi_index(columns, shape)
    if prod(shape) > DENSE:
        present, rows = np.unique(packed, return_inverse=True)
        return rows.astype(np.int32), np.unravel_index(present, shape)
    seen = np.zeros(prod(shape), dtype=np.bool_)
    seen[packed] = True
    position = np.cumsum(seen, dtype=np.int32) - 1
    return position[packed], np.unravel_index(np.flatnonzero(seen), shape)
