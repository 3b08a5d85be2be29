"""An attacker who shares no code with the audit: exact integer programming over everything that was published.

He is given more than a reader of the tables has: the rules, which counts were kept from which publication, and which
of the finest counts did not change between two publications. He knows the equations of the tables and uses whole
numbers. What he cannot narrow, nobody can.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from planner.report.disclosure import ROUNDING, Cell, Publication, Published, Sign, Table

FAR = 10_000
"""Larger than any count of the tests: as good as unlimited."""

Made = Sequence[Publication]
Sum = dict[tuple[int, Cell], int]
"""Factors of cells of publications."""


def small_numbers(made: Made) -> list[tuple[Sum, int]]:
    """Return what must stay unknown, each with its threshold: small counts, and small changes of a cell."""
    found: list[tuple[Sum, int]] = []
    for number, one in enumerate(made):
        k = one.published.rules.threshold
        found += [({(number, cell): 1}, k) for cell in private(one.table) if 0 < truth(one.table, cell) < k]
        found += [({(number, cell): 1}, k) for cell in private(one.table) if telling_zero(one.table, cell, k)]
    for (i, before), (j, after) in combinations(enumerate(made), 2):
        k = min(before.published.rules.threshold, after.published.rules.threshold)
        for cell in private(before.table) & private(after.table):
            if 0 < abs(truth(after.table, cell) - truth(before.table, cell)) < k:
                found.append(({(j, cell): 1, (i, cell): -1}, k))
    return found


def telling_zero(table: Table, cell: Cell, k: int) -> bool:
    """Return whether a zero says something about few people, or says of everybody around what they are."""
    for at, dimension in enumerate(table.dimensions):
        above = dimension.parent.get(cell[at])
        if above is None or truth(table, cell):
            continue
        beside = [(*cell[:at], part, *cell[at + 1 :]) for part in dimension.parts[above]]
        people = [truth(table, part) for part in beside]
        if 0 < sum(people) < k or sum(map(bool, people)) == 1:
            return True
    return False


def private(table: Table) -> set[Cell]:
    return set(table.cells) - table.public


def truth(table: Table, cell: Cell) -> int:
    return sum(count for leaf, count in table.counts.items() if inside(table, leaf, cell))


def inside(table: Table, leaf: Cell, cell: Cell) -> bool:
    return all(code in d.paths[part] for d, part, code in zip(table.dimensions, leaf, cell, strict=True))


@dataclass
class Attacker:
    """One unknown per cell and publication; the equations are his constraints."""

    made: Made

    def __post_init__(self) -> None:
        cells = [(number, cell) for number, one in enumerate(self.made) for cell in one.table.cells]
        self.at = {key: column for column, key in enumerate(cells)}
        self.rows: list[tuple[Sum, int, int]] = []
        for number, one in enumerate(self.made):
            self._adds_up(number, one.table)
            self._shown(number, one)
        for (i, before), (j, after) in combinations(enumerate(self.made), 2):
            for leaf in finest(before.table):
                if leaf in finest(after.table) and truth(before.table, leaf) == truth(after.table, leaf):
                    self.rows.append(({(i, leaf): 1, (j, leaf): -1}, 0, 0))

    def _adds_up(self, number: int, table: Table) -> None:
        for cell in table.cells:
            for at, dimension in enumerate(table.dimensions):
                parts = [code for code, above in dimension.parent.items() if above == cell[at]]
                if parts:
                    sums: Sum = {(number, (*cell[:at], part, *cell[at + 1 :])): 1 for part in parts}
                    self.rows.append((sums | {(number, cell): -1}, 0, 0))

    def _shown(self, number: int, one: Publication) -> None:
        k, slack = one.published.rules.threshold, ROUNDING // 2
        for cell, shown in one.published.cells.items():
            here: Sum = {(number, cell): 1}
            if shown.sign is Sign.HIDDEN:
                continue
            assert shown.value is not None
            if shown.sign is Sign.KEPT:
                assert shown.since is not None
                self.rows.append((here | {(shown.since, cell): -1}, 1 - k, k - 1))
            elif shown.sign is Sign.ROUNDED:
                self.rows.append((here, max(k, shown.value - slack), shown.value + slack))
            else:
                self.rows.append((here, shown.value, shown.value))

    def interval(self, wanted: Sum) -> tuple[int, int]:
        """Return the least and the largest whole number the sum can be, for all that is known."""
        matrix = lil_matrix((len(self.rows), len(self.at)))
        for row, (sums, _, _) in enumerate(self.rows):
            for key, factor in sums.items():
                matrix[row, self.at[key]] = factor
        lows, highs = [low for _, low, _ in self.rows], [high for _, _, high in self.rows]
        aim = np.zeros(len(self.at))
        for key, factor in wanted.items():
            aim[self.at[key]] = factor
        ends = []
        for sign in (1, -1):
            result = milp(
                sign * aim,
                constraints=LinearConstraint(matrix.tocsr(), lows, highs),
                bounds=Bounds(0, FAR),
                integrality=np.ones(len(self.at)),
            )
            assert result.x is not None, result.message
            ends.append(round(float(aim @ result.x)))
        return ends[0], ends[1]


def finest(table: Table) -> set[Cell]:
    leaves = [[code for code in d.codes if code not in d.parent.values()] for d in table.dimensions]
    return set(product(*leaves))


def narrowed(made: Made) -> list[tuple[Sum, int, tuple[int, int]]]:
    """Return every small number that the attacker knows to within k values or fewer: none, if all is well.

    Left out is a zero that was shown as such when it was harmless, and that he only takes for unchanged: no later
    publication tells him so, he would know it had there been none.
    """
    attacker = Attacker(made)
    found = []
    for wanted, k in small_numbers(made):
        ends = attacker.interval(wanted)
        if ends[1] - ends[0] < k and not (ends == (0, 0) and known_before(made, wanted)):
            found.append((wanted, k, ends))
    return found


def known_before(made: Made, wanted: Sum) -> bool:
    """Return whether a number was known already without the publication it is part of."""
    number = max(publication for publication, _ in wanted)
    one = made[number]
    silent = Publication(one.table, Published(one.table.subject, one.published.rules, {}))
    return Attacker([*made[:number], silent]).interval(wanted) == (0, 0)
