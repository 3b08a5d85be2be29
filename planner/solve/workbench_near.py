"""Close a tier under a condition by looking near the optimum that is known, and prove that this is enough.

Whatever plan is worth at least v uses only columns whose recorded loss leaves room for v. So the tier is closed on the
few columns of a first v; if a plan worth v is found there, none outside is better; else v is lowered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.close import Closed, close
from planner.solve.engine import State, floor_after, following
from planner.solve.leaf import ROOT, Leaf
from planner.solve.price import Priced, price
from planner.solve.program import FREE
from planner.solve.seed import FEW
from planner.solve.stage import Mask, Stage

_SIZES = (1500, 6000, 30000)


@dataclass(frozen=True, eq=False)
class Reach:
    """L, s and the loss of every column of a stage (``planner.solve.bound``)."""

    total: int
    shift: int
    loss: Ints

    @property
    def nothing(self) -> bool:
        """Whether some unit that must be placed has no column in play."""
        return self.total <= -FREE

    @property
    def value(self) -> int:
        """⌊L / 2^s⌋: no plan has a larger objective."""
        return self.total >> self.shift

    def reaching(self, floor: int) -> Mask:
        """Return the columns that a plan worth at least ``floor`` can use."""
        mask: Mask = self.loss <= min(max(self.total - (floor << self.shift), -1), FREE - 1)
        return mask


@dataclass(frozen=True, eq=False)
class Window:
    """Columns, and from which value on they hold every plan; ``None`` where they hold every plan there is."""

    mask: Mask
    covers: int | None


@dataclass(frozen=True, eq=False)
class Near:
    """A tier closed under a condition.

    Parameters
    ----------
    closed
        Its outcome on the columns of the window.
    bound
        No plan of the whole stage is worth more.
    """

    window: Window
    closed: Closed
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.closed.best is not None and self.closed.best >= self.bound

    @property
    def found(self) -> bool:
        """Whether there is a plan."""
        return self.closed.best is not None


def close_near(
    stage: Stage,
    reach: Reach,
    start: Mask,
    leaves: tuple[Leaf, ...],
    known: Mask | None,
    clock: Clock,
    seconds: float,
) -> Near:
    """Return the outcome of a stage of all columns, most of which it never looks at.

    Parameters
    ----------
    start
        Columns that relaxations begin with.
    leaves
        Where a search begins, their columns among all.
    known
        A plan to begin with, if there is one.
    seconds
        At most this long; then there may be no outcome.
    """
    until = clock.elapsed + seconds
    windows = list(_windows(stage, reach))
    while True:
        window = windows.pop(0)
        small = _drawn(stage.shrunk(window.mask))
        begin = (window.mask if window.mask.sum() <= FEW else start & window.mask)[window.mask]
        priced = price(small, begin, clock)
        late = clock.over or clock.elapsed > until
        if window.covers is not None and priced.bound.value < window.covers and not late:
            del windows[: -1 if priced.bound.value < _least(small) else 0]
            continue
        near = _closed(window, small, begin, priced, leaves, known, clock, max(0.0, until - clock.elapsed))
        late = clock.over or clock.elapsed > until
        if window.covers is None or late or (near.closed.best is not None and near.closed.best >= window.covers):
            return near


def _closed(
    window: Window,
    small: Stage,
    begin: Mask,
    priced: Priced,
    leaves: tuple[Leaf, ...],
    known: Mask | None,
    clock: Clock,
    seconds: float,
) -> Near:
    """Close a tier on the columns of a window; bounds hold for all columns."""
    case, tier = small.columns.case, small.tier
    if window.covers is None and priced.bound.value < _least(small):
        found = replace(_nothing(small, priced), infeasible=True)
    else:
        inside = known[window.mask] if known is not None and not (known & ~window.mask).any() else None
        found = close(
            small,
            begin,
            inside,
            tuple(leaf.of(window.mask) for leaf in leaves),
            clock,
            min(seconds, clock.left),
            lambda _value, _bound: None,
            lambda best: floor_after(tier, best, case),
            priced,
        )
    whole = window.covers is None
    bound = found.bound if window.covers is None else max(found.bound, window.covers - 1)
    return Near(window, found if whole or not found.infeasible else replace(found, infeasible=False), bound)


def _nothing(stage: Stage, priced: Priced) -> Closed:
    """Return the outcome of a stage of which only the bound is known."""
    proven = priced.bound
    return Closed(stage, proven, False, None, None, proven.value, False, proven, priced.taken, ())


def _least(stage: Stage) -> int:
    """Return a value that no plan can stay below, whatever it is."""
    first = len(stage.columns)
    rest, lo, hi = stage.objective[first:], stage.var_lo[first:], stage.var_hi[first:]
    worst = np.minimum.reduceat(stage.objective[:first], stage.unit_start[:-1]) if first else np.zeros(0)
    return int(np.minimum(worst, 0).sum()) + int(np.minimum(rest * lo, rest * hi).sum())


def after(stage: Stage, reach: Reach, near: Near, tier: Tier) -> State:
    """Return where the next tier begins: all columns that can reach the floor, also those outside the window."""
    floor = floor_after(stage.tier, near.closed.best or 0, stage.columns.case)
    if near.window.covers is None or floor >= near.window.covers:
        return following(near.closed, near.bound, tier)
    kept = stage.alive & reach.reaching(floor)
    chosen = np.zeros(len(stage.columns), dtype=bool)
    if near.closed.chosen is not None:
        inside = np.searchsorted(_keys(stage), _keys(near.closed.stage))
        chosen[inside[near.closed.chosen]] = True
    fixed = stage.shrunk(kept).between(floor, near.bound).turn(tier)
    return State(fixed, chosen[kept], np.ones(int(kept.sum()), dtype=bool), (ROOT,))


def _keys(stage: Stage) -> Ints:
    """Return a rising number for each unit and site."""
    return stage.columns.unit * (len(stage.columns.case.sites) + 1) + stage.columns.site


def _drawn(stage: Stage) -> Stage:
    """Return the stage with its lots, if it is their turn: drawn late, for few columns."""
    return stage.turn(Tier.LOT) if stage.tier is Tier.LOT else stage


def _windows(stage: Stage, reach: Reach) -> Iterator[Window]:
    """Yield windows of growing size; the last one holds every column in play."""
    alive = reach.loss[stage.alive]
    for size in _SIZES:
        if len(alive) <= size:
            break
        room = int(np.partition(alive, size - 1)[size - 1])
        covers = min(-((room - reach.total) >> reach.shift), reach.value)
        mask = stage.alive & reach.reaching(covers)
        if mask.sum() <= 2 * size:
            yield Window(mask, covers)
    yield Window(stage.alive, None)
