"""Status, proof and content of a plan fit together."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import Status


@rule("status")
def status(subject: Subject) -> Iterator[Params]:
    """A plan is called optimal if and only if every tier is proven."""
    open_tiers = [tier.name.value for tier in subject.plan.tiers if not tier.proven]
    if (subject.plan.status is Status.OPTIMAL) == bool(open_tiers):
        yield {"status": subject.plan.status.value, "open": ", ".join(open_tiers) or "-"}


@rule("conflict", shown_only=False)
def conflict(subject: Subject) -> Iterator[Params]:
    """A plan names a conflict if and only if it is infeasible."""
    plan = subject.plan
    if (plan.status is Status.INFEASIBLE) != bool(plan.conflict):
        yield {"status": plan.status.value, "rules": len(plan.conflict)}


@rule("nothing_shown", shown_only=False)
def nothing_shown(subject: Subject) -> Iterator[Params]:
    """A plan that is infeasible, or was stopped before there was one, has no rows."""
    plan = subject.plan
    rows = len(plan.placements) + len(plan.unplaced) + len(plan.neighbourhoods) + len(plan.limits) + len(plan.tiers)
    if rows and not subject.shown:
        yield {"status": plan.status.value, "rows": rows}
