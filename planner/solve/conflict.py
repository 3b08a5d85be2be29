"""Why there is no plan: a smallest set of rules in which each one is needed, and by how much each had to give way.

Found by deletion: leave a rule out; if there is still no plan, it stays out. What remains cannot lose any member.
Source: Chinneck and Dravnieks 1991 (deletion filter).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from planner.domain import Conflict
from planner.solve.clock import Clock
from planner.solve.program import FREE, Program

_SECONDS_PER_TRIAL = 20.0


@dataclass(frozen=True)
class _Named:
    """A row that a planner can change."""

    row: int
    what: Conflict


def conflict(program: Program, clock: Clock) -> tuple[Conflict, ...]:
    """Return rules that cannot hold together, as small a set as the time allows.

    Decisions that are impossible by themselves are the whole answer where there are any.
    """
    if program.impossible:
        return program.impossible
    named = _named(program)
    kept = _core(program, named, clock)
    for candidate in list(kept):
        if clock.over:
            break
        fewer = [n for n in kept if n is not candidate]
        if _feasible(program, fewer, clock) is False:
            kept = fewer
    return tuple(_with_relief(program, n, clock) for n in kept)


def _with_relief(program: Program, named: _Named, clock: Clock) -> Conflict:
    """Add by how much the rule alone would have to give way for a plan to exist, where that is possible and known."""
    rows = _everyone_once(program)
    rows[[n.row for n in _named(program) if n.row != named.row]] = True
    model, made = _model(program, rows)
    low, high = int(program.row_lo[named.row]), int(program.row_hi[named.row])
    most = int(abs(program.matrix[[named.row]]).sum()) + max(low, 0)
    amount = model.new_int_var(0, most, "")
    expression = _expression(program, named.row, made)
    if low > -FREE:
        model.add(expression + amount >= low)
    if high < FREE:
        model.add(expression - amount <= high)
    model.minimize(amount)
    solver = _solver(clock)
    if clock.over or solver.solve(model) != cp_model.OPTIMAL:
        return named.what
    return replace(named.what, params={**named.what.params, "relax_by": int(solver.value(amount))})


def _named(program: Program) -> list[_Named]:
    """Return the rows with a description, those a planner would rather keep first, so that they are let go first."""
    rows: list[_Named] = []
    shift = 0
    for block in program.blocks.values():
        if block.describe is not None:
            rows += [_Named(shift + r, block.describe(r)) for r in range(block.number)]
        shift += block.number
    preference = ["site_posts", "budget", "posts", "max_changes", "limit", "pin", "accepted", "started"]
    return sorted(rows, key=lambda n: preference.index(n.what.rule))


def _everyone_once(program: Program) -> NDArray[np.bool_]:
    """Return the only rows that nobody can change: one site per person. Steps and shortages follow from the rest.

    The steps of a neighbourhood end at its posts, so with their rows the posts would be kept without being named.
    """
    rows = np.zeros(len(program.row_lo), dtype=bool)
    rows[: program.blocks["people"].number] = True
    return rows


def _model(program: Program, rows: NDArray[np.bool_]) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    lo, hi = program.var_lo.tolist(), program.var_hi.tolist()
    made = [model.new_int_var(a, b, "") for a, b in zip(lo, hi, strict=True)]
    for row in np.flatnonzero(rows).tolist():
        _add_row(model, program, row, made)
    return model, made


def _expression(program: Program, row: int, made: Sequence[cp_model.IntVar]) -> cp_model.LinearExpr | int:
    matrix = program.matrix
    span = slice(matrix.indptr[row], matrix.indptr[row + 1])
    terms = [made[k] for k in matrix.indices[span].tolist()]
    return cp_model.LinearExpr.weighted_sum(terms, matrix.data[span].tolist())


def _add_row(
    model: cp_model.CpModel, program: Program, row: int, made: Sequence[cp_model.IntVar]
) -> cp_model.Constraint:
    expression = _expression(program, row, made)
    return model.add_linear_constraint(expression, int(program.row_lo[row]), int(program.row_hi[row]))


def _solver(clock: Clock) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_time_in_seconds = max(0.1, min(_SECONDS_PER_TRIAL, clock.left))
    return solver


def _core(program: Program, named: Sequence[_Named], clock: Clock) -> list[_Named]:
    """Return a sufficient set from CP-SAT's assumptions, or all rows where it gives none."""
    model, made = _model(program, _everyone_once(program))
    literals = []
    for n in named:
        literal = model.new_bool_var("")
        _add_row(model, program, n.row, made).only_enforce_if(literal)
        literals.append(literal)
    model.add_assumptions(literals)
    solver = _solver(clock)
    if solver.solve(model) != cp_model.INFEASIBLE:
        return list(named)
    sufficient = set(solver.sufficient_assumptions_for_infeasibility())
    found = [n for n, literal in zip(named, literals, strict=True) if literal.index in sufficient]
    return found if found and _feasible(program, found, clock) is False else list(named)


def _feasible(program: Program, kept: Sequence[_Named], clock: Clock) -> bool | None:
    """Return whether a plan exists under the nameless rows and the kept ones; ``None`` where time ran out."""
    rows = _everyone_once(program)
    rows[[n.row for n in kept]] = True
    model, _ = _model(program, rows)
    status = _solver(clock).solve(model)
    if status == cp_model.INFEASIBLE:
        return False
    return True if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
