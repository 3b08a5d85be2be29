"""How much leeway a plan has: which placements could be others, and what one more post would bring; nothing is kept."""

from collections.abc import Callable
from dataclasses import replace

from planner.domain import Case, Plan
from planner.explain.kompass import Mark
from planner.explain.posts import PostValue
from planner.jobs import Errand
from planner.progress import Step, Stop
from planner.service.acting import looking_at_people
from planner.service.opening import opened_from
from planner.service.owning import case_and_plan
from planner.service.pricing import Asking, ask_about
from planner.store import Role, Store, User, reads

SECONDS = 120.0
"""How long the marks may take once the plan is proven anew; what is left then stays open."""

EXACT = 3
"""Quarters that are solved anew with one more post."""

Report = Callable[[Step], None]
Values = tuple[PostValue, ...]


def start_kompass(store: Store, user: User, project: str, plan_id: str) -> Errand:
    """Mark every placement of a plan in a process of its own; the log of reads notes it. Planners and reviewers may.

    Returns
    -------
    Errand
        Reports ``Step``; its result is a ``Mark`` per placement, without the plans that bear witness.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    found = _case_and_plan(store, user, project, plan_id, "kompass", Role.PLANNER, Role.REVIEWER)
    return Errand(kompass_of, *found, SECONDS)


def start_value(store: Store, user: User, project: str, plan_id: str) -> Errand:
    """Value one more post in each quarter in a process of its own; the log of reads notes it. Planners may.

    Returns
    -------
    Errand
        Reports ``Step``, then a ``PostValue`` per quarter, estimates first, again after each that was solved anew; its
        result is the last of these.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    return Errand(value_of, *_case_and_plan(store, user, project, plan_id, "value", Role.PLANNER), SECONDS)


def kompass_of(case: Case, plan: Plan, seconds: float, *, report: Report, stop: Stop) -> tuple[Mark, ...]:
    """Return the marks of a plan; see ``planner.explain.kompass``."""
    asking = _asking(case, plan, report, stop)
    report(Step("answer"))
    found = asking.kompass(time_limit=seconds, stop=stop)
    return tuple(replace(mark, witness=None) for mark in found.marks)


def value_of(case: Case, plan: Plan, seconds: float, *, report: Callable[[Step | Values], None], stop: Stop) -> Values:
    """Return what one more post is worth in each quarter; see ``planner.explain.posts``."""
    asking = _asking(case, plan, report, stop)
    report(Step("answer"))
    values = asking.value_of_posts(exact=0)
    report(values)
    for at, value in enumerate(values[:EXACT]):
        if stop():
            break
        (solved,) = asking.value_of_posts(codes=(value.code,), exact=1, time_limit=seconds, stop=stop)
        values = (*values[:at], solved, *values[at + 1 :])
        report(values)
    return values


def _case_and_plan(store: Store, user: User, project: str, plan_id: str, what: str, *roles: Role) -> tuple[Case, Plan]:
    with looking_at_people(store, user, *roles) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, what)
    return case, plan


def _asking(case: Case, plan: Plan, report: Report, stop: Stop) -> Asking:
    return ask_about(opened_from(case), plan, progress=_Phases(report), stop=stop)


class _Phases:
    """Passes a step on when its phase or tier is another one: whoever watches looks once a second."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._last = ("", "")

    def report(self, step: Step, /) -> None:
        """Pass on what is new."""
        if (step.phase, step.tier) != self._last:
            self._last = (step.phase, step.tier)
            self._report(Step(step.phase, tier=step.tier))
