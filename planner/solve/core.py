"""Exact search on a small set of columns with CP-SAT, and a quick first try with HiGHS."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.optimize as so
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.program import FREE
from planner.solve.stage import Stage, completed

Watcher = Callable[[int | None, int | None], None]
"""Told of a new objective value or a new bound."""


@dataclass(frozen=True, eq=False)
class Found:
    """What a search on some columns has shown.

    Parameters
    ----------
    chosen
        Shape (columns,): the best plan found; ``None`` if there was none.
    value
        Its objective.
    bound
        No plan on these columns is worth more; ``None`` where none reaches the floor asked for.
    finished
        Whether the search is over: value and bound agree, or there is no plan.
    """

    chosen: NDArray[np.bool_] | None
    value: int | None
    bound: int | None
    finished: bool


def quick(stage: Stage, window: NDArray[np.bool_], floor: int | None, seconds: float) -> NDArray[np.bool_] | None:
    """Let HiGHS look for a good plan; what comes back is checked in whole numbers, so its floats prove nothing."""
    variables = np.concatenate([np.flatnonzero(window), stage.others])
    matrix = stage.matrix[:, variables]
    used = np.flatnonzero(np.diff(matrix.indptr) > 0)
    lo, hi = stage.row_lo[used].astype(np.float64), stage.row_hi[used].astype(np.float64)
    lo[lo <= -FREE], hi[hi >= FREE] = -np.inf, np.inf
    rows = [so.LinearConstraint(matrix[used].astype(np.float64), lo, hi)] if len(used) else []
    if floor is not None:
        rows.append(so.LinearConstraint(stage.objective[variables].astype(np.float64)[None, :], floor, np.inf))
    if not len(variables):
        return None
    answer = so.milp(
        -stage.objective[variables].astype(np.float64),
        integrality=np.ones(len(variables), dtype=np.int64),
        bounds=so.Bounds(stage.program.var_lo[variables], stage.program.var_hi[variables]),
        constraints=rows,
        options={"time_limit": max(0.05, seconds), "mip_rel_gap": 0.0},
    )
    if answer.x is None:
        return None
    chosen = np.zeros(len(stage.program.columns), dtype=bool)
    chosen[np.flatnonzero(window)] = np.rint(answer.x[: int(window.sum())]).astype(bool)
    return chosen if stage.holds(completed(stage.program, chosen)) else None


def search(
    stage: Stage,
    window: NDArray[np.bool_],
    floor: int | None,
    hint: NDArray[np.bool_] | None,
    clock: Clock,
    seconds: float,
    watch: Watcher,
) -> Found:
    """Maximise the objective over the columns of the window.

    Parameters
    ----------
    floor
        Only plans worth at least this are asked for.
    hint
        Shape (columns,): a plan to begin with.
    seconds
        At most this long.
    """
    model = cp_model.CpModel()
    variables = np.concatenate([np.flatnonzero(window), stage.others])
    lo, hi = stage.program.var_lo[variables].tolist(), stage.program.var_hi[variables].tolist()
    made = [
        model.new_bool_var("") if (a, b) == (0, 1) else model.new_int_var(a, b, "") for a, b in zip(lo, hi, strict=True)
    ]
    _add_rows(model, made, stage, variables)
    _add_step_order(model, made, stage, int(window.sum()))
    objective = cp_model.LinearExpr.weighted_sum(made, stage.objective[variables].tolist())
    if floor is not None:
        model.add(objective >= floor)
    model.maximize(objective)
    if hint is not None:
        for variable, value in zip(made, completed(stage.program, hint)[variables].tolist(), strict=True):
            model.add_hint(variable, value)
    return _run(model, made, stage, window, clock, seconds, watch)


def _add_rows(model: cp_model.CpModel, made: list[cp_model.IntVar], stage: Stage, variables: Ints) -> None:
    matrix = stage.matrix[:, variables]
    people = stage.program.blocks["people"].number
    start, index, data = matrix.indptr.tolist(), matrix.indices.tolist(), matrix.data.tolist()
    lo, hi = stage.row_lo.tolist(), stage.row_hi.tolist()
    for row in range(len(lo)):
        first, last = start[row], start[row + 1]
        terms = [made[k] for k in index[first:last]]
        if row < people:
            if len(terms) > 1:
                model.add_at_most_one(terms)
        elif terms:
            expression = cp_model.LinearExpr.weighted_sum(terms, data[first:last])
            model.add_linear_constraint(expression, max(lo[row], -FREE), min(hi[row], FREE))
        elif lo[row] > 0 or hi[row] < 0:
            model.add_bool_or([])


def _add_step_order(model: cp_model.CpModel, made: list[cp_model.IntVar], stage: Stage, columns: int) -> None:
    """Take the steps of a neighbourhood in order; without this, equal steps are interchangeable."""
    steps = stage.program.steps.tolist()
    for k in range(1, len(steps)):
        if steps[k] == steps[k - 1]:
            model.add_implication(made[columns + k], made[columns + k - 1])


class _Values(cp_model.CpSolverSolutionCallback):
    def __init__(self, watch: Watcher) -> None:
        super().__init__()
        self._watch = watch

    def on_solution_callback(self) -> None:
        self._watch(round(self.objective_value), None)


def _run(
    model: cp_model.CpModel,
    made: list[cp_model.IntVar],
    stage: Stage,
    window: NDArray[np.bool_],
    clock: Clock,
    seconds: float,
    watch: Watcher,
) -> Found:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.catch_sigint_signal = False
    if seconds < float("inf"):
        solver.parameters.max_time_in_seconds = max(0.05, seconds)
    solver.best_bound_callback = lambda b: watch(None, int(np.floor(b + 1e-6)))
    with _stopper(solver, clock):
        status = solver.solve(model, _Values(watch))
    if status == cp_model.INFEASIBLE:
        return Found(None, None, None, finished=True)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, None, None, finished=False)
    chosen = np.zeros(len(stage.program.columns), dtype=bool)
    chosen[np.flatnonzero(window)] = [bool(solver.value(v)) for v in made[: int(window.sum())]]
    value = stage.value(completed(stage.program, chosen))
    proven = status == cp_model.OPTIMAL
    return Found(chosen, value, value if proven else int(np.floor(solver.best_objective_bound + 1e-6)), finished=proven)


class _stopper:  # noqa: N801  (used as a statement)
    """Ends the search soon after the user asks for it, from a thread of its own."""

    def __init__(self, solver: cp_model.CpSolver, clock: Clock) -> None:
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(solver, clock), daemon=True)

    def _watch(self, solver: cp_model.CpSolver, clock: Clock) -> None:
        while not self._done.wait(0.1):
            if clock.stopped:
                solver.stop_search()

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
