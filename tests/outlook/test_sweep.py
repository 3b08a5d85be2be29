"""Curves around a plan: each point is a best plan, each step may use the one before."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from planner.domain import Payer, Scenario, Status, Tier
from planner.outlook.sweep import FACTORS, TOLERANCES, Sweep, possible, sweep, variants
from planner.service import make_plan, opened_from
from planner.synthetic import generate


@pytest.fixture(scope="module")
def solved():
    made = generate(24, 8, 5, 5)
    scenario = Scenario(start=made.scenario.start, posts=5)
    case = replace(made, scenario=scenario, decisions=(), previous_plan=())
    return case, make_plan(opened_from(case), time_limit=30).plan


def solve(case):
    return make_plan(opened_from(case), time_limit=30).plan


def test_giving_up_coverage_never_lengthens_the_ways(solved):
    """Minutes fall or stay level from step to step, and coverage keeps what its tolerance says."""
    points = sweep(*solved, Sweep.COVERAGE, solve)
    assert [point.setting for point in points] == list(TOLERANCES)
    assert all(point.proven for point in points)
    assert all(one.minutes >= other.minutes for one, other in pairwise(points))
    best = points[0].coverage
    assert all(point.coverage >= (1 - point.setting) * best for point in points)
    assert {point.placed for point in points} == {points[0].placed}


def test_more_money_never_places_fewer(solved):
    """Placements rise or stay level, costs stay within the budgets, and the plan's own costs allow the plan."""
    case, plan = solved
    points = sweep(case, plan, Sweep.MONEY, solve)
    assert [point.setting for point in points] == list(FACTORS)
    assert all(one.placed <= other.placed for one, other in pairwise(points))
    assert points[0].placed < len(plan.placements)
    assert all(point.costs.get(Payer.CITY, 0) <= point.budget for point in points)
    assert next(p for p in points if p.setting == 1).placed == len(plan.placements)


def test_the_scenario_changes_in_one_place_only(solved):
    """Minutes come right behind coverage, other tolerances stay; a scenario's own budget is the one that is scaled."""
    _, plan = solved
    start = plan.scenario.start
    tiers = {"order": ("coverage", "quality", "commute"), "tolerance": {"quality": Decimal("0.1")}}
    scenario = Scenario(start=start, tiers=tiers, budget={Payer.HOST: {2027: 101}})
    shares = dict(variants(scenario, Sweep.COVERAGE, plan))
    assert shares[Decimal("0.02")].tiers.order == (Tier.COVERAGE, Tier.COMMUTE, Tier.QUALITY)
    assert shares[Decimal("0.02")].tiers.tolerance == {Tier.COVERAGE: Decimal("0.02"), Tier.QUALITY: Decimal("0.1")}
    assert dict(variants(scenario, Sweep.MONEY, plan))[Decimal("0.4")].budget == {Payer.HOST: {2027: 40}}
    without = Scenario(start=start, tiers={"order": ("placements",)})
    assert not possible(without, Sweep.COVERAGE)
    assert possible(without, Sweep.MONEY)


def test_a_stop_ends_between_two_steps(solved):
    """What was solved is reported and returned, nothing more is begun; a stopped solve is no point."""
    case, plan = solved
    told = []
    points = sweep(case, plan, Sweep.MONEY, lambda _: plan, report=told.append, stop=lambda: len(told) == 2)
    assert [point.setting for point in points] == list(FACTORS[:2])
    assert tuple(told) == points
    assert sweep(case, plan, Sweep.MONEY, lambda _: replace(plan, status=Status.STOPPED)) == ()


def test_a_budget_below_what_is_fixed_is_an_infeasible_point(solved):
    """Where no plan exists, the point says so and has no figures."""
    case, plan = solved
    impossible = replace(plan, status=Status.INFEASIBLE, tiers=(), placements=())
    points = sweep(case, plan, Sweep.MONEY, lambda _: impossible)
    assert {(point.status, point.placed, point.proven) for point in points} == {(Status.INFEASIBLE, 0, False)}
