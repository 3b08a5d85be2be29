"""One tier's turn: the program, the floors of the tiers before it, and what is still in question."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.program import FREE, Program


@dataclass(frozen=True, eq=False)
class Stage:
    """An objective to maximise over the columns that are left.

    Parameters
    ----------
    tier
        Whose turn it is.
    matrix, row_lo, row_hi
        The program's rows and a floor per tier before.
    objective
        Shape (variables,).
    active
        Shape (columns,): columns that no proof has ruled out.
    """

    program: Program
    tier: Tier
    matrix: sp.csr_matrix
    row_lo: Ints
    row_hi: Ints
    objective: Ints
    active: NDArray[np.bool_]

    @cached_property
    def transposed(self) -> sp.csr_matrix:
        """Shape (variables, rows)."""
        return self.matrix.T.tocsr()

    @cached_property
    def unit_start(self) -> Ints:
        """Shape (units with a column + 1,): where the columns of each unit begin."""
        unit = self.program.columns.unit
        start: Ints = np.append(np.flatnonzero(np.diff(unit, prepend=-1)), len(unit))
        return start

    @property
    def others(self) -> Ints:
        """Variables that are no columns: steps and shortages."""
        return np.arange(len(self.program.columns), self.program.variables, dtype=np.int64)

    def value(self, x: Ints) -> int:
        """Return the objective of an integer vector."""
        return int(self.objective @ x)

    def holds(self, x: Ints) -> bool:
        """Whether the vector meets every bound, row and floor."""
        if np.any(x < self.program.var_lo) or np.any(x > self.program.var_hi):
            return False
        activity = self.matrix @ x
        return bool(np.all(activity >= self.row_lo) and np.all(activity <= self.row_hi))


def first_stage(program: Program, tier: Tier, objective: Ints) -> Stage:
    """Return the stage of the first tier."""
    return Stage(
        program=program,
        tier=tier,
        matrix=program.matrix,
        row_lo=program.row_lo,
        row_hi=program.row_hi,
        objective=objective,
        active=np.ones(len(program.columns), dtype=bool),
    )


def next_stage(stage: Stage, floor: int, active: NDArray[np.bool_], tier: Tier, objective: Ints) -> Stage:
    """Return the stage of the next tier, in which the last objective keeps at least ``floor``."""
    return Stage(
        program=stage.program,
        tier=tier,
        matrix=sp.vstack([stage.matrix, sp.csr_matrix(stage.objective)], format="csr", dtype=np.int64),
        row_lo=np.append(stage.row_lo, floor),
        row_hi=np.append(stage.row_hi, FREE),
        objective=objective,
        active=active,
    )


def completed(program: Program, chosen: NDArray[np.bool_]) -> Ints:
    """Return the full vector of a choice of columns: the first steps of each neighbourhood, the shortages as they are.

    Parameters
    ----------
    chosen
        Shape (columns,).
    """
    columns = program.columns
    x = np.zeros(program.variables, dtype=np.int64)
    x[: len(columns)] = chosen
    placed = np.bincount(columns.neighbourhood, weights=columns.size * chosen, minlength=1).astype(np.int64)
    first = len(columns)
    rank = np.arange(len(program.steps)) - np.searchsorted(program.steps, program.steps)
    here = placed[np.minimum(program.steps, len(placed) - 1)] if len(program.steps) else np.zeros(0)
    x[first : first + len(program.steps)] = rank < here
    for k, position in enumerate(program.shortages):
        block = program.blocks[f"limit {position} soft"]
        on_columns = block.variable < first
        got = int(block.coefficient[on_columns] @ x[block.variable[on_columns]])
        x[first + len(program.steps) + k] = max(0, int(block.lo[0]) - got)
    return x
