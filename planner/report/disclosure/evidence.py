"""Values of targets that were found possible. One example of another truth is evidence for every target it changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planner.report.disclosure.knowledge import Terms


class Evidence:
    """By target, the possible distances from its true value; 0 is always one of them."""

    def __init__(self, targets: Sequence[Terms]) -> None:
        self.targets = targets
        self.possible: list[set[int]] = [{0} for _ in targets]
        self._within: dict[int, list[int]] = defaultdict(list)
        for number, terms in enumerate(targets):
            for unknown in terms:
                self._within[unknown].append(number)

    def changed(self, move: Mapping[int, int]) -> dict[int, int]:
        """Return by how much one step of a move changes each target, where it does."""
        changes: dict[int, int] = defaultdict(int)
        for unknown, step in move.items():
            for number in self._within[unknown]:
                changes[number] += self.targets[number][unknown] * step
        return {number: change for number, change in changes.items() if change}


class Path:
    """A walk away from the truth in steps that are all possible."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._distance: dict[int, int] = defaultdict(int)

    def walked(self, move: Mapping[int, int], steps: int) -> None:
        """Note where a number of steps of one move led."""
        for number, change in self._evidence.changed(move).items():
            start = self._distance[number]
            self._evidence.possible[number].update(start + change * step for step in range(1, steps + 1))
            self._distance[number] = start + change * steps
