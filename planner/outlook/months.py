"""The months of a plan: who runs where, at which step of the grant, paid by whom, until when."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.domain import PAYERS, Case, Payer, Placement, Plan, Scheme
from planner.law import Law, add_months, contract_months, grant_step, wage_schedule
from planner.outlook.calendar import Axis

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The contract of one placement.

    Parameters
    ----------
    start
        First working day.
    first, months
        Position of its first month on the axis, and how many it has.
    steps
        The share of the grant's base that is paid, by month of the contract; 0 where there is no grant any more.
    """

    candidate_id: str
    site_id: str
    neighbourhood: str
    start: date
    first: int
    months: int
    steps: tuple[Fraction, ...]

    @property
    def end(self) -> int:
        """The position of the first month without it."""
        return self.first + self.months


@dataclass(frozen=True, eq=False, kw_only=True)
class Course:
    """A plan over its months. Every array has one row per month of the axis.

    Parameters
    ----------
    runs
        In the order of the plan's placements.
    quarters
        Codes of the neighbourhoods, in the order of the case.
    by_quarter
        Shape (months, quarters): placements running.
    cents
        Shape (months, payers): in the order of ``PAYERS``.
    steps
        The distinct steps of the grant, the highest first.
    by_step
        Shape (months, steps): placements at each step.
    stepped, ended
        Shape (months,): placements whose step falls in that month, and contracts that ran until the month before.
    """

    axis: Axis
    runs: tuple[Run, ...]
    quarters: tuple[str, ...]
    by_quarter: Counts
    cents: Counts
    steps: tuple[Fraction, ...]
    by_step: Counts
    stepped: Counts
    ended: Counts

    @property
    def days(self) -> tuple[date, ...]:
        """The first day of each month."""
        return self.axis.days

    @property
    def running(self) -> Counts:
        """Shape (months,): placements running in all."""
        total: Counts = self.by_quarter.sum(axis=1)
        return total

    def paid_by(self, *payers: Payer) -> Counts:
        """Return shape (months,): the cents of some payers together."""
        total: Counts = self.cents[:, [PAYERS.index(payer) for payer in payers]].sum(axis=1)
        return total

    def costs(self) -> Mapping[tuple[int, Payer], int]:
        """Return cents by calendar year and payer, without zeros: the plan's own costs."""
        years = np.array([day.year for day in self.days])
        found = {}
        for year in sorted(set(years.tolist())):
            for payer, cents in zip(PAYERS, self.cents[years == year].sum(axis=0).tolist(), strict=True):
                if cents:
                    found[year, payer] = cents
        return found


def course_of(case: Case, plan: Plan, law: Law) -> Course:
    """Return the months of a plan.

    Month k of a placement counts from its start and belongs to the calendar month of its first day, so the sums by
    calendar year are the plan's costs to the cent.

    Parameters
    ----------
    case
        The whole case: months and money depend on facts of the people.

    Raises
    ------
    KeyError
        If the plan places somebody, or at a site, that the case does not have.
    InputError
        If a site names a wage table that does not exist.
    """
    lengths = [_months(case, placement, law) for placement in plan.placements]
    axis = Axis.over(case.scenario.start, [(p.start, n) for p, n in zip(plan.placements, lengths, strict=True)])
    runs = tuple(_run(case, p, n, axis, law) for p, n in zip(plan.placements, lengths, strict=True))
    cents = np.zeros((axis.length, len(PAYERS)), dtype=np.int64)
    for placement, run in zip(plan.placements, runs, strict=True):
        cents[run.first : run.end] += _amounts(case, placement, law)[: run.months]
    quarters = tuple(place.code for place in case.neighbourhoods)
    steps = tuple(sorted({step for run in runs for step in run.steps}, reverse=True))
    alike = Counter((run.first, run.steps) for run in runs)
    return Course(
        axis=axis,
        runs=runs,
        quarters=quarters,
        cents=cents,
        by_quarter=_by_quarter(axis, runs, quarters),
        steps=steps,
        by_step=_by_step(axis, alike, steps),
        stepped=_stepped(axis, alike),
        ended=np.bincount([run.end for run in runs], minlength=axis.length),
    )


def _months(case: Case, placement: Placement, law: Law) -> int:
    candidate, site = case.candidate_of[placement.candidate_id], case.site_of[placement.site_id]
    return contract_months(candidate, site, placement.start, case.scenario.scheme, law)


def _run(case: Case, placement: Placement, months: int, axis: Axis, law: Law) -> Run:
    return Run(
        candidate_id=placement.candidate_id,
        site_id=placement.site_id,
        neighbourhood=placement.neighbourhood,
        start=placement.start,
        first=axis.at(placement.start),
        months=months,
        steps=_steps(law, case.scenario.scheme, placement.start, months),
    )


@lru_cache(maxsize=1 << 10)
def _steps(law: Law, scheme: Scheme, start: date, months: int) -> tuple[Fraction, ...]:
    return tuple(grant_step(law, scheme, k, add_months(start, k - 1)) for k in range(1, months + 1))


def _amounts(case: Case, placement: Placement, law: Law) -> Counts:
    """Return shape (60, payers): cents of every month the placement can have."""
    site = case.site_of[placement.site_id]
    return wage_schedule(
        law,
        case.scenario.scheme,
        site.pay,
        site.tariff_bound,
        placement.hours,
        case.candidate_of[placement.candidate_id].minor_child,
        site.material_costs_per_year,
        case.scenario.own_share_paid_by,
        placement.start,
    ).amounts


def _by_quarter(axis: Axis, runs: tuple[Run, ...], quarters: tuple[str, ...]) -> Counts:
    """Count by quarter; one more where a run begins, one less where it has ended, summed up over the months."""
    column = {code: i for i, code in enumerate(quarters)}
    changes = np.zeros((axis.length, len(quarters)), dtype=np.int64)
    for run in runs:
        changes[run.first, column[run.neighbourhood]] += 1
        changes[run.end, column[run.neighbourhood]] -= 1
    return changes.cumsum(axis=0)


Alike = Mapping[tuple[int, tuple[Fraction, ...]], int]
"""How many placements have the same first month and the same steps."""


def _by_step(axis: Axis, alike: Alike, steps: tuple[Fraction, ...]) -> Counts:
    column = {step: i for i, step in enumerate(steps)}
    found = np.zeros((axis.length, len(steps)), dtype=np.int64)
    for (first, own), many in alike.items():
        found[np.arange(first, first + len(own)), [column[step] for step in own]] += many
    return found


def _stepped(axis: Axis, alike: Alike) -> Counts:
    found = np.zeros(axis.length, dtype=np.int64)
    for (first, own), many in alike.items():
        for k, (before, now) in enumerate(pairwise(own), start=1):
            found[first + k] += many * (now < before)
    return found
