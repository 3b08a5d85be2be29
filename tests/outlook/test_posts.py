"""Occupied posts from public facts."""

from dataclasses import replace
from datetime import date

from planner.law import load_law
from planner.outlook import course_of, post_course
from tests.outlook.example import SINCE, START, make_case, make_plan

CASE = make_case()
CODES = tuple(place.code for place in CASE.neighbourhoods)
FILLED = [(p.neighbourhood, CASE.site_of[p.site_id], p.start) for p in make_plan(CASE).placements]


def test_what_a_person_brings_along_cannot_be_seen() -> None:
    """Whoever has used 50 months looks like whoever has used none; only the site's end shows."""
    found = post_course(FILLED, CODES, CASE.scenario, load_law())
    opening = found.axis.opening
    assert found.at(opening)["07"] == found.at(opening + 59)["07"] == 2
    assert found.at(opening + 60)["07"] == 0
    assert found.at(found.axis.at(date(2028, 12, 1)))["96"] == 1
    assert found.at(found.axis.at(date(2029, 1, 1)))["96"] == 0


def test_no_post_is_shown_for_less_time_than_it_is_occupied() -> None:
    """In every month and quarter at least as many posts are shown as contracts run."""
    found = post_course(FILLED, CODES, CASE.scenario, load_law())
    course = course_of(CASE, make_plan(CASE), load_law())
    assert found.axis == course.axis
    assert (found.occupied >= course.by_quarter).all()


def test_a_site_that_is_gone_and_a_quarter_that_is_gone() -> None:
    """Without the site a post stays as long as the law allows; a post elsewhere is left out."""
    filled = [("07", None, SINCE), ("nowhere", None, START)]
    found = post_course(filled, CODES, replace(CASE, decisions=()).scenario, load_law())
    assert found.occupied.sum() == 60
    assert found.axis.first == SINCE.replace(day=1)
