"""By how much a rule would have to give way, all others unchanged, for a plan to exist."""

from dataclasses import dataclass, replace

import numpy as np

from planner.solve.clock import Clock
from planner.solve.close import close
from planner.solve.demands import DECISIONS, Demands, Named
from planner.solve.leaf import ROOT
from planner.solve.price import price
from planner.solve.program import FREE
from planner.solve.stage import Mask, Stage
from planner.solve.trial import attempt, first_columns

_SECONDS = 10.0


@dataclass(frozen=True)
class Relief:
    """How far a rule must move.

    Parameters
    ----------
    amount
        People, posts or cents with which there is a plan; 1 for a decision: without it.
    least
        With less than this there is none.
    """

    amount: int
    least: int

    @property
    def proven(self) -> bool:
        """Whether the amount is the least there is."""
        return self.amount == self.least


class Reliefs:
    """Answers for the rules of one program.

    Parameters
    ----------
    everything
        Its demands.
    """

    def __init__(self, everything: Demands, clock: Clock) -> None:
        self._everything, self._clock = everything, clock
        self._hopeless: list[frozenset[int]] = []
        self._start: Mask | None = None

    def of(self, named: Named) -> Relief | None:
        """Return by how much a rule must give way; ``None`` where no amount is enough, or time ran out."""
        if self._clock.over or any(named.row not in blamed for blamed in self._hopeless):
            return None
        others = tuple(n for n in self._everything.named if n.row != named.row)
        stage = self._everything.under(others, wanted=(named,))
        if self._start is None:
            self._start = first_columns(stage)
        verdict = attempt(stage, self._start, self._clock)
        self._start = verdict.taken
        if verdict.impossible:
            # Whoever is not blamed for this conflict does not end it either.
            rows = (n.row for n in others if verdict.blamed[stage.people + n.at])
            self._hopeless.append(frozenset(rows))
            return None
        if verdict.plan is None:
            return None
        if named.what.rule in DECISIONS:
            return Relief(1, 1)
        return self._least(stage, named, verdict.plan, verdict.taken)

    def _least(self, stage: Stage, named: Named, plan: Mask, taken: Mask) -> Relief | None:
        """Move the rule's row as far towards its bound as the others allow.

        The relaxation says what would be enough at best. Mostly a plan with just that, or a little more, is found at
        once; a search goes on from there.
        """
        row = stage.people + named.at
        whole = self._everything.stage
        towards = 1 if whole.row_hi[row] >= FREE else -1
        bound = towards * int((whole.row_lo if towards > 0 else whole.row_hi)[row])
        strict = _strict(stage, row, towards)
        reachable = min(bound - 1, price(strict, taken | plan, self._clock).bound.value)
        known = self._near(stage, strict, row, towards, reachable, plan, taken)
        if strict.value(known) == reachable:
            return Relief(bound - reachable, bound - reachable)
        seconds = min(_SECONDS, self._clock.left)
        closed = close(
            strict, taken | known, known, (ROOT,), self._clock, seconds, lambda _v, _b: None, lambda best: best
        )
        if closed.best is None:
            return None
        return Relief(bound - closed.best, bound - min(bound - 1, closed.bound))

    def _near(
        self, stage: Stage, strict: Stage, row: int, towards: int, reachable: int, plan: Mask, taken: Mask
    ) -> Mask:
        """Return a plan that comes close to an activity of the row, asking for it and then for a little less."""
        gap = reachable - strict.value(plan)
        for less in sorted({0, gap // 1000, gap // 100, gap // 10}):
            nearest = attempt(_at(stage, row, towards, reachable - less), taken, self._clock, seconds=0).nearest
            if strict.allows(nearest) and strict.value(nearest) > strict.value(plan):
                return nearest
        return plan


def _at(stage: Stage, row: int, towards: int, activity: int) -> Stage:
    """Return the stage in which the row must reach this activity, counted towards its bound."""
    row_lo, row_hi = stage.row_lo.copy(), stage.row_hi.copy()
    if towards > 0:
        row_lo[row] = activity
    else:
        row_hi[row] = -activity
    return replace(stage, row_lo=row_lo, row_hi=row_hi)


def _strict(stage: Stage, row: int, towards: int) -> Stage:
    """Return the stage in which no minimum is missed and the row's activity is the objective."""
    objective = np.zeros(len(stage.var_lo), dtype=np.int64)
    columns = len(stage.columns)
    terms = stage.coefficients.by_row[[row]]
    here = terms.indices < columns
    objective[terms.indices[here]] = towards * terms.data[here]
    var_hi = stage.var_hi.copy()
    var_hi[columns:] = 0
    return replace(stage, objective=objective, var_hi=var_hi)
