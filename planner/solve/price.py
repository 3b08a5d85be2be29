"""Column generation: relax on few columns, price all, add those that improve, until the bound is that of all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.solve.bound import Bound, bound
from planner.solve.clock import Clock
from planner.solve.relax import Relaxed, relax
from planner.solve.stage import Stage

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
        Shape (columns,): the columns of the last relaxation.
    """

    bound: Bound
    relaxed: Relaxed | None
    taken: NDArray[np.bool_]


def price(stage: Stage, start: NDArray[np.bool_], clock: Clock) -> Priced:
    """Return the bound of the stage.

    Parameters
    ----------
    start
        Shape (columns,): where to begin; must hold a plan that keeps the floors, or the relaxation takes all columns.
    """
    taken = start & stage.active
    best = bound(stage, np.zeros(len(stage.row_lo)))
    relaxed = None
    people = stage.program.blocks["people"].number
    row_of_column = np.repeat(np.arange(people), np.diff(stage.unit_start))
    while True:
        relaxed = relax(stage, np.concatenate([np.flatnonzero(taken), stage.others]))
        if relaxed is None:
            if taken.sum() == stage.active.sum():
                return Priced(best, None, taken)
            taken = stage.active.copy()
            continue
        proven = bound(stage, relaxed.duals)
        best = min(best, proven, key=lambda b: b.value)
        if best.value <= np.floor(relaxed.value + 1e-6 * max(1.0, abs(relaxed.value)) * 1e-3) or clock.over:
            return Priced(best, relaxed, taken)
        own = np.maximum(np.ldexp(relaxed.duals[:people], proven.shift), 0.0)[row_of_column]
        missing = np.flatnonzero(stage.active & ~taken & (proven.gain > own))
        if not len(missing):
            return Priced(best, relaxed, taken)
        gain = proven.gain[missing] - own[missing]
        taken[missing[np.argsort(-gain, kind="stable")[:_ADDED_PER_ROUND]]] = True
