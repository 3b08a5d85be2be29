"""What forcing a pair costs at least, for all pairs at once, from the prices of the base solve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Pairs, Tier
from planner.domain.pairs import Ints
from planner.solve.columns import pair_position
from planner.solve.program import FREE
from planner.solve.stage import Mask
from planner.solve.workbench_board import Board
from planner.solve.workbench_turns import Turn


@dataclass(frozen=True, eq=False)
class Losses:
    """A preview: proven, but not the whole price.

    Parameters
    ----------
    tiers
        The tiers in solving order.
    possible
        Shape (pairs,): whether the pair can be in a plan as far as its unit and the site go; all members of a tandem
        must be possible at the site and find a post.
    worsened
        Shape (pairs,): position in ``tiers`` of the first tier that is proven to get worse when the pair is forced;
        that of the lot where none above it is.
    least
        Shape (pairs,): by at least how much, in the tier's own unit; 0 where nothing is proven.
    """

    case: Case
    pairs: Pairs
    tiers: tuple[Tier, ...]
    possible: Mask
    worsened: NDArray[np.int8]
    least: Ints

    def of(self, candidate_id: str, site_id: str) -> tuple[Tier, int] | None:
        """Return the tier and the least loss of one pair; ``None`` where it is not possible."""
        position = pair_position(self.pairs, self.case, candidate_id, site_id)
        if position is None or not self.possible[position]:
            return None
        return self.tiers[self.worsened[position]], int(self.least[position])


def without(board: Board, turns: Sequence[Turn], chosen: Mask) -> tuple[NDArray[np.int8], Ints]:
    """Return for each column of a plan the first tier proven to get worse without it, and by at least how much.

    Bars one column at a time; L is a sum over units, so all are looked at in one sweep.

    Returns
    -------
    worsened, least
        Shape (chosen columns,): position of the tier, that of the lot where none is proven; the loss.
    """
    units = board.unit_of[chosen]
    last = len(board.order) - 1
    worsened, least = np.full(len(units), last, dtype=np.int8), np.zeros(len(units), dtype=np.int64)
    for number in reversed(range(min(last, len(turns)))):
        turn = turns[number]
        other = np.minimum.reduceat(np.where(chosen, FREE, turn.loss), board.stage.unit_start[:-1])
        lost = np.minimum(np.minimum(other, turn.idle)[units], FREE // 2)
        amount = turn.best - ((turn.total - lost) >> turn.shift)
        worse = amount > 0
        worsened[worse], least[worse] = number, amount[worse]
    return worsened, least


def at_most(board: Board, turns: Sequence[Turn]) -> Mapping[str, tuple[Tier, int | None]]:
    """Return by site id the first tier that one more post there, and in all, could make better, and by how much.

    L grows by the prices of the rows that give way; where it does not reach the next whole number, nothing is gained.
    But then it has come nearer to it, and columns that were ruled out may come back: of the next tier, nothing is
    known (``None``).
    """
    stage, last = board.stage, len(board.order) - 1
    in_all = stage.people + stage.keys.index("posts") if "posts" in stage.keys else None
    found: dict[str, tuple[Tier, int | None]] = {}
    for number, site in enumerate(board.columns.case.sites):
        row = stage.row_of.get(("site", number))
        if row is None:
            continue
        found[site.site_id] = (Tier.LOT, 0)
        nearer = False
        for turn in turns[:last]:
            if nearer:
                found[site.site_id] = (turn.tier, None)
                break
            more = int(turn.prices[row]) + (0 if in_all is None else int(turn.prices[in_all]))
            gain = ((turn.total + more) >> turn.shift) - turn.best
            if gain > 0:
                found[site.site_id] = (turn.tier, gain)
                break
            nearer = more > 0
    return found


def preview(board: Board, turns: Sequence[Turn]) -> Losses:
    """Return the losses of all pairs."""
    columns = board.columns
    last = len(board.order) - 1
    worsened = np.full(len(columns), last, dtype=np.int8)
    least = np.zeros(len(columns), dtype=np.int64)
    for number in reversed(range(min(last, len(turns)))):
        turn = turns[number]
        loss = np.where(turn.alive, turn.loss, 0)
        amount = np.maximum(turn.best - ((turn.total - loss) >> turn.shift), 0)
        if number + 1 < len(turns):
            # A column that left after this turn reaches no plan worth the floor, whatever its price says.
            amount[turn.alive & ~turns[number + 1].alive & (amount <= turn.best - turn.floor)] = (
                turn.best - turn.floor + 1
            )
        worse = turn.alive & (amount > 0)
        worsened[worse], least[worse] = number, amount[worse]
    pairs = columns.pairs
    column = np.full(len(pairs), -1, dtype=np.int64)
    column[columns.members] = np.repeat(np.arange(len(columns)), columns.size)
    possible = column >= 0
    if not len(columns):
        nowhere = np.full(len(pairs), last, dtype=np.int8)
        return Losses(columns.case, pairs, board.order, possible, nowhere, np.zeros_like(column))
    if turns:
        possible &= turns[0].alive[column]
    return Losses(columns.case, pairs, board.order, possible, worsened[column], np.where(possible, least[column], 0))
