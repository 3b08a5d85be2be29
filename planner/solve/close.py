"""Close one tier: find the best plan of its stage and prove that nothing better exists, as far as time allows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.solve.clock import Clock
from planner.solve.core import Found, Watcher, quick, search
from planner.solve.price import Priced, price
from planner.solve.stage import Stage, completed
from planner.solve.window import Window, choose

_FIRST_WINDOW = 900
_WIDER = 4
_QUICK_SECONDS = 3.0


@dataclass(frozen=True, eq=False)
class Closed:
    """What is known of a tier when its turn is over.

    Parameters
    ----------
    chosen
        Shape (columns,): the best plan; ``None`` where none was found.
    best
        Its objective.
    bound
        No plan of the stage is worth more.
    infeasible
        Whether it is proven that the stage has no plan.
    priced
        The relaxation, whose losses rule out columns for the tiers to come.
    """

    chosen: NDArray[np.bool_] | None
    best: int | None
    bound: int
    infeasible: bool
    priced: Priced


class _Search:
    """The best plan and the bound as they move towards each other."""

    def __init__(self, stage: Stage, priced: Priced, known: NDArray[np.bool_] | None, watch: Watcher) -> None:
        self.stage = stage
        self.bound = priced.bound.value
        self.chosen: NDArray[np.bool_] | None = None
        self.best: int | None = None
        self.infeasible = False
        self._watch = watch
        watch(None, self.bound)
        self.offer(known)

    def is_open(self) -> bool:
        """Whether there may be a better plan than the best known."""
        return not self.infeasible and (self.best is None or self.best < self.bound)

    @property
    def wanted(self) -> int | None:
        return None if self.best is None else self.best + 1

    def offer(self, chosen: NDArray[np.bool_] | None) -> None:
        """Take a plan if it keeps every rule and is better than the best known."""
        if chosen is None:
            return
        x = completed(self.stage.program, chosen)
        value = self.stage.value(x)
        if self.stage.holds(x) and (self.best is None or value > self.best):
            self.chosen, self.best = chosen, value
            self._watch(value, None)

    def lower(self, bound: int) -> None:
        """Take a bound; plans below the best known are of no interest."""
        lowered = bound if self.best is None else max(bound, self.best)
        if lowered < self.bound:
            self.bound = lowered
            self._watch(None, lowered)

    def learn(self, window: Window, found: Found) -> None:
        """Draw the conclusion of a search on a window."""
        self.offer(found.chosen)
        if window.covers is None:
            return
        if found.finished:
            everything = window.mask.sum() >= self.stage.active.sum()
            self.infeasible = everything and self.best is None
            self.lower(window.covers - 1)
        elif found.bound is not None:
            self.lower(max(found.bound, window.covers - 1))


def close(
    stage: Stage,
    start: NDArray[np.bool_],
    known: NDArray[np.bool_] | None,
    clock: Clock,
    seconds: float,
    watch: Watcher,
) -> Closed:
    """Return the outcome of a tier.

    Parameters
    ----------
    start
        Shape (columns,): where column generation begins.
    known
        Shape (columns,): a plan that keeps all floors, if there is one.
    seconds
        How long the tier may take.
    """
    until = clock.elapsed + seconds
    priced = price(stage, start if known is None else start | known, clock)
    state = _Search(stage, priced, known, watch)
    state.offer(_rounded(stage, priced))
    size = _FIRST_WINDOW
    while state.is_open() and not clock.over and clock.elapsed < until:
        window = choose(stage, priced, size, state.wanted, state.chosen)
        left = min(until - clock.elapsed, clock.left)
        state.offer(quick(stage, window.mask, state.wanted, min(_QUICK_SECONDS, left)))
        if not state.is_open() or clock.over:
            break
        left = min(until - clock.elapsed, clock.left)
        state.learn(window, search(stage, window.mask, state.wanted, state.chosen, clock, left, watch))
        size *= _WIDER
    return Closed(state.chosen, state.best, state.bound, state.infeasible, priced)


def _rounded(stage: Stage, priced: Priced) -> NDArray[np.bool_] | None:
    """Return the relaxation's plan if it is whole already."""
    if priced.relaxed is None:
        return None
    x = priced.relaxed.x[: len(stage.program.columns)]
    whole = np.rint(x)
    return whole.astype(bool) if np.all(np.abs(x - whole) < 1e-6) else None
