"""The solver against every plan there is."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Status
from planner.solve import solve
from tests.solve.brute_force import best_tiers
from tests.solve.random_cases import Size, random_case


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_every_tier_equals_the_best_of_all_plans(seed):
    """On cases small enough to list every plan, each tier's value, best and bound are those of the best plan."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(1, 5), rng.randint(1, 3), rng.randint(1, 3), rng.random()))
    expected = best_tiers(case, pairs)
    plan = solve(case, pairs, law_version="test")
    if expected is None:
        assert plan.status is Status.INFEASIBLE
        assert plan.conflict
        return
    assert plan.status is Status.OPTIMAL
    assert {t.name: (t.value, t.best) for t in plan.tiers} == expected
    assert all(t.bound == t.best for t in plan.tiers)
