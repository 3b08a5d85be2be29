"""Arithmetic of months and ages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.law.months import add_months, completes, end_of_month, months_begun

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 3, 1), 0, date(2027, 3, 1)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 2, date(2027, 3, 31)),
        (date(2027, 11, 15), 2, date(2028, 1, 15)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
    ],
)
def test_a_later_month_has_the_same_day_or_its_last(day: date, months: int, expected: date) -> None:
    """A month without the day ends the count at its last day, and the next one has the day again."""
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("born", "years", "expected"),
    [
        (date(2002, 3, 2), 25, date(2027, 3, 1)),
        (date(1960, 1, 1), 66, date(2025, 12, 31)),
        (date(2000, 2, 29), 25, date(2025, 2, 28)),
        (date(2000, 2, 29), 28, date(2028, 2, 28)),
        (date(2000, 3, 1), 28, date(2028, 2, 29)),
    ],
)
def test_an_age_is_complete_the_day_before_the_birthday(born: date, years: int, expected: date) -> None:
    """§ 188 BGB: the day before the birthday; without such a day, the end of the month."""
    assert completes(born, 12 * years) == expected


@given(DAYS, st.integers(0, 120))
def test_months_begun_counts_the_first_days(start: date, months: int) -> None:
    """On the first day of a month, that month has begun; the day before, it has not."""
    first_day = add_months(start, months)
    assert months_begun(start, first_day) == months + 1
    assert months_begun(start, first_day - timedelta(days=1)) == months


@given(DAYS)
def test_the_end_of_a_month_is_followed_by_a_first(day: date) -> None:
    """The day after is the first of a month, and no earlier one is."""
    last = end_of_month(day)
    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (day.year, day.month)
