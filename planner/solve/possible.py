"""Whether a program has any plan at all, asked before the first tier where no plan to begin with is at hand."""

from dataclasses import dataclass

from planner.solve.clock import Clock
from planner.solve.demands import demands
from planner.solve.program import Program
from planner.solve.stage import Mask
from planner.solve.trial import attempt, first_columns, whole_of


@dataclass(frozen=True, eq=False)
class Possible:
    """What is known.

    Parameters
    ----------
    plan
        Shape (columns,): some plan; ``None`` where none was found in time.
    impossible
        Whether it is proven that there is none.
    """

    plan: Mask | None
    impossible: bool


def possible(program: Program, clock: Clock) -> Possible:
    """Return a plan that keeps every rule, or the proof that there is none."""
    stage = demands(program).stage
    verdict = attempt(stage, first_columns(stage), clock)
    plan = None if verdict.plan is None else whole_of(program.columns, stage.columns, verdict.plan)
    return Possible(plan, verdict.impossible)
