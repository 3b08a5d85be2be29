"""The bound is a theorem about whole numbers; the relaxation only helps to find good prices."""

import random

import numpy as np

from planner.domain import Tier
from planner.solve.bound import bound
from planner.solve.build import build
from planner.solve.stage import first_stage
from tests.solve.brute_force import _allowed, _plans
from tests.solve.random_cases import Size, random_case


def _choices(program, case, pairs):
    for plan in _plans(case, pairs):
        if _allowed(case, pairs, plan):
            chosen = np.isin(np.arange(len(program.columns)), _columns_of(program, pairs, plan))
            yield chosen


def _columns_of(program, pairs, plan):
    columns = program.columns
    return [columns.at(int(columns.unit_of_candidate[i]), int(pairs.site[p])) for i, p in plan.items()]


def test_any_prices_bound_every_plan():
    """Whatever the prices, good, random or absurd, no plan is worth more than the bound."""
    for seed in range(60):
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(rng.randint(1, 4), rng.randint(1, 3), 2, 0.7))
        program = build(case, pairs)
        tier = rng.choice([t for t in Tier if t is not Tier.LOT])
        stage = first_stage(program, tier)
        values = [stage.value(x) for x in _choices(program, case, pairs)]
        numbers = np.random.default_rng(seed)
        for size in (0.0, 1.0, 1e3, 1e9):
            proven = bound(stage, numbers.normal(size=len(stage.row_lo)) * size)
            assert all(value <= proven.value for value in values)


def test_columns_that_cannot_reach_a_floor_are_in_no_plan_that_does():
    """A column ruled out by its loss is used by no plan worth the floor."""
    for seed in range(60):
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(4, 3, 2, 0.7))
        program = build(case, pairs)
        stage = first_stage(program, Tier.QUALITY)
        plans = list(_choices(program, case, pairs))
        if not plans or not len(program.columns):
            continue
        prices = np.abs(np.random.default_rng(seed).normal(size=len(stage.row_lo))) * 10
        proven = bound(stage, prices)
        floor = max(stage.value(x) for x in plans)
        used = np.any([x for x in plans if stage.value(x) >= floor], axis=0)
        assert not np.any(used & ~proven.reaching(floor))
