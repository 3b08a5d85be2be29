"""All rules, one after the other."""

from collections.abc import Callable
from datetime import date, datetime

from planner.store.retention import clearance, leavers, placements, proposals, reads, runs
from planner.store.retention.overdue import Due
from planner.store.rules import Rule, end_of, months_before, periods
from planner.store.store import Transaction

_Find = Callable[[Transaction, datetime], tuple[Due, ...]]
_CarryOut = Callable[[Transaction, Due], None]

_RULES: tuple[tuple[Rule, _Find, _CarryOut], ...] = (
    (Rule.READ, reads.find, reads.carry_out),
    (Rule.CLEARANCE, clearance.find, clearance.carry_out),
    (Rule.PLACEMENT, placements.find, placements.carry_out),
    (Rule.PROPOSAL, leavers.find, leavers.carry_out),
    (Rule.PROPOSAL, proposals.find, proposals.carry_out),
    (Rule.RUN, runs.find, runs.carry_out),
)


def due(tx: Transaction, today: date) -> tuple[Due, ...]:
    """Return everything whose period is over on a day; what an earlier rule deletes may be named by a later one too."""
    return tuple(one for rule, find, _ in _RULES for one in find(tx, _limit(tx, rule, today)))


def apply(tx: Transaction, today: date) -> tuple[Due, ...]:
    """Delete everything whose period is over on a day, and return what it was.

    Afterwards ``Store.scrub`` overwrites it in the file; ``backups.drop_backups`` removes backups that still hold it.
    """
    done: list[Due] = []
    for rule, find, carry_out in _RULES:
        for one in find(tx, _limit(tx, rule, today)):
            carry_out(tx, one)
            done.append(one)
    return tuple(done)


def _limit(tx: Transaction, rule: Rule, today: date) -> datetime:
    """Return the instant before which things are due."""
    return end_of(months_before(today, periods(tx)[rule]))
