"""Two plans of a project side by side."""

from dataclasses import dataclass

from planner.explain.compare import Comparison as PlainComparison
from planner.explain.compare import CoveragePair, TierPair, compare
from planner.explain.difference import Move
from planner.service.acting import looking_at_people
from planner.service.owning import plan_of_project
from planner.store import Role, Store, User, plans, reads
from planner.store.plans import PlanInfo

__all__ = ["Comparison", "CoveragePair", "Move", "TierPair", "compare_plans"]


@dataclass(frozen=True, slots=True)
class Comparison(PlainComparison):
    """Everything in which two saved plans differ, and what they share."""

    before: PlanInfo
    after: PlanInfo


def compare_plans(store: Store, user: User, project: str, before: str, after: str) -> Comparison:
    """Compare two plans of a project; the log of reads notes it. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        infos = [plan_of_project(tx, project, plan_id) for plan_id in (before, after)]
        one, other = (plans.kept_plan(tx, info) for info in infos)
        reads.log_read(tx, user.user_id, project, "comparison")
    plain = compare(one, other)
    return Comparison(
        tiers=plain.tiers,
        coverage=plain.coverage,
        money=plain.money,
        moves=plain.moves,
        same=plain.same,
        before=infos[0],
        after=infos[1],
    )
