"""A plan within the budgets: let money have a price above the relaxation's, so that the budgets hardly bind.

Where budgets bind, a relaxation is torn at every one of them; a little thrift leaves it nearly whole. Source:
Lagrangian heuristics, Beasley 1993; here the budgets' rows stay.
"""

from dataclasses import replace

import numpy as np

from planner.solve.clock import Clock
from planner.solve.price import Priced, price
from planner.solve.quick import quick
from planner.solve.stage import Mask, Stage
from planner.solve.window import choose

_TIMES = (1.1, 1.5, 3.0)
"""Prices of money that are tried, in terms of the relaxation's; the lowest costs least."""

_FINENESS = 16
"""The new objective is the old one's so many times, so that prices of a cent still count."""

_WINDOW = 1200
_SECONDS = 1.0


def thrifty(stage: Stage, priced: Priced, clock: Clock) -> Mask | None:
    """Return a plan that keeps everything, if one is found; ``None`` also where no budget binds.

    Parameters
    ----------
    priced
        The stage's relaxation.
    """
    budgets = np.array([stage.people + k for k, key in enumerate(stage.keys) if key.startswith("budget:")], dtype=int)
    if priced.relaxed is None or not np.any(priced.relaxed.duals[budgets] > 0):
        return None
    paid = stage.coefficients.by_row[budgets].T @ priced.relaxed.duals[budgets]
    taken = priced.taken
    for times in _TIMES:
        if clock.over:
            break
        thrifty_stage = replace(stage, objective=np.rint(_FINENESS * (stage.objective - times * paid)).astype(np.int64))
        relaxation = price(thrifty_stage, taken, clock)
        taken = relaxation.taken
        window = choose(thrifty_stage, relaxation, _WINDOW, None, None)
        chosen = quick(thrifty_stage, window.mask, None, clock, _SECONDS)
        if chosen is not None:
            return chosen
    return None
