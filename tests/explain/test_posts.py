"""The value of one more post is the difference to a solve of the case that has it."""

import pytest

from planner.domain import Tier
from planner.domain.need import needs, step_value
from planner.explain.difference import bests
from planner.explain.posts import value_of_posts, with_post
from planner.explain.price_words import value_line
from planner.geo import travel_times
from planner.law import load_law
from planner.match import find_pairs
from planner.solve import Workbench, solve
from planner.synthetic import generate


@pytest.fixture(scope="module")
def asked():
    case = generate(60, 20, 8, 5)
    law, travel = load_law(), travel_times(case)

    def find(changed):
        return find_pairs(changed, law, travel)

    bench = Workbench.of(case, find(case), law_version=law.version)
    return case, find, bench, value_of_posts(bench, find, exact=6)


def test_exact_values_are_those_of_a_solve(asked):
    """Each exact value equals a solve of the case with the post, and prices never allow less."""
    case, find, bench, values = asked
    base = bests(bench.plan.tiers)
    solved = [value for value in values if value.exact]
    assert len(solved) == 6
    for value in solved:
        changed = with_post(case, value.code, value.site_id)
        then = bests(solve(changed, find(changed), law_version="t").tiers)
        assert {c.tier: c.difference for c in value.exact.changes} == {t: then[t] - base[t] for t in base}
        better = next((c for c in value.exact.changes if c.loss and c.tier is not Tier.LOT), None)
        if value.at_most is not None and better is not None:
            order = [*case.scenario.tiers.order, Tier.LOT]
            tier, most = value.at_most
            assert order.index(tier) <= order.index(better.tier)
            assert tier is not better.tier or most is None or -better.loss <= most


def test_every_quarter_has_an_estimate(asked):
    """The estimate is the next step of the quarter's coverage, and every quarter is there, with or without a site."""
    case, _, bench, values = asked
    assert {v.code for v in values} == {n.code for n in case.neighbourhoods}
    assert any(v.site_id is None for v in values)
    need = needs(case)
    for value in values:
        placed = sum(p.neighbourhood == value.code for p in bench.plan.placements)
        assert value.estimate == step_value(need[value.code], placed + 1)
        assert value_line(case, value).text("de") != value_line(case, value).text("en")
