"""Repairs that move nobody, solved on a part of the pairs."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Decision, DecisionKind, Status, Tier
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs
from planner.progress import Silent
from planner.solve import solve, staying
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.engine import run
from planner.synthetic import generate
from tests.solve.brute_force import best_tiers
from tests.solve.random_cases import Size, random_case

ORDER = (Tier.SHORTAGE, Tier.PLACEMENTS, Tier.CHANGES, Tier.COVERAGE, Tier.QUALITY, Tier.COMMUTE)


def to_repair(case, plan, lost):
    """Return the case in which one placement of a plan is no longer wanted, and few changes come early."""
    kept = tuple((p.candidate_id, p.site_id) for p in plan.placements if p is not lost)
    forbidden = Decision(candidate_id=lost.candidate_id, site_id=lost.site_id, decision=DecisionKind.FORBID)
    tiers = case.scenario.tiers.model_copy(update={"order": ORDER, "tolerance": {}})
    decisions = {(d.candidate_id, d.site_id): d for d in (*case.decisions, forbidden)}
    return replace(
        case,
        scenario=case.scenario.model_copy(update={"tiers": tiers, "max_changes": None}),
        decisions=tuple(decisions.values()),
        previous_plan=kept,
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_repair_is_the_best_of_all_plans(seed):
    """Whether or not the shortcut applies, every tier of a repair is that of the best of all plans."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(2, 5), rng.randint(1, 3), rng.randint(1, 3), rng.random()))
    base = solve(case, pairs, law_version="test")
    if not base.placements:
        return
    changed = to_repair(case, base, rng.choice(base.placements))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staying, "_WORTH", 1.0)
        plan = solve(changed, pairs, law_version="test")
    expected = best_tiers(changed, pairs)
    if expected is None:
        assert plan.status is Status.INFEASIBLE
    else:
        assert {t.name: (t.value, t.best, t.bound) for t in plan.tiers} == {
            t: (v, b, b) for t, (v, b) in expected.items()
        }


def test_whoever_is_declined_is_replaced_without_a_solve_of_the_whole():
    """In a small city the shortcut finds the same tiers as the whole engine, and the same people."""
    case = generate(120, 20, 12, seed=4)
    law, travel = load_law(), travel_times(case)
    base = solve(case, find_pairs(case, law, travel), law_version="test")
    decided = {(d.candidate_id, d.site_id) for d in case.decisions}
    lost = next(p for p in base.placements if (p.candidate_id, p.site_id) not in decided)
    changed = to_repair(case, base, lost)
    pairs = find_pairs(changed, law, travel)
    stayed = staying.stay(changed, pairs, Clock())
    whole = run(build(changed, pairs), Clock(), Silent())
    assert stayed is not None
    assert stayed.proven
    assert [(t.tier, t.best, t.bound) for t in stayed.outcome.tiers] == [(t.tier, t.best, t.bound) for t in whole.tiers]
    plan = solve(changed, pairs, law_version="test")
    assert plan.status is Status.OPTIMAL
    assert {u.reason for u in plan.unplaced} <= {*(r.reason for r in base.unplaced), "displaced"}


@pytest.mark.parametrize("tolerant", [Tier.SHORTAGE, Tier.CHANGES])
def test_a_tolerance_before_or_on_changes_needs_the_whole(tolerant):
    """Where a plan may keep less than the best, that nobody moves proves nothing."""
    case = generate(60, 14, 12, seed=3)
    law, travel = load_law(), travel_times(case)
    base = solve(case, find_pairs(case, law, travel), law_version="test")
    changed = to_repair(case, base, base.placements[-1])
    loose = changed.scenario.tiers.model_copy(update={"tolerance": {tolerant: 0.5}})
    changed = replace(changed, scenario=changed.scenario.model_copy(update={"tiers": loose}))
    assert staying.stay(changed, find_pairs(changed, law, travel), Clock()) is None


def test_who_stops_a_repair_gets_the_plan_found_so_far():
    """A stop while the shortcut is at work, of which nothing is proven yet, still leaves a plan, with honest bounds."""
    case = generate(60, 14, 12, seed=3)
    law, travel = load_law(), travel_times(case)
    base = solve(case, find_pairs(case, law, travel), law_version="test")
    changed = to_repair(case, base, base.placements[-1])
    pairs = find_pairs(changed, law, travel)
    best = {t.name: t.best for t in solve(changed, pairs, law_version="test").tiers}
    asked = []

    def soon():
        asked.append(1)
        return len(asked) > 1

    stayed = staying.stay(changed, pairs, Clock(stop=soon))
    assert stayed is not None
    assert not stayed.proven
    asked.clear()
    plan = solve(changed, pairs, law_version="test", stop=soon)
    assert plan.status is Status.FEASIBLE
    first = plan.tiers[0]
    assert first.best >= best[first.name] >= first.bound
