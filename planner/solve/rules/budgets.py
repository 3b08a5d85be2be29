"""Budgets: what all placements cost a payer in a calendar year stays within the scenario's amount."""

from collections.abc import Iterator

import numpy as np

from planner.domain import Conflict
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows, one_row


def rows(columns: Columns) -> Iterator[tuple[str, Rows]]:
    """Yield a named row per payer and year, in cents."""
    variable = np.arange(len(columns), dtype=np.int64)
    for payer, years in columns.case.scenario.budget.items():
        for year, cents in sorted(years.items()):
            what = Conflict(rule="budget", params={"payer": payer.value, "year": year, "cents": cents})
            yield (
                f"budget {payer.value} {year}",
                one_row(variable, columns.cost(payer, year), -FREE, cents, f"budget:{payer.value}:{year}", what),
            )
