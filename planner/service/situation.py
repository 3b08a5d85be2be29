"""What leadership sees: posts, which are public, and people only behind disclosure control; never a person's row."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import Case, DecisionKind, Plan, Tier
from planner.report.disclosure import CITY, Published, Shown
from planner.service.acting import looking
from planner.service.blank import places_only
from planner.service.publishing import EVERYBODY, PLACED, UNPLACED, Money, published_money, published_people
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """The posts of one neighbourhood.

    Parameters
    ----------
    posts, planned
        Posts of all sites, and of those behind which no host stands yet.
    occupied
        Posts on which somebody works.
    proposed, target
        Posts that the released plan fills, and its fair share of them; 0 where nothing is released.
    """

    code: str
    name: str
    borough: str
    posts: int
    planned: int
    occupied: int
    proposed: int
    target: int


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The city as leadership may see it.

    Parameters
    ----------
    released
        The plan in force; ``None`` if none was released, then there are no figures about people.
    places, plan
        For drawing: places without people; the plan without placements, people, limits and sums about people.
    people
        Counts by home and by ``placed`` or ``unplaced``.
    money
        Cents by year and payer, rounded; ``None`` where it would be that of a few people.
    """

    project: str
    released: PlanInfo | None
    places: Case
    plan: Plan | None
    quarters: tuple[Quarter, ...]
    people: Published | None
    money: Money | None

    def figure(self, status: str = EVERYBODY) -> Shown | None:
        """Return how many people of a status there are in the city, as it may be shown."""
        return self.people[CITY, status] if self.people else None

    @property
    def placed(self) -> Shown | None:
        """People for whom the released plan has a place."""
        return self.figure(PLACED)

    @property
    def unplaced(self) -> Shown | None:
        """People for whom it has none."""
        return self.figure(UNPLACED)


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
        plan = _without_people(tx, released)
        made = publications.list_publications(tx, project)
        shown = next((one for one in reversed(made) if released and one.plan_id == released.plan_id), None)
        case = places_only(where, plan.scenario if plan else None)
        return Situation(
            project=name,
            released=released,
            places=case,
            plan=plan,
            quarters=_quarters(case, plan, _occupied(tx, project)),
            people=published_people(shown) if shown else None,
            money=published_money(shown) if shown else None,
        )


def _without_people(tx: Transaction, released: PlanInfo | None) -> Plan | None:
    if released is None:
        return None
    try:
        plan = plans.load_plan(tx, released.plan_id)
    except NotFoundError:
        return None
    return Plan(
        scenario=plan.scenario,
        status=plan.status,
        case_hash=plan.case_hash,
        law=plan.law,
        neighbourhoods=plan.neighbourhoods,
        tiers=tuple(tier for tier in plan.tiers if tier.name in PUBLIC_TIERS),
    )


def _occupied(tx: Transaction, project: str) -> Counter[str]:
    """Return by site on how many posts somebody works."""
    return Counter(d.site_id for d in decisions.list_decisions(tx, project) if d.state is DecisionKind.STARTED)


def _quarters(case: Case, plan: Plan | None, occupied: Mapping[str, int]) -> tuple[Quarter, ...]:
    posts, planned, working = Counter[str](), Counter[str](), Counter[str]()
    for site in case.sites:
        posts[site.neighbourhood] += site.posts
        planned[site.neighbourhood] += site.posts if site.planned else 0
        working[site.neighbourhood] += occupied.get(site.site_id, 0)
    outcome = {row.code: row for row in plan.neighbourhoods} if plan else {}
    return tuple(
        Quarter(
            code=place.code,
            name=place.name,
            borough=place.borough,
            posts=posts[place.code],
            planned=planned[place.code],
            occupied=working[place.code],
            proposed=outcome[place.code].placed if place.code in outcome else 0,
            target=outcome[place.code].target if place.code in outcome else 0,
        )
        for place in case.neighbourhoods
    )
