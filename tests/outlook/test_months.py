"""The months of a plan."""

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from planner.domain import PAYERS, Payer
from planner.law import load_law, wage_month
from planner.outlook import Course, course_of
from planner.service import make_plan as solve_case
from planner.service import opened_from
from planner.synthetic import generate
from tests.outlook.example import HOURS, START, make_case, make_plan

CASE = make_case()


@pytest.fixture(scope="module")
def course() -> Course:
    """The three placements over their months."""
    return course_of(CASE, make_plan(CASE), load_law())


def month(course: Course, year: int, number: int) -> int:
    return course.axis.at(date(year, number, 1))


def test_costs_by_year_are_the_plans(course: Course) -> None:
    """The months of each calendar year and payer add up to what the plan says, to the cent."""
    assert course.costs() == make_plan(CASE).costs()


def test_costs_of_a_solved_case_agree() -> None:
    """They do for a plan of the solver too, with started work, half years and every kind of pay."""
    opened = opened_from(generate(80, 16, 20, seed=5))
    plan = solve_case(opened, time_limit=20).plan
    found = course_of(opened.case, plan, opened.law)
    assert found.costs() == {key: cents for key, cents in plan.costs().items() if cents}
    assert int(found.running.sum()) == sum(run.months for run in found.runs)


def test_the_axis_begins_with_the_first_contract_and_ends_after_the_last(course: Course) -> None:
    """Who works since the last day of a year is there from that month on; after the last month nobody is."""
    assert course.days[0] == date(2026, 12, 1)
    assert course.days[course.axis.opening] == START
    assert course.days[-1] == date(2032, 3, 1)
    assert course.running[-1] == 0


def test_contracts_end_for_their_own_reasons(course: Course) -> None:
    """60 months, 10 because 50 were used, 25 because the site closes on the day before the next month begins."""
    assert {run.candidate_id: run.months for run in course.runs} == {"fresh": 60, "used": 10, "working": 25}
    ends = {run.candidate_id: course.days[run.end] for run in course.runs}
    assert ends == {"fresh": date(2032, 3, 1), "used": date(2028, 1, 1), "working": date(2029, 1, 1)}
    assert int(course.ended.sum()) == 3


def test_running_is_what_began_less_what_ended(course: Course) -> None:
    """From month to month the number of placements changes by beginnings and ends alone, quarter by quarter."""
    began = Counter(run.first for run in course.runs)
    before = 0
    for k, now in enumerate(course.running.tolist()):
        assert now == before + began[k] - course.ended[k]
        before = now
    at = month(course, 2027, 6)
    shown = dict(zip(course.quarters, course.by_quarter[at].tolist(), strict=True))
    assert {code: many for code, many in shown.items() if many} == {"07": 2, "96": 1}


def test_steps_follow_the_years_of_each_employment(course: Course) -> None:
    """100, 100, 90, 80, 70 percent by year of the contract, each counted from its own start."""
    fresh = next(run for run in course.runs if run.candidate_id == "fresh")
    assert fresh.steps[::12] == tuple(Fraction(n, 10) for n in (10, 10, 9, 8, 7))
    assert course.steps == tuple(Fraction(n, 10) for n in (10, 9, 8, 7))
    working = next(run for run in course.runs if run.candidate_id == "working")
    assert working.steps[23:] == (Fraction(1), Fraction(9, 10))
    assert course.stepped[month(course, 2028, 12)] == 1
    assert (course.by_step.sum(axis=1) == course.running).all()


def test_a_month_costs_what_the_law_says(course: Course) -> None:
    """A month in which one placement runs alone has the amounts of that month of its employment."""
    at = month(course, 2030, 5)
    assert course.running[at] == 1
    site = CASE.site_of["open"]
    alone = wage_month(load_law(), CASE.scenario.scheme, site.pay, False, HOURS, False, 39, date(2030, 5, 1))
    paid = dict(zip(PAYERS, course.cents[at].tolist(), strict=True))
    assert paid[Payer.INTEGRATION] == alone.integration
    assert paid[Payer.TRANSFER] == alone.transfer
    assert paid[Payer.CITY] == alone.own_share + 8_333
    assert course.paid_by(*PAYERS)[at] == sum(paid.values())
