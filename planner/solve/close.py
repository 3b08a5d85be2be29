"""Close one tier: find the best plan of its stage and prove that nothing better exists, as far as time allows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solve.best import Best
from planner.solve.bound import Bound
from planner.solve.clock import Clock
from planner.solve.core import Watcher, search
from planner.solve.price import Priced, price
from planner.solve.quick import quick
from planner.solve.stage import Mask, Stage
from planner.solve.tree import Leaf, Tree
from planner.solve.window import choose

_FIRST_WINDOW = 900
_WIDER = 4
_QUICK_SECONDS = 3.0
_GLANCE_SECONDS = 1.0
_SEARCH_SECONDS = 2.0


@dataclass(frozen=True, eq=False)
class Closed:
    """What is known of a tier when its turn is over.

    Parameters
    ----------
    stage
        The tier's stage, without columns that were ruled out on the way.
    witness
        The prices of the whole stage.
    searched
        Whether the tree was needed, whose leaves say more about columns than the prices.
    chosen
        The best plan; ``None`` where none was found.
    best
        Its objective.
    bound
        No plan of the stage is worth more.
    infeasible
        Whether it is proven that the stage has no plan.
    proven
        The bound's losses, which rule out columns for the tiers to come.
    taken
        Columns that relaxations begin with.
    leaves
        Where plans worth the floor may be.
    """

    stage: Stage
    witness: Bound
    searched: bool
    chosen: Mask | None
    best: int | None
    bound: int
    infeasible: bool
    proven: Bound
    taken: Mask
    leaves: tuple[Leaf, ...]


def close(
    stage: Stage,
    start: Mask,
    known: Mask | None,
    leaves: tuple[Leaf, ...],
    clock: Clock,
    seconds: float,
    watch: Watcher,
    floor: Callable[[int], int],
) -> Closed:
    """Return the outcome of a tier.

    Parameters
    ----------
    start
        Where column generation begins.
    known
        A plan that keeps all floors, if there is one.
    leaves
        What is left of the search tree.
    seconds
        How long the tier may take.
    floor
        What of a best value later tiers must keep.
    """
    until = clock.elapsed + seconds
    # Nothing that hangs on the clock may reach the relaxation: the same case must give the same witness.
    priced = price(stage, start, clock)
    best = Best(stage, priced.bound.value, watch)
    best.offer(known)
    best.offer(_rounded(stage, priced))
    counted = any(kind == "count" for kind, _ in stage.row_of)
    if any(leaf.cuts for leaf in leaves):
        _glance(stage, priced, best, clock)
    else:
        _widen(stage, priced, best, clock, until, patient=not counted)
    taken, proven = priced.taken, priced.bound
    leaves = tuple(leaf.unseen() for leaf in leaves)
    searched = best.is_open() and not clock.over
    if searched:
        kept = stage.alive if best.value is None else stage.alive & proven.reaching(floor(best.value))
        stage, taken, proven = stage.shrunk(kept), _used(priced)[kept], proven.of(kept)
        best.narrow(stage, kept)
        tree = Tree(stage, best, taken, clock, floor)
        tree.grow(tuple(leaf.of(kept) for leaf in leaves), until)
        leaves = tree.leaves()
    return Closed(
        stage, priced.bound, searched, best.chosen, best.value, best.bound, best.infeasible, proven, taken, leaves
    )


def _used(priced: Priced) -> Mask:
    """Return the columns of the relaxation's plan: few, so that the many relaxations of a tree stay small."""
    if priced.relaxed is None:
        return priced.taken
    mask: Mask = priced.relaxed.x[: len(priced.taken)] > 0
    return mask


def _widen(stage: Stage, priced: Priced, best: Best, clock: Clock, until: float, *, patient: bool) -> None:
    """Search windows of growing size: the way where posts bind. The impatient leave a hard core to the tree."""
    size = _FIRST_WINDOW
    while best.is_open() and not clock.over and clock.elapsed < until:
        window = choose(stage, priced, size, best.wanted, best.chosen)
        left = min(until - clock.elapsed, clock.left)
        best.offer(quick(stage, window.mask, best.wanted, clock, min(_QUICK_SECONDS, left)))
        if not best.is_open() or clock.over:
            return
        left = min(until - clock.elapsed, clock.left)
        seconds = left if patient else min(_SEARCH_SECONDS, left)
        found = search(stage, window.mask, best.wanted, best.chosen, clock, seconds)
        best.learn(window, found)
        if not found.finished or (not patient and size > _FIRST_WINDOW):
            return
        size *= _WIDER


def _glance(stage: Stage, priced: Priced, best: Best, clock: Clock) -> None:
    """Look once for a good plan before the tree, which proves more than it finds."""
    if best.is_open() and not clock.over:
        window = choose(stage, priced, _FIRST_WINDOW, best.wanted, best.chosen)
        best.offer(quick(stage, window.mask, best.wanted, clock, _GLANCE_SECONDS))


def _rounded(stage: Stage, priced: Priced) -> Mask | None:
    """Return the relaxation's plan if it is whole already."""
    if priced.relaxed is None:
        return None
    x = priced.relaxed.x[: len(stage.columns)]
    whole = np.rint(x)
    return whole.astype(bool) if np.all(np.abs(x - whole) < 1e-6) else None
