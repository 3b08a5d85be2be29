"""Why a soft minimum is missed, and what would fill it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from planner.domain import Case, Conflict, LimitResult, Pairs, Plan
from planner.domain.pairs import Ints
from planner.explain.repair.change import Change, Kind
from planner.explain.repair.conflict import Plain, conflict_of, solved
from planner.explain.repair.way import Match, Trials, Way
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.columns import Columns
from planner.solve.demands import demands
from planner.solve.stage import Mask
from planner.solve.trial import attempt, first_columns


class Cause(StrEnum):
    """What keeps a soft minimum from being met: too few people who may work there; rules; other minima; the order of
    the tiers or a tolerance, with which missing it is the better plan; or it is not known in time.
    """

    PEOPLE = "people"
    RULES = "rules"
    MINIMA = "minima"
    ORDER = "order"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Missing:
    """A soft minimum that the plan misses.

    Parameters
    ----------
    limit
        Its number, from 1.
    rules
        Rules that it cannot hold together with, itself among them.
    ways
        Verified: with each of them less is missing in all.
    """

    limit: int
    result: LimitResult
    cause: Cause
    rules: tuple[Conflict, ...]
    minimal: bool
    ways: tuple[Way, ...]
    untried: int


def missing(trials: Trials, plan: Plan, most: int) -> Iterator[Missing]:
    """Yield every soft minimum that a plan misses, with its cause and the cheapest ways to fill it."""
    for number, result in enumerate(plan.limits, 1):
        if result.short:
            yield _one(trials, plan, number, result, most)


def _one(trials: Trials, plan: Plan, number: int, result: LimitResult, most: int) -> Missing:
    """Ask for the minimum as a must: alone first, then beside what the plan has of the other minima."""
    case, clock = trials.case, trials.clock
    alone = _as_musts(case, {number: result.at_least or 0})
    cause = Cause.RULES
    rules, minimal, plain = conflict_of(demands(build(alone, trials.pairs)), clock)
    if not rules and not clock.over:
        cause = Cause.MINIMA
        others = {k: min(r.got, r.at_least) for k, r in enumerate(plan.limits, 1) if r.at_least is not None}
        beside = _as_musts(case, {**others, number: result.at_least or 0})
        rules, minimal, plain = conflict_of(demands(build(beside, trials.pairs)), clock)
    if not rules:
        return Missing(number, result, Cause.OPEN if clock.over else Cause.ORDER, (), False, (), 0)
    if cause is Cause.RULES and all(rule.rule == "limit" and rule.params["limit"] == number for rule in rules):
        cause = Cause.PEOPLE
    plain += [Plain((change,), True) for change in _longer_way(alone, trials.pairs, trials.match, clock)]
    ways, untried = solved(trials, [_from_now(case, p) for p in plain], most)
    better = tuple(way for way in ways if _missed(way.plan) < _missed(plan))
    return Missing(number, result, cause, rules, minimal, better, untried)


def _missed(plan: Plan) -> int:
    return sum(limit.short for limit in plan.limits)


def _as_musts(case: Case, at_least: dict[int, int]) -> Case:
    """Return the case in which some minima must be met, in the numbers given."""
    limits = tuple(
        limit.model_copy(update={"hard": True, "at_least": at_least[k]}) if k in at_least else limit
        for k, limit in enumerate(case.scenario.limit, 1)
    )
    return _with(case, limit=limits)


def _with(case: Case, **update: object) -> Case:
    return replace(case, scenario=case.scenario.model_copy(update=update))


def _from_now(case: Case, plain: Plain) -> Plain:
    """Return changes told from the scenario as it is: a minimum was asked for only as far as the plan meets it."""
    return replace(
        plain,
        changes=tuple(
            replace(c, before=case.scenario.limit[c.limit - 1].at_least or 0) if c.kind is Kind.AT_LEAST else c
            for c in plain.changes
        ),
    )


def _longer_way(musts: Case, pairs: Pairs, match: Match, clock: Clock) -> Iterator[Change]:
    """Yield the least cap on minutes one way, of the planner, with which the musts can be met; none where none is.

    More pairs never make a plan impossible, so the caps can be halved.
    """
    cap = musts.scenario.max_commute
    if cap is None:
        return
    free = _with(musts, max_commute=None)
    every = match(free)
    stage = demands(build(free, every)).stage
    needed = _minutes_needed(stage.columns, pairs)
    caps = [cap, *np.unique(needed[needed > cap]).tolist()]

    def enough(minutes: int) -> bool:
        inside: Mask = needed <= minutes
        part = stage.shrunk(inside)
        return not clock.over and attempt(part, first_columns(part), clock).plan is not None

    low, high = 0, len(caps) - 1
    if high == 0 or not enough(caps[high]):
        return
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(caps[middle]) else (middle, high)
    yield Change(Kind.COMMUTE, cap, caps[high])


def _minutes_needed(columns: Columns, pairs: Pairs) -> Ints:
    """Return shape (columns,): the cap that makes each column possible; 0 where it is so already."""
    if not len(columns):
        return np.zeros(0, dtype=np.int64)
    width = len(columns.case.sites)
    every, known = (p.candidate.astype(np.int64) * width + p.site for p in (columns.pairs, pairs))
    minutes = np.where(np.isin(every, known), 0, columns.pairs.minutes.astype(np.int64))
    needed: Ints = np.maximum.reduceat(minutes[columns.members], columns.member_start[:-1])
    return needed
