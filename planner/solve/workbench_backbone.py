"""Which placements of a plan can be avoided without any loss: found many at a time.

A plan that keeps all floors and leaves out as many of the placements in question as possible shows for each of them
that it can be avoided. Once it is proven that no plan leaves out any of the rest, each of the rest is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.core import search
from planner.solve.quick import quick
from planner.solve.stage import Mask, Stage

_SECONDS = 10.0
_QUICK_SECONDS = 3.0


@dataclass(frozen=True, eq=False)
class Avoiding:
    """A plan of a stage that leaves out some of the columns in question.

    Parameters
    ----------
    chosen
        Shape (columns,): the plan; ``None`` where it is proven that no plan leaves out any column that is left.
    left
        Shape (columns,): columns in question that no plan so far has left out.
    """

    chosen: Mask | None
    left: Mask


def avoiding(stage: Stage, wanted: Mask, clock: Clock, *, prove: bool) -> Iterator[Avoiding]:
    """Yield plans until each column in question is left out by one, nothing more is possible, or time is over.

    Parameters
    ----------
    stage
        Its objective is of no interest, its floors are.
    wanted
        Shape (columns,): the columns in question.
    prove
        Whether to search on where a quick look finds nothing, until it is known that there is nothing.
    """
    left = wanted.copy()
    while left.any() and not clock.over:
        objective: Ints = np.zeros(len(stage.objective), dtype=np.int64)
        objective[: len(left)][left] = -1
        asking = replace(stage, objective=objective)
        floor = 1 - int(left.sum())
        chosen = quick(asking, stage.alive, floor, clock, _QUICK_SECONDS)
        if chosen is None and prove:
            found = search(asking, stage.alive, floor, None, clock, _SECONDS)
            chosen = found.chosen
            if chosen is None and found.finished:
                yield Avoiding(None, left)
                return
        if chosen is None or not asking.allows(chosen):
            return
        left = left & chosen
        yield Avoiding(chosen, left)
