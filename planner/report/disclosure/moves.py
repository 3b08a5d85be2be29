"""How far a count can be moved without contradicting anything published: a proof by example that it stays unknown.

Intervals from propagation or linear programming are outer bounds: the true range may be narrower, so they cannot prove
protection. This works the other way round. From the true tables, whole-number moves are looked for that change the
target and keep every published interval; every step of every move is a table that could as well be the true one. That
is the feasibility interval of the auditing problem (Hundepool et al., *Statistical Disclosure Control*, Wiley 2012,
section 4.4; Fischetti and Salazar-González, *Management Science* 47, 2001) from inside. What is found is certain; what
is not found counts as unprotected, so an imperfect search hides more, never less.
"""

from dataclasses import dataclass, field
from typing import Self

from planner.report.disclosure.evidence import Evidence, Path
from planner.report.disclosure.knowledge import Knowledge, Terms

DEPTH = 10
"""Most unknowns in one move beside the first."""

BRANCHES = 3
"""Ways tried to mend a row before giving up on it."""

STARTS = 6
"""Unknowns of the target tried as the first of a move."""

TRIES = 80
"""Unknowns added in one search."""


@dataclass(slots=True)
class _World:
    """One possible truth: the unknowns and the sums of the rows."""

    values: list[int]
    sums: list[int]

    @classmethod
    def of(cls, known: Knowledge) -> Self:
        return cls(list(known.truth), [row.truth for row in known.rows])


def reach(known: Knowledge, evidence: Evidence, number: int, wanted: int) -> set[int]:
    """Look for ``wanted`` possible values of a target; they are then in the evidence, with those of others on the way.

    Returns
    -------
    set of int
        The rows that stood in the way of more.
    """
    possible, blocked = evidence.possible[number], set[int]()
    for sign in (1, -1):
        world, path = _World.of(known), Path(evidence)
        while len(possible) < wanted:
            search = _Search(known, world, evidence.targets[number], sign, blocked)
            if not search.find():
                break
            path.walked(search.move, search.walk(wanted))
    return blocked


@dataclass(slots=True)
class _Search:
    """The search for one move: unknowns that change by 1 or −1 together, so that the target goes up (or down)."""

    known: Knowledge
    world: _World
    target: Terms
    sign: int
    blocked: set[int]
    move: dict[int, int] = field(default_factory=dict)
    change: dict[int, int] = field(default_factory=dict)
    tries: int = TRIES

    def find(self) -> bool:
        """Look for a move; it is then in ``move`` and what it does to the rows in ``change``."""
        steps = [(u, self.sign * factor) for u, factor in self.target.items()]
        starts = sorted((self._harm(u, step), u, step) for u, step in steps if self._free(u, step))
        return any(self._mended(unknown, step, DEPTH) for _, unknown, step in starts[:STARTS])

    def walk(self, most: int) -> int:
        """Go along the move as far as everything stays possible; return the number of steps, ``most`` at most."""
        far = min([most, *(self.world.values[u] for u, step in self.move.items() if step < 0)])
        for row, change in self.change.items():
            if change:
                limits = self.known.rows[row]
                room = limits.high - self.world.sums[row] if change > 0 else self.world.sums[row] - limits.low
                far = min(far, room // abs(change))
        for unknown, step in self.move.items():
            self.world.values[unknown] += far * step
        for row, change in self.change.items():
            self.world.sums[row] += far * change
        return far

    def _free(self, unknown: int, step: int) -> bool:
        """Return whether the unknown can take the step: not below zero, and not twice in one move."""
        return unknown not in self.move and (step > 0 or self.world.values[unknown] > 0)

    def _excess(self, row: int, change: int) -> int:
        """Return by how much a row lies above its limits, negative below them, 0 within."""
        limits = self.known.rows[row]
        total = self.world.sums[row] + change
        return max(0, total - limits.high) + min(0, total - limits.low)

    def _harm(self, unknown: int, step: int) -> int:
        """Return by how much the step breaks more than it mends; rows newly broken are remembered as in the way."""
        rows, sums, change = self.known.rows, self.world.sums, self.change
        harm = 0
        for row, factor in self.known.touching[unknown]:
            limits = rows[row]
            before = sums[row] + change.get(row, 0)
            after = before + factor * step
            if limits.low <= before <= limits.high:
                if limits.low <= after <= limits.high:
                    continue
                harm += 1
                self.blocked.add(row)
            else:
                # Steps are single, so a broken row gets exactly one worse or one better.
                harm += 1 if (after > before) == (before > limits.high) else -1
        return harm

    def _mended(self, unknown: int, step: int, depth: int) -> bool:
        """Take the step and mend what it broke; take it back if that fails."""
        if self.tries <= 0:
            return False
        self.tries -= 1
        self._take(unknown, step)
        self.move[unknown] = step
        broken = [row for row, change in self.change.items() if change and self._excess(row, change)]
        if not broken:
            return True
        if depth:
            row = min(broken, key=lambda number: (len(self.known.rows[number].terms), number))
            for _, mender, back in self._menders(row):
                if self._mended(mender, back, depth - 1):
                    return True
        self.blocked.update(broken)
        del self.move[unknown]
        self._take(unknown, -step)
        return False

    def _menders(self, row: int) -> list[tuple[int, int, int]]:
        """Return the least harmful steps that bring a row back towards its limits."""
        way = -1 if self._excess(row, self.change[row]) > 0 else 1
        all_of_it = sum(abs(self._excess(number, change)) for number, change in self.change.items() if change)
        found = []
        for unknown, factor in self.known.rows[row].terms.items():
            step = way * factor
            if self._free(unknown, step) and self.target.get(unknown, 0) * step * self.sign >= 0:
                harm = self._harm(unknown, step)
                if harm == -all_of_it:
                    return [(harm, unknown, step)]
                found.append((harm, unknown, step))
        return sorted(found)[:BRANCHES]

    def _take(self, unknown: int, step: int) -> None:
        for row, factor in self.known.touching[unknown]:
            self.change[row] = self.change.get(row, 0) + factor * step
