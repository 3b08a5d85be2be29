"""The best plan that places somebody anywhere, and what it costs: the price of having been displaced."""

from dataclasses import dataclass, replace

from planner.domain import Case, Conflict, Limit, Pairs, Placement, Plan, Status, Tier, Who
from planner.explain.difference import Move, TierChange, moves, tier_changes, worsened
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
        ``optimal``: the changes are exact; ``infeasible``: no admissible plan places them; else time ran out.
    placement
        Where they are then.
    changes
        What changes in every tier, in solving order, the lot last.
    worsened
        The first tier above the lot that gets worse; ``None``: all are as good, so the lot decided.
    moves
        Who else is placed differently then.
    conflict
        With ``infeasible``: the rules that leave no room, as far as there are any beside the wish itself.
    """

    status: Status
    placement: Placement | None = None
    changes: tuple[TierChange, ...] = ()
    worsened: Tier | None = None
    moves: tuple[Move, ...] = ()
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
    changes = tier_changes(plan.tiers, answer.tiers)
    worse = worsened(changes)
    both = ([(p.candidate_id, p.site_id) for p in one.placements] for one in (plan, answer))
    return Forced(
        status=Status.OPTIMAL,
        placement=next(p for p in answer.placements if p.candidate_id == candidate_id),
        changes=changes,
        worsened=worse.tier if worse else None,
        moves=tuple(move for move in moves(*both) if move.candidate_id != candidate_id),
    )


def _must_place(case: Case, candidate_id: str) -> Case:
    people = tuple(
        replace(one, skills=one.skills | {MARK}) if one.candidate_id == candidate_id else one for one in case.candidates
    )
    rule = Limit(who=Who(skills=(MARK,)), reason=MARK, at_least=1, hard=True)
    scenario = case.scenario.model_copy(update={"limit": (*case.scenario.limit, rule)})
    return replace(case, candidates=people, scenario=scenario)
