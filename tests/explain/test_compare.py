"""Two plans side by side; what avoiding a move costs is what a solve from scratch with a pin says."""

import itertools
import random
from dataclasses import replace

import pytest

from planner.domain import Decision, DecisionKind, Status, Tier, Tiers
from planner.explain.compare import avoided, compare
from planner.explain.compare_words import sentences
from planner.solve import Workbench, solve
from tests.solve.plain_cases import plain_case, scenario
from tests.solve.random_cases import Size, random_case


@pytest.fixture(scope="module")
def two():
    """Random cases under two scenarios, without decisions and tolerances, with both plans."""
    return list(itertools.islice(_two(), 12))


def _two():
    for seed in itertools.count():
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(rng.randint(3, 8), rng.randint(2, 5), 2, 0.7))
        tiers = Tiers(order=case.scenario.tiers.order, seed="x")
        one = replace(
            case, decisions=(), scenario=case.scenario.model_copy(update={"tiers": tiers, "max_changes": None})
        )
        other = one.scenario.model_copy(update={"posts": rng.randint(1, 3), "budget": {}})
        after = replace(one, scenario=other)
        plans = [solve(c, pairs, law_version="t") for c in (one, after)]
        if all(p.placements for p in plans):
            yield seed, after, pairs, *plans


def _placed(plan):
    return {(p.candidate_id, p.site_id) for p in plan.placements}


def test_moves_explain_the_difference(two):
    """Those who moved and those who did not make up both plans."""
    for seed, _, _, before, after in two:
        found = compare(before, after)
        old = {(m.candidate_id, m.before) for m in found.moves if m.before}
        new = {(m.candidate_id, m.after) for m in found.moves if m.after}
        assert (_placed(before) - old) | new == _placed(after), seed
        assert found.same == len(_placed(before) & _placed(after))


def test_gains_add_up(two):
    """What neighbourhoods gain and lose is the difference in placements; money adds up likewise."""
    for _, _, _, before, after in two:
        found = compare(before, after)
        assert sum(row.gained for row in found.coverage) == len(after.placements) - len(before.placements)
        assert {row.code for row in found.gaining} & {row.code for row in found.losing} == set()
        assert sum(a for a, _ in found.money.values()) == sum(before.costs().values())
        assert sum(b for _, b in found.money.values()) == sum(after.costs().values())


def test_the_price_of_an_avoided_move_is_exact(two):
    """Solving the second scenario anew with the old place pinned reaches the same in every tier."""
    asked = 0
    for seed, case, pairs, before, after in two:
        bench = Workbench.of(case, pairs, law_version="t", plan=after)
        for price in avoided(bench, compare(before, after).moves):
            pin = Decision(candidate_id=price.move.candidate_id, site_id=price.move.before, decision=DecisionKind.PIN)
            expected = solve(replace(case, decisions=(pin,)), pairs, law_version="t")
            assert price.status is expected.status, seed
            if expected.status is Status.OPTIMAL:
                differences = {t.name: t.best - base.best for t, base in zip(expected.tiers, after.tiers, strict=True)}
                assert {c.tier: c.difference for c in price.changes} == differences, seed
            asked += 1
    assert asked > 10


def test_a_move_that_costs_nothing_is_said_to_cost_nothing():
    """Two sites alike: staying would be free, and the sentence says so."""
    case, pairs = plain_case(1, 2, rules=scenario(tiers=Tiers(order=(Tier.PLACEMENTS, Tier.QUALITY), seed="a")))
    after = solve(case, pairs, law_version="t")
    old = "s00001" if after.placements[0].site_id == "s00000" else "s00000"
    before = replace(after, placements=(replace(after.placements[0], site_id=old),))
    found = compare(before, after)
    bench = Workbench.of(case, pairs, law_version="t", plan=after)
    (price,) = avoided(bench, found.moves)
    assert price.worsened is None
    told = sentences(case, found, [price], "de")
    assert any("kostete in keinem Ziel etwas" in line for line in told)
