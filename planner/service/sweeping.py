"""Curves of what would be: a few scenarios beside a plan, solved while somebody watches; nothing of it is kept."""

from collections.abc import Callable

from planner.domain import Case, Pairs, Plan
from planner.jobs import Errand
from planner.outlook.sweep import Point, Sweep, sweep
from planner.progress import Stop
from planner.service.acting import looking_at_people
from planner.service.opening import OpenedCase, opened_from
from planner.service.owning import case_and_plan
from planner.service.pairing import pairs_of
from planner.service.planning import make_plan
from planner.store import Role, Store, User, reads

SECONDS = 60.0
"""How long one step of a sweep may take; its point then says that it is not proven."""


def start_sweep(
    store: Store, user: User, project: str, plan_id: str, kind: Sweep, *, time_limit: float | None = SECONDS
) -> Errand:
    """Sweep around a plan in a process of its own; the log of reads notes it. Planners may.

    Returns
    -------
    Errand
        Reports each ``Point``; its result is all of them. Points say nothing of single people.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "sweep")
    return Errand(sweep_case, case, plan, kind, time_limit)


def sweep_case(
    case: Case, plan: Plan, kind: Sweep, time_limit: float | None, *, report: Callable[[Point], None], stop: Stop
) -> tuple[Point, ...]:
    """Sweep a case; every plan is checked before its point counts.

    Neither budgets nor tiers decide which pairs are possible, so the pairs are found once.
    """
    opened = opened_from(case)
    pairs = pairs_of(opened)

    def solve(other: Case) -> Plan:
        return _solve(opened, other, pairs, time_limit, stop)

    return sweep(case, plan, kind, solve, report=report, stop=stop)


def _solve(opened: OpenedCase, case: Case, pairs: Pairs, time_limit: float | None, stop: Stop) -> Plan:
    changed = OpenedCase(case, opened.notes, opened.law, opened.travel)
    return make_plan(changed, pairs=pairs, time_limit=time_limit, stop=stop).plan
