"""Decisions that must be in the plan: pin, accepted, started.

Forbidden and declined pairs are no possible pairs, so they have no column.
"""

from dataclasses import dataclass

import numpy as np

from planner.domain import FIXED, Case, Conflict, Decision
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows


@dataclass(frozen=True)
class Fixed:
    """The rows that fix columns, and the decisions that no column can honour."""

    rows: Rows
    impossible: tuple[Conflict, ...]


def fix(columns: Columns) -> Fixed:
    """Return a row x = 1 per decision that fixes its pair."""
    found: list[tuple[int, Conflict]] = []
    impossible: list[Conflict] = []
    for decision in columns.case.decisions:
        if decision.decision not in FIXED:
            continue
        column = _column(columns, decision)
        if column is None:
            impossible.append(_describe(columns.case, decision))
        else:
            found.append((column, _describe(columns.case, decision)))
    number = len(found)
    block = Rows(
        row=np.arange(number, dtype=np.int64),
        variable=np.array([column for column, _ in found], dtype=np.int64),
        coefficient=np.ones(number, dtype=np.int64),
        lo=np.ones(number, dtype=np.int64),
        hi=np.full(number, FREE, dtype=np.int64),
        keys=tuple(f"decision:{what.params['candidate_id']}:{what.params['site_id']}" for _, what in found),
        describe=lambda r: found[r][1],
    )
    return Fixed(block, tuple(impossible))


def _column(columns: Columns, decision: Decision) -> int | None:
    case = columns.case
    candidate = case.candidate_position.get(decision.candidate_id)
    site = case.site_position.get(decision.site_id)
    if candidate is None or site is None:
        return None
    return columns.at(int(columns.unit_of_candidate[candidate]), site)


def _describe(case: Case, decision: Decision) -> Conflict:
    """Name the tandem too: the partners must follow, and may be what cannot be."""
    params = {"candidate_id": decision.candidate_id, "site_id": decision.site_id}
    tandem = _tandem_of(case, decision.candidate_id)
    return Conflict(rule=decision.decision.value, params={**params, **({"tandem": tandem} if tandem else {})})


def _tandem_of(case: Case, candidate_id: str) -> str:
    candidate = case.candidate_of.get(candidate_id)
    return candidate.tandem if candidate else ""
