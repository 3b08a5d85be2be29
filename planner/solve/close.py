"""Close one tier: find the best plan of its stage and prove that nothing better exists, as far as time allows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solve.best import Best
from planner.solve.bound import Bound
from planner.solve.clock import Clock
from planner.solve.core import Watcher, search
from planner.solve.leaf import Leaf
from planner.solve.price import Priced, price
from planner.solve.quick import quick
from planner.solve.stage import Mask, Stage
from planner.solve.thrift import thrifty
from planner.solve.tree import Tree
from planner.solve.window import choose

_FIRST_WINDOW = 900
_WIDER = 4
_QUICK_SECONDS = 3.0
_GLANCE_SECONDS = 0.5
_FIRST_SECONDS = 2.0
_LONGER = 2


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
    priced: Priced | None = None,
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
    priced
        The stage's relaxation, where it is known.
    """
    until = clock.elapsed + seconds
    # Nothing that hangs on the clock may reach the relaxation: the same case must give the same witness.
    priced = priced or price(stage, start, clock)
    best = Best(stage, priced.bound.value, watch)
    best.offer(known)
    best.offer(_rounded(stage, priced))
    if best.is_poor():
        best.offer(thrifty(stage, priced, clock))
    leaves = tuple(leaf.unseen() for leaf in leaves)
    if any(leaf.cuts for leaf in leaves):
        _glance(stage, priced, best, clock)
    else:
        _search_window(stage, priced, best, clock, min(until, clock.elapsed + _FIRST_SECONDS), _FIRST_WINDOW)
    witness, proven, taken = priced.bound, priced.bound, priced.taken
    searched = best.is_open() and not clock.over
    if searched:
        kept = stage.alive if best.value is None else stage.alive & proven.reaching(floor(best.value))
        stage, priced = stage.shrunk(kept), priced.of(kept)
        proven, taken = priced.bound, _used(priced)
        best.narrow(stage, kept)
        tree = Tree(stage, best, taken, clock, floor, tuple(leaf.of(kept) for leaf in leaves))
        leaves = _strive(stage, priced, best, tree, clock, until)
    return Closed(stage, witness, searched, best.chosen, best.value, best.bound, best.infeasible, proven, taken, leaves)


def _used(priced: Priced) -> Mask:
    """Return the columns of the relaxation's plan: few, so that the many relaxations of a tree stay small."""
    if priced.relaxed is None:
        return priced.taken
    mask: Mask = priced.relaxed.x[: len(priced.taken)] > 0
    return mask


def _strive(stage: Stage, priced: Priced, best: Best, tree: Tree, clock: Clock, until: float) -> tuple[Leaf, ...]:
    """Let the tree and windows of growing size take turns of growing length: cases differ in which of them closes."""
    size, seconds = _FIRST_WINDOW, _FIRST_SECONDS
    while best.is_open() and tree.is_open() and not clock.over and clock.elapsed < until:
        tree.grow(min(until, clock.elapsed + seconds))
        size, seconds = _WIDER * size, _LONGER * seconds
        if best.is_open():
            _search_window(stage, priced, best, clock, min(until, clock.elapsed + seconds / 4), size)
    return tree.leaves()


def _search_window(stage: Stage, priced: Priced, best: Best, clock: Clock, until: float, size: int) -> None:
    """Look for a better plan on some columns; learn a bound from them where the search comes to an end."""
    left = min(until - clock.elapsed, clock.left)
    if not best.is_open() or clock.over or left <= 0:
        return
    window = choose(stage, priced, size, best.wanted, best.chosen)
    seconds = _QUICK_SECONDS if best.is_poor() else _QUICK_SECONDS / 2
    best.offer(quick(stage, window.mask, best.wanted, clock, min(seconds, left)))
    left = min(until - clock.elapsed, clock.left)
    if best.is_open() and left > 0:
        best.learn(window, search(stage, window.mask, best.wanted, best.chosen, clock, left))


def _glance(stage: Stage, priced: Priced, best: Best, clock: Clock) -> None:
    """Look once for a good plan before the tree, which proves more than it finds."""
    if best.is_open() and not clock.over:
        window = choose(stage, priced, _FIRST_WINDOW, best.wanted, best.chosen)
        best.offer(quick(stage, window.mask, best.wanted, clock, _QUICK_SECONDS if best.is_poor() else _GLANCE_SECONDS))


def _rounded(stage: Stage, priced: Priced) -> Mask | None:
    """Return the relaxation's plan if it is whole already."""
    if priced.relaxed is None:
        return None
    x = priced.relaxed.x[: len(stage.columns)]
    whole = np.rint(x)
    return whole.astype(bool) if np.all(np.abs(x - whole) < 1e-6) else None
