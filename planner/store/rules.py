"""Why personal data is deleted, and after how long (§ 84 SGB X, with defaults of our own where no law says)."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import delete, insert, select

from planner.store import layout
from planner.store.store import Transaction


class Rule(StrEnum):
    """Reasons for deletion; all but the first come with a period."""

    REQUEST = "request"
    PROPOSAL = "proposal"
    RUN = "run"
    PLACEMENT = "placement"
    CLEARANCE = "clearance"
    READ = "read"
    BACKUP = "backup"


DEFAULT_MONTHS: Mapping[Rule, int] = {
    Rule.PROPOSAL: 6,
    Rule.RUN: 24,
    Rule.PLACEMENT: 12,
    Rule.CLEARANCE: 6,
    Rule.READ: 6,
    Rule.BACKUP: 1,
}
"""Months after which: a proposal nobody took up; a run and its case; a placement that ended; the note of a record check
after the end of the work it was for; who looked at whom; copies of the database.
"""

LONGEST = {Rule.CLEARANCE: 6, Rule.READ: 6}
"""Periods that the law does not let anyone lengthen (§ 72a(5) SGB VIII, § 79(2) SGB X)."""


def periods(tx: Transaction) -> dict[Rule, int]:
    """Return the months by rule."""
    table = layout.retention_periods
    own = {Rule(rule): months for rule, months in tx.run(select(table.c.rule, table.c.months))}
    return {**DEFAULT_MONTHS, **own}


def set_period(tx: Transaction, rule: Rule, months: int) -> None:
    """Set a period in months; a lawful maximum is kept, and so are six months for runs (Art. 26(6) AI Act)."""
    least = 6 if rule is Rule.RUN else 1
    kept = max(least, min(months, LONGEST.get(rule, months)))
    table = layout.retention_periods
    tx.run(delete(table).where(table.c.rule == rule.value))
    tx.run(insert(table).values(rule=rule.value, months=kept))


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of(day: date) -> datetime:
    """Return the instant at which a day is over, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), UTC)
