"""What can be said at once of tiers whose turn never came, because the user stopped or the time was over."""

from collections.abc import Iterator

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.lot import LOT_BITS
from planner.solve.stage import Mask, Stage


def unsought(stage: Stage, chosen: Mask, tiers: tuple[Tier, ...]) -> Iterator[tuple[Tier, int, int]]:
    """Yield each tier with the objective of the plan and a bound that costs next to nothing.

    Parameters
    ----------
    chosen
        A plan of the stage.
    """
    x = stage.completed(chosen)
    for tier in tiers:
        if tier is Tier.LOT:
            value = int(stage.columns.lot(chosen).sum())
            yield tier, value, max(value, _most(stage) * 2**LOT_BITS)
        else:
            value = int(stage.objectives[tier] @ x)
            yield tier, value, max(value, _crude(stage, stage.objectives[tier]))


def _most(stage: Stage) -> int:
    """Return a number of people that no plan places more of."""
    case, size = stage.columns.case, stage.columns.size
    offered = sum(site.posts for site in case.sites)
    total = offered if case.scenario.posts is None else min(offered, case.scenario.posts)
    return min(total, stage.people * int(size.max(initial=1)))


def _crude(stage: Stage, objective: Ints) -> int:
    """Return what the best units, and the best steps and shortages, are worth if nothing is in their way."""
    first, most = len(stage.columns), _most(stage)
    worth = np.where(stage.alive, objective[:first], 0)
    units = np.maximum.reduceat(worth, stage.unit_start[:-1]) if first else worth
    others = np.maximum(objective[first:] * stage.var_lo[first:], objective[first:] * stage.var_hi[first:])
    return _largest(units, most) + _largest(others[: len(stage.steps)], most) + int(others[len(stage.steps) :].sum())


def _largest(values: Ints, number: int) -> int:
    """Return the sum of the largest values, as far as they are positive."""
    ordered = np.sort(np.maximum(values, 0))
    return int(ordered[max(0, len(ordered) - number) :].sum())
