"""What leadership sees: posts, which are public, and people only behind disclosure control; never a person's row."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from planner.domain import Case, DecisionKind, Plan, Tier
from planner.law import Law, add_months, grant_step, load_law
from planner.messages import Language
from planner.outlook import PostCourse, course_of, post_course
from planner.report import situation_pdf
from planner.report.disclosure import Ledger, Rules, publish
from planner.report.situation import Situation, StepDay, contracts_table, people_table, quarters_of, rounded_money
from planner.service.acting import looking
from planner.service.blank import places_only
from planner.service.checking import Checked
from planner.service.errors import RefusedError
from planner.service.publishing import published_contracts, published_money, published_people
from planner.store import (
    NotFoundError,
    Role,
    Store,
    Transaction,
    User,
    decisions,
    places,
    plans,
    projects,
    publications,
)
from planner.store.plans import PlanInfo

PUBLIC_TIERS = frozenset({Tier.PLACEMENTS, Tier.COVERAGE})
"""Tiers about posts; the others sum up what is known of people."""


def view_situation(store: Store, user: User, project: str) -> Situation:
    """Return the city as leadership may see it. Every role but administration may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_project``, ``store.no_places``.
    """
    with looking(store, user, Role.LEADERSHIP, Role.PLANNER, Role.REVIEWER) as tx:
        name = projects.get_project(tx, project).name
        where = places.get_places(tx, project)
        released = plans.released_plan(tx, project)
        plan = _load(tx, released) if released else None
        made = publications.list_publications(tx, project)
        told = next((one for one in reversed(made) if released and one.plan_id == released.plan_id), None)
        bare = _situation(
            name,
            tx.today,
            places_only(where, plan.scenario if plan else None),
            plan,
            Counter(d.site_id for d in decisions.list_decisions(tx, project) if d.state is DecisionKind.STARTED),
        )
        return replace(
            bare,
            released=released.released_at.date() if released and released.released_at else None,
            people=published_people(told) if told else None,
            contracts=published_contracts(told) if told else None,
            money=published_money(told) if told else None,
        )


def report_situation(store: Store, user: User, project: str, language: Language) -> bytes:
    """Return what ``view_situation`` shows as a PDF. Every role but administration may.

    Raises
    ------
    ForbiddenError, NotFoundError
        As ``view_situation``.
    """
    return situation_pdf(view_situation(store, user, project), language)


def folder_situation(checked: Checked) -> Situation:
    """Return the city as leadership may see it, from a case and a plan in files that passed their check.

    Nothing is known here of what was shown before, so it is safe against subtraction only by itself.

    Raises
    ------
    RefusedError
        ``situation.nobody_placed``, if the plan is none.
    """
    case, plan, law = checked.opened.case, checked.plan, checked.opened.law
    if not plan.has_placements:
        raise RefusedError.of("situation.nobody_placed")
    occupied = Counter(d.site_id for d in case.decisions if d.decision is DecisionKind.STARTED)
    rules = Rules()
    bare = _situation(case.scenario.name, case.scenario.start, replace(case, candidates=()), plan, occupied)
    return replace(
        bare,
        people=publish(people_table(case, plan), rules, Ledger()),
        contracts=publish(contracts_table(case, course_of(case, plan, law), law), rules, Ledger()),
        money=rounded_money(plan) if len(plan.placements) >= rules.threshold else None,
    )


def _situation(project: str, as_of: date, where: Case, plan: Plan | None, occupied: Mapping[str, int]) -> Situation:
    """Return what is public: posts, and what the law says of them.

    Parameters
    ----------
    where
        A case without people.
    occupied
        By site id, on how many posts somebody works.
    """
    law = load_law()
    steps = _steps(plan, law) if plan else ()
    return Situation(
        project=project,
        as_of=as_of,
        released=None,
        places=where,
        plan=_without_people(plan) if plan else None,
        quarters=quarters_of(where, plan, occupied),
        people=None,
        contracts=None,
        money=None,
        course=_course(where, plan, law) if plan else None,
        steps=steps,
        ends=_ends(plan, law) if plan else None,
    )


def _load(tx: Transaction, released: PlanInfo) -> Plan | None:
    try:
        return plans.kept_plan(tx, released)
    except NotFoundError:
        return None


def _without_people(plan: Plan) -> Plan:
    return Plan(
        scenario=plan.scenario,
        status=plan.status,
        case_hash=plan.case_hash,
        law=plan.law,
        neighbourhoods=plan.neighbourhoods,
        tiers=tuple(tier for tier in plan.tiers if tier.name in PUBLIC_TIERS),
    )


def _course(where: Case, plan: Plan, law: Law) -> PostCourse:
    filled = [(p.neighbourhood, where.site_of.get(p.site_id), p.start) for p in plan.placements]
    return post_course(filled, [place.code for place in where.neighbourhoods], plan.scenario, law)


def _steps(plan: Plan, law: Law) -> tuple[StepDay, ...]:
    """Return the days on which the grant of a contract falls that begins with the plan and runs to its end."""
    start, scheme = plan.scenario.start, plan.scenario.scheme
    days = [add_months(start, k) for k in range(law.whole(f"subsidised_months_{scheme}", start))]
    shares = [grant_step(law, scheme, k, day) for k, day in enumerate(days, start=1)]
    return tuple(
        StepDay(day, now) for day, (before, now) in zip(days[1:], pairwise(shares), strict=True) if now < before
    )


def _ends(plan: Plan, law: Law) -> date:
    start = plan.scenario.start
    return add_months(start, law.whole(f"subsidised_months_{plan.scenario.scheme}", start))
