"""Branch and bound on counts, for cases where money is short and single pairs decide nothing.

Every leaf carries a bound from whole numbers. A leaf is closed when that bound says that it holds no better plan; it
is thrown away only when it holds no plan worth the tier's floor either, so the leaves that stay are where the next
tier begins.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field, replace

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
"""So few columns that can still improve are searched exactly at every leaf."""

_WINDOW = 1200
_SEARCH_SECONDS = 4.0
_UNKNOWN = 2**62
_DIVES = frozenset({1, 3, 6, 15, 30, 60, 100, 160, 250, 400, 600, 900})
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
    columns
        What its plans worth the floor can use; ``None`` means anything.
    """

    rank: tuple[int, int]
    bound: int = field(compare=False)
    cuts: tuple[Cut, ...] = field(compare=False)
    columns: Mask | None = field(compare=False, default=None)

    def unseen(self) -> "Leaf":
        """Return the leaf without its bound, which speaks of the tier before."""
        return replace(self, rank=(-_UNKNOWN, self.rank[1]), bound=_UNKNOWN)

    def of(self, kept: Mask) -> "Leaf":
        """Return the leaf in terms of a stage with only the kept columns."""
        return self if self.columns is None else replace(self, columns=self.columns[kept])


ROOT = Leaf((0, 0), _UNKNOWN, ())


def usable(leaves: tuple[Leaf, ...], columns: int) -> Mask:
    """Return the columns that some leaf can use."""
    if any(leaf.columns is None for leaf in leaves):
        return np.ones(columns, dtype=bool)
    mask = np.zeros(columns, dtype=bool)
    for leaf in leaves:
        mask |= leaf.columns if leaf.columns is not None else True
    return mask


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
    floor
        What of a best value later tiers must keep.
    """

    def __init__(self, stage: Stage, best: Best, start: Mask, clock: Clock, floor: Callable[[int], int]) -> None:
        self._stage, self._best, self._clock, self._floor = stage, best, clock, floor
        self._taken = start.copy()
        self._made = 0
        self._seen = 0
        self._open: list[Leaf] = []
        self._closed: list[Leaf] = []

    def grow(self, leaves: tuple[Leaf, ...], until: float) -> None:
        """Work on unseen leaves until the tier is closed or the time is over."""
        self._made = max(leaf.rank[1] for leaf in leaves)
        self._open = list(leaves)
        heapq.heapify(self._open)
        while self._open and self._best.is_open() and not self._clock.over and self._clock.elapsed < until:
            self._visit(heapq.heappop(self._open))
            self._tell()

    def leaves(self) -> tuple[Leaf, ...]:
        """Return what is left of the tree."""
        return tuple(sorted([*self._open, *self._closed]))

    def _leaf(self, bound: int, cuts: tuple[Cut, ...], columns: Mask | None) -> Leaf:
        self._made += 1
        return Leaf((-bound, self._made), bound, cuts, columns)

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
        stage = applied(self._stage, leaf.cuts, leaf.columns)
        priced = price(stage, self._taken, self._clock, self._best.value)
        if priced.relaxed is not None:
            self._taken |= priced.relaxed.x[: len(stage.columns)] > 0
        bound = min(leaf.bound, priced.bound.value)
        if self._hopeful(bound):
            bound = self._look_around(stage, priced, bound)
        columns = self._left(stage, priced)
        if not self._hopeful(bound):
            self._closed.append(self._leaf(bound, leaf.cuts, columns))
            return
        halves = (split(stage, priced.relaxed.x) if priced.relaxed else None) or _any_split(stage)
        if not halves:
            self._closed.append(self._leaf(bound, leaf.cuts, columns))
        for half in halves:
            heapq.heappush(self._open, self._leaf(bound, (*leaf.cuts, half), columns))

    def _left(self, stage: Stage, priced: Priced) -> Mask:
        """Return the columns that plans of a leaf worth the floor can use."""
        if self._best.value is None:
            return stage.alive
        return stage.alive & priced.bound.reaching(self._floor(self._best.value))

    def _hopeful(self, bound: int) -> bool:
        """Whether a leaf with this bound may hold a better plan than the best known."""
        return self._best.value is None or bound > self._best.value

    def _look_around(self, stage: Stage, priced: Priced, bound: int) -> int:
        """Round the relaxation; search exactly where few columns can improve on the best. Return the leaf's bound."""
        if priced.relaxed is not None:
            self._best.offer(priced.relaxed.x[: len(stage.columns)] > 0.5)
        dive = self._seen in _DIVES or self._best.value is None
        window = choose(stage, priced, _WINDOW, self._best.wanted, None)
        if dive:
            self._best.offer(quick(stage, window.mask, self._best.wanted, self._clock, _DIVE_SECONDS))
        if window.covers is None or not (dive or window.mask.sum() <= _SMALL) or not self._hopeful(bound):
            return bound
        wanted = self._best.wanted
        found = search(stage, window.mask, wanted, None, self._clock, _SEARCH_SECONDS)
        self._best.offer(found.chosen)
        known = window.covers - 1 if self._best.value is None else max(self._best.value, window.covers - 1)
        return min(bound, known) if found.finished else bound


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
