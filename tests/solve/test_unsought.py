"""What is said of tiers whose turn never came."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.solve import solve
from tests.solve.brute_force import best_tiers
from tests.solve.random_cases import Size, random_case


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([0, 1, 2, 5]))
def test_a_bound_in_a_hurry_is_still_a_bound(seed, looks):
    """Wherever the user stops, no tier's bound is below what a plan can reach with the tiers before it as they are."""
    rng = random.Random(seed)
    case, pairs = random_case(rng, Size(rng.randint(1, 5), rng.randint(1, 3), rng.randint(1, 3), rng.random()))
    asked = iter(range(10**9))
    plan = solve(case, pairs, law_version="test", stop=lambda: next(asked) > looks)
    expected = best_tiers(case, pairs)
    for tier in plan.tiers:
        assert tier.bound >= tier.best if tier.name.maximised else tier.bound <= tier.best
        best = expected[tier.name][1]
        assert tier.bound >= best if tier.name.maximised else tier.bound <= best
        if tier.best != best:
            break
