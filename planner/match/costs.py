"""What the possible pairs cost per calendar year and payer, each distinct contract worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from planner.domain import PAYERS, Case, Payer
from planner.domain.need import round_half_up
from planner.law import Law, Schedule, wage_schedule
from planner.match.arrays import Ints, flags, numbered
from planner.match.contracts import contracts_of
from planner.match.distinct import distinct

Cents = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """The cost columns of ``Pairs``: shapes (pairs,) and (classes, years, payers) in cents, and the years."""

    cost_class: Ints
    class_costs: Cents
    years: tuple[int, ...]


def costs_of(case: Case, law: Law, candidate: Ints, site: Ints, hours: Ints) -> Costs:
    """Return the costs of pairs.

    Pairs with the same wage (pay, collective agreement, hours, minor child, first day) share a schedule of months;
    those that also need the same material and run equally long are one class.

    Parameters
    ----------
    candidate, site
        Shape (pairs,), sorted: positions in the case's tables.
    hours
        Shape (pairs,): agreed hours in hundredths.
    """
    scenario = case.scenario
    contracts = contracts_of(case, law, candidate, site)
    wages, wage = numbered((place.pay, place.tariff_bound) for place in case.sites)
    child = flags(person.minor_child for person in case.candidates).astype(np.int8)
    schedule, facts = distinct(wage[site], child[candidate], hours, contracts.start)
    schedules = [
        wage_schedule(
            law,
            scenario.scheme,
            *wages[wage_number],
            hours=Decimal(agreed) / 100,
            minor_child=bool(minor_child),
            material_costs_per_year=0,
            own_share_paid_by=scenario.own_share_paid_by,
            start=contracts.starts[start],
        )
        for wage_number, minor_child, agreed, start in zip(*(fact.tolist() for fact in facts), strict=True)
    ]
    materials, material = numbered(place.material_costs_per_year for place in case.sites)
    a_month = np.array([round_half_up(Fraction(yearly, 12)) for yearly in materials], dtype=np.int64)
    cost_class, (of_schedule, of_material, months) = distinct(schedule, material[site], contracts.months)
    class_costs, years = _by_year(schedules, of_schedule, a_month[of_material], months)
    return Costs(cost_class, class_costs, years)


def _by_year(
    schedules: Sequence[Schedule], schedule: Cents, material: Cents, months: Cents
) -> tuple[Cents, tuple[int, ...]]:
    """Return shape (classes, years, payers), and the calendar years from the first to the last month of any class.

    Parameters
    ----------
    schedule, material, months
        Shape (classes,): position of the schedule, cents of material a month, months of the contract. Material is added
        here and not in the schedule, since sites differ in it more than in wages.
    """
    if not len(schedule):
        return np.zeros((0, 0, len(PAYERS)), dtype=np.int64), ()
    month_years = np.stack([some.years for some in schedules])
    amounts = np.stack([some.amounts for some in schedules])
    upto = np.concatenate((np.zeros_like(amounts[:, :1]), amounts.cumsum(axis=1)), axis=1)
    years = range(int(month_years.min()), int(month_years[schedule, months - 1].max()) + 1)
    costs = np.zeros((len(schedule), len(years), len(PAYERS)), dtype=np.int64)
    for position, year in enumerate(years):
        first = np.minimum((month_years < year).sum(axis=1)[schedule], months)
        last = np.minimum((month_years <= year).sum(axis=1)[schedule], months)
        costs[:, position] = upto[schedule, last] - upto[schedule, first]
        costs[:, position, PAYERS.index(Payer.CITY)] += material * (last - first)
    return costs, tuple(years)
