"""The only way from true counts to something that may be shown."""

from collections.abc import Sequence

from planner.report.disclosure.choice import Choice
from planner.report.disclosure.draft import draft
from planner.report.disclosure.evidence import Evidence
from planner.report.disclosure.knowledge import Knowledge
from planner.report.disclosure.ledger import Ledger, Publication
from planner.report.disclosure.moves import reach
from planner.report.disclosure.rules import Rules
from planner.report.disclosure.shown import HIDDEN, Published, Shown
from planner.report.disclosure.table import Cell, Table
from planner.report.disclosure.targets import targets


def publish(table: Table, rules: Rules, ledger: Ledger) -> Published:
    """Return the table as it may be shown, given everything that was shown before.

    Cells are hidden until every small group, in this table, in an earlier one and between any two of them, can have
    more than k values for all that is published (only as far as public facts leave them open: no rule can hide what
    everybody knows). Hiding more never narrows anything, so each target is settled once. Deterministic; no noise.

    Raises
    ------
    InputError
        If the subject was published before by other dimensions.
    """
    earlier = ledger.of(table)
    for made in earlier:
        if made.table == table and made.published.rules == rules:
            return made.published
    cells = draft(table, rules, earlier)
    choice = Choice(table, rules, earlier)
    choice.close_lines(cells)
    known = _published(earlier)
    known.learn(cells, table, rules, earlier)
    guarded = targets(known, table, rules, earlier)
    evidence = Evidence([target.terms for target in guarded])
    for number, target in enumerate(guarded):
        if len(evidence.possible[number]) < target.wanted:
            _protect(number, target.wanted, evidence, cells, known, choice)
    return Published(table.subject, rules, cells)


def _published(earlier: Sequence[Publication]) -> Knowledge:
    """Return what is known from all publications so far."""
    known = Knowledge()
    for number, made in enumerate(earlier):
        known.learn(made.published.cells, made.table, made.published.rules, earlier[:number])
    known.settle()
    return known


def _protect(
    number: int, wanted: int, evidence: Evidence, cells: dict[Cell, Shown], known: Knowledge, choice: Choice
) -> None:
    """Hide cells in place until a target can have as many values as wanted, or as it could have without them."""
    possible = evidence.possible[number]
    blocked = reach(known, evidence, number, wanted)
    if len(possible) < wanted:
        alone = Evidence([evidence.targets[number]])
        reach(known.without_new(), alone, 0, wanted)
        wanted = len(alone.possible[0])
    while len(possible) < wanted and (cell := _next(blocked, known, choice)) is not None:
        cells[cell] = HIDDEN
        for hidden in (cell, *choice.close_lines(cells)):
            known.forget(hidden)
        blocked = reach(known, evidence, number, wanted)


def _next(blocked: set[int], known: Knowledge, choice: Choice) -> Cell | None:
    """Return the cell to hide: of those in the target's way, else of all that say something new."""
    way = [cell for cell, row in known.new.items() if row in blocked]
    return min(way or known.new, key=choice.cost, default=None)
