"""No plan is an answer: the rules named cannot hold together, and none of them is idle."""

import itertools
import random
from dataclasses import replace
from datetime import date

import pytest

from planner.domain import Case, Decision, DecisionKind, Limit, Payer, Scenario, Status, Where
from planner.solve import solve
from planner.solve.build import build
from tests.solve.brute_force import best_tiers
from tests.solve.random_cases import Size, random_case
from tests.solve.with_rules import alone, relaxed

UNKNOWN = 10**6
"""More than any rule of a random case has to give way."""


def _infeasible_plans(number):
    """Yield random cases without a plan, small enough to try every plan."""
    found = 0
    for seed in itertools.count():
        rng = random.Random(seed)
        case, pairs = random_case(rng, Size(rng.randint(2, 5), rng.randint(1, 4), 2, 0.6))
        if build(case, pairs).impossible:
            continue
        plan = solve(case, pairs, law_version="t")
        if plan.status is Status.INFEASIBLE:
            yield seed, case, pairs, plan.conflict
            found += 1
        if found == number:
            return


def test_every_named_rule_is_needed():
    """The rules of a conflict alone leave no plan; without any one of them there is one. All plans are tried."""
    for seed, case, pairs, rules in _infeasible_plans(14):
        assert best_tiers(case, pairs) is None, seed
        assert best_tiers(alone(case, rules), pairs) is None, seed
        for one in rules:
            fewer = alone(case, [rule for rule in rules if rule is not one])
            assert best_tiers(fewer, pairs) is not None, (seed, one)


def test_relief_is_the_least_there_is():
    """By the amount named there is a plan, by one less there is none; where none is named, no amount is enough."""
    for seed, case, pairs, rules in _infeasible_plans(14):
        for one in rules:
            amount = int(one.params.get("relax_by", 0))
            if not amount:
                hopeless = relaxed(case, one, min(UNKNOWN, int(one.params.get("at_least", UNKNOWN))))
                assert best_tiers(hopeless, pairs) is None, (seed, one)
                continue
            assert best_tiers(relaxed(case, one, amount), pairs) is not None, (seed, one)
            if one.rule not in {"pin", "accepted", "started"}:
                assert best_tiers(relaxed(case, one, amount - 1), pairs) is None, (seed, one)


@pytest.fixture
def case_and_pairs():
    """A case without scenario rules that has at least one pair per candidate."""
    case, pairs = random_case(random.Random(3), Size(4, 3, 2, 1.0))
    return _bare(case), pairs


def _bare(case: Case) -> Case:
    people = tuple(replace(c, tandem="") for c in case.candidates)
    sites = tuple(replace(s, posts=2) for s in case.sites)
    scenario = Scenario(start=date(2027, 3, 1))
    return replace(case, scenario=scenario, decisions=(), previous_plan=(), candidates=people, sites=sites)


def test_a_pin_on_an_impossible_pair_is_named(case_and_pairs):
    """A pin without a possible pair is the whole conflict."""
    case, pairs = case_and_pairs
    unknown = Decision(candidate_id="c9", site_id="s0", decision=DecisionKind.PIN)
    plan = solve(replace(case, decisions=(unknown,)), pairs, law_version="t")
    assert plan.status is Status.INFEASIBLE
    assert [(c.rule, c.params) for c in plan.conflict] == [("pin", {"candidate_id": "c9", "site_id": "s0"})]


def test_a_hard_minimum_above_the_posts_names_both(case_and_pairs):
    """Three people wanted at a site with two posts: the minimum and the posts of that site."""
    case, pairs = case_and_pairs
    limit = Limit(name="three", where=Where(site=("s0",)), at_least=3, hard=True)
    plan = solve(replace(case, scenario=Scenario(start=date(2027, 3, 1), limit=(limit,))), pairs, law_version="t")
    assert sorted(c.rule for c in plan.conflict) == ["limit", "site_posts"]
    assert {c.params.get("site_id") or c.params.get("name") for c in plan.conflict} == {"s0", "three"}
    assert [c.params["relax_by"] for c in plan.conflict] == [1, 1]


def test_relief_is_exactly_enough(case_and_pairs):
    """Give way by what is named and there is a plan; by one less and there is none."""
    case, pairs = case_and_pairs
    decided = tuple(Decision(candidate_id=c, site_id="s0", decision=DecisionKind.ACCEPTED) for c in ("c0", "c1"))
    budget = {Payer.CITY: {2027: 1}}
    poor = replace(case, decisions=decided, scenario=Scenario(start=date(2027, 3, 1), budget=budget))
    plan = solve(poor, pairs, law_version="t")
    relief = next(c.params["relax_by"] for c in plan.conflict if c.rule == "budget")

    def status(cents):
        scenario = Scenario(start=date(2027, 3, 1), budget={Payer.CITY: {2027: cents}})
        return solve(replace(poor, scenario=scenario), pairs, law_version="t").status

    assert status(relief) is Status.INFEASIBLE
    assert status(1 + relief) is Status.OPTIMAL


def test_two_started_on_one_post_are_named(case_and_pairs):
    """Two people at work on one post: both decisions and the post."""
    case, pairs = case_and_pairs
    sites = tuple(replace(s, posts=1) for s in case.sites)
    both = tuple(Decision(candidate_id=c, site_id="s0", decision=DecisionKind.STARTED) for c in ("c0", "c1"))
    plan = solve(replace(case, sites=sites, decisions=both), pairs, law_version="t")
    assert sorted(c.rule for c in plan.conflict) == ["site_posts", "started", "started"]


def test_posts_are_named_where_a_site_stands_alone(case_and_pairs):
    """Posts are part of the conflict also at the only site of a neighbourhood, with the exact number missing."""
    case, pairs = case_and_pairs
    codes = [n.code for n in case.neighbourhoods]
    sites = tuple(replace(s, posts=1, neighbourhood=codes[0] if s.site_id == "s0" else codes[1]) for s in case.sites)
    both = tuple(Decision(candidate_id=c, site_id="s0", decision=DecisionKind.STARTED) for c in ("c0", "c1"))
    plan = solve(replace(case, sites=sites, decisions=both), pairs, law_version="t")
    assert sorted(c.rule for c in plan.conflict) == ["site_posts", "started", "started"]
    assert [c.params["relax_by"] for c in plan.conflict if c.rule == "site_posts"] == [1]


def test_a_tandem_is_named_with_its_pins(case_and_pairs):
    """Two members pinned to two sites: each pin says that the whole tandem would have to work there."""
    case, pairs = case_and_pairs
    people = tuple(replace(c, tandem="t" if c.candidate_id in {"c0", "c1"} else "") for c in case.candidates)
    apart = tuple(
        Decision(candidate_id=c, site_id=s, decision=DecisionKind.PIN) for c, s in (("c0", "s0"), ("c1", "s1"))
    )
    plan = solve(replace(case, candidates=people, decisions=apart), pairs, law_version="t")
    assert [(c.rule, c.params["tandem"]) for c in plan.conflict] == [("pin", "t"), ("pin", "t")]
