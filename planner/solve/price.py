"""Column generation: relax on few columns, price all, add those that improve, until the bound is that of all."""

from dataclasses import dataclass, replace

import numpy as np

from planner.solve.bound import Bound, bound
from planner.solve.clock import Clock
from planner.solve.relax import Relaxed, relax
from planner.solve.stage import Mask, Stage

_ADDED_PER_ROUND = 3000


@dataclass(frozen=True, eq=False)
class Priced:
    """A relaxation of all columns.

    Parameters
    ----------
    bound
        The best proven bound of any round.
    relaxed
        The last relaxation; ``None`` where GLOP found none.
    taken
        The columns of the last relaxation.
    """

    bound: Bound
    relaxed: Relaxed | None
    taken: Mask

    def of(self, kept: Mask) -> "Priced":
        """Return it for a stage with only the kept columns; the prices of units without a column go with them."""
        relaxed = self.relaxed
        if relaxed is not None:
            number = len(kept)
            relaxed = replace(relaxed, x=np.append(relaxed.x[:number][kept], relaxed.x[number:]))
        return Priced(self.bound.of(kept), relaxed, self.taken[kept])


def price(stage: Stage, start: Mask, clock: Clock, enough: int | None = None) -> Priced:
    """Return the bound of the stage.

    Parameters
    ----------
    start
        Columns to begin with.
    enough
        Stop as soon as the bound is at most this.
    """
    taken = start & stage.alive
    best: Bound | None = None
    relaxed: Relaxed | None = None
    unit_row = np.repeat(np.arange(stage.people), np.diff(stage.unit_start))
    lowest = np.where(stage.row_lo[: stage.people] >= 1, -np.inf, 0.0)
    while best is None or enough is None or best.value > enough:
        latest = relax(stage, taken)
        if latest is None:
            break
        relaxed = latest
        proven = bound(stage, relaxed.duals)
        best = proven if best is None else min(best, proven, key=lambda b: b.value)
        if best.value <= np.floor(relaxed.value + 1e-9 * abs(relaxed.value)) or clock.over:
            break
        own = np.ldexp(np.maximum(relaxed.duals[: stage.people], lowest), proven.shift)[unit_row]
        missing = np.flatnonzero(stage.alive & ~taken & (proven.gain > own))
        if not len(missing):
            break
        gain = proven.gain[missing] - own[missing]
        taken[missing[np.argsort(-gain, kind="stable")[:_ADDED_PER_ROUND]]] = True
    return Priced(best or bound(stage, np.zeros(len(stage.row_lo))), relaxed, taken)
