"""Which columns a relaxation begins with; pricing adds the rest it needs."""

import numpy as np
from numpy.typing import NDArray

from planner.domain import PAYERS, Payer
from planner.domain.pairs import Ints
from planner.solve.program import Program

FEW = 4000
"""Up to this many columns the relaxation simply takes all."""


def seed(program: Program) -> NDArray[np.bool_]:
    """Return shape (columns,): the best and the cheapest of every site, and some for every limit."""
    columns = program.columns
    if len(columns) <= FEW:
        return np.ones(len(columns), dtype=bool)
    posts = np.array([s.posts for s in columns.case.sites], dtype=np.int64)
    per_site = 3 * posts[columns.site] + 4
    worth = 4 * columns.quality - columns.minutes
    paid = columns.pairs.class_costs[:, :, [PAYERS.index(Payer.CITY), PAYERS.index(Payer.INTEGRATION)]]
    dear = columns.total(paid.sum(axis=(1, 2))[columns.pairs.cost_class])
    chosen = _first_of_each(columns.site, -worth, per_site) | _first_of_each(columns.site, dear, per_site)
    chosen |= columns.kept > 0
    chosen[program.blocks["decisions"].variable] = True
    for limit in columns.case.scenario.limit:
        if limit.at_least:
            useful, _ = program.counting.terms(limit)
            chosen[useful[np.argsort(-worth[useful], kind="stable")[: 8 * limit.at_least]]] = True
    return chosen


def _first_of_each(group: Ints, key: Ints, number: Ints) -> NDArray[np.bool_]:
    """Return the ``number`` entries with the smallest key of every group."""
    order = np.lexsort((key, group))
    in_order = group[order]
    rank = np.arange(len(group)) - np.searchsorted(in_order, in_order)
    chosen = np.zeros(len(group), dtype=bool)
    chosen[order[rank < number[order]]] = True
    return chosen
