"""Plans as each role may see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import Case, Eligibility, Plan
from planner.service.acting import looking, looking_at_people
from planner.service.lasting import PlanMonths, plan_months
from planner.service.owning import case_and_plan, plan_of_project
from planner.service.personal import eligibility, reduced_case, reduced_plan
from planner.store import Role, Store, Transaction, User, plans, reads, users
from planner.store.plans import PlanInfo


@dataclass(frozen=True)
class PlanView:
    """A plan, the case it was made from, and who can be funded.

    Parameters
    ----------
    full
        Whether everything is there (reviewers). Otherwise (planners) people are a pseudonym and a home, placements have
        no costs of their own, and codes that tell of a disability or a permit are left out; ``case.hash`` is then not
        the plan's.
    eligibility
        By candidate id.
    months
        Sums over the plan; ``None`` where it places nobody.
    """

    info: PlanInfo
    case: Case
    plan: Plan
    full: bool
    eligibility: Mapping[str, Eligibility]
    months: PlanMonths | None


def list_plans(store: Store, user: User, project: str) -> tuple[PlanInfo, ...]:
    """Return what is said of each plan in a list, the newest first. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        return plans.list_plans(tx, project)


def view_plan(store: Store, user: User, project: str, plan_id: str) -> PlanView:
    """Return a plan as the user's role may see it; the log of reads notes it. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in it was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        found = seen(tx, user, project, plan_id)
        reads.log_read(tx, user.user_id, project, "plan")
    return found


def seen(tx: Transaction, user: User, project: str, plan_id: str) -> PlanView:
    """Return a plan as the user may see it by the roles of this moment, whatever is known of them at hand."""
    info = plan_of_project(tx, project, plan_id)
    case, plan = case_and_plan(tx, project, plan_id)
    full = Role.REVIEWER in users.get_user(tx, user.user_id).roles
    key = plan_id, info.removed
    shown, able, months = tx.shelf.get(("view", *key, full), lambda: _shown(case, plan, full=full))
    return PlanView(info, *shown, full=full, eligibility=able, months=months)


def _shown(
    case: Case, plan: Plan, *, full: bool
) -> tuple[tuple[Case, Plan], Mapping[str, Eligibility], PlanMonths | None]:
    shown = (case, plan) if full else (reduced_case(case), reduced_plan(plan))
    return shown, eligibility(case), plan_months(case, plan)
