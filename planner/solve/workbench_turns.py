"""What is remembered of every tier's turn: its prices say for any column what a plan with it, or without it, loses."""

from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.close import Closed
from planner.solve.engine import State, floor_after
from planner.solve.leaf import Leaf
from planner.solve.program import FREE
from planner.solve.stage import Mask
from planner.solve.workbench_board import Board, Condition
from planner.solve.workbench_near import Reach


@dataclass(frozen=True, eq=False)
class Turn:
    """A tier's turn in the base solve, in terms of the board.

    Parameters
    ----------
    best, bound, floor
        Objective found, proven, and kept by the tiers after it.
    plan
        Shape (columns,): the columns of the best plan found.
    alive
        Shape (columns,): columns that no tier before has ruled out.
    start
        Shape (columns,): columns whose relaxation is nearly that of all.
    total, shift
        L and s of the prices (``planner.solve.bound``).
    loss
        Shape (columns,): what L shrinks by when the column is used; ``FREE`` out of play.
    idle
        Shape (units,): what L shrinks by when the unit is not placed; ``FREE`` where it must be.
    least, most
        Shape (others,) each: ranges of the steps and shortages, as the tiers before have narrowed them.
    prices
        Shape (rows of the board,): Y; 0 on the rows of the units.
    leaves
        Where the search began, their columns among all.
    """

    tier: Tier
    best: int
    bound: int
    floor: int
    plan: Mask
    alive: Mask
    start: Mask
    total: int
    shift: int
    loss: Ints
    idle: Ints
    least: Ints
    most: Ints
    prices: Ints
    leaves: tuple[Leaf, ...]

    def kept(self, board: Board, condition: Condition) -> bool:
        """Whether a plan of a later turn shows that the tier keeps its best: always, where the floor is the optimum.

        Where a tolerance leaves room below it, the best plan itself must meet the condition.
        """
        return self.best == self.bound and (self.best == self.floor or board.meets(condition, self.plan))

    def under(self, board: Board, condition: Condition) -> Reach:
        """Return L and the losses under a condition."""
        loss = np.where(condition.barred, FREE, self.loss)
        idle = self.idle.copy()
        idle[list(condition.needed)] = FREE
        touched = np.unique(board.unit_of[condition.barred & self.alive])
        total = self.total
        for unit in {*touched.tolist(), *condition.needed}:
            own = slice(board.stage.unit_start[unit], board.stage.unit_start[unit + 1])
            least = min(int(loss[own].min(initial=FREE)), int(idle[unit]))
            if least >= FREE:
                return Reach(-FREE, 0, loss)
            total -= least
            loss[own] = np.where(loss[own] < FREE, loss[own] - least, FREE)
        return Reach(total, self.shift, loss)


def remembered(board: Board, state: State, closed: Closed) -> Turn:
    """Return the memory of a turn."""
    stage, witness = state.stage, closed.witness
    positions = board.positions(stage.columns)
    at_end = board.positions(closed.stage.columns)
    alive = board.mask(positions[stage.alive])
    loss = np.full(len(board.columns), FREE, dtype=np.int64)
    loss[positions] = witness.loss
    idle = np.zeros(board.stage.people, dtype=np.int64)
    if len(positions):
        most = np.maximum.reduceat(np.where(stage.alive, witness.gain, -FREE), stage.unit_start[:-1])
        units = board.unit_of[positions[stage.unit_start[:-1]]]
        idle[units] = np.where(stage.row_lo[: stage.people] >= 1, FREE, np.maximum(most, 0))
    best = closed.best or 0
    prices = np.zeros(len(board.stage.row_lo), dtype=np.int64)
    own = witness.prices[stage.people :]
    prices[board.stage.people : board.stage.people + len(own)] = own
    leaves = tuple(
        leaf if leaf.columns is None else replace(leaf, columns=board.mask(positions[leaf.columns]))
        for leaf in state.leaves
    )
    return Turn(
        tier=stage.tier,
        best=best,
        bound=closed.bound,
        floor=floor_after(stage.tier, best, stage.columns.case),
        plan=board.mask(at_end if closed.chosen is None else at_end[closed.chosen]),
        alive=alive,
        start=board.mask(at_end[closed.taken]),
        total=witness.total,
        shift=witness.shift,
        loss=loss,
        idle=idle,
        least=stage.var_lo[len(stage.columns) :],
        most=stage.var_hi[len(stage.columns) :],
        prices=prices,
        leaves=leaves,
    )
