"""What a check takes over from an earlier one changes nothing in what it finds."""

from dataclasses import replace

import numpy as np
import pytest

from planner.check import Remembered, check_plan
from planner.check.subject import Subject
from planner.domain import Case, Decision, DecisionKind
from planner.geo import TravelTimes, travel_times
from planner.synthetic import generate
from tests.check.build import honest_plan, law, small_case

KINDS = tuple(DecisionKind)


@pytest.fixture(scope="module")
def city() -> tuple[Case, TravelTimes]:
    """A case with many reasons, and its travel times."""
    case = generate(200, 30, 20, seed=5)
    return case, travel_times(case)


def decided_by_chance(case: Case, seed: int, many: int = 60) -> Case:
    """Return the case with other decisions, of any kind, about some people."""
    rng = np.random.default_rng(seed)
    decisions = {}
    for person in rng.choice(len(case.candidates), many, replace=False):
        site_id = case.sites[rng.choice(len(case.sites))].site_id
        candidate_id = case.candidates[person].candidate_id
        decision = Decision(candidate_id=candidate_id, site_id=site_id, decision=rng.choice(KINDS))
        decisions[candidate_id, site_id] = decision
    return replace(case, decisions=tuple(decisions.values()))


def reasons(case: Case, travel: TravelTimes, remembered: Remembered | None = None) -> dict[str, str]:
    """Return everybody's reason as a check sees it."""
    subject = Subject(case, honest_plan(small_case()), law(), travel, remembered)
    return {candidate.candidate_id: subject.unplaced_reason(candidate) for candidate in case.candidates}


def test_reasons_after_other_decisions_are_those_of_a_first_check(city: tuple[Case, TravelTimes]) -> None:
    """Whatever is decided in between, nobody's reason is an outdated one."""
    case, travel = city
    remembered = Remembered(case, law(), travel)
    seen = set()
    for seed in range(6):
        other = decided_by_chance(case, seed)
        found = reasons(other, travel, remembered)
        assert found == reasons(other, travel)
        seen.add(tuple(found.values()))
    assert len(seen) > 1
    assert len(remembered) == len(case.candidates)


def test_whoever_has_changed_is_looked_at_again(city: tuple[Case, TravelTimes]) -> None:
    """The same pseudonym with other facts is another person."""
    case, travel = city
    remembered = Remembered(case, law(), travel)
    before = reasons(case, travel, remembered)
    homebound = replace(case, candidates=tuple(replace(c, max_commute=0) for c in case.candidates))
    assert reasons(homebound, travel, remembered) == reasons(homebound, travel) != before


def test_a_case_that_asks_for_something_else_takes_nothing_over(city: tuple[Case, TravelTimes]) -> None:
    """With other sites, or another rule in the scenario, everything is worked out anew and nothing is kept."""
    case, travel = city
    remembered = Remembered(case, law(), travel)
    fewer = replace(case, sites=case.sites[:5])
    strict = replace(case, scenario=case.scenario.model_copy(update={"unclear_is_eligible": False, "posts": 3}))
    for other in (fewer, strict):
        assert not remembered.asks_the_same(other, law(), travel)
        assert reasons(other, travel, remembered) == reasons(other, travel)
    assert not remembered.asks_the_same(case, law(), travel_times(case))
    assert len(remembered) == 0


def test_objectives_do_not_matter(city: tuple[Case, TravelTimes]) -> None:
    """Another seed, another order of the objectives: the tests ask the same."""
    case, travel = city
    tiers = case.scenario.tiers.model_copy(update={"seed": "another"})
    other = replace(case, scenario=case.scenario.model_copy(update={"tiers": tiers, "max_changes": 2}))
    assert Remembered(case, law(), travel).asks_the_same(other, law(), travel)


def test_a_wrong_reason_is_found_all_the_same() -> None:
    """A plan that states another reason than the one remembered is refused."""
    case = small_case()
    plan, travel = honest_plan(case), travel_times(case)
    remembered = Remembered(case, law(), travel)
    assert check_plan(case, plan, law(), travel, remembered).passed
    assert len(remembered) == len(plan.unplaced)
    wrong = replace(plan, unplaced=tuple(replace(row, reason="age") for row in plan.unplaced))
    found = check_plan(case, wrong, law(), travel, remembered)
    assert [finding.rule for finding in found.findings] == ["unplaced_reason"] * len(plan.unplaced)
