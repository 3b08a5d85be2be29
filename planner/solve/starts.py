"""Plans to begin with, so that a repair starts from what is known and not from nothing."""

import numpy as np

from planner.solve.program import Program
from planner.solve.stage import Mask


def starts(program: Program) -> tuple[Mask, Mask]:
    """Return the plan of nothing but the decisions, and the one that adds what is left of the previous plan.

    A placement of the previous plan stays where its unit is free and the site has a post left. Whether budgets and
    limits allow the whole is for the caller to ask.
    """
    columns = program.columns
    decided = np.zeros(len(columns), dtype=bool)
    decided[program.blocks["decisions"].variable] = True
    busy = set(columns.unit[decided].tolist())
    room = np.array([site.posts for site in columns.case.sites], dtype=np.int64)
    np.subtract.at(room, columns.site[decided], columns.size[decided])
    total = columns.case.scenario.posts
    left = int(room.sum()) if total is None else total - int(columns.size[decided].sum())
    previous = decided.copy()
    for column in np.flatnonzero(columns.kept > 0).tolist():
        unit, site, size = int(columns.unit[column]), int(columns.site[column]), int(columns.size[column])
        if unit not in busy and room[site] >= size and left >= size:
            previous[column] = True
            busy.add(unit)
            room[site] -= size
            left -= size
    return decided, previous
