"""Which cell is hidden when another one needs cover: the one that is missed least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.report.disclosure.ledger import Publication
from planner.report.disclosure.rules import Rules
from planner.report.disclosure.shown import HIDDEN, Shown, Sign
from planner.report.disclosure.table import Cell, Line, Table


@dataclass(frozen=True)
class Choice:
    """The order in which cells of one publication are given up."""

    table: Table
    rules: Rules
    earlier: Sequence[Publication]

    def cost(self, cell: Cell) -> tuple[int, bool, int, Cell]:
        """Return how much a cell is missed: fine ones less than totals, then those hidden last time, then few."""
        seen = bool(self.earlier) and self.earlier[-1].published[cell].sign is not Sign.HIDDEN
        return len(self.table.leaves(cell)), seen, self.table.totals[cell], cell

    def close_lines(self, cells: dict[Cell, Shown]) -> set[Cell]:
        """Hide in place until no line gives a hidden cell away by itself; return what was hidden.

        A line of a total and its parts never has a single hidden cell; and where the total is shown, the hidden parts
        together are at least k people: they are a group that the line lets everybody compute.
        """
        hidden: set[Cell] = set()
        while more := {cell for line in self.table.lines if (cell := self._cover(line, cells)) is not None}:
            cells.update(dict.fromkeys(more, HIDDEN))
            hidden |= more
        return hidden

    def _cover(self, line: Line, cells: Mapping[Cell, Shown]) -> Cell | None:
        """Return the next cell of a line to hide, if one has to be."""
        parts = [part for part in line.parts if self._hidden(part, cells)]
        if self._hidden(line.total, cells):
            enough = bool(parts)
        else:
            people = sum(self.table.totals[part] for part in parts)
            enough = not parts or (len(parts) > 1 and people >= self.rules.threshold)
        if enough:
            return None
        left = [cell for cell in line.parts if self.removable(cell, cells)]
        if not left and self.removable(line.total, cells):
            return line.total
        return min(left, key=self.cost, default=None)

    @staticmethod
    def _hidden(cell: Cell, cells: Mapping[Cell, Shown]) -> bool:
        return cells.get(cell, HIDDEN).sign is Sign.HIDDEN

    def removable(self, cell: Cell, cells: Mapping[Cell, Shown]) -> bool:
        """Return whether a cell is shown and could be hidden; a public one could not."""
        return cells.get(cell, HIDDEN).sign not in {Sign.HIDDEN, Sign.EXACT}
