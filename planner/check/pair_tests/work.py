"""Tests of when and how long someone works."""

from datetime import date
from decimal import Decimal

from planner.check.facts import Facts
from planner.check.pair_tests.base import PairTest
from planner.domain import Reason, Shift

Span = tuple[Decimal, Decimal]
Period = tuple[date | None, date | None]
Shifts = frozenset[Shift]


def hours(_: Facts) -> PairTest[Span, Span]:
    """Some number of weekly hours suits both."""

    def fails(asked: Span, brought: Span) -> bool:
        return max(asked[0], brought[0]) > min(asked[1], brought[1])

    return PairTest(Reason.HOURS, lambda s: (s.min_hours, s.max_hours), lambda c: (c.min_hours, c.max_hours), fails)


def shift(_: Facts) -> PairTest[Shifts, Shifts]:
    """Some part of the week suits both."""
    return PairTest(Reason.SHIFT, lambda s: s.shifts, lambda c: c.shifts, lambda asked, brought: not asked & brought)


def available(facts: Facts) -> PairTest[Period, date | None]:
    """Both are there on the first working day."""
    start = facts.scenario.start

    def fails(asked: Period, brought: date | None) -> bool:
        opens, closes = asked
        return (
            (opens is not None and opens > start)
            or (closes is not None and closes < start)
            or (brought is not None and brought > start)
        )

    return PairTest(Reason.AVAILABLE, lambda s: (s.available_from, s.available_to), lambda c: c.available_from, fails)
