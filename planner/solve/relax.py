"""The linear relaxation, solved on few columns at a time. Its floats only guide: what is proven is in ``bound``."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as mb

from planner.domain.pairs import Ints
from planner.solve.program import FREE
from planner.solve.stage import Stage

Floats = NDArray[np.float64]

_SLACK = 1e-7
"""By how much the relaxation may miss a row: floors stand exactly at an optimum, which floats only nearly reach."""


@dataclass(frozen=True, eq=False)
class Relaxed:
    """A solved relaxation.

    Parameters
    ----------
    value
        Its objective.
    duals
        Shape (rows,): price of each row of the stage; 0 for rows outside the relaxation.
    x
        Shape (variables,): the fractional plan.
    """

    value: float
    duals: Floats
    x: Floats


def relax(stage: Stage, variables: Ints) -> Relaxed | None:
    """Solve the relaxation on some variables; ``None`` where GLOP ends without an optimum."""
    matrix = stage.matrix[:, variables].astype(np.float64).tocsr()
    used = np.diff(matrix.indptr) > 0
    rows = np.flatnonzero(used)
    matrix = matrix[rows]
    scale = _row_scale(matrix)
    objective = stage.objective[variables].astype(np.float64)
    unit = max(1.0, float(np.abs(objective).max(initial=0.0)))
    model: Any = mb.ModelBuilderHelper()  # its stub knows no arrays as SciPy makes them
    model.fill_model_from_sparse_data(
        stage.program.var_lo[variables].astype(np.float64),
        stage.program.var_hi[variables].astype(np.float64),
        objective / unit,
        _side(stage.row_lo[rows], scale, -_SLACK),
        _side(stage.row_hi[rows], scale, _SLACK),
        sp.csr_matrix(sp.diags_array(scale) @ matrix),
    )
    model.set_maximize(True)
    solver = mb.ModelSolverHelper("glop")
    solver.solve(model)
    if solver.status() != mb.SolveStatus.OPTIMAL:
        return None
    duals = np.zeros(len(stage.row_lo))
    duals[rows] = np.asarray(solver.dual_values()) * scale * unit
    x = np.zeros(stage.program.variables)
    x[variables] = solver.variable_values()
    return Relaxed(float(solver.objective_value()) * unit, duals, x)


def _row_scale(matrix: sp.csr_matrix) -> Floats:
    """Bring the largest coefficient of every row, cents among them, near 1 by a power of two."""
    largest = np.asarray(abs(matrix).max(axis=1).todense()).ravel() if matrix.nnz else np.ones(matrix.shape[0])
    scale: Floats = np.exp2(-np.floor(np.log2(np.maximum(largest, 1.0))))
    return scale


def _side(bound: Ints, scale: Floats, slack: float) -> Floats:
    side = bound.astype(np.float64) * scale
    side += slack * np.maximum(1.0, np.abs(side))
    side[np.abs(bound) >= FREE] = np.copysign(np.inf, bound[np.abs(bound) >= FREE])
    return side
