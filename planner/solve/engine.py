"""All tiers in their order, each fixed before the next."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Tier
from planner.domain.pairs import Ints
from planner.progress import Progress, Step
from planner.solve.bound import bound
from planner.solve.clock import Clock
from planner.solve.close import Closed, close
from planner.solve.program import Program
from planner.solve.seed import seed
from planner.solve.stage import Stage, completed, first_stage, next_stage
from planner.solve.tiers import floor_of, order_of, shown


@dataclass(frozen=True)
class TierOutcome:
    """Best objective found at the tier's turn and the proven bound, as people read them."""

    tier: Tier
    best: int
    bound: int


@dataclass(frozen=True, eq=False)
class Outcome:
    """How the engine ended.

    Parameters
    ----------
    chosen
        Shape (columns,): the plan; ``None`` if there is none.
    tiers
        One entry per tier of the order and the lot.
    infeasible
        Whether it is proven that no plan exists.
    """

    chosen: NDArray[np.bool_] | None
    tiers: tuple[TierOutcome, ...]
    infeasible: bool = False


def run(program: Program, clock: Clock, progress: Progress) -> Outcome:
    """Solve tier after tier; what time does not allow is reported with its gap."""
    case = program.columns.case
    order = order_of(case)
    start = seed(program)
    chosen = _decided(program)
    done: list[TierOutcome] = []
    stage = first_stage(program, order[0], _objective(program, order[0], np.ones(len(program.columns), dtype=bool)))
    for number, tier in enumerate(order):
        watch = _watcher(progress, number, len(order), tier, case)
        known = chosen if chosen is not None and stage.holds(completed(program, chosen)) else None
        seconds = clock.left if number == len(order) - 1 else max(clock.left / 2, clock.left / (len(order) - number))
        closed = _hurried(stage, known) if known is not None and clock.over else None
        if closed is None:
            result = close(stage, start, known, clock, seconds, watch)
            if result.infeasible:
                return Outcome(None, (), infeasible=True)
            if result.chosen is None or result.best is None:
                return Outcome(None, ())
            chosen, start = result.chosen, result.priced.taken
            best, upper, active = result.best, result.bound, _left_over(stage, result, tier, case)
        else:
            best, upper = closed
            active = stage.active
        done.append(TierOutcome(tier, shown(tier, best, case), shown(tier, upper, case)))
        progress.report(Step("solve", number + 1, len(order), tier.value, done[-1].best, done[-1].bound))
        if number + 1 < len(order):
            following = order[number + 1]
            floor = floor_of(tier, shown(tier, best, case), case)
            stage = next_stage(stage, floor, active, following, _objective(program, following, active))
    return Outcome(chosen, tuple(done))


def _objective(program: Program, tier: Tier, active: NDArray[np.bool_]) -> Ints:
    """Return the coefficients of a tier, the lot drawn for the columns that are left."""
    if tier is not Tier.LOT:
        return program.objectives[tier]
    objective = np.zeros(program.variables, dtype=np.int64)
    objective[: len(program.columns)] = program.columns.lot(active)
    return objective


def _left_over(stage: Stage, closed: Closed, tier: Tier, case: Case) -> NDArray[np.bool_]:
    """Return the columns that some plan keeping the tier's floor can still use."""
    floor = floor_of(tier, shown(tier, closed.best or 0, case), case)
    return stage.active & closed.priced.bound.reaching(floor)


def _hurried(stage: Stage, known: NDArray[np.bool_]) -> tuple[int, int]:
    """Return value and a quick bound of a tier for which no time is left."""
    value = stage.value(completed(stage.program, known))
    return value, max(value, bound(stage, np.zeros(len(stage.row_lo))).value)


def _decided(program: Program) -> NDArray[np.bool_]:
    """Return the plan of nothing but the decisions: often allowed, and then a start."""
    chosen = np.zeros(len(program.columns), dtype=bool)
    chosen[program.blocks["decisions"].variable] = True
    return chosen


def _watcher(
    progress: Progress, done: int, total: int, tier: Tier, case: Case
) -> Callable[[int | None, int | None], None]:
    """Return a listener that reports the best value and bound of the tier as they come, in any order."""
    state: dict[str, int | None] = {"value": None, "bound": None}

    def watch(value: int | None, upper: int | None) -> None:
        if value is not None and (state["value"] is None or value > state["value"]):
            state["value"] = value
        if upper is not None and (state["bound"] is None or upper < state["bound"]):
            state["bound"] = upper
        seen = {k: None if v is None else shown(tier, v, case) for k, v in state.items()}
        progress.report(Step("solve", done, total, tier.value, seen["value"], seen["bound"]))

    return watch
