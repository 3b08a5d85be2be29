"""Ways out: each one leads to the plan it promises, and none could be smaller where that is claimed."""

import itertools
import random
from dataclasses import replace

import pytest

from planner.domain import Limit, Status, Where
from planner.explain.repair import Cause, Kind, Table, changed, repair
from planner.solve import solve
from tests.solve.brute_force import best_tiers
from tests.solve.plain_cases import plain_case, scenario
from tests.solve.random_cases import Size, random_case


def _repaired(case, pairs, **choices):
    return repair(case, pairs, law_version="t", match=lambda _: pairs, **choices)


def _cases(number, trouble):
    """Yield random cases with trouble, small enough to try every plan."""
    found = 0
    for seed in itertools.count():
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(rng.randint(2, 5), rng.randint(1, 3), 2, 0.6))
        plan = solve(case, pairs, law_version="t")
        if trouble(plan):
            yield seed, case, pairs, plan
            found += 1
        if found == number:
            return


def _one_less(case, changes, at):
    """Return the case in which one change goes one unit less far."""
    one = changes[at]
    step = 1 if one.after > one.before else -1
    return changed(case, *(replace(c, after=c.after - step) if k == at else c for k, c in enumerate(changes)))


@pytest.fixture(scope="module")
def impossible():
    """Cases without a plan and what is found for them."""
    found = _cases(12, lambda plan: plan.status is Status.INFEASIBLE)
    return [(seed, case, pairs, _repaired(case, pairs, plan=plan)) for seed, case, pairs, plan in found]


@pytest.fixture(scope="module")
def short():
    """Cases whose plan misses a minimum, and what is found for them."""
    found = _cases(12, lambda plan: any(limit.short for limit in plan.limits))
    return [(seed, case, pairs, _repaired(case, pairs, plan=plan)) for seed, case, pairs, plan in found]


def test_every_conflict_has_a_way_out(impossible):
    """There is always one: in the last place every rule that can be changed gives way."""
    assert all(found.conflict and found.conflict.ways for _, _, _, found in impossible)


def test_ways_lead_to_the_plan_they_promise(impossible, short):
    """The plan of a way is the best of its case in every tier, found again by trying all plans."""
    for seed, _, pairs, found in [*impossible, *short]:
        for way in found.ways:
            expected = best_tiers(way.case, pairs)
            assert expected is not None, (seed, way.changes)
            assert {t.name: (t.value, t.best) for t in way.plan.tiers} == expected, (seed, way.changes)


def test_no_way_out_of_a_conflict_could_be_smaller(impossible):
    """With one change a unit smaller and the others alike there is no plan."""
    for seed, case, pairs, found in impossible:
        for way in found.ways:
            assert way.least, seed
            for at, change in enumerate(way.changes):
                smaller = _one_less(case, way.changes, at)
                if change.table is not Table.DECISIONS:
                    assert best_tiers(smaller, pairs) is None, (seed, way.changes)


def test_ways_out_of_a_conflict_are_needed_whole(impossible):
    """Leaving one change of several out leaves no plan."""
    for seed, case, pairs, found in impossible:
        for way in found.ways:
            for one in way.changes:
                part = changed(case, *(c for c in way.changes if c is not one))
                assert best_tiers(part, pairs) is None, (seed, way.changes)


def test_ways_out_of_a_shortage_fill_some_of_it(short):
    """After each of them less is missing in all, and each is told by its difference from the plan as it is."""
    for _, _, _, found in short:
        before = sum(limit.short for limit in found.plan.limits)
        for way in found.ways:
            assert sum(limit.short for limit in way.plan.limits) < before
            assert way.before is found.plan


def test_every_missed_minimum_has_a_cause(short):
    """With shortage first and without tolerance, what is missing is missing for people, rules or other minima."""
    for seed, case, _, found in short:
        assert [m.limit for m in found.missing] == [k for k, r in enumerate(found.plan.limits, 1) if r.short], seed
        order = case.scenario.tiers.order
        if order and order[0] == "shortage" and "shortage" not in case.scenario.tiers.tolerance:
            assert all(m.cause in {Cause.PEOPLE, Cause.RULES, Cause.MINIMA} for m in found.missing), seed


def test_ways_are_ranked_by_cost(impossible):
    """A way comes before those that are worse in the first tier in which they differ."""
    for _, _, _, found in impossible:
        ranks = [way.rank for way in found.ways]
        assert ranks == sorted(ranks)


def test_a_post_more_fills_a_minimum_that_posts_keep_from_being_met():
    """Two people wanted at a site with one post: one more post is the way, and it is worth one more placement."""
    rules = scenario(limit=(Limit(name="two", where=Where(site=("s00000",)), at_least=2),))
    case, pairs = plain_case(3, 1, rules=rules)
    found = _repaired(case, pairs).missing[0]
    assert found.cause is Cause.RULES
    way = next(w for w in found.ways if w.changes[0].kind is Kind.SITE_POSTS)
    assert (way.changes[0].before, way.changes[0].after, way.least) == (1, 2, True)
    assert not way.only_scenario
    assert {t.tier.value: t.difference for t in way.tiers}["placements"] == 1


def test_a_longer_way_is_measured_in_minutes():
    """Only somebody 50 minutes away can fill the minimum: the cap has to reach 50, not less."""
    rules = scenario(limit=(Limit(name="one", where=Where(site=("s00001",)), at_least=1),), max_commute=40)
    every = [(0, 0), (0, 1), (1, 1)]
    free, all_pairs = plain_case(2, 2, every, minutes=[20, 50, 60], rules=rules)
    case, pairs = plain_case(2, 2, every[:1], minutes=[20], rules=rules)
    assert free.candidates == case.candidates

    def match(asked):
        cap = asked.scenario.max_commute
        kept = [k for k, m in enumerate(all_pairs.minutes.tolist()) if cap is None or m <= cap]
        return plain_case(2, 2, [every[k] for k in kept], minutes=[int(all_pairs.minutes[k]) for k in kept])[1]

    found = repair(case, pairs, law_version="t", match=match).missing[0]
    assert found.cause is Cause.PEOPLE
    way = next(w for w in found.ways if w.changes[0].kind is Kind.COMMUTE)
    assert way.changes[0].after == 50
    assert way.case.scenario.max_commute == 50


def test_a_plan_without_trouble_needs_no_repair():
    """Nothing is missing, nothing is in conflict: no ways out."""
    case, pairs = plain_case(2, 2)
    found = _repaired(case, pairs)
    assert found.conflict is None
    assert found.ways == ()
