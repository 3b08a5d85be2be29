"""At most ``max_changes`` placements of the previous plan are given up."""

import numpy as np

from planner.domain import Conflict
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows, one_row


def row(columns: Columns) -> Rows | None:
    """Return Σ kept ≥ |previous plan| − max_changes; ``None`` where the scenario sets no maximum."""
    scenario = columns.case.scenario
    if scenario.max_changes is None:
        return None
    at_least = len(columns.case.previous_plan) - scenario.max_changes
    what = Conflict(rule="max_changes", params={"max_changes": scenario.max_changes})
    return one_row(np.arange(len(columns), dtype=np.int64), columns.kept, at_least, FREE, "max_changes", what)
