"""The repair assistant: what is in the way, and the cheapest ways out, each one a case that is ready to be planned."""

from dataclasses import dataclass

from planner.domain import Case, Pairs, Plan, Status
from planner.explain.repair.conflict import Exits, out_of_conflict
from planner.explain.repair.shortage import Missing, missing
from planner.explain.repair.way import Match, Trials, Way
from planner.progress import Stop, never
from planner.solve import solve
from planner.solve.clock import Clock

WAYS = 5
"""Ways out that are solved for each trouble, unless asked otherwise."""


@dataclass(frozen=True, slots=True, eq=False)
class Repair:
    """What keeps a case from a plan, or its plan from its minima.

    Parameters
    ----------
    plan
        The plan of the case as it is, infeasible where there is none.
    conflict
        Where no plan keeps every rule.
    missing
        Soft minima that the plan misses.
    """

    plan: Plan
    conflict: Exits | None
    missing: tuple[Missing, ...]

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways out, in the order in which they are told."""
        return (*(self.conflict.ways if self.conflict else ()), *(way for m in self.missing for way in m.ways))


def repair(
    case: Case,
    pairs: Pairs,
    *,
    law_version: str,
    match: Match,
    plan: Plan | None = None,
    most: int = WAYS,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Repair:
    """Find what is in the way and the cheapest ways out; every one is verified by solving the changed case.

    Parameters
    ----------
    pairs, law_version
        As for ``planner.solve.solve``.
    match
        Returns the pairs of a changed case.
    plan
        The plan of the case; solved first if not given.
    most
        How many ways out are solved for a conflict and for each minimum that is missed.
    time_limit
        Seconds in all.
    """
    clock = Clock(limit=time_limit, stop=stop)
    if plan is None:
        plan = solve(case, pairs, law_version=law_version, time_limit=time_limit, stop=stop)
    before = plan if plan.has_placements else None
    trials = Trials(case, pairs, law_version, match, before, clock)
    if plan.status is Status.INFEASIBLE:
        return Repair(plan, out_of_conflict(trials, most), ())
    return Repair(plan, None, tuple(missing(trials, plan, most)) if before else ())
