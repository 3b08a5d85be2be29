"""What the colours of leadership's maps mean."""

import pytest

from planner.report.situation import difference, occupied, running
from tests.report.situation.example import make_situation, without_plan

SITUATION = make_situation()


def test_occupied_posts_in_four_classes() -> None:
    """Nobody, half and more, all; a quarter without posts has no value."""
    values = occupied(SITUATION, "en").values
    assert values["07"] == (2, "1/2")
    assert values["06"] == (0, "0/4")
    assert "01" not in values


def test_months_of_the_course() -> None:
    """In the first month the plan's posts are occupied, in the last none."""
    course = SITUATION.course
    assert course is not None
    first, last = course.axis.window[0], course.axis.window[-1]
    assert running(SITUATION, first, "en").values["04"] == (3, "3/3")
    assert running(SITUATION, first, "en").values["02"] == (2, "1/2")
    assert {level for level, _ in running(SITUATION, last, "en").values.values()} == {0}
    with pytest.raises(ValueError, match="no course"):
        running(without_plan(), 0, "en")


def test_the_difference_is_signed_and_capped() -> None:
    """Two or more on either side are one class; without target and proposal there is no value."""
    values = difference(SITUATION, "en").values
    assert values["01"] == (0, "−3")
    assert values["03"] == (1, "−1")
    assert values["07"] == (2, "0")
    assert values["04"] == (3, "+1")
    assert values["06"] == (4, "+2")
    assert "05" not in values


def test_without_a_plan_no_quarter_differs_from_its_target() -> None:
    """What nothing is known of has no colour, not that of a target that was met."""
    assert difference(without_plan(), "en").values == {}
