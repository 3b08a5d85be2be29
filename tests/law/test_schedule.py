"""Costs by month, calendar year and payer."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import MINIMUM_WAGE, PAYERS, Payer, Scheme
from planner.law import MAX_MONTHS, Law, Schedule, placement_costs, wage_month, wage_schedule
from planner.law.months import add_months
from tests.law.build import START, person, scenario, site

HOURS = Decimal(30)


def schedule(law: Law, *, start: date = START, payer: Payer = Payer.CITY, material: int = 0, **other: Any) -> Schedule:
    facts = {"scheme": Scheme.P16I, "pay": MINIMUM_WAGE, "tariff_bound": False, "hours": HOURS, "minor_child": False}
    return wage_schedule(law, **(facts | other), material_costs_per_year=material, own_share_paid_by=payer, start=start)


def test_shape(law: Law) -> None:
    """Sixty months by four payers in whole cents, read-only, the same object when asked again."""
    found = schedule(law)
    assert found.years.shape == (MAX_MONTHS,)
    assert found.amounts.shape == (MAX_MONTHS, len(PAYERS))
    assert found.amounts.dtype == np.int64
    assert found is schedule(law)
    with pytest.raises(ValueError, match="read-only"):
        found.amounts[0, 0] = 1


@pytest.mark.parametrize("payer", [Payer.CITY, Payer.HOST])
def test_who_pays(law: Law, payer: Payer) -> None:
    """The own share goes to the chosen payer; material costs are the city's, a twelfth a month rounded half up."""
    found = schedule(law, payer=payer, material=100_006)
    month = wage_month(law, Scheme.P16I, MINIMUM_WAGE, False, HOURS, False, 1, START)
    row = dict(zip(PAYERS, found.amounts[0].tolist(), strict=True))
    assert row[Payer.INTEGRATION] == month.integration
    assert row[Payer.TRANSFER] == month.transfer
    assert row[payer] == month.own_share + (8334 if payer is Payer.CITY else 0)
    assert row[Payer.CITY] + row[Payer.HOST] == month.own_share + 8334


def test_calendar_years(law: Law) -> None:
    """A month belongs to the year of its first day, also where it ends in the next."""
    found = schedule(law, start=date(2027, 12, 15))
    assert found.years.tolist()[:13] == [2027] + [2028] * 12
    assert found.years.tolist()[-1] == 2032


def test_costs_of_a_placement_by_hand(law: Law) -> None:
    """Ten months of 2027 and two of 2028 at 100 %: own share 47.82 EUR, grant 2,266.26 EUR a month."""
    costs = placement_costs(
        law, person(), site(available_to=date(2028, 2, 28), material_costs_per_year=120_000), HOURS, START, scenario()
    )
    assert costs == {
        (2027, Payer.CITY): 10 * (4_782 + 10_000),
        (2027, Payer.INTEGRATION): 10 * 146_626,
        (2027, Payer.TRANSFER): 10 * 80_000,
        (2027, Payer.HOST): 0,
        (2028, Payer.CITY): 2 * (4_782 + 10_000),
        (2028, Payer.INTEGRATION): 2 * 146_626,
        (2028, Payer.TRANSFER): 2 * 80_000,
        (2028, Payer.HOST): 0,
    }


def test_previous_subsidy_shortens_but_does_not_shift(law: Law) -> None:
    """Whoever had 36 subsidised months elsewhere starts at 100 % and stays two years."""
    costs = placement_costs(law, person(subsidised_months=36), site(), HOURS, START, scenario())
    month = wage_month(law, Scheme.P16I, MINIMUM_WAGE, False, HOURS, False, 1, START)
    assert sum(c for (_, payer), c in costs.items() if payer is Payer.INTEGRATION) == 24 * month.integration
    assert {year for year, _ in costs} == {2027, 2028, 2029}


@given(
    st.dates(date(2026, 7, 1), date(2032, 12, 31)),
    st.decimals(15, 39, places=1),
    st.booleans(),
    st.integers(0, 500_000),
    st.sampled_from([Payer.CITY, Payer.HOST]),
    st.sampled_from(Scheme),
    st.integers(1, 24),
)
def test_years_sum_to_the_months(
    law: Law, start: date, hours: Decimal, child: bool, material: int, payer: Payer, scheme: Scheme, months: int
) -> None:
    """By calendar year or month by month, the cents of every payer are the same."""
    pay = Decimal("15.50")
    found = schedule(
        law, start=start, payer=payer, material=material, scheme=scheme, pay=pay, hours=hours, minor_child=child
    )
    by_month = [
        wage_month(law, scheme, pay, False, hours, child, k, add_months(start, k - 1)) for k in range(1, months + 1)
    ]
    costs = found.costs(months)
    total = {p: sum(cents for (_, other), cents in costs.items() if other is p) for p in PAYERS}
    twelfth = (2 * material + 12) // 24
    assert total[Payer.INTEGRATION] == sum(month.integration for month in by_month)
    assert total[Payer.TRANSFER] == sum(month.transfer for month in by_month)
    assert sum(total.values()) == sum(month.cost for month in by_month) + months * twelfth
    assert total[Payer.HOST] == (sum(month.own_share for month in by_month) if payer is Payer.HOST else 0)
    years = tuple(range(start.year - 1, start.year + 4))
    table = found.table(months, years)
    assert table.shape == (len(years), len(PAYERS))
    assert {(y, p): int(table[i, j]) for i, y in enumerate(years) for j, p in enumerate(PAYERS) if table[i, j]} == {
        key: cents for key, cents in costs.items() if cents
    }


@given(st.decimals(15, 38, places=1), st.integers(1, 59))
def test_longer_contracts_cost_more(law: Law, hours: Decimal, months: int) -> None:
    """No payer gets money back for a further month."""
    found = schedule(law, hours=hours)
    shorter, longer = found.costs(months), found.costs(months + 1)
    assert all(longer[key] >= cents for key, cents in shorter.items())
    assert sum(longer.values()) > sum(shorter.values())
