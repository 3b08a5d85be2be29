"""The plan the office works with."""

from planner.service.acting import changing
from planner.service.errors import RefusedError
from planner.service.owning import plan_of_project
from planner.service.publishing import publish_plan
from planner.store import Role, Store, User, cases, plans
from planner.store.plans import PlanInfo


def release_plan(store: Store, user: User, project: str, plan_id: str) -> PlanInfo:
    """Make a plan the one the office works with, and publish to leadership what may be shown of it. Planners may.

    A plan that was released before stays as it is.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in it was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    RefusedError
        ``release.no_placements``.
    """
    with changing(store, user, Role.PLANNER) as change:
        before = plan_of_project(change.tx, project, plan_id)
        plan = plans.load_plan(change.tx, plan_id)
        if not plan.has_placements:
            raise RefusedError.of("release.no_placements")
        info = plans.release_plan(change.tx, plan_id, change.user.user_id)
        if before.released_at is None:
            publish_plan(change.tx, project, plan_id, cases.recall(change.tx, project, info.case_hash), plan)
        change.note("plan.released", project, plan=plan, plan_id=plan_id)
    return info
