"""A proven bound from whole numbers alone.

For any integer prices Y ≥ 0 on rows a·x ≤ b (≤ 0 on a·x ≥ b, free on equations) and any scale 2^s

    2^s · c·x = R·x + Y·(A x) ≤ Σ_units max(0, max R) + Σ_others max over their range + Y·b =: L,   R = 2^s c − Aᵀ Y

so no plan is worth more than ⌊L / 2^s⌋, whatever the relaxation that suggested Y was worth. The same R says what
each column loses, hence which columns no plan above a floor can use. Lagrangian relaxation: Geoffrion 1974.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.pairs import Ints
from planner.solve.program import FREE
from planner.solve.stage import Stage

_ROOM = 2.0**61
"""Magnitude that no intermediate sum may reach, so that int64 never overflows."""

_FINEST = 50


@dataclass(frozen=True, eq=False)
class Bound:
    """The outcome of one price vector.

    Parameters
    ----------
    prices
        Shape (rows,): Y.
    shift
        s, the scale 2^s.
    total
        L.
    loss
        Shape (columns,): what L shrinks by when the column is used, scaled by 2^s.
    gain
        Shape (columns,): R of the columns.
    """

    prices: Ints
    shift: int
    total: int
    loss: Ints
    gain: Ints

    @property
    def value(self) -> int:
        """⌊L / 2^s⌋: no plan has a larger objective."""
        return self.total >> self.shift

    def reaching(self, floor: int) -> NDArray[np.bool_]:
        """Return shape (columns,): columns that a plan worth at least ``floor`` can use."""
        room = self.total - (floor << self.shift)
        mask: NDArray[np.bool_] = self.loss <= min(max(room, -1), FREE)
        return mask


def bound(stage: Stage, duals: NDArray[np.float64]) -> Bound:
    """Round prices to integers, as finely as int64 allows, and return the bound they prove."""
    signed = _signed(stage, duals)
    shift = _shift(stage, signed)
    prices = _signed(stage, np.rint(np.ldexp(signed, shift))).astype(np.int64)
    reduced = (stage.objective << shift) - stage.transposed @ prices
    number = len(stage.program.columns)
    gain, rest = reduced[:number], reduced[number:]
    best = _best_per_unit(stage, gain)
    lo, hi = stage.program.var_lo[number:], stage.program.var_hi[number:]
    sides = np.where(prices > 0, stage.row_hi, stage.row_lo)
    total = int(best.sum()) + int((np.maximum(rest * lo, rest * hi)).sum())
    total += int((prices * np.where(prices != 0, sides, 0)).sum())
    loss = np.repeat(best, np.diff(stage.unit_start)) - gain
    loss[~stage.active] = FREE
    return Bound(prices, shift, total, loss, gain)


def _signed(stage: Stage, duals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give every price the sign its row allows; rows of units need none: a unit's best column is taken exactly."""
    y = np.where(stage.row_hi >= FREE, np.minimum(duals, 0.0), duals)
    y = np.where(stage.row_lo <= -FREE, np.maximum(y, 0.0), y)
    y[: stage.program.blocks["people"].number] = 0.0
    clipped: NDArray[np.float64] = y
    return clipped


def _best_per_unit(stage: Stage, gain: Ints) -> Ints:
    """Return shape (units,): max(0, best R among the active columns)."""
    if not len(gain):
        return np.zeros(0, dtype=np.int64)
    masked = np.where(stage.active, gain, 0)
    best: Ints = np.maximum(np.maximum.reduceat(masked, stage.unit_start[:-1]), 0)
    return best


def _shift(stage: Stage, duals: NDArray[np.float64]) -> int:
    """Return the largest s for which every sum stays inside int64."""
    absolute = np.abs(duals)
    number = len(stage.program.columns)
    per_variable = np.abs(stage.objective) + abs(stage.transposed) @ absolute
    widest = np.maximum(np.abs(stage.program.var_lo), np.abs(stage.program.var_hi))
    on_units = np.maximum.reduceat(per_variable[:number], stage.unit_start[:-1]).sum() if number else 0.0
    finite = np.minimum(np.abs(stage.row_lo), np.abs(stage.row_hi)).astype(np.float64)
    sides = np.where(absolute > 0, np.where(duals > 0, np.abs(stage.row_hi), np.abs(stage.row_lo)), finite * 0)
    size = on_units + float((per_variable * widest)[number:].sum()) + float((absolute * sides).sum())
    size = max(size, float(per_variable.max(initial=0.0)), 1.0)
    return int(min(_FINEST, max(0, np.floor(np.log2(_ROOM / size)))))
