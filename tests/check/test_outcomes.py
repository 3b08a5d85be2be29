"""Plans of every kind that must pass."""

from dataclasses import replace
from datetime import date

import pytest

from planner.check import check_plan
from planner.domain import Case, Conflict, DecisionKind, Level, Plan, Scheme, Status
from planner.geo import travel_times
from tests.check.build import (
    honest_plan,
    law,
    small_case,
    with_candidate,
    with_decision,
    with_scenario,
    with_site,
)

CASE = small_case()


def nothing(status: Status, *conflict: Conflict) -> Plan:
    """Return a plan of the small case that shows nothing."""
    return Plan(scenario=CASE.scenario, status=status, case_hash=CASE.hash, law=law().version, conflict=conflict)


@pytest.mark.parametrize("plan", [nothing(Status.STOPPED), nothing(Status.INFEASIBLE, Conflict(rule="posts"))])
def test_a_plan_that_shows_nothing_passes(plan: Plan) -> None:
    """Infeasible with its conflict, or stopped before there was a plan: nothing is missed in it."""
    report = check_plan(CASE, plan, law(), travel_times(CASE))
    assert report.passed
    assert report.tiers == {}


def test_an_empty_plan_passes() -> None:
    """A plan may place nobody."""
    case = with_scenario(CASE, posts=0)
    assert check_plan(case, honest_plan(case, ()), law(), travel_times(case)).passed


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPTED, DecisionKind.STARTED])
def test_an_accepted_pair_keeps_its_place_with_marks(kind: DecisionKind) -> None:
    """Whoever was accepted, or has started, stays whatever the tests say, with these as marks, from their own start."""
    case = with_site(with_candidate(CASE, "C3", max_commute=3), "S2", languages={"fr": Level.A1})
    case = with_decision(case, "C3", "S2", kind, date(2026, 10, 1))
    plan = honest_plan(case)
    placement = plan.placements[2]
    assert placement.marks == ("language", "commute")
    assert placement.start == date(2026, 10, 1)
    assert min(year for year, _ in placement.costs) == 2026
    assert check_plan(case, plan, law(), travel_times(case)).passed


def test_marks_of_open_questions() -> None:
    """A field nobody has confirmed and an eligibility that is unclear are marks, in this order."""
    case = with_scenario(CASE, unclear_is_eligible=True, fields={"confirmed": ["seniors"]})
    case = with_candidate(case, "C3", eligibility=None, born=None)
    plan = honest_plan(case)
    assert [p.marks for p in plan.placements] == [(), (), ("field_not_confirmed", "eligibility_unclear")]
    assert check_plan(case, plan, law(), travel_times(case)).passed


def test_a_tandem_at_one_site_passes() -> None:
    """People who start together at one site are a tandem."""
    case = with_candidate(with_candidate(CASE, "C1", tandem="T"), "C2", tandem="T")
    assert check_plan(case, honest_plan(case), law(), travel_times(case)).passed


def test_budgets_may_be_used_up() -> None:
    """A budget of exactly the costs holds; it is the city's money that changes with who carries the own share."""
    paid = {key: cents for key, cents in honest_plan(CASE).costs().items() if key[0] == 2028}
    budget = {payer: {2028: cents} for (_, payer), cents in paid.items()}
    case = with_scenario(CASE, budget=budget)
    assert check_plan(case, honest_plan(case), law(), travel_times(case)).passed


def test_the_other_scheme() -> None:
    """Plans under § 16e are checked by its own rules."""
    case = with_scenario(CASE, scheme=Scheme.P16E)
    report = check_plan(case, honest_plan(case), law(), travel_times(case))
    assert report.passed


def test_a_plan_for_another_case_is_found_out() -> None:
    """A plan read against another case has many findings and never stops the check."""
    other = Case(
        scenario=CASE.scenario,
        neighbourhoods=CASE.neighbourhoods[:1],
        sites=(),
        candidates=CASE.candidates[5:],
        travel_times={},
    )
    plan = replace(honest_plan(CASE), unplaced=())
    report = check_plan(other, plan, law(), travel_times(other))
    assert {"case_hash", "candidate_known", "site_known", "neighbourhood_rows"} <= {f.rule for f in report.findings}
