"""Near-equal plans against all plans of small cases: none is missed, none is invented, what they share is proven."""

import itertools
import random
from decimal import Decimal
from itertools import islice

import pytest

from planner.check import check_plan
from planner.domain import Tier, Tiers
from planner.errors import InputError
from planner.explain.alternatives import alternatives, tolerances
from planner.solve import solve
from tests.explain.cases import random_solved
from tests.solve.near_plans import near_plans
from tests.solve.plain_cases import plain_case, scenario
from tests.solve.random_cases import Size, random_case


@pytest.fixture(scope="module")
def asked():
    """Small random cases with a plan, the alternatives found, and all near-equal plans."""
    return list(islice(_asked(), 16))


def _asked():
    for seed in itertools.count():
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(rng.randint(2, 5), rng.randint(1, 4), 2, 0.7))
        plan = solve(case, pairs, law_version="t")
        if not plan.placements:
            continue
        shares = {t: Decimal(rng.choice(["0", "0.05", "0.3"])) for t in case.scenario.tiers.order}
        near = near_plans(case, pairs, plan, shares)
        yield seed, case, alternatives(case, pairs, plan, number=4, tolerance=shares), near, _pairs(plan)


def _pairs(plan):
    return frozenset((p.candidate_id, p.site_id) for p in plan.placements)


def test_alternatives_are_near_equal_and_all_different(asked):
    """Each keeps every floor, and no two are the same, the plan at hand among them."""
    for seed, _, found, near, base in asked:
        shown = [base, *(_pairs(a.plan) for a in found.plans)]
        assert set(shown) <= set(near), seed
        assert len(set(shown)) == len(shown), seed


def test_none_is_missed(asked):
    """There are fewer alternatives than asked for only where there are no more."""
    for seed, _, found, near, _ in asked:
        assert len(found.plans) == min(4, len(set(near)) - 1), seed


def test_the_first_is_as_different_as_any(asked):
    """The first alternative avoids as many placements as any near-equal plan, and this is said to be proven."""
    for seed, _, found, near, base in asked:
        assert found.farthest == max(len(base - other) for other in near), seed
        if found.plans:
            assert found.plans[0].differs == found.farthest == len(base - _pairs(found.plans[0].plan)), seed
            assert found.settled


def test_what_all_share_is_proven(asked):
    """A placement is proven to be shared exactly if every near-equal plan there is has it."""
    for seed, _, found, near, base in asked:
        assert frozenset(found.proven) == base.intersection(*near), seed
        assert found.undecided == ()
        assert set(found.proven) <= set(found.shared) <= base


def test_tiers_of_an_alternative_are_its_own_and_bounds_hold_for_all(asked):
    """No alternative is better in any tier than the bound it states."""
    for seed, _, found, _, _ in asked:
        for tier in (t for a in found.plans for t in a.plan.tiers):
            assert tier.value == tier.best
            better = tier.value > tier.bound if tier.name.maximised else tier.value < tier.bound
            assert not better, (seed, tier)


def test_alternatives_pass_the_check():
    """Each alternative is a plan of the case that keeps every rule, its values and bounds included."""
    checked = 0
    for seed in range(8):
        s = random_solved(seed)
        for other in alternatives(s.case, s.pairs, s.plan, number=2).plans if s.plan.placements else ():
            assert check_plan(s.case, other.plan, s.law, s.travel).findings == (), seed
            checked += 1
    assert checked


def test_two_people_alike_can_be_exchanged():
    """Of two people alike one has the post: the other one is the alternative, and no placement is shared."""
    case, pairs = plain_case(2, 1)
    found = alternatives(case, pairs, solve(case, pairs, law_version="t"))
    assert len(found.plans) == 1
    assert found.shared == found.proven == ()
    assert found.farthest == 1


def test_a_tolerance_opens_what_the_optimum_closes():
    """The better of two people is in every plan of full quality, but not in every plan within half of it."""
    case, pairs = plain_case(2, 1, quality=[60, 50])
    plan = solve(case, pairs, law_version="t")
    strict = alternatives(case, pairs, plan, tolerance={Tier.QUALITY: Decimal(0)})
    assert (len(strict.plans), strict.farthest, strict.proven) == (0, 0, (("c00000", "s00000"),))
    loose = alternatives(case, pairs, plan, tolerance={Tier.QUALITY: Decimal("0.5")})
    assert (len(loose.plans), loose.proven) == (1, ())


def test_tolerances_are_checked():
    """A tier that the scenario does not have and a share of 1 are refused; what is not named has a default."""
    case, _ = plain_case(1, 1, rules=scenario(tiers=Tiers(order=(Tier.PLACEMENTS, Tier.QUALITY))))
    assert tolerances(case) == {Tier.PLACEMENTS: Decimal(0), Tier.QUALITY: Decimal("0.01")}
    for wrong in ({Tier.COVERAGE: Decimal(0)}, {Tier.QUALITY: Decimal(1)}):
        with pytest.raises(InputError):
            tolerances(case, wrong)
