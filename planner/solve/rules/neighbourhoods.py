"""Placements of a neighbourhood as steps: Σ x in n = Σ_k z(n, k), where z(n, k) is worth v(n, k).

Since v falls with k, a plan that is worth at least T can always take the first steps of each neighbourhood, so
coverage is linear although the worth of placements is not.
"""

import numpy as np

from planner.domain.need import needs, step_value
from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.program import Rows


def steps(columns: Columns) -> tuple[Ints, Ints]:
    """Return the neighbourhood position and the value of each step, best steps of a neighbourhood first."""
    case = columns.case
    most = np.zeros(len(case.neighbourhoods), dtype=np.int64)
    posts = np.array([s.posts for s in case.sites], dtype=np.int64)
    used = np.unique(columns.site)
    place = {n.code: k for k, n in enumerate(case.neighbourhoods)}
    for site in used.tolist():
        most[place[case.sites[site].neighbourhood]] += posts[site]
    people = len(case.candidates)
    allowed = people if case.scenario.posts is None else min(people, case.scenario.posts)
    most = np.minimum(most, allowed)
    need = needs(case)
    where = [k for k, number in enumerate(most.tolist()) for _ in range(number)]
    values = [
        step_value(need[n.code], k)
        for n, number in zip(case.neighbourhoods, most.tolist(), strict=True)
        for k in range(1, number + 1)
    ]
    return np.array(where, dtype=np.int64), np.array(values, dtype=np.int64)


def rows(columns: Columns, step_place: Ints) -> Rows:
    """Return Σ x − Σ z = 0 for every neighbourhood with a step or a column."""
    used, row = np.unique(np.concatenate([columns.neighbourhood, step_place]), return_inverse=True)
    terms = np.concatenate([columns.size, -np.ones(len(step_place), dtype=np.int64)])
    return Rows(
        row=row.astype(np.int64),
        variable=np.arange(len(columns) + len(step_place), dtype=np.int64),
        coefficient=terms,
        lo=np.zeros(len(used), dtype=np.int64),
        hi=np.zeros(len(used), dtype=np.int64),
        keys=tuple(f"place:{columns.case.neighbourhoods[k].code}" for k in used.tolist()),
    )
