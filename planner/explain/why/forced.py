"""The best plan that places somebody anywhere, and what it costs: the price of having been displaced."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.domain import Case, Conflict, Limit, Pairs, Placement, Plan, Status, Tier, Who
from planner.progress import Stop, never
from planner.solve import solve

MARK = "\u0000placed"
"""A skill that nobody can have: texts of a case hold no control characters."""


@dataclass(frozen=True, slots=True)
class Forced:
    """What happens when somebody must be placed, wherever that is best for the whole.

    Parameters
    ----------
    status
        ``optimal``: the differences are exact; ``infeasible``: no admissible plan places them; else time ran out.
    placement
        Where they are then.
    differences
        Per tier in solving order, the lot last: best of that plan minus best of the plan at hand, in the tier's sign.
    worsened
        The first tier above the lot that is worse; ``None``: every tier above the lot is equal, so the lot decided.
    gone, moved
        Ids of people without a place then, and of those at another site.
    conflict
        With ``infeasible``: the rules that leave no room, as far as there are any beside the wish itself.
    """

    status: Status
    placement: Placement | None = None
    differences: Mapping[Tier, int] | None = None
    worsened: Tier | None = None
    gone: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    conflict: tuple[Conflict, ...] = ()


def force(
    case: Case,
    pairs: Pairs,
    plan: Plan,
    candidate_id: str,
    *,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Forced:
    """Solve the case once more with one rule added: this person is placed.

    The rule is a hard minimum that counts nobody else, so no tier and no other rule changes, and a tandem comes whole.

    Parameters
    ----------
    pairs
        Of the case as it is; they stay.
    """
    answer = solve(_must_place(case, candidate_id), pairs, law_version=plan.law, time_limit=time_limit, stop=stop)
    if answer.status is not Status.OPTIMAL:
        rules = tuple(rule for rule in answer.conflict if MARK not in str(rule.params.get("name", "")))
        return Forced(answer.status, conflict=rules)
    before = {tier.name: tier.best for tier in plan.tiers}
    differences = {tier.name: tier.best - before[tier.name] for tier in answer.tiers}
    there = {p.candidate_id: p for p in answer.placements}
    lost = [p for p in plan.placements if p.candidate_id not in there]
    moved = [p for p in plan.placements if p.candidate_id in there and there[p.candidate_id].site_id != p.site_id]
    return Forced(
        status=Status.OPTIMAL,
        placement=there[candidate_id],
        differences=differences,
        worsened=first_worsened(differences),
        gone=tuple(p.candidate_id for p in lost),
        moved=tuple(p.candidate_id for p in moved),
    )


def first_worsened(differences: Mapping[Tier, int]) -> Tier | None:
    """Return the first tier above the lot that is worse; a better one before it cannot be, for the plan was best."""
    worse = (
        tier
        for tier, amount in differences.items()
        if tier is not Tier.LOT and (amount < 0 if tier.maximised else amount > 0)
    )
    return next(worse, None)


def _must_place(case: Case, candidate_id: str) -> Case:
    people = tuple(
        replace(one, skills=one.skills | {MARK}) if one.candidate_id == candidate_id else one for one in case.candidates
    )
    rule = Limit(who=Who(skills=(MARK,)), reason=MARK, at_least=1, hard=True)
    scenario = case.scenario.model_copy(update={"limit": (*case.scenario.limit, rule)})
    return replace(case, candidates=people, scenario=scenario)
