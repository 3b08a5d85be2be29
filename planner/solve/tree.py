"""Branch and bound on counts, for cases where money is short and single pairs decide nothing.

Every leaf carries a bound from whole numbers. A leaf is closed when that bound says that it holds no better plan; it
is thrown away only when it holds no plan worth the tier's floor either, so the leaves that stay are where the next
tier begins.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.solve.best import Best
from planner.solve.clock import Clock
from planner.solve.core import search
from planner.solve.cuts import Cut, any_split, applied, splits_of
from planner.solve.dive import dive
from planner.solve.experience import Experience
from planner.solve.leaf import Leaf
from planner.solve.price import Priced, price
from planner.solve.stage import Mask, Stage
from planner.solve.window import choose

_SMALL = 120
"""So few columns that can still improve are searched exactly at every leaf."""

_SEARCH_SECONDS = 0.1
_DIVING = 0.2
_SEEKING = 0.4
"""Share of its time that a tree looks for plans instead of proving, and the same while the best one is poor."""


@dataclass(frozen=True, eq=False)
class _Seen:
    """A leaf that was looked at: how to split it, and how good its plans can be, finer than the whole-number bound."""

    leaf: Leaf
    splits: dict[str, tuple[Cut, ...]]
    worth: float


@dataclass(frozen=True, eq=False)
class _Look:
    """A leaf with what is too large to keep for every leaf: its stage and its relaxation."""

    seen: _Seen
    stage: Stage
    priced: Priced


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
    leaves
        Where it begins.
    """

    def __init__(
        self,
        stage: Stage,
        best: Best,
        start: Mask,
        clock: Clock,
        floor: Callable[[int], int],
        leaves: tuple[Leaf, ...],
    ) -> None:
        self._stage, self._best, self._clock, self._floor = stage, best, clock, floor
        self._taken = start.copy()
        self._made = max(leaf.rank[1] for leaf in leaves)
        self._dived = 0.0
        self._began = clock.elapsed
        self._open: list[tuple[Leaf, _Seen | None]] = [(leaf, None) for leaf in leaves]
        heapq.heapify(self._open)
        self._closed: list[Leaf] = []
        self._experience = Experience()

    def is_open(self) -> bool:
        """Whether there are leaves to look at."""
        return bool(self._open)

    def grow(self, until: float) -> None:
        """Work on open leaves until the tier is closed or the time is over."""
        while self._open and self._best.is_open() and not self._clock.over and self._clock.elapsed < until:
            leaf, seen = heapq.heappop(self._open)
            if not self._hopeful(leaf.bound):
                self._closed.append(leaf)
            else:
                self._dive(leaf)
                if seen is None:
                    self._keep(self._look(leaf))
                else:
                    self._split(seen)
            self._tell()

    def leaves(self) -> tuple[Leaf, ...]:
        """Return what is left of the tree."""
        return tuple(sorted([*(leaf for leaf, _ in self._open), *self._closed]))

    def _tell(self) -> None:
        """Lower the tier's bound to that of the most promising leaf."""
        bounds = [self._open[0][0].bound] if self._open else []
        if self._best.value is not None:
            self._best.lower(max([*bounds, self._best.value]))
        elif bounds:
            self._best.lower(bounds[0])
        elif not self._open:
            self._best.infeasible = True

    def _look(self, leaf: Leaf) -> _Look:
        """Bound a leaf, and take from it what its plans worth the floor cannot use."""
        stage = applied(self._stage, leaf.cuts, leaf.columns)
        priced = price(stage, self._taken, self._clock, self._best.value)
        bound = min(leaf.bound, priced.bound.value)
        splits: dict[str, tuple[Cut, ...]] = {}
        if priced.relaxed is not None:
            self._taken |= priced.relaxed.x[: len(stage.columns)] > 0
            if self._hopeful(bound):
                self._best.offer(priced.relaxed.x[: len(stage.columns)] > 0.5)
            splits.update(splits_of(stage, priced.relaxed.x))
        self._made += 1
        leaf = Leaf((-bound, self._made), bound, leaf.cuts, self._left(stage, priced))
        worth = min(float(bound), priced.bound.worth)
        return _Look(_Seen(leaf, splits or any_split(stage), worth), stage, priced)

    def _keep(self, look: _Look) -> None:
        """Search a leaf exactly where that is cheap; put it where it belongs."""
        seen = look.seen
        if self._hopeful(seen.leaf.bound):
            bound = self._look_around(look)
            seen = replace(seen, leaf=replace(seen.leaf, rank=(-bound, seen.leaf.rank[1]), bound=bound))
        if self._hopeful(seen.leaf.bound) and seen.splits:
            heapq.heappush(self._open, (seen.leaf, seen))
        else:
            self._closed.append(seen.leaf)

    def _split(self, seen: _Seen) -> None:
        """Replace a leaf by the two halves that tell most, judged by looking at both halves of a few splits."""
        best: tuple[float, list[_Look]] | None = None
        for kind in self._experience.promising(seen.splits):
            halves = [self._look(replace(seen.leaf, cuts=(*seen.leaf.cuts, cut))) for cut in seen.splits[kind]]
            score = self._experience.learn(kind, *(self._gain(seen, half.seen) for half in halves))
            if best is None or score > best[0]:
                best = score, halves
            if not any(self._hopeful(half.seen.leaf.bound) for half in halves) or self._clock.over:
                break
        for half in best[1] if best else []:
            self._keep(half)

    def _gain(self, seen: _Seen, half: _Seen) -> float:
        """Return by how much a half is worth less, at most what closes it."""
        least = seen.worth - 1 if self._best.value is None else float(self._best.value)
        return max(0.0, seen.worth - max(half.worth, least))

    def _left(self, stage: Stage, priced: Priced) -> Mask:
        """Return the columns that plans of a leaf worth the floor can use."""
        if self._best.value is None:
            return stage.alive
        return stage.alive & priced.bound.reaching(self._floor(self._best.value))

    def _hopeful(self, bound: int) -> bool:
        """Whether a leaf with this bound may hold a better plan than the best known."""
        return self._best.value is None or bound > self._best.value

    def _look_around(self, look: _Look) -> int:
        """Search a leaf exactly where few columns can improve on the best. Return its bound."""
        stage, bound, wanted = look.stage, look.seen.leaf.bound, self._best.wanted
        window = choose(stage, look.priced, _SMALL, wanted, None)
        if window.covers is None or window.mask.sum() > _SMALL:
            return bound
        found = search(stage, window.mask, wanted, None, self._clock, _SEARCH_SECONDS)
        self._best.offer(found.chosen)
        if not found.finished:
            return bound
        known = window.covers - 1 if self._best.value is None else max(self._best.value, window.covers - 1)
        return min(bound, known)

    def _dive(self, leaf: Leaf) -> None:
        """Look for a plan below a leaf, unless that took its share of the time already."""
        began = self._clock.elapsed
        share = _SEEKING if self._best.is_poor() else _DIVING
        if self._best.value is None or self._dived <= share * (began - self._began):
            self._best.offer(dive(self._stage, leaf, self._taken, self._best.wanted, self._clock))
            self._dived += self._clock.elapsed - began
