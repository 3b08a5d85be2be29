"""The table of limits."""

from collections import Counter
from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import Limit, LimitResult


def _rows(subject: Subject) -> Iterator[tuple[Limit, int, LimitResult]]:
    """Yield the limits, what they count and their rows; a table that names other limits has a rule of its own."""
    for (limit, got), row in zip(subject.limits, subject.plan.limits, strict=False):
        if (limit.label, limit.at_least, limit.at_most) == (row.name, row.at_least, row.at_most):
            yield limit, got, row


@rule("limit_rows")
def limit_rows(subject: Subject) -> Iterator[Params]:
    """Every limit has one row, in the order of the scenario, with its name and numbers."""
    expected = [(limit.label, limit.at_least, limit.at_most) for limit in subject.case.scenario.limit]
    stated = [(row.name, row.at_least, row.at_most) for row in subject.plan.limits]
    if stated != expected:
        wrong = (Counter(stated) - Counter(expected)) + (Counter(expected) - Counter(stated))
        yield {
            "limits": ", ".join(sorted({name for name, *_ in wrong})) or "-",
            "stated": len(stated),
            "expected": len(expected),
        }


@rule("limit_got")
def limit_got(subject: Subject) -> Iterator[Params]:
    """The number a limit got is that of the placements it counts."""
    for limit, got, row in _rows(subject):
        if row.got != got:
            yield {"limit": limit.label, "stated": row.got, "expected": got}


@rule("limit_short")
def limit_short(subject: Subject) -> Iterator[Params]:
    """What a limit is short of is what is missing from its minimum."""
    for limit, got, row in _rows(subject):
        if row.short != (expected := max(0, (limit.at_least or 0) - got)):
            yield {"limit": limit.label, "stated": row.short, "expected": expected}
