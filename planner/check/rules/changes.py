"""Not too much of the previous plan is given up."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("max_changes")
def max_changes(subject: Subject) -> Iterator[Params]:
    """At most ``max_changes`` placements of the previous plan are given up."""
    most = subject.case.scenario.max_changes
    if most is not None and len(subject.given_up) > most:
        yield {"changes": len(subject.given_up), "max_changes": most}
