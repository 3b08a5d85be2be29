"""The whole program with one row for the floor of every tier: any tier's turn is a matter of bounds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.program import FREE, Program
from planner.solve.stage import Coefficients, Mask, Stage, first_stage
from planner.solve.tiers import order_of, shown


@dataclass(frozen=True, eq=False)
class Condition:
    """What a question means for the columns.

    Parameters
    ----------
    barred
        Shape (columns,): must not be chosen.
    needed
        Units that must be placed.
    """

    barred: Mask
    needed: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Board:
    """All columns, all rows and, last, a row per tier above the lot that binds once the tier is fixed.

    Parameters
    ----------
    stage
        The program with all those rows free.
    order
        The tiers in solving order.
    """

    stage: Stage
    order: tuple[Tier, ...]

    @property
    def columns(self) -> Columns:
        """All columns."""
        return self.stage.columns

    @cached_property
    def keys(self) -> Ints:
        """Shape (columns,): a rising number for each unit and site."""
        return self._keys(self.columns)

    @cached_property
    def unit_of(self) -> Ints:
        """Shape (columns,): position of the column's unit among the units that have a column."""
        return np.repeat(np.arange(self.stage.people), np.diff(self.stage.unit_start)).astype(np.int64)

    def _keys(self, columns: Columns) -> Ints:
        return columns.unit * (len(columns.case.sites) + 1) + columns.site

    def positions(self, columns: Columns) -> Ints:
        """Return where columns of a smaller stage stand among all."""
        return np.searchsorted(self.keys, self._keys(columns)).astype(np.int64)

    def mask(self, positions: Ints) -> Mask:
        """Return shape (columns,): whether the position is among the given ones."""
        mask = np.zeros(len(self.columns), dtype=bool)
        mask[positions] = True
        return mask

    @cached_property
    def _demands(self) -> tuple[Ints, sp.csr_matrix]:
        """Rows that ask for something, such as decisions, with their coefficients; those of units aside."""
        rows = self.stage.people + np.flatnonzero(self.stage.row_lo[self.stage.people :] > 0)
        return rows, self.stage.coefficients.by_row[rows].maximum(0)

    def hopeless(self, condition: Condition) -> bool:
        """Whether a condition bars what a single row cannot do without, such as a decision's column."""
        rows, matrix = self._demands
        most = self.stage.var_hi.copy()
        most[: len(self.columns)][condition.barred] = 0
        return bool(np.any(matrix @ most < self.stage.row_lo[rows]))

    def turn(self, number: int, floors: Iterable[tuple[int, int]], condition: Condition, alive: Mask) -> Stage:
        """Return a tier's turn under a condition; the lot is not drawn yet.

        Parameters
        ----------
        number
            Position of the tier in the order.
        floors
            Least and largest objective of each tier before it.
        alive
            Columns in play.
        """
        row_lo, row_hi, var_hi = self.stage.row_lo.copy(), self.stage.row_hi.copy(), self.stage.var_hi.copy()
        first = len(row_lo) - len(self.order) + 1
        for row, (least, largest) in enumerate(floors, first):
            row_lo[row], row_hi[row] = least, largest
        row_lo[list(condition.needed)] = 1
        var_hi[: len(self.columns)][~alive | condition.barred] = 0
        tier = self.order[number]
        objective = self.stage.objectives.get(tier, np.zeros(len(var_hi), dtype=np.int64))
        return replace(self.stage, tier=tier, objective=objective, row_lo=row_lo, row_hi=row_hi, var_hi=var_hi)

    def column(self, candidate_id: str, site_id: str) -> int | None:
        """Return the column of a pair, for a tandem that of all its members; ``None`` where there is none."""
        case = self.columns.case
        candidate, site = case.candidate_position.get(candidate_id), case.site_position.get(site_id)
        if candidate is None or site is None:
            return None
        key = np.int64(self.columns.unit_of_candidate[candidate] * (len(case.sites) + 1) + site)
        position = int(np.searchsorted(self.keys, key))
        return position if position < len(self.keys) and self.keys[position] == key else None

    def chosen(self, pairs: Iterable[tuple[str, str]]) -> Mask:
        """Return the columns of placements; those that are not possible are left out."""
        found = {column for pair in pairs if (column := self.column(*pair)) is not None}
        return self.mask(np.array(sorted(found), dtype=np.int64))

    def pairs_of(self, members: Ints) -> tuple[tuple[str, str], ...]:
        """Return candidate id and site id of positions in the case's pairs, sorted."""
        case, pairs = self.columns.case, self.columns.pairs
        who, where = pairs.candidate[members].tolist(), pairs.site[members].tolist()
        return tuple(
            sorted((case.candidates[c].candidate_id, case.sites[s].site_id) for c, s in zip(who, where, strict=True))
        )

    def meets(self, condition: Condition, chosen: Mask) -> bool:
        """Whether a plan keeps a condition."""
        placed = set(self.unit_of[chosen].tolist())
        return not (chosen & condition.barred).any() and placed.issuperset(condition.needed)

    def removable(self, chosen: Mask) -> Mask:
        """Return for each column of a plan whether the plan keeps every rule without it.

        Rows with a step or a shortage follow whatever is chosen, and only a minimum can be missed by leaving out.
        """
        stage = self.stage
        own = stage.coefficients.of(np.flatnonzero(chosen))
        follows = np.diff(stage.coefficients.of(stage.others).indptr) > 0
        spare = stage.coefficients.by_row @ stage.completed(chosen) - stage.row_lo
        terms = own.tocoo()
        missed = (terms.data > spare[terms.row]) & ~follows[terms.row] & (stage.row_lo > -FREE)[terms.row]
        left = np.ones(own.shape[1], dtype=bool)
        left[terms.col[missed]] = False
        return left

    def values(self, chosen: Mask) -> Mapping[Tier, int]:
        """Return what a plan is worth in every tier, as people read it."""
        case = self.columns.case
        stage = self.stage.shrunk(chosen)
        x = stage.completed(np.ones(len(stage.columns), dtype=bool))
        worth = {tier: shown(tier, int(stage.objectives[tier] @ x), case) for tier in self.order[:-1]}
        return {**worth, Tier.LOT: int(self.columns.lot(chosen).sum())}


def make_board(program: Program) -> Board:
    """Return the board of a program."""
    order = order_of(program.columns.case)
    plain = first_stage(program, order[0])
    floors = [sp.csr_matrix(plain.objectives[tier]) for tier in order[:-1]]
    stage = replace(
        plain,
        coefficients=Coefficients(sp.vstack([plain.coefficients.by_row, *floors], format="csr", dtype=np.int64)),
        row_lo=np.append(plain.row_lo, np.full(len(floors), -FREE)),
        row_hi=np.append(plain.row_hi, np.full(len(floors), FREE)),
        keys=(*plain.keys, *(f"floor:{tier.value}" for tier in order[:-1])),
    )
    return Board(stage, order)
