"""The best plan known and the bound, as they move towards each other."""

from planner.solve.core import Found, Watcher
from planner.solve.stage import Mask, Stage
from planner.solve.window import Window

_POOR = 0.003


class Best:
    """What is known of a tier while it is being solved.

    Parameters
    ----------
    stage
        Whose objective counts and whose rows every plan must keep.
    bound
        A proven bound to begin with.
    watch
        Told of every step.
    """

    def __init__(self, stage: Stage, bound: int, watch: Watcher) -> None:
        self._stage = stage
        self._watch = watch
        self.bound = bound
        self.chosen: Mask | None = None
        self.value: int | None = None
        self.infeasible = False
        watch(None, bound)

    def is_open(self) -> bool:
        """Whether there may be a better plan than the best known."""
        return not self.infeasible and (self.value is None or self.value < self.bound)

    def is_poor(self) -> bool:
        """Whether the best plan known is far from the bound, so that looking for a better one is worth more time."""
        return not self.infeasible and (self.value is None or self.bound - self.value > _POOR * abs(self.bound))

    @property
    def wanted(self) -> int | None:
        """The value a plan must have to be of interest; ``None`` while any plan is."""
        return None if self.value is None else self.value + 1

    def offer(self, chosen: Mask | None) -> None:
        """Take a plan if it keeps every rule and is better than the best known."""
        if chosen is None or not self._stage.allows(chosen):
            return
        value = self._stage.value(chosen)
        if self.value is None or value > self.value:
            self.chosen, self.value = chosen, value
            self._watch(value, None)

    def narrow(self, stage: Stage, kept: Mask) -> None:
        """Go on with a stage of fewer columns, which every better plan and the best known fit into."""
        self._stage = stage
        self.chosen = None if self.chosen is None else self.chosen[kept]

    def lower(self, bound: int) -> None:
        """Take a bound; plans below the best known are of no interest."""
        lowered = bound if self.value is None else max(bound, self.value)
        if lowered < self.bound:
            self.bound = lowered
            self._watch(None, lowered)

    def learn(self, window: Window, found: Found) -> None:
        """Draw the conclusion of a search on a window of the stage."""
        self.offer(found.chosen)
        if window.covers is None:
            return
        if found.finished:
            everything = window.mask.sum() >= self._stage.alive.sum()
            self.infeasible = bool(everything) and self.value is None
            self.lower(window.covers - 1)
        elif found.bound is not None:
            self.lower(max(found.bound, window.covers - 1))
