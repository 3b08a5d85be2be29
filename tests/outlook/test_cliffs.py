"""The months in which much changes at once."""

from datetime import date
from fractions import Fraction

from planner.domain import Payer
from planner.law import load_law
from planner.outlook import CliffKind, cliffs_of, course_of
from tests.outlook.example import make_case, make_plan

COURSE = course_of(make_case(), make_plan(make_case()), load_law())


def test_every_step_and_every_end_of_few_is_a_cliff() -> None:
    """With three placements each of them is more than a tenth: every step down and every end is listed, by month."""
    found = cliffs_of(COURSE)
    steps = [(c.day, c.step) for c in found if c.kind is CliffKind.STEP]
    assert steps == [
        (date(2028, 12, 1), Fraction(9, 10)),
        (date(2029, 3, 1), Fraction(9, 10)),
        (date(2030, 3, 1), Fraction(8, 10)),
        (date(2031, 3, 1), Fraction(7, 10)),
    ]
    assert [c.day for c in found if c.kind is CliffKind.END] == [
        date(2028, 1, 1),
        date(2029, 1, 1),
        date(2032, 3, 1),
    ]
    assert [c.month for c in found] == sorted(c.month for c in found)


def test_what_happens_to_few_is_no_cliff() -> None:
    """Where two of three must be concerned, nothing that concerns one is listed."""
    assert cliffs_of(COURSE, Fraction(2, 3)) == ()


def test_a_cliff_names_the_change_of_what_city_and_host_pay() -> None:
    """The amount is the difference of two neighbouring months."""
    own = COURSE.paid_by(Payer.CITY, Payer.HOST)
    for cliff in cliffs_of(COURSE):
        assert cliff.cents == own[cliff.month] - own[cliff.month - 1]
        if cliff.kind is CliffKind.STEP:
            assert cliff.cents > 0
            assert cliff.step is not None
