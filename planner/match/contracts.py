"""When the placements of pairs start and how many months they run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from planner.domain import FIXED, Case
from planner.law import Law, contract_months, months_by_person, months_by_site
from planner.match.arrays import Ints, ints, numbered
from planner.match.decided import positions_of


@dataclass(frozen=True, slots=True, eq=False)
class Contracts:
    """Start and length of the contract of each pair.

    Parameters
    ----------
    starts, start
        The distinct first days, that of the scenario first, and shape (pairs,): which of them a pair has.
    months
        Shape (pairs,): months of the contract.
    """

    starts: tuple[date, ...]
    start: Ints
    months: Ints


def contracts_of(case: Case, law: Law, candidate: Ints, site: Ints) -> Contracts:
    """Return the contracts of pairs, which must be sorted by candidate and site.

    A contract ends for the person's sake or for the site's, whichever is sooner, so each of them is asked once; only
    the few pairs that start on a day of their own are asked one by one.
    """
    days, start = _starts(case, candidate, site)
    scheme = case.scenario.scheme
    months = np.minimum(_person_months(case, law, candidate)[candidate], _site_months(case, law)[site])
    np.maximum(months, 1, out=months)
    for pair in np.flatnonzero(start):
        person, place = case.candidates[candidate[pair]], case.sites[site[pair]]
        months[pair] = contract_months(person, place, days[start[pair]], scheme, law)
    return Contracts(days, start, months)


def _starts(case: Case, candidate: Ints, site: Ints) -> tuple[tuple[date, ...], Ints]:
    """Number the first days; each one but the scenario's stands in a decision."""
    number = {case.scenario.start: 0}
    start = np.zeros(len(candidate), dtype=np.int32)
    for pair, day in _own_starts(case, candidate, site):
        start[pair] = number.setdefault(day, len(number))
    return tuple(number), start


def _own_starts(case: Case, candidate: Ints, site: Ints) -> Iterator[tuple[int, date]]:
    """Yield the position and first day of pairs with a decision that names one."""
    find = positions_of(case)
    keys = candidate.astype(np.int64) * len(case.sites) + site
    for decision in case.decisions:
        place = find(decision)
        if place is None or decision.since is None or decision.decision not in FIXED:
            continue
        key = place[0] * len(case.sites) + place[1]
        pair = int(np.searchsorted(keys, key))
        if pair < len(keys) and keys[pair] == key:
            yield pair, case.start_of(decision.candidate_id, decision.site_id)


def _person_months(case: Case, law: Law, candidate: Ints) -> Ints:
    """Return shape (candidates,): what each person with a pair has left, 0 for the others; twins are asked once."""
    months = np.zeros(len(case.candidates), dtype=np.int32)
    involved = np.unique(candidate)
    if len(involved):
        people = [case.candidates[position] for position in involved]
        alike, rows = numbered((person.born, person.subsidised_months) for person in people)
        twins = (replace(people[0], born=born, subsidised_months=used) for born, used in alike)
        scenario = case.scenario
        left = ints(months_by_person(twin, scenario.start, scenario.scheme, law) for twin in twins)
        months[involved] = left[rows]
    return months


def _site_months(case: Case, law: Law) -> Ints:
    """Return shape (sites,): what each site leaves."""
    scenario = case.scenario
    return ints(months_by_site(place, scenario.start, scenario.scheme, law) for place in case.sites)
