"""Four ways to solve a case tier by tier, each telling what it found and proved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from planner.domain import Case, Pairs, Status, Tier
from planner.solve import solve
from planner.solve.tiers import order_of
from tests.bench.textbook import Ints, Textbook


@dataclass(frozen=True)
class Found:
    """What is known of one tier; ``value`` is ``None`` without a plan, ``bound`` where the solver names none."""

    tier: str
    value: int | None
    bound: int | None
    proven: bool

    @classmethod
    def none(cls, tier: Tier) -> "Found":
        """Return that there is proof of no plan at all."""
        return cls(tier.value, None, None, proven=True)


Tell = Callable[[Found], None]
Engine = Callable[[Case, Pairs, float, Tell], None]
Optimum = Callable[[Textbook, Tier], Ints | None]
"""Solves one tier to the end: the best plan, or ``None`` where the solver proves that there is none."""


class NoProofError(Exception):
    """A solver gave up, or what it called a plan breaks a row in whole numbers."""


def planner(case: Case, pairs: Pairs, seconds: float, tell: Tell) -> None:
    """Run our own solver; when its time is over it tells the gaps."""
    plan = solve(case, pairs, law_version="bench", time_limit=seconds)
    if plan.status is Status.INFEASIBLE:
        tell(Found.none(order_of(case)[0]))
    for t in plan.tiers:
        tell(Found(t.name.value, t.best, t.bound, t.proven))


def tier_by_tier(optimum: Optimum) -> Engine:
    """Return a baseline: solve a tier to the end, fix it, go on. It knows no clock and is ended from outside."""

    def run(case: Case, pairs: Pairs, _: float, tell: Tell) -> None:
        model = Textbook(case, pairs)
        for tier in order_of(case):
            x = optimum(model, tier)
            if x is None:
                tell(Found.none(tier))
                return
            if not model.keeps(x):
                raise NoProofError(tier)
            value = model.value(tier, x)
            tell(Found(tier.value, value, value, proven=True))
            model.fix(tier, value)

    return run


def cpsat(model: Textbook, tier: Tier) -> Ints | None:
    """Build the model in loops and call CP-SAT as its examples do: all defaults."""
    from ortools.sat.python import cp_model

    program = cp_model.CpModel()
    x = [program.new_int_var(0, high, f"x{k}") for k, high in enumerate(model.upper.tolist())]
    for row in model.rows:
        terms = sum(c * x[k] for k, c in zip(row.variable.tolist(), row.coefficient.tolist(), strict=True))
        if row.low is not None:
            program.add(terms >= row.low)
        if row.high is not None:
            program.add(terms <= row.high)
    goal = model.objective(tier)
    total = sum(c * x[k] for k, c in zip(goal.variable.tolist(), goal.coefficient.tolist(), strict=True))
    if tier.maximised:
        program.maximize(total)
    else:
        program.minimize(total)
    solver = cp_model.CpSolver()
    status = solver.solve(program)
    if status not in {cp_model.OPTIMAL, cp_model.INFEASIBLE}:
        raise NoProofError(status)
    return np.array([solver.value(v) for v in x], dtype=np.int64) if status == cp_model.OPTIMAL else None


def cbc(model: Textbook, tier: Tier) -> Ints | None:
    """Build the model with PuLP and call the CBC that comes with it."""
    import pulp

    goal = model.objective(tier)
    program = pulp.LpProblem("tier", pulp.LpMaximize if tier.maximised else pulp.LpMinimize)
    x = [
        pulp.LpVariable(f"x{k}", 0, high, cat=pulp.LpInteger if high > 1 else pulp.LpBinary)
        for k, high in enumerate(model.upper.tolist())
    ]
    program += pulp.LpAffineExpression(_terms(x, goal))
    for row in model.rows:
        terms = pulp.LpAffineExpression(_terms(x, row))
        if row.low is not None and row.low == row.high:
            program += terms == row.low
            continue
        if row.low is not None:
            program += terms >= row.low
        if row.high is not None:
            program += terms <= row.high
    program.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, gapAbs=0.5))
    if program.status not in {pulp.LpStatusOptimal, pulp.LpStatusInfeasible}:
        raise NoProofError(program.status)
    found = program.status == pulp.LpStatusOptimal
    return np.rint([v.varValue or 0.0 for v in x]).astype(np.int64) if found else None


def _terms(x: list[Any], row: Any) -> dict[Any, int]:
    return {x[k]: c for k, c in zip(row.variable.tolist(), row.coefficient.tolist(), strict=True)}


def highs(model: Textbook, tier: Tier) -> Ints | None:
    """Call HiGHS through SciPy with one sparse matrix."""
    import scipy.optimize as so
    import scipy.sparse as sp

    lengths = [len(row.variable) for row in model.rows]
    matrix = sp.csr_matrix(
        (
            np.concatenate([row.coefficient for row in model.rows]).astype(np.float64),
            np.concatenate([row.variable for row in model.rows]),
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(model.rows), model.size),
    )
    low = np.array([-np.inf if row.low is None else row.low for row in model.rows])
    high = np.array([np.inf if row.high is None else row.high for row in model.rows])
    goal = model.objective(tier)
    cost = np.zeros(model.size)
    cost[goal.variable] = -goal.coefficient if tier.maximised else goal.coefficient
    answer = so.milp(
        cost,
        integrality=np.ones(model.size),
        bounds=so.Bounds(0, model.upper),
        constraints=[so.LinearConstraint(matrix, low, high)],
        options={"mip_rel_gap": 0.0},
    )
    if answer.status not in {0, 2}:
        raise NoProofError(answer.message)
    return np.rint(answer.x).astype(np.int64) if answer.status == 0 else None


ENGINES: dict[str, Engine] = {
    "planner": planner,
    "cpsat": tier_by_tier(cpsat),
    "cbc": tier_by_tier(cbc),
    "highs": tier_by_tier(highs),
}
TITLES = {"planner": "Planner", "cpsat": "CP-SAT, naive", "cbc": "PuLP + CBC", "highs": "HiGHS (SciPy)"}
