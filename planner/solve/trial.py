"""Can all rules of a stage of demands hold? Answered by a plan, or by whole-number prices; by search in between."""

from dataclasses import dataclass, replace

import numpy as np

from planner.solve.clock import Clock
from planner.solve.close import close
from planner.solve.columns import Columns
from planner.solve.fill import fill, scattered
from planner.solve.leaf import ROOT
from planner.solve.price import Priced, price
from planner.solve.program import FREE
from planner.solve.seed import FEW
from planner.solve.stage import Mask, Stage

_SECONDS = 20.0
_WHOLE = 1 - 1e-6


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is known of a set of rules.

    Parameters
    ----------
    plan
        Columns of a plan that keeps them all; ``None`` where none was found.
    impossible
        Whether it is proven that there is none.
    blamed
        With a proof: shape (rows,), the rows it uses.
    nearest
        Columns that keep every maximum and miss as little of the minima as was found.
    taken
        Columns for the first relaxation of a similar question.
    """

    plan: Mask | None
    impossible: bool
    blamed: Mask
    nearest: Mask
    taken: Mask


def attempt(stage: Stage, start: Mask, clock: Clock, seconds: float = _SECONDS) -> Verdict:
    """Return whether some plan keeps every rule of the stage.

    Parameters
    ----------
    start
        Columns that relaxations begin with.
    seconds
        How long to search where neither prices nor the rounded relaxation decide.
    """
    priced = price(stage, start, clock, enough=-1)
    useful = start if priced.relaxed is None else start | (priced.relaxed.x[: len(start)] > 0)
    none = np.zeros(len(start), dtype=bool)
    if priced.bound.value < 0:
        return Verdict(None, True, priced.bound.prices != 0, none, useful)
    everything: Mask = (stage.row_lo > -FREE) | (stage.row_hi < FREE)
    known = fill(stage, _whole_part(stage, priced))
    found = known if stage.value(known) == 0 else None
    verdict = Verdict(found, False, everything, known, useful)
    if found is not None or clock.over or seconds <= 0:
        return verdict
    return _search(stage, priced, clock, min(seconds, clock.left), verdict)


def _search(stage: Stage, priced: Priced, clock: Clock, seconds: float, verdict: Verdict) -> Verdict:
    """Close the stage; a bound below 0 says all there is to say, how much has to be missed is of no interest."""
    lowest = [0]

    def watch(_value: int | None, bound: int | None) -> None:
        lowest[0] = lowest[0] if bound is None else min(lowest[0], bound)

    hurried = replace(clock, stop=lambda: clock.stop() or lowest[0] < 0)
    closed = close(stage, priced.taken, verdict.nearest, (ROOT,), hurried, seconds, watch, lambda best: best)
    if closed.chosen is None:
        return replace(verdict, impossible=closed.bound < 0)
    found = whole_of(stage.columns, closed.stage.columns, closed.chosen)
    plan = found if closed.best == 0 else None
    return replace(verdict, plan=plan, nearest=found, impossible=plan is None and min(closed.bound, lowest[0]) < 0)


def _whole_part(stage: Stage, priced: Priced) -> Mask:
    """Return the columns that the relaxation takes whole: they keep every maximum, as its fractions do."""
    columns = len(stage.columns)
    none = np.zeros(columns, dtype=bool)
    if priced.relaxed is None:
        return none
    chosen: Mask = priced.relaxed.x[:columns] > _WHOLE
    used = stage.coefficients.by_row @ np.concatenate([chosen, np.zeros(len(stage.others))]).astype(np.int64)
    return chosen if np.all(used <= stage.row_hi) else none


def first_columns(stage: Stage) -> Mask:
    """Return columns for a first relaxation: all if they are few, else some of every site, spread over the people."""
    if stage.alive.sum() <= FEW:
        return stage.alive
    columns = np.flatnonzero(stage.alive)
    order = columns[np.lexsort((scattered(stage, columns), stage.columns.site[columns]))]
    site = stage.columns.site[order]
    rank = np.arange(len(order)) - np.searchsorted(site, site)
    posts = np.array([s.posts for s in stage.columns.case.sites], dtype=np.int64)
    chosen = np.zeros(len(stage.columns), dtype=bool)
    chosen[order[rank < 2 * posts[site] + 4]] = True
    return chosen


def whole_of(every: Columns, some: Columns, chosen: Mask) -> Mask:
    """Return a choice among some columns as one among all."""
    width = len(every.case.sites)
    at = np.searchsorted(every.unit * width + every.site, some.unit * width + some.site)
    plan = np.zeros(len(every), dtype=bool)
    plan[at[chosen]] = True
    return plan
