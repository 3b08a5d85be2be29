"""The placement problem as an integer program: bounded integers, sparse rows, one objective per tier.

Variables stand in three runs: columns (a unit starts at a site), steps (the k-th placement of a neighbourhood) and
shortages (what is missing from a soft limit). Every objective is maximised; those that are minimised carry a minus.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from planner.domain import Conflict, Tier
from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.counting import Counting

FREE = 2**62
"""Bound of a row side that does not bind."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one rule: lo ≤ Σ coefficient · variable ≤ hi.

    Parameters
    ----------
    row, variable, coefficient
        Shape (terms,): the terms; rows are numbered from 0 within the block.
    lo, hi
        Shape (rows,): bounds, ``∓FREE`` where there is none.
    keys
        Names of the rows in a certificate; empty for rows that need no price.
    describe
        Says what row r is, for a conflict; ``None`` for rows that define variables and cannot be in conflict.
    """

    row: Ints
    variable: Ints
    coefficient: Ints
    lo: Ints
    hi: Ints
    keys: tuple[str, ...] = ()
    describe: Callable[[int], Conflict] | None = None

    @property
    def number(self) -> int:
        """How many rows."""
        return len(self.lo)


def one_row(variable: Ints, coefficient: Ints, lo: int, hi: int, key: str, what: Conflict | None) -> Rows:
    """Return a block of a single row without its zero terms."""
    used = coefficient != 0
    return Rows(
        row=np.zeros(int(used.sum()), dtype=np.int64),
        variable=variable[used],
        coefficient=coefficient[used],
        lo=np.array([lo], dtype=np.int64),
        hi=np.array([hi], dtype=np.int64),
        keys=(key,),
        describe=None if what is None else lambda _: what,
    )


@dataclass(frozen=True, eq=False)
class Program:
    """Variables, rows and objectives.

    Parameters
    ----------
    columns
        The first run of variables.
    counting
        Which columns each limit counts.
    steps
        Neighbourhood position of each step variable.
    shortages
        Position in ``scenario.limit`` of each shortage variable.
    var_lo, var_hi
        Shape (variables,).
    blocks
        The rows by rule.
    objectives
        Coefficients by tier, each of shape (variables,). The lot is drawn later.
    impossible
        Decisions that no program can honour, such as a pin on a refused pair.
    """

    columns: Columns
    counting: Counting
    steps: Ints
    shortages: tuple[int, ...]
    var_lo: Ints
    var_hi: Ints
    blocks: Mapping[str, Rows]
    objectives: Mapping[Tier, Ints]
    impossible: tuple[Conflict, ...] = ()

    @property
    def variables(self) -> int:
        """How many variables."""
        return len(self.var_lo)

    @cached_property
    def matrix(self) -> sp.csr_matrix:
        """Shape (rows, variables), int64: all blocks, one below the other."""
        blocks = list(self.blocks.values())
        shift = np.cumsum([0, *(b.number for b in blocks)])
        row = _join([b.row + s for b, s in zip(blocks, shift[:-1], strict=True)])
        variable = _join([b.variable for b in blocks])
        coefficient = _join([b.coefficient for b in blocks])
        shape = (int(shift[-1]), self.variables)
        return sp.csr_matrix((coefficient, (row, variable)), shape=shape, dtype=np.int64)

    @cached_property
    def row_lo(self) -> Ints:
        """Shape (rows,)."""
        return _join([b.lo for b in self.blocks.values()])

    @cached_property
    def row_hi(self) -> Ints:
        """Shape (rows,)."""
        return _join([b.hi for b in self.blocks.values()])


def _join(parts: Sequence[NDArray[np.int64]]) -> Ints:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)
