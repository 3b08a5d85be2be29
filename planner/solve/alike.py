"""Pairs that every rule treats alike: of each kind, no more are needed than can still be placed.

Let a plan keep everybody and add at most r people. Two additions at sites of the same neighbourhood with room for all
r, counted by the same limits and equally dear, can stand for each other in every rule. Where r other people of the
kind are better, one of them is free, and the plan that takes them instead is better too. So no best plan holds a pair
that r people of its kind beat.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.domain import FIXED, PAYERS, Candidate, Case, Limit, Pairs, Tier
from planner.domain.pairs import Ints
from planner.solve.counting import People, sites_of
from planner.solve.stage import Mask

_SINGLE = frozenset({Tier.QUALITY, Tier.COMMUTE})
"""Tiers that tell alike pairs apart."""


def unbeaten(case: Case, pairs: Pairs, kept: Mask, asked: Mask, free: Ints, most: int) -> Mask:
    """Return shape (pairs,): the pairs in question that a best plan may add.

    Parameters
    ----------
    kept, asked
        Shape (pairs,): the plan that keeps everybody, and the pairs that may be added to it.
    free
        Shape (sites,): posts that it leaves.
    most
        How many people can be added.
    """
    tolerance = case.scenario.tiers.tolerance
    if any(tolerance.get(tier) for tier in _SINGLE):
        return asked
    together = Counter(person.tandem for person in case.candidates if person.tandem)
    asked = asked & ~_those(case, lambda person: together[person.tandem] > most)[pairs.candidate]
    decided = {decision.candidate_id for decision in case.decisions if decision.decision in FIXED}
    bound = _those(case, lambda person: bool(person.tandem) or person.candidate_id in decided)
    rows = np.flatnonzero(asked & ~bound[pairs.candidate])
    if not len(rows):
        return asked
    _, kind = np.unique(_kinds(case, pairs, np.flatnonzero(kept), free >= most, most)(rows), return_inverse=True)
    worth, candidate = _worth(case, pairs, rows), pairs.candidate[rows].astype(np.int64)
    best = _best_of_each(kind, candidate, worth)
    best = best[np.lexsort((-worth[best], kind[best]))]
    begin = np.searchsorted(kind[best], np.arange(int(kind[best[-1]]) + 2))
    last = np.minimum(begin[:-1] + most, begin[1:]) - 1
    wanted = asked.copy()
    wanted[rows] = worth >= worth[best[last]][kind]
    return wanted


def _best_of_each(kind: Ints, candidate: Ints, worth: Ints) -> Ints:
    """Return the position of the best pair of each person in each kind."""
    people, most = int(candidate.max()) + 1, int(worth.max()) + 1
    order = np.argsort((kind * people + candidate) * most + (most - 1 - worth))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(kind[order]) != 0) | (np.diff(candidate[order]) != 0)
    return order[first]


def _those(case: Case, asked: Callable[[Candidate], bool]) -> Mask:
    """Return shape (candidates,): who is as asked."""
    return np.array([asked(person) for person in case.candidates], dtype=bool)


def _worth(case: Case, pairs: Pairs, rows: Ints) -> Ints:
    """Return shape (rows,): what the tiers that tell alike pairs apart make of them, the first in order first."""
    worth = np.zeros(len(rows), dtype=np.int64)
    for tier in case.scenario.tiers.order:
        if tier in _SINGLE:
            value = pairs.quality[rows] if tier is Tier.QUALITY else -pairs.minutes[rows].astype(np.int64)
            _, rank = np.unique(value, return_inverse=True)
            worth = worth * (int(rank.max()) + 1) + rank
    return worth


def _kinds(case: Case, pairs: Pairs, kept: Ints, roomy: Mask, most: int) -> Callable[[Ints], Ints]:
    """Return the function that numbers pairs by their kind: equal numbers for those that every rule treats alike.

    Sites, people and costs are numbered by themselves first, as there are far fewer of them than pairs.

    Parameters
    ----------
    kept
        Positions of the pairs of the plan.
    roomy
        Shape (sites,): where there is room for all that may be added; another site is like no other.
    """
    people, position = People(case), {n.code: k for k, n in enumerate(case.neighbourhoods)}
    limits = [limit for limit in case.scenario.limit if _tells(case, pairs, kept, people, limit, most)]
    where = np.array([position[site.neighbourhood] for site in case.sites], dtype=np.int64)
    alone = np.where(roomy, -1, np.arange(len(case.sites)))
    site = _numbered(len(case.sites), [where, alone, *(sites_of(case, limit) for limit in limits)])
    person = _numbered(len(case.candidates), [people.of(who) for who in {limit.who for limit in limits}])
    cost = _numbered(len(pairs.class_costs), _short_budgets(case, pairs, kept, most))
    people_kinds, cost_kinds = int(person.max()) + 1, int(cost.max()) + 1

    def kinds(rows: Ints) -> Ints:
        of_both = site[pairs.site[rows]] * people_kinds + person[pairs.candidate[rows]]
        return of_both * cost_kinds + cost[pairs.cost_class[rows]]

    return kinds


def _tells(case: Case, pairs: Pairs, kept: Ints, people: People, limit: Limit, most: int) -> bool:
    """Whether a limit is kept or broken by some additions and not by others."""
    counted = sites_of(case, limit)[pairs.site[kept]] & people.of(limit.who)[pairs.candidate[kept]]
    got = int(counted.sum())
    return got < (limit.at_least or 0) or (limit.at_most is not None and got + most > limit.at_most)


def _short_budgets(case: Case, pairs: Pairs, kept: Ints, most: int) -> Sequence[Ints]:
    """Return shape (cost classes,) each: what the classes cost of the budgets that are too small for any additions."""
    short = []
    for payer, years in case.scenario.budget.items():
        for year, cents in years.items():
            if year in pairs.years:
                cost = pairs.class_costs[:, pairs.years.index(year), PAYERS.index(payer)]
                if int(cost[pairs.cost_class[kept]].sum()) + most * int(cost.max(initial=0)) > cents:
                    short.append(cost)
    return short


def _numbered(rows: int, columns: Sequence[NDArray[Any]]) -> Ints:
    """Number the rows of some columns, shape (rows,) each: equal numbers for equal rows."""
    number = np.zeros(rows, dtype=np.int64)
    for column in columns:
        _, rank = np.unique(column, return_inverse=True)
        _, number = np.unique(number * (int(rank.max(initial=0)) + 1) + rank, return_inverse=True)
    return number.astype(np.int64)
