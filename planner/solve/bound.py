"""A proven bound from whole numbers alone.

For any integer prices Y ≥ 0 on rows a·x ≤ b (≤ 0 on a·x ≥ b, free on equations) and any scale 2^s

    2^s · c·x = R·x + Y·(A x) ≤ Σ_units max(0, max R) + Σ_others max over their range + Y·b =: L,   R = 2^s c − Aᵀ Y

so no plan is worth more than ⌊L / 2^s⌋, whatever the relaxation that suggested Y was worth. The same R says what
each column loses, hence which columns no plan above a floor can use. Source: Lagrangian relaxation, Geoffrion 1974.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.domain.pairs import Ints
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage

_ROOM = 2.0**61
"""Magnitude that no intermediate sum may reach, so that int64 never overflows."""

_FINEST = 50

_NOWHERE = -(2**62)
"""R of a column out of play."""


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
    gain
        Shape (columns,): R of the columns.
    loss
        Shape (columns,): what L shrinks by when the column is used, scaled by 2^s; ``FREE`` out of play.
    rest
        Shape (others,): R of the steps and shortages.
    """

    prices: Ints
    shift: int
    total: int
    gain: Ints
    loss: Ints
    rest: Ints

    @property
    def value(self) -> int:
        """⌊L / 2^s⌋: no plan has a larger objective."""
        return self.total >> self.shift

    @property
    def worth(self) -> float:
        """L / 2^s, to compare relaxations whose bounds round to the same number."""
        return self.total / (1 << self.shift)

    def reaching(self, floor: int) -> Mask:
        """Return the columns that a plan worth at least ``floor`` can use."""
        room = self.total - (floor << self.shift)
        mask: Mask = self.loss <= min(max(room, -1), FREE - 1)
        return mask

    def ranges(self, lo: Ints, hi: Ints, floor: int) -> tuple[Ints, Ints]:
        """Narrow the ranges of the steps and shortages to what a plan worth at least ``floor`` can use.

        Each unit of distance from the better end costs ``|rest|``.

        Parameters
        ----------
        lo, hi
            Shape (others,): the ranges that the bound was made with.
        """
        room = max(self.total - (floor << self.shift), 0)
        steps = room // np.maximum(np.abs(self.rest), 1)
        least = np.where(self.rest > 0, np.maximum(lo, hi - steps), lo)
        most = np.where(self.rest < 0, np.minimum(hi, lo + steps), hi)
        return least, most

    def of(self, kept: Mask) -> "Bound":
        """Return the bound with the losses of some columns: it holds for a stage without the others."""
        return replace(self, gain=self.gain[kept], loss=self.loss[kept])


def bound(stage: Stage, duals: NDArray[np.float64]) -> Bound:
    """Round prices to integers, as finely as int64 allows, and return the bound they prove.

    Parameters
    ----------
    duals
        Shape (rows,): prices from anywhere, in units of the objective per unit of the row.
    """
    signed = _signed(stage, duals)
    if (size := _size(stage, signed)) > _ROOM:
        signed, size = np.zeros_like(signed), _size(stage, np.zeros_like(signed))
    shift = int(min(_FINEST, max(0, np.floor(np.log2(_ROOM / size)))))
    prices = _signed(stage, np.rint(np.ldexp(signed, shift))).astype(np.int64)
    reduced = (stage.objective << shift) - stage.coefficients.weighed(prices)
    number = len(stage.columns)
    gain, rest = reduced[:number], reduced[number:]
    best = _best_per_unit(stage, gain)
    lo, hi = stage.var_lo[number:], stage.var_hi[number:]
    sides = np.where(prices > 0, stage.row_hi, stage.row_lo)
    total = sum(best.tolist()) + int(np.maximum(rest * lo, rest * hi).sum())
    total += int((prices * np.where(prices != 0, sides, 0)).sum())
    loss = np.where(stage.alive, np.repeat(best, np.diff(stage.unit_start)) - gain, FREE)
    return Bound(prices, shift, total, gain, loss, rest)


def _signed(stage: Stage, duals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give every price the sign its row allows; rows of units need none: a unit's best column is taken exactly."""
    y = np.where(stage.row_hi >= FREE, np.minimum(duals, 0.0), duals)
    y = np.where(stage.row_lo <= -FREE, np.maximum(y, 0.0), y)
    y[: stage.people] = 0.0
    clipped: NDArray[np.float64] = y
    return clipped


def _best_per_unit(stage: Stage, gain: Ints) -> Ints:
    """Return shape (units,): the best R of a unit's columns in play, and at least 0 unless the unit must be placed."""
    if not len(gain):
        return np.zeros(0, dtype=np.int64)
    best = np.maximum.reduceat(np.where(stage.alive, gain, _NOWHERE), stage.unit_start[:-1])
    must = stage.row_lo[: stage.people] >= 1
    chosen: Ints = np.where(must, best, np.maximum(best, 0))
    return chosen


def _size(stage: Stage, duals: NDArray[np.float64]) -> float:
    """Return how large any sum of a bound can get at scale 1; beyond int64, no price is better than a wrong one."""
    absolute = np.abs(duals)
    number = len(stage.columns)
    per_variable = np.abs(stage.objective) + stage.coefficients.magnitude(absolute)
    widest = np.maximum(np.abs(stage.var_lo), np.abs(stage.var_hi))
    on_units = np.maximum.reduceat(per_variable[:number], stage.unit_start[:-1]).sum() if number else 0.0
    sides = np.where(duals > 0, np.abs(stage.row_hi), np.abs(stage.row_lo))
    size = on_units + float((per_variable * widest)[number:].sum())
    size += float((absolute * np.where(absolute > 0, sides, 0)).sum())
    return max(size, float(per_variable.max(initial=0.0)), 1.0)
