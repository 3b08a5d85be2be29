"""Look for a plan below a leaf: make the counts whole one after another, then let HiGHS fill them."""

from dataclasses import replace

import numpy as np

from planner.solve.clock import Clock
from planner.solve.cuts import Cut, applied, counts_of
from planner.solve.leaf import Leaf
from planner.solve.price import Priced, price
from planner.solve.quick import quick
from planner.solve.relax import Relaxed
from planner.solve.stage import Mask, Stage
from planner.solve.window import choose

_STEPS = 12
_SHARES = 1e9
"""A budget in parts, so that budgets of different sizes count alike."""

_WINDOW = 1200
_SECONDS = 0.4
_LONGEST = 0.8


def dive(stage: Stage, leaf: Leaf, start: Mask, wanted: int | None, clock: Clock) -> Mask | None:
    """Return a plan worth at least ``wanted``, if this finds one.

    Parameters
    ----------
    stage
        The tier's stage, without the leaf's assumptions.
    start
        Columns for the first relaxation.
    """
    if np.any(stage.objective[: len(stage.columns)]):
        chosen = _filled(stage, leaf.cuts, leaf, start, wanted, clock)
        if chosen is not None:
            return chosen
    cuts, taken, began = leaf.cuts, start, clock.elapsed
    for step in range(_STEPS):
        if clock.elapsed - began > _LONGEST:
            return None
        relaxed, taken = _relaxed(stage, cuts, leaf, taken, wanted, clock)
        if relaxed is None:
            return None
        counts = counts_of(applied(stage, cuts, leaf.columns), relaxed.x)
        tandems, places = counts["tandem"], counts["place"]
        cuts = (*cuts, *(tandems.split(int(k))[0] for k in np.flatnonzero(tandems.distance)))
        torn = np.flatnonzero(places.distance)
        if not len(torn) or step & (step - 1) == 0:
            whole = (*cuts, *(places.rounded(k) for k in range(len(places.keys))))
            chosen = _filled(stage, whole, leaf, taken, wanted, clock)
            if chosen is not None or not len(torn):
                return chosen
        cuts = (*cuts, places.rounded(int(torn[places.distance[torn].argmin()])))
    return None


def _filled(
    stage: Stage, cuts: tuple[Cut, ...], leaf: Leaf, taken: Mask, wanted: int | None, clock: Clock
) -> Mask | None:
    """Fill whole counts with people, if that can be worth it."""
    below = applied(stage, cuts, leaf.columns)
    priced = price(below, taken, clock, None if wanted is None else wanted - 1)
    if clock.over or (wanted is not None and priced.bound.value < wanted):
        return None
    if not np.any(stage.objective[: len(stage.columns)]):
        below, wanted = _thrifty(_without_torn_tandems(below, priced)), None
        priced = price(below, priced.taken, clock)
    window = choose(below, priced, _WINDOW, wanted, None).mask
    return quick(below, window, wanted, clock, _SECONDS)


def _without_torn_tandems(stage: Stage, priced: Priced) -> Stage:
    """Return the stage without tandems that the relaxation does not use whole: half of one fills what no person can."""
    x = priced.relaxed.x if priced.relaxed is not None else np.zeros(len(stage.var_lo))
    first = len(stage.columns)
    var_hi = stage.var_hi.copy()
    var_hi[:first][(stage.columns.size > 1) & (x[:first] < 0.5)] = 0
    return replace(stage, var_hi=var_hi)


def _thrifty(stage: Stage) -> Stage:
    """Return the stage with money left over as its objective: the counts alone made the one before, and are set."""
    budgets = [stage.people + k for k, key in enumerate(stage.keys) if key.startswith("budget:")]
    share = _SHARES / np.maximum(stage.row_hi[budgets].astype(np.float64), 1.0)
    spent = np.rint(stage.coefficients.by_row[budgets].T @ share).astype(np.int64)
    return replace(stage, objective=-spent)


def _relaxed(
    stage: Stage, cuts: tuple[Cut, ...], leaf: Leaf, taken: Mask, wanted: int | None, clock: Clock
) -> tuple[Relaxed | None, Mask]:
    """Return the relaxation under some assumptions, ``None`` if they leave nothing wanted, and the columns it uses."""
    below = applied(stage, cuts, leaf.columns)
    priced = price(below, taken, clock, None if wanted is None else wanted - 1)
    if priced.relaxed is None or clock.over or (wanted is not None and priced.bound.value < wanted):
        return None, taken
    return priced.relaxed, taken | (priced.relaxed.x[: len(taken)] > 0)
