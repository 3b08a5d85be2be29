"""Small solved cases in which every test of a pair, every rule and every tier has a chance to matter."""

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from planner.domain import Case, Decision, DecisionKind, Pairs, Payer, Plan, Status, Tiers
from planner.geo import TravelTimes, travel_times
from planner.law import Law, load_law
from planner.match import find_pairs
from planner.solve import solve
from tests.match.random_case import random_case


@dataclass(frozen=True)
class Solved:
    """A case with everything an explanation needs."""

    case: Case
    pairs: Pairs
    plan: Plan
    law: Law
    travel: TravelTimes


def solved(case: Case) -> Solved:
    """Return a case with its plan."""
    law, travel = load_law(), travel_times(case)
    pairs = find_pairs(case, law, travel)
    return Solved(case, pairs, solve(case, pairs, law_version=law.version), law, travel)


@cache
def random_solved(seed: int) -> Solved:
    """Return a random case that has a proven plan; pins, which could be impossible, become wishes of nobody."""
    rng = Random(seed)
    case = random_case(seed)
    ids = [(p.candidate_id, s.site_id) for p in case.candidates for s in case.sites]
    neighbourhoods = tuple(replace(n, counts={"population": rng.choice((50, 100, 400))}) for n in case.neighbourhoods)
    sites = tuple(replace(s, posts=rng.choice((1, 1, 2))) for s in case.sites)
    budget = {Payer.CITY: {2027: rng.randint(1, 6) * 150_000}} if rng.random() < 0.5 else {}
    scenario = case.scenario.model_copy(
        update={
            "posts": rng.choice((None, 2, 3, 5)),
            "budget": budget,
            "tiers": Tiers(seed=f"seed {seed}"),
        }
    )
    made = replace(
        case,
        scenario=scenario,
        neighbourhoods=neighbourhoods,
        sites=sites,
        previous_plan=tuple(rng.sample(ids, 4)),
        decisions=_few_fixed(case.decisions),
    )
    found = solved(made)
    if found.plan.status is Status.INFEASIBLE:
        found = solved(replace(made, decisions=()))
    assert found.plan.status is Status.OPTIMAL
    return found


def _few_fixed(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Keep what forbids, and one accepted pair."""
    accepted = [d for d in decisions if d.decision is DecisionKind.ACCEPTED]
    return (*accepted[:1], *(d for d in decisions if d.decision in {DecisionKind.FORBID, DecisionKind.DECLINED}))
