"""A quick look for a good plan with HiGHS. What it finds is checked in whole numbers; what it claims proves nothing."""

import numpy as np
import scipy.optimize as so

from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage


def quick(stage: Stage, window: Mask, floor: int | None, seconds: float) -> Mask | None:
    """Return a plan on the columns of the window, worth at least ``floor``, if one is found in time."""
    variables = np.concatenate([np.flatnonzero(window), stage.others])
    if not len(variables):
        return None
    matrix = stage.coefficients.of(variables)
    used = np.flatnonzero((np.diff(matrix.indptr) > 0) & stage.binding)
    lo, hi = stage.row_lo[used].astype(np.float64), stage.row_hi[used].astype(np.float64)
    lo[lo <= -FREE], hi[hi >= FREE] = -np.inf, np.inf
    rows = [so.LinearConstraint(matrix[used].astype(np.float64), lo, hi)] if len(used) else []
    objective = stage.objective[variables].astype(np.float64)
    if floor is not None:
        rows.append(so.LinearConstraint(objective[None, :], floor, np.inf))
    answer = so.milp(
        -objective,
        integrality=np.ones(len(variables), dtype=np.int64),
        bounds=so.Bounds(stage.var_lo[variables], stage.var_hi[variables]),
        constraints=rows,
        options={"time_limit": max(0.05, seconds), "mip_rel_gap": 0.0},
    )
    if answer.x is None:
        return None
    chosen = np.zeros(len(stage.columns), dtype=bool)
    chosen[np.flatnonzero(window)] = np.rint(answer.x[: int(window.sum())]).astype(bool)
    return chosen if stage.allows(chosen) else None
