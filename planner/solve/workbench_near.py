"""Close a tier under a condition by looking near the optimum that is known, and prove that this is enough.

Whatever plan is worth at least v uses only columns whose recorded loss leaves room for v. So the tier is closed on the
few columns of a first v; if a plan worth v is found there, none outside is better; else v is lowered.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.close import Closed, close
from planner.solve.core import Watcher
from planner.solve.engine import State, floor_after, following
from planner.solve.leaf import ROOT, Leaf
from planner.solve.price import price
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
    def found(self) -> bool:
        """Whether there is a plan."""
        return self.closed.best is not None


def close_near(stage: Stage, reach: Reach, start: Mask, leaves: tuple[Leaf, ...], clock: Clock, watch: Watcher) -> Near:
    """Return the outcome of a stage of all columns, most of which it never looks at."""
    case = stage.columns.case
    for window in _windows(stage, reach):
        small = _drawn(stage.shrunk(window.mask))
        begin = window.mask if window.mask.sum() <= FEW else start & window.mask
        priced = price(small, begin[window.mask], clock)
        if window.covers is not None and priced.bound.value < window.covers:
            continue
        own = tuple(leaf.of(window.mask) for leaf in leaves)
        closed = close(
            small,
            begin[window.mask],
            None,
            own,
            clock,
            clock.left,
            watch,
            lambda best: floor_after(stage.tier, best, case),
            priced,
        )
        near = Near(window, closed, closed.bound if window.covers is None else max(closed.bound, window.covers - 1))
        if window.covers is None or clock.over or (closed.best is not None and closed.best >= window.covers):
            return near
    return near


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
    fixed = stage.between(floor, near.bound).shrunk(kept).turn(tier)
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
