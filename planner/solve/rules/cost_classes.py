"""How many placements of each cost class a plan has: rows without bounds, for the search to branch on.

Where money is short, thousands of pairs are substitutes for each other. To forbid one of them changes nothing; to say
how many placements of each cost there are changes the budget's fractional solution for good.
"""

import numpy as np
from numpy.typing import NDArray

from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows

_MOST = 48
_MULTIPLIER = np.int64(0x9E3779B97F4A7C15 - 2**64)
"""2^64 divided by the golden ratio, as in Fibonacci hashing (Knuth 1973); products wrap around."""


def rows(columns: Columns) -> Rows | None:
    """Return one unbounded row per class of equal cost; ``None`` without budgets or without columns.

    Columns with many different costs are put into classes of similar cost: counting stays exact, only coarser.
    """
    budgets = columns.case.scenario.budget
    costs = [columns.cost(payer, year) for payer, years in budgets.items() for year in sorted(years)]
    if not costs or not len(columns):
        return None
    group = _groups(np.stack(costs, axis=1))
    number = int(group.max()) + 1
    return Rows(
        row=group,
        variable=np.arange(len(columns), dtype=np.int64),
        coefficient=columns.size,
        lo=np.full(number, -FREE, dtype=np.int64),
        hi=np.full(number, FREE, dtype=np.int64),
    )


def _groups(costs: NDArray[np.int64]) -> Ints:
    """Number the classes: exact ones where they are few, else equal costs of the dearest budget, else ranges of it."""
    _, group = np.unique(_mixed(costs), return_inverse=True)
    if group.max() < _MOST:
        return group.ravel().astype(np.int64)
    dearest = costs[:, int(costs.sum(axis=0).argmax())]
    _, group = np.unique(dearest, return_inverse=True)
    if group.max() < _MOST:
        return group.ravel().astype(np.int64)
    edges = np.unique(np.quantile(dearest, np.linspace(0, 1, _MOST + 1)[1:-1]))
    return np.searchsorted(edges, dearest).astype(np.int64)


def _mixed(costs: NDArray[np.int64]) -> Ints:
    """Return one number per row of costs, equal for equal rows; that two others coincide would make a class coarser."""
    mixed = np.zeros(len(costs), dtype=np.int64)
    for column in costs.T:
        mixed = mixed * _MULTIPLIER + column
    return mixed
