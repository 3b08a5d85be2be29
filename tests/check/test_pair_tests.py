"""The tests of a pair on their boundaries: what just suffices passes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.domain import Case, DecisionKind, Level, Reason, Shift, Verdict
from planner.geo import travel_times
from tests.check.build import START, law, small_case, with_candidate, with_decision, with_scenario, with_site

CASE = small_case()


def failing(case: Case, candidate_id: str = "C3", site_id: str = "S2") -> list[Reason]:
    """Return the tests that a pair fails."""
    feasibility = Feasibility(Facts(case, law(), travel_times(case)))
    person, site = case.candidate_of[candidate_id], case.site_of[site_id]
    return [test.reason for test in feasibility.tests if test.fails_pair(person, site)]


@pytest.mark.parametrize(
    "case",
    [
        CASE,
        with_candidate(CASE, "C3", min_hours=Decimal(10), max_hours=Decimal(15)),
        with_candidate(CASE, "C3", min_hours=Decimal(39), max_hours=Decimal(48)),
        with_site(CASE, "S2", languages={"de": Level.B2, "ar": Level.A1}),
        with_candidate(with_site(CASE, "S2", skills=frozenset({"it"})), "C3", skills=frozenset({"it", "driving"})),
        with_candidate(with_site(CASE, "S2", clearance=True), "C3", clearance=True),
        with_candidate(with_site(CASE, "S2", measles_proof=True), "C3", measles_proof=True),
        with_candidate(with_site(CASE, "S2", measles_proof=True), "C3", born=date(1970, 12, 31)),
        with_candidate(with_site(CASE, "S2", step_free=True), "C3", needs_step_free=True),
        with_candidate(CASE, "C3", shifts=frozenset({Shift.AFTERNOON, Shift.EVENING})),
        with_candidate(CASE, "C3", available_from=START),
        with_site(CASE, "S2", available_from=START, available_to=START),
        with_candidate(CASE, "C3", permit_until=START),
        with_candidate(CASE, "C3", max_commute=9),
        with_scenario(CASE, max_commute=9),
        with_decision(CASE, "C3", "S2", DecisionKind.ENDED, START - timedelta(days=400)),
        with_decision(CASE, "C3", "S1", DecisionKind.FORBID),
        with_candidate(with_scenario(CASE, unclear_is_eligible=True), "C3", eligibility=None, born=None),
    ],
)
def test_what_just_suffices_passes(case: Case) -> None:
    """A pair on the boundary of a test fails none."""
    assert failing(case) == []


@pytest.mark.parametrize("born", [date(1971, 1, 1), None])
def test_measles_proof_is_asked_of_the_younger_and_of_unknown_age(born: date | None) -> None:
    """Who was born after 1970, or has not said when, needs the proof where the site does."""
    case = with_candidate(with_site(CASE, "S2", measles_proof=True), "C3", born=born)
    assert failing(case) == [Reason.MEASLES]


@pytest.mark.parametrize(
    ("hours", "minutes", "fails"), [(30, 60, False), (30, 61, True), (31, 75, False), (31, 76, True)]
)
def test_the_law_caps_the_way_by_the_agreed_hours(hours: int, minutes: int, fails: bool) -> None:
    """Up to six hours a day 60 minutes may be demanded, beyond that 75; the smaller maximum decides."""
    case = with_site(with_candidate(CASE, "C3", max_hours=Decimal(39)), "S2", max_hours=Decimal(hours))
    long_way = {**case.travel_times, ("02", "02", case.candidate_of["C3"].transport): minutes}
    object.__setattr__(case, "travel_times", long_way)
    assert failing(case) == ([Reason.COMMUTE] if fails else [])


def test_every_failed_test_is_named_in_order() -> None:
    """A pair that fails several tests names them all, in the order of the reasons."""
    case = with_candidate(
        with_site(CASE, "S2", clearance=True, skills=frozenset({"it"})),
        "C3",
        eligibility=Verdict.REJECTED,
        max_commute=0,
        fields_refused=frozenset({"encounter"}),
    )
    expected = [Reason.NOT_ELIGIBLE, Reason.SKILL, Reason.CLEARANCE, Reason.COMMUTE, Reason.FIELD_REFUSED]
    assert failing(case) == expected
