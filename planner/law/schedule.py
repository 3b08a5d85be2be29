"""The months of a placement, year by year and payer by payer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.domain import PAYERS, Candidate, Payer, Scenario, Scheme, Site
from planner.domain.need import round_half_up
from planner.law.contract import contract_months
from planner.law.money import wage_month
from planner.law.months import add_months
from planner.law.values import Law

MAX_MONTHS = 60
"""Rows of a schedule: the longest contract there is (§ 16i Abs. 8 SGB II)."""


@dataclass(frozen=True, eq=False, slots=True)
class Schedule:
    """Every month that a placement can have; a shorter contract has the first ones.

    Parameters
    ----------
    years
        Shape (60,): the calendar year of each month's first day.
    amounts
        Shape (60, payers): cents, payers in the order of ``PAYERS``. Neither array can be written to.
    """

    years: NDArray[np.int64]
    amounts: NDArray[np.int64]

    def table(self, months: int, years: Sequence[int]) -> NDArray[np.int64]:
        """Return shape (years, payers): cents of the first months, by the given calendar years."""
        here = self.years[:months]
        return np.stack([self.amounts[:months][here == year].sum(axis=0) for year in years])

    def costs(self, months: int) -> dict[tuple[int, Payer], int]:
        """Return the cents of the first months by calendar year and payer; all payers in all years of the contract."""
        years = range(int(self.years[0]), int(self.years[months - 1]) + 1)
        table = self.table(months, years).tolist()
        return {
            (year, payer): cents
            for year, row in zip(years, table, strict=True)
            for payer, cents in zip(PAYERS, row, strict=True)
        }


@lru_cache(maxsize=256)
def _first_days(start: date) -> tuple[date, ...]:
    return tuple(add_months(start, k) for k in range(MAX_MONTHS))


@lru_cache(maxsize=1 << 13)
def wage_schedule(
    law: Law,
    scheme: Scheme,
    pay: str | Decimal,
    tariff_bound: bool,
    hours: Decimal,
    minor_child: bool,
    material_costs_per_year: int,
    own_share_paid_by: Payer,
    start: date,
) -> Schedule:
    """Return who pays how much in each month, for all placements alike in these facts.

    The grant is paid by integration and transfer, the rest of the cost by city or host, material costs by the city, a
    twelfth a month.

    Parameters
    ----------
    material_costs_per_year
        Cents.
    own_share_paid_by
        ``CITY`` or ``HOST``.

    Raises
    ------
    InputError
        If there is no wage table of the name in ``pay``.
    """
    first_days = _first_days(start)
    years = np.array([day.year for day in first_days], dtype=np.int64)
    amounts = np.zeros((MAX_MONTHS, len(PAYERS)), dtype=np.int64)
    paid = np.array(
        [
            (month.integration, month.transfer, month.own_share)
            for k, day in enumerate(first_days, start=1)
            for month in [wage_month(law, scheme, pay, tariff_bound, hours, minor_child, k, day)]
        ],
        dtype=np.int64,
    )
    payers = [Payer.INTEGRATION, Payer.TRANSFER, own_share_paid_by]
    amounts[:, [PAYERS.index(payer) for payer in payers]] = paid
    amounts[:, PAYERS.index(Payer.CITY)] += round_half_up(Fraction(material_costs_per_year, 12))
    years.setflags(write=False)
    amounts.setflags(write=False)
    return Schedule(years, amounts)


def placement_costs(
    law: Law, candidate: Candidate, site: Site, hours: Decimal, start: date, scenario: Scenario
) -> dict[tuple[int, Payer], int]:
    """Return what a placement costs in cents, by calendar year and payer, over the whole contract.

    Raises
    ------
    InputError
        If the site names a wage table that does not exist.
    """
    schedule = wage_schedule(
        law,
        scenario.scheme,
        site.pay,
        site.tariff_bound,
        hours,
        candidate.minor_child,
        site.material_costs_per_year,
        scenario.own_share_paid_by,
        start,
    )
    return schedule.costs(contract_months(candidate, site, start, scenario.scheme, law))
