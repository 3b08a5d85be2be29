"""The linear relaxation, solved on few columns at a time. Its floats only guide: what is proven is in ``bound``."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder_helper as mb

from planner.domain.pairs import Ints
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage

Floats = NDArray[np.float64]

_SLACK = 1e-7
"""By how much the relaxation may miss a row: floors stand exactly at an optimum, which floats only nearly reach."""

_PENALTY = 1e4
"""What it costs to miss a minimum by one unit of its row, in units of the objective, both scaled to about 1.

Rows with a minimum are elastic, so the relaxation always has an answer: where there is no plan, the prices of what is
missed grow until the integer bound falls below every floor, and that is a proof where a float's "infeasible" is none.
"""


@dataclass(frozen=True, eq=False)
class Relaxed:
    """A solved relaxation.

    Parameters
    ----------
    value
        Its objective, what is missed included.
    duals
        Shape (rows,): price of each row of the stage; 0 for rows that do not bind.
    x
        Shape (variables,): the fractional plan.
    """

    value: float
    duals: Floats
    x: Floats


def relax(stage: Stage, taken: Mask) -> Relaxed | None:
    """Solve the relaxation on some columns; ``None`` where GLOP ends without an optimum.

    Parameters
    ----------
    taken
        Columns of the relaxation; those out of play are left out.
    """
    variables = np.concatenate([np.flatnonzero(taken & stage.alive), stage.others])
    matrix = stage.coefficients.of(variables).astype(np.float64)
    rows = np.flatnonzero(stage.binding & ((np.diff(matrix.indptr) > 0) | (stage.row_lo > -FREE)))
    matrix = matrix[rows]
    scale = _row_scale(matrix)
    unit = max(1.0, float(np.abs(stage.objective[variables]).max(initial=0)))
    elastic = np.flatnonzero(stage.row_lo[rows] > -FREE)
    missed = sp.csr_matrix((np.ones(len(elastic)), (elastic, np.arange(len(elastic)))), (len(rows), len(elastic)))
    model: Any = mb.ModelBuilderHelper()  # its stub knows no arrays as SciPy makes them
    model.fill_model_from_sparse_data(
        np.concatenate([stage.var_lo[variables].astype(np.float64), np.zeros(len(elastic))]),
        np.concatenate([stage.var_hi[variables].astype(np.float64), np.full(len(elastic), np.inf)]),
        np.concatenate([stage.objective[variables] / unit, np.full(len(elastic), -_PENALTY)]),
        _side(stage.row_lo[rows], scale, -_SLACK),
        _side(stage.row_hi[rows], scale, _SLACK),
        sp.csr_matrix(sp.hstack([sp.diags_array(scale) @ matrix, missed])),
    )
    model.set_maximize(True)
    solver = mb.ModelSolverHelper("glop")
    solver.solve(model)
    if solver.status() != mb.SolveStatus.OPTIMAL:
        return None
    duals = np.zeros(len(stage.row_lo))
    duals[rows] = np.asarray(solver.dual_values()) * scale * unit
    x = np.zeros(len(stage.var_lo))
    x[variables] = np.asarray(solver.variable_values())[: len(variables)]
    return Relaxed(float(solver.objective_value()) * unit, duals, x)


def _row_scale(matrix: sp.csr_matrix) -> Floats:
    """Bring the largest coefficient of every row, cents among them, near 1 by a power of two."""
    largest = np.ones(matrix.shape[0])
    if matrix.nnz:
        largest = np.maximum(1.0, np.asarray(abs(matrix).max(axis=1).todense()).ravel())
    scale: Floats = np.exp2(-np.floor(np.log2(largest)))
    return scale


def _side(bound: Ints, scale: Floats, slack: float) -> Floats:
    side = bound.astype(np.float64) * scale
    side += slack * np.maximum(1.0, np.abs(side))
    side[np.abs(bound) >= FREE] = np.copysign(np.inf, bound[np.abs(bound) >= FREE])
    return side
