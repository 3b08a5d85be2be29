"""Two plans side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import NeighbourhoodResult, Payer, Plan, Tier, TierResult
from planner.service.acting import looking_at_people
from planner.service.owning import plan_of_project
from planner.store import Role, Store, User, plans, reads
from planner.store.plans import PlanInfo


@dataclass(frozen=True, slots=True)
class Move:
    """Where a person is in the first plan and in the second; ``None`` is nowhere."""

    candidate_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TierPair:
    """What the two plans reach in one tier; ``None`` where a plan does not have it."""

    name: Tier
    before: TierResult | None
    after: TierResult | None


@dataclass(frozen=True, slots=True)
class CoveragePair:
    """Need and outcome of one neighbourhood in the two plans."""

    code: str
    before: NeighbourhoodResult | None
    after: NeighbourhoodResult | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything in which two plans differ, and what they share.

    Parameters
    ----------
    coverage
        Every neighbourhood of either plan.
    money
        Cents by calendar year and payer, in the first plan and in the second.
    moves
        People whose place is not the same in both.
    same
        How many placements both have.
    """

    before: PlanInfo
    after: PlanInfo
    tiers: tuple[TierPair, ...]
    coverage: tuple[CoveragePair, ...]
    money: Mapping[tuple[int, Payer], tuple[int, int]]
    moves: tuple[Move, ...]
    same: int


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
        one, other = (plans.load_plan(tx, info.plan_id) for info in infos)
        reads.log_read(tx, user.user_id, project, "comparison")
    costs = one.costs(), other.costs()
    return Comparison(
        before=infos[0],
        after=infos[1],
        tiers=tier_pairs(one, other),
        coverage=_coverage(one, other),
        money={key: (costs[0].get(key, 0), costs[1].get(key, 0)) for key in sorted({*costs[0], *costs[1]})},
        moves=moves_between(one, other),
        same=len(_pairs(one) & _pairs(other)),
    )


def tier_pairs(before: Plan, after: Plan) -> tuple[TierPair, ...]:
    """Return the tiers of two plans, in the order of the first, then what only the second has."""
    first, second = ({tier.name: tier for tier in plan.tiers} for plan in (before, after))
    return tuple(TierPair(name, first.get(name), second.get(name)) for name in dict.fromkeys([*first, *second]))


def moves_between(before: Plan, after: Plan) -> tuple[Move, ...]:
    """Return whose place differs between two plans, sorted by id."""
    first, second = (dict(_pairs(plan)) for plan in (before, after))
    return tuple(
        Move(one, first.get(one), second.get(one))
        for one in sorted({*first, *second})
        if first.get(one) != second.get(one)
    )


def _coverage(before: Plan, after: Plan) -> tuple[CoveragePair, ...]:
    first, second = ({row.code: row for row in plan.neighbourhoods} for plan in (before, after))
    return tuple(CoveragePair(code, first.get(code), second.get(code)) for code in sorted({*first, *second}))


def _pairs(plan: Plan) -> set[tuple[str, str]]:
    return {(placement.candidate_id, placement.site_id) for placement in plan.placements}
