"""One tier's turn: the rows of the program, the floors of the tiers before it, and the columns still in question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.program import FREE, Program

Mask = NDArray[np.bool_]
"""Shape (columns,): some columns of a stage."""


@dataclass(frozen=True, eq=False)
class Coefficients:
    """The matrix of a stage, shared by all nodes of its tree.

    Parameters
    ----------
    by_row
        Shape (rows, variables), int64.
    """

    by_row: sp.csr_matrix

    @cached_property
    def by_variable(self) -> sp.csr_matrix:
        """Shape (variables, rows)."""
        return self.by_row.T.tocsr()

    def weighed(self, weights: NDArray[Any]) -> NDArray[Any]:
        """Return shape (variables,): the sum of each variable's coefficients, each times the weight of its row."""
        rows = np.flatnonzero(weights)
        sums: NDArray[Any] = self.by_row[rows].T @ weights[rows]
        return sums

    def magnitude(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return shape (variables,): the same of the coefficients without their signs."""
        rows = np.flatnonzero(weights)
        sizes: NDArray[np.float64] = abs(self.by_row[rows]).T @ weights[rows]
        return sizes

    def with_row(self, row: Ints) -> "Coefficients":
        """Return the coefficients with one more row, below the others.

        What is known by variable is kept, as a city is turned over at every tier otherwise.
        """
        added = Coefficients(sp.vstack([self.by_row, sp.csr_matrix(row)], format="csr", dtype=np.int64))
        if "by_variable" in self.__dict__:
            added.__dict__["by_variable"] = _beside(self.by_variable, row)
        return added

    def of(self, variables: Ints) -> sp.csr_matrix:
        """Return shape (rows, chosen variables)."""
        return self.by_variable[variables].T.tocsr()

    def used(self, rows: Ints, variables: Ints) -> "Coefficients":
        """Return the coefficients of some rows and variables."""
        return Coefficients(self.of(variables)[rows])


def _beside(matrix: sp.csr_matrix, column: Ints) -> sp.csr_matrix:
    """Return a matrix with one more column, the last."""
    filled = column != 0
    start = np.concatenate([[0], np.cumsum(np.diff(matrix.indptr) + filled)])
    last = start[1:][filled] - 1
    before = np.ones(start[-1], dtype=bool)
    before[last] = False
    indices, data = np.empty(start[-1], dtype=matrix.indices.dtype), np.empty(start[-1], dtype=matrix.data.dtype)
    indices[before], indices[last] = matrix.indices, matrix.shape[1]
    data[before], data[last] = matrix.data, column[filled]
    return sp.csr_matrix((data, indices, start), shape=(matrix.shape[0], matrix.shape[1] + 1))


@dataclass(frozen=True, eq=False)
class Stage:
    """An objective to maximise over the columns that no proof has ruled out.

    Rows of the units come first, floors of earlier tiers last. Variables stand in three runs: columns, steps,
    shortages.

    Parameters
    ----------
    columns
        The columns that are left.
    objectives, objective
        Shape (variables,) each: all tiers, and the one whose turn it is.
    coefficients, row_lo, row_hi, var_lo, var_hi
        The program; a variable with ``var_hi`` 0 is out of play.
    steps
        Shape (steps,): neighbourhood position of each step.
    soft_rows
        Rows of the soft limits, in the order of the shortage variables.
    keys
        Names, for a certificate, of the rows after those of the units.
    row_of
        Rows that a search may branch on, by kind (``site``, ``count``) and number.
    """

    columns: Columns
    tier: Tier
    objectives: Mapping[Tier, Ints]
    objective: Ints
    coefficients: Coefficients
    row_lo: Ints
    row_hi: Ints
    var_lo: Ints
    var_hi: Ints
    steps: Ints
    soft_rows: Ints
    keys: tuple[str, ...]
    row_of: Mapping[tuple[str, int], int]

    @cached_property
    def unit_start(self) -> Ints:
        """Shape (units + 1,): where the columns of each unit begin."""
        start: Ints = np.append(np.flatnonzero(np.diff(self.columns.unit, prepend=-1)), len(self.columns))
        return start

    @property
    def people(self) -> int:
        """How many rows, the first ones, say that a unit works at one site at most."""
        return len(self.unit_start) - 1

    @cached_property
    def alive(self) -> Mask:
        """Columns in play."""
        mask: Mask = self.var_hi[: len(self.columns)] > 0
        return mask

    @cached_property
    def others(self) -> Ints:
        """Variables that are no columns: steps and shortages."""
        return np.arange(len(self.columns), len(self.var_lo), dtype=np.int64)

    @cached_property
    def binding(self) -> Mask:
        """Shape (rows,): rows with a bound on some side."""
        mask: Mask = (self.row_lo > -FREE) | (self.row_hi < FREE)
        return mask

    def completed(self, chosen: Mask) -> Ints:
        """Return the full vector of a choice of columns: first steps first, shortages as they are."""
        x = np.zeros(len(self.var_lo), dtype=np.int64)
        first = len(self.columns)
        x[:first] = chosen
        placed = np.bincount(self.columns.neighbourhood, weights=self.columns.size * chosen, minlength=1)
        if len(self.steps):
            rank = np.arange(len(self.steps)) - np.searchsorted(self.steps, self.steps)
            reachable = np.append(placed, np.zeros(max(0, int(self.steps.max()) + 1 - len(placed))))
            x[first : first + len(self.steps)] = rank < reachable[self.steps]
        got = self.coefficients.by_row[self.soft_rows] @ x
        x[first + len(self.steps) :] = np.maximum(0, self.row_lo[self.soft_rows] - got)
        return x

    def value(self, chosen: Mask) -> int:
        """Return the objective of a choice of columns."""
        return int(self.objective @ self.completed(chosen))

    def allows(self, chosen: Mask) -> bool:
        """Whether a choice of columns keeps every bound, row and floor."""
        x = self.completed(chosen)
        if np.any(x < self.var_lo) or np.any(x > self.var_hi):
            return False
        activity = self.coefficients.by_row @ x
        return bool(np.all(activity >= self.row_lo) and np.all(activity <= self.row_hi))

    def shrunk(self, kept: Mask) -> "Stage":
        """Return the stage without the other columns; units without a column leave with their row."""
        if kept.all():
            return self
        columns = self.columns.subset(kept)
        variables = np.concatenate([np.flatnonzero(kept), self.others])
        units = np.add.reduceat(kept, self.unit_start[:-1]) > 0 if len(kept) else np.zeros(0, dtype=bool)
        rows = np.concatenate([np.flatnonzero(units), np.arange(self.people, len(self.row_lo))])
        gone = self.people - int(units.sum())
        return replace(
            self,
            columns=columns,
            objectives={tier: c[variables] for tier, c in self.objectives.items()},
            objective=self.objective[variables],
            coefficients=self.coefficients.used(rows, variables),
            row_lo=self.row_lo[rows],
            row_hi=self.row_hi[rows],
            var_lo=self.var_lo[variables],
            var_hi=self.var_hi[variables],
            soft_rows=self.soft_rows - gone,
            row_of={key: row - gone for key, row in self.row_of.items()},
        )

    def ranging(self, lo: Ints, hi: Ints) -> "Stage":
        """Return the stage with narrower ranges, shape (others,) each, for the steps and shortages."""
        first = len(self.columns)
        columns_lo, columns_hi = self.var_lo[:first], self.var_hi[:first]
        return replace(self, var_lo=np.append(columns_lo, lo), var_hi=np.append(columns_hi, hi))

    @property
    def fitting(self) -> Mask:
        """Shape (columns,): columns with room; a tandem may find none at its site, or left in its place."""
        columns = self.columns
        posts = np.array([site.posts for site in columns.case.sites], dtype=np.int64)
        mask: Mask = columns.size <= posts[columns.site]
        if len(self.steps):
            steps = self.var_hi[len(columns) :][: len(self.steps)]
            left = np.bincount(self.steps, weights=steps, minlength=int(columns.neighbourhood.max(initial=-1)) + 1)
            mask &= columns.size <= left[columns.neighbourhood]
        return mask

    def without(self, columns: Mask) -> "Stage":
        """Return the stage with some columns out of play: cheaper than to shrink it."""
        var_hi = self.var_hi.copy()
        var_hi[: len(columns)][columns] = 0
        return replace(self, var_hi=var_hi)

    def turn(self, tier: Tier) -> "Stage":
        """Return the stage with another tier as its objective; the lot is drawn for the columns that are left."""
        if tier is not Tier.LOT:
            return replace(self, tier=tier, objective=self.objectives[tier])
        objective = np.zeros(len(self.var_lo), dtype=np.int64)
        objective[: len(self.columns)] = self.columns.lot(self.alive)
        return replace(self, tier=tier, objective=objective)

    def keeping(self, columns: Mask) -> "Stage":
        """Return the stage that has as many people as possible at some columns, whatever tier's turn it is."""
        objective = np.zeros(len(self.var_lo), dtype=np.int64)
        objective[: len(columns)] = self.columns.size * columns
        return replace(self, objective=objective)

    def between(self, floor: int, ceiling: int) -> "Stage":
        """Return the stage in which the objective keeps at least ``floor``; it is proven to be at most ``ceiling``.

        The ceiling rules out no plan, but many a fractional one: half a placement more than can be is worth a lot.
        """
        return replace(
            self,
            coefficients=self.coefficients.with_row(self.objective),
            row_lo=np.append(self.row_lo, floor),
            row_hi=np.append(self.row_hi, ceiling),
            keys=(*self.keys, f"floor:{self.tier.value}"),
        )


def first_stage(program: Program, tier: Tier) -> Stage:
    """Return the stage of the first tier."""
    start, row_of = 0, {}
    keys = tuple(key for block in program.blocks.values() for key in block.keys or ("",) * block.number)
    keys = keys[program.blocks["people"].number :]
    soft: list[int] = []
    for name, block in program.blocks.items():
        if name == "site posts":
            row_of.update({("site", s): start + r for r, s in enumerate(np.unique(program.columns.site).tolist())})
        elif name == "cost classes":
            row_of.update({("count", r): start + r for r in range(block.number)})
        elif name.endswith(" soft"):
            soft.append(start)
        start += block.number
    plain = Stage(
        columns=program.columns,
        tier=tier,
        objectives=program.objectives,
        objective=np.zeros(program.variables, dtype=np.int64),
        coefficients=Coefficients(program.matrix),
        row_lo=program.row_lo,
        row_hi=program.row_hi,
        var_lo=program.var_lo,
        var_hi=program.var_hi,
        steps=program.steps,
        soft_rows=np.array(soft, dtype=np.int64),
        keys=keys,
        row_of=row_of,
    )
    return plain.without(~plain.fitting).turn(tier)
