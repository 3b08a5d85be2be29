"""The Kompass mark of a single placement, from one question."""

from planner.domain import Placement, Plan, Status
from planner.explain.difference import tier_changes, worsened
from planner.explain.kompass import Kind, Mark
from planner.progress import Stop, never
from planner.solve import Question, Workbench


def mark_of(
    bench: Workbench,
    plan: Plan,
    placement: Placement,
    *,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Mark:
    """Return what the best plan without a placement shows about it; ``open`` where time ran out.

    Parameters
    ----------
    bench
        The workbench of the plan's case.
    """
    pair = (placement.candidate_id, placement.site_id)
    answer = bench.ask(Question(without_pairs=(pair,)), time_limit=time_limit, stop=stop)
    if answer.status is Status.INFEASIBLE:
        return Mark(*pair, Kind.FORCED)
    if answer.status is not Status.OPTIMAL:
        return Mark(*pair, Kind.OPEN)
    changes = tier_changes(plan.tiers, answer.tiers)
    worse = worsened(changes)
    if worse is None:
        return Mark(*pair, Kind.FREE, witness=answer.placements)
    return Mark(*pair, Kind.PRICED, worse.tier, worse.loss, changes, answer.placements)
