"""What an attacker knows: every shown cell is an interval around a sum of unknown counts.

The unknowns are the true counts of the finest cells of all publications. Cells of two publications with the same true
count are **one** unknown: the attacker is assumed to know who stayed, which covers every weaker attacker, since less
knowledge only widens what is possible. That makes subtraction between scenarios and between points in time the same as
subtraction within one table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from planner.report.disclosure.ledger import Publication
from planner.report.disclosure.rules import SLACK, Rules
from planner.report.disclosure.shown import Shown, Sign
from planner.report.disclosure.table import Cell, Table

Terms = Mapping[int, int]
"""Unknowns and their factors, 1 or −1: a sum or a difference."""

UNLIMITED = 1 << 60


@dataclass(slots=True)
class Row:
    """``low <= sum of terms <= high``; ``truth`` is the sum for the true counts."""

    terms: Terms
    low: int
    high: int
    truth: int = 0


@dataclass
class Knowledge:
    """Unknowns (never negative), and rows between them; ``truth`` is what the attacker is after.

    Parameters
    ----------
    touching
        By unknown: the rows it stands in, with its factor.
    new
        The rows of a publication that is still being prepared, by cell: these can be taken back.
    """

    index: dict[tuple[Cell, int], int] = field(default_factory=dict)
    truth: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    touching: list[list[tuple[int, int]]] = field(default_factory=list)
    new: dict[Cell, int] = field(default_factory=dict)
    _settled: dict[frozenset[tuple[int, int]], tuple[int, int]] = field(default_factory=dict)

    def unknown(self, leaf: Cell, count: int) -> int:
        """Return the number of the unknown for a finest cell with this true count."""
        key = (leaf, count)
        if key not in self.index:
            self.index[key] = len(self.truth)
            self.truth.append(count)
            self.touching.append([])
        return self.index[key]

    def total(self, table: Table, cell: Cell) -> Terms:
        """Return the cell as a sum of unknowns."""
        return {self.unknown(leaf, table.finest[leaf]): 1 for leaf in table.leaves(cell)}

    def difference(self, later: Table, earlier: Table, cell: Cell) -> Terms:
        """Return how the cell grew between two tables; unknowns that are the same in both cancel out."""
        terms = dict(self.total(later, cell))
        for unknown, factor in self.total(earlier, cell).items():
            if terms.pop(unknown, 0) == 0:
                terms[unknown] = -factor
        return terms

    def learn(self, shown: Mapping[Cell, Shown], table: Table, rules: Rules, earlier: Iterable[Publication]) -> None:
        """Add what the cells of one publication tell; ``earlier`` are the ones before it.

        Exact counts are public knowledge and cannot be taken back; neither can what is known already.
        """
        before = [made.table for made in earlier]
        for cell, what in shown.items():
            row = self._row(cell, what, table, rules, before)
            if row is not None and row.terms:
                self._add(row, None if what.sign is Sign.EXACT else cell)

    def _row(self, cell: Cell, what: Shown, table: Table, rules: Rules, before: list[Table]) -> Row | None:
        match what:
            case Shown(Sign.ROUNDED, int(value)):
                return Row(self.total(table, cell), max(rules.threshold, value - SLACK), value + SLACK)
            case Shown(Sign.KEPT, _, int(since)):
                near = rules.threshold - 1
                return Row(self.difference(table, before[since], cell), -near, near)
            case Shown(Sign.EXACT | Sign.ZERO, int(value)):
                return Row(self.total(table, cell), value, value)
            case _:
                return None

    def _add(self, row: Row, cell: Cell | None) -> None:
        known = self._settled.get(frozenset(row.terms.items()))
        if known is not None and row.low <= known[0] and known[1] <= row.high:
            return
        number = len(self.rows)
        row.truth = sum(factor * self.truth[unknown] for unknown, factor in row.terms.items())
        self.rows.append(row)
        for unknown, factor in row.terms.items():
            self.touching[unknown].append((number, factor))
        if cell is not None:
            self.new[cell] = number

    def settle(self) -> None:
        """Take what has been learned so far as published: it cannot be taken back."""
        for row in self.rows:
            key = frozenset(row.terms.items())
            low, high = self._settled.get(key, (-UNLIMITED, UNLIMITED))
            self._settled[key] = (max(low, row.low), min(high, row.high))
        self.new.clear()

    def forget(self, cell: Cell) -> None:
        """Take the row of a cell back, since the cell will be hidden."""
        number = self.new.pop(cell, None)
        if number is not None:
            row = self.rows[number]
            row.low, row.high = -UNLIMITED, UNLIMITED

    def without_new(self) -> Self:
        """Return what would be known if nothing new were published but public facts."""
        fresh = set(self.new.values())
        rows = [
            replace(row, low=-UNLIMITED, high=UNLIMITED) if number in fresh else row
            for number, row in enumerate(self.rows)
        ]
        return type(self)(self.index, self.truth, rows, self.touching)
