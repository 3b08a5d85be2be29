"""Whether a question has any plan at all: asked of the case in which its conditions are written down as decisions."""

from dataclasses import replace

import numpy as np

from planner.domain import FIXED, Case, Decision, DecisionKind, Pairs
from planner.domain.pairs import Ints
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.columns import Columns
from planner.solve.possible import Possible, possible
from planner.solve.stage import Mask
from planner.solve.workbench_board import Board, Condition

_PER_PAIR = ("candidate", "site", "hours", "minutes", "parts", "broken", "cost_class")


def possible_under(board: Board, condition: Condition, clock: Clock) -> Possible:
    """Return a plan, in terms of the board's columns, or the proof that there is none."""
    columns = board.columns
    kept = np.ones(len(columns.pairs), dtype=bool)
    kept[columns.subset(condition.barred).members] = False
    pins = board.mask(np.flatnonzero(np.isin(board.unit_of, condition.needed) & ~condition.barred))
    program = build(_pinned(columns.case, board.pairs_of(columns.subset(pins).members)), _subset(columns.pairs, kept))
    if program.impossible:
        return Possible(None, impossible=True)
    found = possible(program, clock)
    if found.plan is None:
        return found
    return replace(found, plan=board.chosen(board.pairs_of(_members(program.columns.subset(found.plan), kept))))


def _members(columns: Columns, kept: Mask) -> Ints:
    """Return the members of columns as positions in all pairs."""
    return np.flatnonzero(kept)[columns.members]


def _pinned(case: Case, pairs: tuple[tuple[str, str], ...]) -> Case:
    """Return the case in which each pair must be in the plan."""
    decisions = dict(case.decision_of)
    for candidate_id, site_id in pairs:
        known = decisions.get((candidate_id, site_id))
        if known is None or known.decision not in FIXED:
            pin = Decision(candidate_id=candidate_id, site_id=site_id, decision=DecisionKind.PIN)
            decisions[candidate_id, site_id] = pin
    return replace(case, decisions=tuple(decisions.values()))


def _subset(pairs: Pairs, kept: Mask) -> Pairs:
    """Return some of the pairs."""
    return replace(pairs, **{name: getattr(pairs, name)[kept] for name in _PER_PAIR})
