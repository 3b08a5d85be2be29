"""The first draft of a publication: each cell by itself and beside its own past."""

from collections.abc import Sequence

from planner.report.disclosure.ledger import Publication
from planner.report.disclosure.rules import Rules, rounded
from planner.report.disclosure.sensitive import sensitive
from planner.report.disclosure.shown import HIDDEN, ZERO, Shown, Sign
from planner.report.disclosure.table import Cell, Table


def draft(table: Table, rules: Rules, earlier: Sequence[Publication]) -> dict[Cell, Shown]:
    """Return how each offered cell would be shown if no cell told anything about another one."""
    hidden = sensitive(table, rules)
    return {
        cell: HIDDEN if cell in hidden else _shown(table, cell, rules, earlier)
        for cell in table.cells
        if table.offered(cell)
    }


def _shown(table: Table, cell: Cell, rules: Rules, earlier: Sequence[Publication]) -> Shown:
    """Return the cell's count as public, as nobody, as it was shown before, or rounded.

    As long as a count is fewer than k people away from one already shown, that one stays: whoever subtracts the two
    publications finds nothing. The nearest one is taken, of equally near ones the latest.
    """
    count = table.totals[cell]
    if cell in table.public:
        return Shown(Sign.EXACT, count)
    if not count:
        return ZERO
    near = [
        (abs(count - made.table.totals[cell]), -since)
        for since, made in enumerate(earlier)
        if made.published[cell].sign is Sign.ROUNDED and made.table.leaves(cell) == table.leaves(cell)
    ]
    if near and min(near)[0] < rules.threshold:
        since = -min(near)[1]
        return Shown(Sign.KEPT, earlier[since].published[cell].value, since)
    return Shown(Sign.ROUNDED, rounded(count))
