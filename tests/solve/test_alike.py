"""Of pairs that every rule treats alike, no more than can be placed."""

import random
from dataclasses import replace

import numpy as np
import pytest

from planner.domain import PAYERS, Payer, Tier
from planner.progress import Silent
from planner.solve import rules, solve, staying
from planner.solve.alike import unbeaten
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.engine import run
from planner.solve.staying import stay
from tests.solve.random_cases import Size, random_case
from tests.solve.test_staying import ORDER

SEEDS = (29, 78, 110, 122, 145, 193, 207, 254, 391, 400, 406, 510, 535, 596, 673, 674, 1127, 1675)
"""Of cases with limits, budgets, tandems and decisions in which a repair rules pairs out; in most it need not."""


def coarse(pairs, costs):
    """Return pairs with few different values, so that many are alike."""
    return replace(
        pairs,
        minutes=(pairs.minutes // 20 * 20).astype(np.int32),
        parts=(pairs.parts // 6 * 6).astype(np.int8),
        cost_class=(pairs.cost_class % costs).astype(np.int32),
    )


def without_some(rng, case, pairs):
    """Return the case of a repair after some people have left the best plan; ``None`` where there is no plan."""
    base = solve(case, pairs, law_version="test")
    placed = [(p.candidate_id, p.site_id) for p in base.placements]
    if not placed:
        return None
    lost = rng.sample(placed, rng.randint(1, min(4, len(placed))))
    behind = list(ORDER[3:])
    rng.shuffle(behind)
    order = (*ORDER[:3], *behind[: rng.randint(0, 3)])
    tolerance = {tier: share for tier, share in case.scenario.tiers.tolerance.items() if tier in order[3:]}
    tiers = case.scenario.tiers.model_copy(update={"order": order, "tolerance": tolerance})
    scenario = case.scenario.model_copy(update={"tiers": tiers, "max_changes": None})
    return replace(case, scenario=scenario, previous_plan=tuple(pair for pair in placed if pair not in lost))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_plan_is_among_what_is_left(seed, monkeypatch):
    """With one, two, three or four people gone, every tier is that of the engine over all pairs."""
    ruled_out = []

    def watched(case, pairs, kept, asked, free, most):
        left = unbeaten(case, pairs, kept, asked, free, most)
        ruled_out.append(int((asked & ~left).sum()))
        return left

    monkeypatch.setattr(staying, "_WORTH", 2.0)
    monkeypatch.setattr(staying, "unbeaten", watched)
    rng = random.Random(seed)
    size = Size(rng.randint(4, 12), rng.randint(2, 6), rng.randint(1, 3), rng.uniform(0.3, 1))
    case, pairs = random_case(rng, size)
    pairs = coarse(pairs, rng.choice([1, 2, 5]))
    changed = without_some(rng, case, pairs)
    stayed = stay(changed, pairs, Clock())
    assert stayed.proven
    assert sum(ruled_out) > 0
    whole = run(build(changed, pairs), Clock(), Silent())
    assert [(t.tier, t.best, t.bound) for t in stayed.outcome.tiers] == [(t.tier, t.best, t.bound) for t in whole.tiers]


def test_every_rule_is_known():
    """What tells two pairs apart is said for each rule and tier there is: a new one is to be told here as well."""
    assert set(rules.__all__) == {
        *("people", "posts", "neighbourhoods", "limits", "budgets"),  # what the kinds of pairs are made of
        *("decisions", "changes"),  # the same for all additions, or such people are left as they are
        "cost_classes",  # for branching only
    }
    same = {Tier.SHORTAGE, Tier.PLACEMENTS, Tier.CHANGES, Tier.COVERAGE}
    assert {*same, Tier.QUALITY, Tier.COMMUTE, Tier.LOT} == set(Tier)


def plain(rng, tolerance=None):
    """Return a case of equal people without any rule but posts, and its pairs."""
    case, pairs = random_case(rng, Size(30, 2, 1, 1.0))
    tiers = case.scenario.tiers.model_copy(update={"order": ORDER, "tolerance": tolerance or {}})
    scenario = case.scenario.model_copy(
        update={"tiers": tiers, "limit": (), "budget": {}, "posts": 4, "max_changes": None}
    )
    people = tuple(replace(person, tandem="") for person in case.candidates)
    return replace(case, scenario=scenario, candidates=people, decisions=(), previous_plan=()), pairs


def test_no_more_than_can_be_placed():
    """Without rules that tell people apart, the two best of a neighbourhood are all that two additions need."""
    case, pairs = plain(random.Random(1))
    nothing, everything = np.zeros(len(pairs), dtype=bool), np.ones(len(pairs), dtype=bool)
    left = unbeaten(case, pairs, nothing, everything, np.array([9, 9]), 2)
    worth = np.sort(pairs.quality[left])[::-1]
    assert left.sum() < 10
    assert worth[0] == pairs.quality.max()
    assert len(set(pairs.candidate[left].tolist())) >= 2


def test_a_site_with_little_room_is_like_no_other():
    """Where a site cannot take all that may be added, its best people stay in question beside those of others."""
    case, pairs = plain(random.Random(2))
    nothing, everything = np.zeros(len(pairs), dtype=bool), np.ones(len(pairs), dtype=bool)
    left = unbeaten(case, pairs, nothing, everything, np.array([1, 9]), 2)
    assert set(pairs.site[left].tolist()) == {0, 1}


def test_whoever_costs_less_stays_in_question_where_money_is_short():
    """A budget that the dearest could break leaves the best of each price; one that nobody can break does not."""
    case, pairs = plain(random.Random(4))
    nothing, everything = np.zeros(len(pairs), dtype=bool), np.ones(len(pairs), dtype=bool)
    cents = pairs.class_costs[pairs.cost_class, 0, PAYERS.index(Payer.CITY)]

    def left(most):
        scenario = case.scenario.model_copy(update={"budget": {Payer.CITY: {pairs.years[0]: most}}})
        return unbeaten(replace(case, scenario=scenario), pairs, nothing, everything, np.array([9, 9]), 2)

    assert len(set(cents.tolist())) > 2
    assert set(cents[left(2 * int(cents.max()) - 1)].tolist()) == set(cents.tolist())
    assert left(2 * int(cents.max())).sum() < len(set(cents.tolist()))


def test_a_tolerance_leaves_everything_in_question():
    """Whoever is worse in quality may be better in the way: with a tolerance nobody is ruled out."""
    case, pairs = plain(random.Random(3), tolerance={Tier.QUALITY: "0.1"})
    nothing, everything = np.zeros(len(pairs), dtype=bool), np.ones(len(pairs), dtype=bool)
    assert unbeaten(case, pairs, nothing, everything, np.array([9, 9]), 2).all()
