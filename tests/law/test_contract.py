"""How many months a placement lasts."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import Scheme
from planner.law import Law, contract_months
from tests.law.build import START, person, site


@pytest.mark.parametrize(
    ("changes", "available_to", "scheme", "months"),
    [
        ({}, None, Scheme.P16I, 60),
        ({}, None, Scheme.P16E, 24),
        ({"subsidised_months": 36}, None, Scheme.P16I, 24),
        ({"subsidised_months": 59}, None, Scheme.P16I, 1),
        ({"subsidised_months": 36}, None, Scheme.P16E, 24),
        ({}, date(2028, 2, 29), Scheme.P16I, 12),
        ({}, date(2028, 3, 1), Scheme.P16I, 13),
        ({}, date(2027, 3, 1), Scheme.P16I, 1),
        ({}, date(2040, 1, 1), Scheme.P16I, 60),
        ({"born": date(1961, 9, 15)}, None, Scheme.P16I, 13),
        ({"born": date(1961, 9, 1)}, None, Scheme.P16I, 12),
        ({"born": date(1961, 9, 15)}, date(2027, 12, 31), Scheme.P16I, 10),
        ({"born": None}, None, Scheme.P16I, 60),
        ({"subsidised_months": 70}, None, Scheme.P16I, 1),
        ({}, date(2026, 1, 1), Scheme.P16I, 1),
    ],
)
def test_months(law: Law, changes: dict[str, Any], available_to: date | None, scheme: Scheme, months: int) -> None:
    """The shortest of grant, end of the site and age limit; begun months count; at least one for those who started."""
    assert contract_months(person(**changes), site(available_to=available_to), START, scheme, law) == months


@pytest.mark.parametrize(("start", "months"), [(date(2027, 1, 31), 2), (date(2027, 1, 28), 3), (date(2027, 1, 29), 2)])
def test_months_from_the_end_of_a_month(law: Law, start: date, months: int) -> None:
    """A month counts only if its own first day, clamped to short months, is reached."""
    assert contract_months(person(), site(available_to=date(2027, 3, 28)), start, Scheme.P16I, law) == months


@given(
    st.dates(date(1955, 1, 1), date(2002, 1, 1)),
    st.integers(0, 70),
    st.none() | st.dates(date(2026, 1, 1), date(2035, 1, 1)),
    st.sampled_from(Scheme),
)
def test_bounds(law: Law, born: date, subsidised: int, available_to: date | None, scheme: Scheme) -> None:
    """Between one month and what the grant leaves; a site without an end never shortens a contract."""
    someone = person(born=born, subsidised_months=subsidised)
    months = contract_months(someone, site(available_to=available_to), START, scheme, law)
    most = 24 if scheme is Scheme.P16E else max(1, 60 - subsidised)
    assert 1 <= months <= most
    assert months <= contract_months(someone, site(), START, scheme, law)
