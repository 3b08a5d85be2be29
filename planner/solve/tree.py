"""Branch and bound on counts, for cases where money is short and single pairs decide nothing.

Every leaf carries a bound from whole numbers. A leaf is closed when that bound says that it holds no better plan; it
is thrown away only when it holds no plan worth the tier's floor either, so the leaves that stay are where the next
tier begins.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np

from planner.solve.best import Best
from planner.solve.clock import Clock
from planner.solve.core import search
from planner.solve.cuts import Cut, applied, split
from planner.solve.price import Priced, price
from planner.solve.quick import quick
from planner.solve.stage import Mask, Stage
from planner.solve.window import choose

_SMALL = 800
"""So few columns that can still improve are searched exactly."""

_SMALL_SECONDS = 4.0
_UNKNOWN = 2**62
_DIVES = frozenset({2, 6, 15, 30, 60, 100, 160, 250, 400, 600, 900})
_DIVE_WINDOW = 900
_DIVE_SECONDS = 2.0


@dataclass(frozen=True, order=True)
class Leaf:
    """A part of the tree that is not ruled out.

    Parameters
    ----------
    rank
        Minus the bound, so that a heap gives the most promising leaf first; then the order of making.
    bound
        No plan of the leaf is worth more, in terms of the tier that last looked at it.
    cuts
        Its assumptions.
    """

    rank: tuple[int, int]
    bound: int = field(compare=False)
    cuts: tuple[Cut, ...] = field(compare=False)


ROOT = Leaf((0, 0), _UNKNOWN, ())


class Tree:
    """The search of one tier.

    Parameters
    ----------
    stage
        The tier's stage.
    best
        The plan and bound it improves.
    start
        Columns for the first relaxations.
    """

    def __init__(self, stage: Stage, best: Best, start: Mask, clock: Clock) -> None:
        self._stage, self._best, self._clock = stage, best, clock
        self._taken = start.copy()
        self._made = 0
        self._seen = 0
        self._open: list[Leaf] = []
        self._closed: list[Leaf] = []

    def grow(self, leaves: tuple[Leaf, ...], until: float) -> None:
        """Work on the leaves of the tier before until the tier is closed or the time is over.

        Their bounds speak of another tier, so each is looked at anew before it counts.
        """
        self._open = [self._leaf(_UNKNOWN, leaf.cuts) for leaf in leaves]
        heapq.heapify(self._open)
        while self._open and self._best.is_open() and not self._clock.over and self._clock.elapsed < until:
            self._visit(heapq.heappop(self._open))
            self._tell()

    def leaves(self) -> tuple[Leaf, ...]:
        """Return what is left of the tree."""
        return tuple(sorted([*self._open, *self._closed]))

    def _leaf(self, bound: int, cuts: tuple[Cut, ...]) -> Leaf:
        self._made += 1
        return Leaf((-bound, self._made), bound, cuts)

    def _tell(self) -> None:
        """Lower the tier's bound to that of the most promising leaf."""
        bounds = [leaf.bound for leaf in self._open[:1]]
        if self._best.value is not None:
            self._best.lower(max([*bounds, self._best.value]))
        elif bounds:
            self._best.lower(bounds[0])
        elif not self._open:
            self._best.infeasible = True

    def _visit(self, leaf: Leaf) -> None:
        """Bound a leaf; close it, search it, or split it."""
        self._seen += 1
        stage = applied(self._stage, leaf.cuts)
        priced = price(stage, self._taken, self._clock, self._best.value)
        self._taken |= priced.taken
        bound = min(leaf.bound, priced.bound.value)
        if self._hopeful(bound):
            self._look_for_plans(stage, priced)
        if not self._hopeful(bound):
            self._closed.append(self._leaf(bound, leaf.cuts))
        elif self._searched(stage, priced):
            self._closed.append(self._leaf(min(bound, self._best.bound), leaf.cuts))
        else:
            halves = (split(stage, priced.relaxed.x) if priced.relaxed else None) or _any_split(stage)
            if not halves:
                self._closed.append(self._leaf(bound, leaf.cuts))
            for half in halves:
                heapq.heappush(self._open, self._leaf(bound, (*leaf.cuts, half)))

    def _hopeful(self, bound: int) -> bool:
        """Whether a leaf with this bound may hold a better plan than the best known."""
        return self._best.value is None or bound > self._best.value

    def _look_for_plans(self, stage: Stage, priced: Priced) -> None:
        """Round the relaxation; now and then look around it."""
        if priced.relaxed is not None:
            on_columns = priced.relaxed.x[: len(stage.columns)]
            self._best.offer(on_columns > 0.5)
        if self._seen in _DIVES or self._best.value is None:
            window = choose(stage, priced, _DIVE_WINDOW, self._best.wanted, None)
            seconds = min(_DIVE_SECONDS, self._clock.left)
            self._best.offer(quick(stage, window.mask, self._best.wanted, seconds))

    def _searched(self, stage: Stage, priced: Priced) -> bool:
        """Search a leaf exactly where few columns can improve on the best; answer whether that settled it."""
        wanted = self._best.wanted
        improving = stage.alive if wanted is None else stage.alive & priced.bound.reaching(wanted)
        if improving.sum() > _SMALL:
            return False
        found = search(stage, improving, wanted, None, self._clock, _SMALL_SECONDS)
        self._best.offer(found.chosen)
        return found.finished


def _any_split(stage: Stage) -> tuple[Cut, ...]:
    """Split on some undecided column, where the relaxation is whole but its plan is not allowed."""
    columns = stage.columns
    in_play = np.add.reduceat(stage.alive, stage.unit_start[:-1])
    decided = (in_play == 1) & (stage.row_lo[: stage.people] >= 1)
    undecided = np.flatnonzero(stage.alive & ~np.repeat(decided, np.diff(stage.unit_start)))
    if not len(undecided):
        return ()
    key = (int(columns.unit[undecided[0]]), int(columns.site[undecided[0]]))
    return Cut("column", key, 0, 0), Cut("column", key, 1, 1)
