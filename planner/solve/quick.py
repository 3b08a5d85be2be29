"""A quick look for a good plan with HiGHS. What it finds is checked in whole numbers; what it claims proves nothing."""

import threading
from typing import Any

import numpy as np
import scipy.optimize as so

from planner.solve.clock import Clock
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage

_GLANCE = 0.05
"""Seconds between two looks at the stop."""


def quick(stage: Stage, window: Mask, floor: int | None, clock: Clock, seconds: float) -> Mask | None:
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
    arguments = {
        "c": -objective,
        "integrality": np.ones(len(variables), dtype=np.int64),
        "bounds": so.Bounds(stage.var_lo[variables], stage.var_hi[variables]),
        "constraints": rows,
        "options": {"time_limit": max(0.05, min(seconds, clock.left)), "mip_rel_gap": 0.0},
    }
    x = _unless_stopped(arguments, clock)
    if x is None:
        return None
    chosen = np.zeros(len(stage.columns), dtype=bool)
    chosen[np.flatnonzero(window)] = np.rint(x[: int(window.sum())]).astype(bool)
    return chosen if stage.allows(chosen) else None


def _unless_stopped(arguments: dict[str, Any], clock: Clock) -> Any:
    """Return HiGHS's plan, or ``None`` at once when the user stops: it cannot be interrupted, only left behind."""
    answers: list[Any] = []
    thread = threading.Thread(target=lambda: answers.append(so.milp(**arguments)), daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_GLANCE)
        if clock.stopped:
            return None
    return answers[0].x if answers else None
