"""What an attacker may not find out: small groups in one table, and small groups between two tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from planner.report.disclosure.knowledge import Knowledge, Terms
from planner.report.disclosure.ledger import Publication
from planner.report.disclosure.rules import Rules
from planner.report.disclosure.sensitive import sensitive
from planner.report.disclosure.table import Cell, Table


@dataclass(frozen=True)
class Target:
    """A number to be protected.

    Parameters
    ----------
    cell
        Where it stands.
    terms
        The count, or the difference between two counts of the cell.
    wanted
        More than k values must stay possible: an interval wider than k.
    """

    cell: Cell
    terms: Terms
    wanted: int


Made = tuple[Table, Rules]


def targets(known: Knowledge, table: Table, rules: Rules, earlier: Sequence[Publication]) -> list[Target]:
    """Return every small group of the new table, of the earlier ones, and between any two of them, each once."""
    made: list[Made] = [*((e.table, e.published.rules) for e in earlier), (table, rules)]
    strictest: dict[frozenset[tuple[int, int]], Target] = {}
    for target in (*_groups(known, made), *_differences(known, made)):
        key = frozenset(target.terms.items())
        if key not in strictest or strictest[key].wanted < target.wanted:
            strictest[key] = target
    return list(strictest.values())


def _groups(known: Knowledge, made: Sequence[Made]) -> Iterator[Target]:
    for table, rules in made:
        for cell in sorted(sensitive(table, rules)):
            yield Target(cell, known.total(table, cell), rules.threshold + 1)


def _differences(known: Knowledge, made: Sequence[Made]) -> Iterator[Target]:
    """Yield the cells that grew or shrank by 1 to k − 1 people between two tables."""
    for (before, old), (after, new) in combinations(made, 2):
        k = min(old.threshold, new.threshold)
        for cell in common(before, after):
            if 0 < abs(after.totals[cell] - before.totals[cell]) < k:
                yield Target(cell, known.difference(after, before, cell), k + 1)


def common(before: Table, after: Table) -> list[Cell]:
    """Return the cells that mean the same in both tables and are not public in either."""
    return [
        cell
        for cell in after.cells
        if cell in before.totals
        and not {cell} & (before.public | after.public)
        and before.leaves(cell) == after.leaves(cell)
    ]
