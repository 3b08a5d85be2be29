"""Everyone works at one site at most: Σ_s x(i, s) ≤ 1."""

import numpy as np

from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows


def rows(columns: Columns) -> Rows:
    """Return one row per unit that has a column."""
    _, row = np.unique(columns.unit, return_inverse=True)
    number = int(row.max()) + 1 if len(row) else 0
    return Rows(
        row=row.astype(np.int64),
        variable=np.arange(len(columns), dtype=np.int64),
        coefficient=np.ones(len(columns), dtype=np.int64),
        lo=np.full(number, -FREE, dtype=np.int64),
        hi=np.ones(number, dtype=np.int64),
    )
