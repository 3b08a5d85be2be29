"""The solver against an independent model and another solver."""

import random

import pytest

from planner.domain import Status
from planner.solve import solve
from tests.solve.highs_model import TextbookModel
from tests.solve.random_cases import Size, random_case


@pytest.mark.parametrize("seed", range(12))
def test_every_tier_equals_the_textbook_model(seed):
    """On cases of medium size HiGHS finds the same best value for every tier, given the tiers before."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(20, 60), rng.randint(5, 15), rng.randint(2, 8), 0.3))
    expected = TextbookModel(case, pairs).solve()
    plan = solve(case, pairs, law_version="test")
    if expected is None:
        assert plan.status is Status.INFEASIBLE
        return
    assert plan.status is Status.OPTIMAL
    assert {t.name: t.best for t in plan.tiers} == expected
