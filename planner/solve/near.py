"""All plans that are nearly as good as a known one: how far they can be from it, and what none of them can do without.

Nearly as good means: every rule holds, and every tier above the lot keeps what a tolerance leaves of the known plan's
best value. The floors are rows, so a question about all these plans is an integer program like a tier's turn, with
its objective minus the placements that are to be avoided; its proven bound says what no such plan avoids.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Tier
from planner.domain.pairs import Ints
from planner.solve.clock import Clock
from planner.solve.close import close
from planner.solve.leaf import ROOT
from planner.solve.price import price
from planner.solve.program import FREE, Program
from planner.solve.seed import seed
from planner.solve.stage import Mask, Stage, first_stage
from planner.solve.trial import whole_of


@dataclass(frozen=True, eq=False)
class Found:
    """The near-equal plan that avoids most of what was asked.

    Parameters
    ----------
    chosen
        Shape (columns,): the plan; ``None`` where there is none, or none was found in time.
    avoided
        What it avoids: weights of avoided columns, added up.
    most
        No near-equal plan avoids more; 0 where it is proven that there is none.
    """

    chosen: Mask | None
    avoided: int
    most: int


@dataclass(frozen=True, eq=False)
class Near:
    """The plans that keep every floor.

    Parameters
    ----------
    program
        The case.
    known
        Shape (columns,): a plan that keeps every floor.
    stage
        Without columns that are proven to be of no use to any plan that keeps the floors.
    start
        Columns that relaxations begin with.
    bounds
        By tier, what no such plan exceeds, as objectives.
    """

    program: Program
    known: Mask
    stage: Stage
    start: Mask
    bounds: Mapping[Tier, int]

    @classmethod
    def of(cls, program: Program, known: Mask, floors: Mapping[Tier, int], clock: Clock) -> "Near":
        """Gather the plans that keep every floor.

        Parameters
        ----------
        floors
            Objectives by tier that a plan must keep; ``known`` keeps them.
        """
        stage = first_stage(program, next(iter(floors), Tier.CHANGES))
        start = seed(program) | known
        bounds: dict[Tier, int] = {}
        for tier, floor in floors.items():
            turn = stage.turn(tier)
            priced = price(turn, start, clock)
            kept = turn.alive & priced.bound.reaching(floor)
            bounds[tier] = priced.bound.value
            stage = turn.shrunk(kept).between(floor, priced.bound.value)
            start = priced.taken[kept]
        return cls(program, known, stage, start, bounds)

    def avoiding(
        self, weight: Ints, clock: Clock, seconds: float, differing: Iterable[Mask] = (), hint: Mask | None = None
    ) -> Found:
        """Return the near-equal plan that avoids the largest weight.

        Parameters
        ----------
        weight
            Shape (columns,): what avoiding each column of the program is worth, 0 or more.
        seconds
            How long to search.
        differing
            Plans from which the answer must differ.
        hint
            Shape (columns,): a plan that may be asked for, to begin with.
        """
        stage = self.stage
        inside = self._inside
        for other in differing:
            row = _only(stage, -other[inside].astype(np.int64))
            stage = replace(stage, objective=row).between(1 - int(other.sum()), FREE)
        asked = replace(stage, tier=Tier.CHANGES, objective=_only(stage, -weight[inside]))
        begin = None if hint is None or not asked.allows(hint[inside]) else hint[inside]
        closed = close(
            asked, self.start, begin, (ROOT,), clock, min(seconds, clock.left), lambda _v, _b: None, lambda best: best
        )
        every = int(weight.sum())
        if closed.chosen is None or closed.best is None:
            return Found(None, 0, 0 if closed.infeasible else max(0, every + closed.bound))
        chosen = whole_of(self.program.columns, closed.stage.columns, closed.chosen)
        return Found(chosen, every + closed.best, every + closed.bound)

    def lot_bound(self) -> int:
        """Return what no near-equal plan exceeds in the lot: of every unit its luckiest column, or none."""
        lots = self.stage.columns.lot(self.stage.alive)
        if not len(lots):
            return 0
        return sum(np.maximum.reduceat(lots, self.stage.unit_start[:-1]).tolist())

    @property
    def _inside(self) -> Ints:
        """Shape (columns of the stage,): where they stand in the program."""
        chosen = whole_of(self.program.columns, self.stage.columns, np.ones(len(self.stage.columns), dtype=bool))
        return np.flatnonzero(chosen)


def _only(stage: Stage, on_columns: Ints) -> Ints:
    """Return an objective that counts columns alone."""
    objective = np.zeros(len(stage.var_lo), dtype=np.int64)
    objective[: len(on_columns)] = on_columns
    return objective
