"""Exact search on a small set of columns with CP-SAT."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage

Watcher = Callable[[int | None, int | None], None]
"""Told of a new objective value or a new bound."""


@dataclass(frozen=True, eq=False)
class Found:
    """What a search on some columns has shown.

    Parameters
    ----------
    chosen
        The best plan found; ``None`` if there was none.
    bound
        No plan on these columns is worth more; ``None`` where none reaches the floor asked for.
    finished
        Whether the search is over: the plan is the best, or there is none.
    """

    chosen: Mask | None
    bound: int | None
    finished: bool


def search(stage: Stage, window: Mask, floor: int | None, hint: Mask | None, clock: Clock, seconds: float) -> Found:
    """Maximise the objective over the columns of the window.

    Parameters
    ----------
    floor
        Only plans worth at least this are asked for.
    hint
        A plan to begin with.
    seconds
        At most this long.
    """
    model = cp_model.CpModel()
    variables = np.concatenate([np.flatnonzero(window), stage.others])
    bounds = zip(stage.var_lo[variables].tolist(), stage.var_hi[variables].tolist(), strict=True)
    made = [model.new_bool_var("") if pair == (0, 1) else model.new_int_var(*pair, "") for pair in bounds]
    _add_rows(model, made, stage, variables)
    _add_step_order(model, made, stage, int(window.sum()))
    objective = cp_model.LinearExpr.weighted_sum(made, stage.objective[variables].tolist())
    if floor is not None:
        model.add(objective >= floor)
    model.maximize(objective)
    if hint is not None:
        for variable, value in zip(made, stage.completed(hint)[variables].tolist(), strict=True):
            model.add_hint(variable, value)
    solver = _solver(min(seconds, clock.left))
    with _stopping(solver, clock):
        status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return Found(None, None, finished=True)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Found(None, None, finished=False)
    chosen = np.zeros(len(stage.columns), dtype=bool)
    chosen[np.flatnonzero(window)] = [bool(solver.value(v)) for v in made[: int(window.sum())]]
    limit = int(np.floor(solver.best_objective_bound + 1e-6))
    return Found(chosen, limit, finished=status == cp_model.OPTIMAL)


def _solver(seconds: float) -> cp_model.CpSolver:
    """Return CP-SAT with the settings that prove these cores fastest: one worker, the full linear relaxation."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.catch_sigint_signal = False
    if seconds < float("inf"):
        solver.parameters.max_time_in_seconds = max(0.05, seconds)
    return solver


def _add_rows(model: cp_model.CpModel, made: list[cp_model.IntVar], stage: Stage, variables: Ints) -> None:
    matrix = stage.coefficients.of(variables)
    start, index, data = matrix.indptr.tolist(), matrix.indices.tolist(), matrix.data.tolist()
    lo, hi = stage.row_lo.tolist(), stage.row_hi.tolist()
    for row in np.flatnonzero(stage.binding).tolist():
        first, last = start[row], start[row + 1]
        terms = [made[k] for k in index[first:last]]
        if not terms:
            if lo[row] > 0 or hi[row] < 0:
                model.add_bool_or([])
        elif row < stage.people and (lo[row], hi[row]) == (-FREE, 1):
            model.add_at_most_one(terms)
        else:
            expression = cp_model.LinearExpr.weighted_sum(terms, data[first:last])
            model.add_linear_constraint(expression, lo[row], hi[row])


def _add_step_order(model: cp_model.CpModel, made: list[cp_model.IntVar], stage: Stage, columns: int) -> None:
    """Take the steps of a neighbourhood in order; without this, equal steps are interchangeable."""
    steps = stage.steps.tolist()
    for k in range(1, len(steps)):
        if steps[k] == steps[k - 1]:
            model.add(made[columns + k] <= made[columns + k - 1])


@contextmanager
def _stopping(solver: cp_model.CpSolver, clock: Clock) -> Iterator[None]:
    """End the search soon after the user asks for it, from a thread of its own."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.1):
            if clock.stopped:
                solver.stop_search()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
