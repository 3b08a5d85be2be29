"""All tiers in their order, each fixed before the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Case, ClosedBy, Tier, TierProof
from planner.domain.pairs import Ints
from planner.errors import PlannerError
from planner.progress import Progress, Step
from planner.solve.bound import bound
from planner.solve.clock import Clock
from planner.solve.close import Closed, close
from planner.solve.core import Watcher
from planner.solve.leaf import ROOT, Leaf, usable
from planner.solve.possible import possible
from planner.solve.program import Program
from planner.solve.seed import seed
from planner.solve.stage import Mask, Stage, first_stage
from planner.solve.starts import starts
from planner.solve.tiers import floor_of, order_of, shown
from planner.solve.unsought import unsought

_WORTH_SHRINKING = 0.7
"""A stage that keeps a larger share of its columns than this is not copied for the sake of the few that go."""


@dataclass(frozen=True)
class TierOutcome:
    """Best objective found at the tier's turn and the proven bound, as people read them, with the witness."""

    tier: Tier
    best: int
    bound: int
    proof: TierProof


@dataclass(frozen=True, eq=False)
class Outcome:
    """How the engine ended.

    Parameters
    ----------
    members
        Positions in the case's pairs of the placements; ``None`` if there is no plan.
    tiers
        One entry per tier of the order and the lot.
    infeasible
        Whether it is proven that no plan exists.
    """

    members: Ints | None
    tiers: tuple[TierOutcome, ...] = ()
    infeasible: bool = False


@dataclass(frozen=True, eq=False)
class State:
    """What one tier hands to the next.

    Parameters
    ----------
    chosen
        The best plan so far.
    start
        Columns that relaxations begin with.
    leaves
        What is left of the search tree.
    """

    stage: Stage
    chosen: Mask | None
    start: Mask
    leaves: tuple[Leaf, ...]


Record = Callable[[State, Closed], None]
"""Told of every tier after its turn: what it began with and what is known of it."""


class SolverFaultError(PlannerError):
    """The plan of a tier broke a floor of its own: our mistake, never the case's."""


def run(
    program: Program, clock: Clock, progress: Progress, *, known: Mask | None = None, record: Record | None = None
) -> Outcome:
    """Solve tier after tier; what time does not allow is reported with its gap.

    Parameters
    ----------
    known
        Columns of a plan to begin with.
    record
        Told of every tier after its turn.
    """
    return run_from(lambda: _first(program, known, clock), 0, clock, progress, record)


def run_from(
    begin: Callable[[], State | None],
    first: int,
    clock: Clock,
    progress: Progress,
    record: Record | None = None,
    last: int | None = None,
    choose: Callable[[State], State] | None = None,
) -> Outcome:
    """Solve the tiers from position ``first`` of the order on, those before being fixed by the rows of the stage.

    Parameters
    ----------
    begin
        Makes the first state, so that nobody else holds on to it: a stage of a city takes a hundred megabytes. Returns
        ``None`` where it is proven that there is no plan.
    last
        The position to end before, where there is one.
    choose
        Chooses among the plans that are left after the last tier; otherwise it is any of them.
    """
    state = begin()
    if state is None:
        return Outcome(None, infeasible=True)
    case = state.stage.columns.case
    order = order_of(case)
    done: list[TierOutcome] = []
    searched = False
    for number, tier in enumerate(order[first:last], first):
        if clock.over and record is None and state.chosen is not None and state.stage.allows(state.chosen):
            left = tuple(order[number:last])
            done += [_unproven(*row, case) for row in unsought(state.stage, state.chosen, left)]
            break
        watch = _watcher(progress, number, len(order), tier, case)
        closed = _close(state, len(order) - number, clock, watch, must_know=number > first)
        if closed.infeasible or closed.chosen is None or closed.best is None:
            return Outcome(None, infeasible=closed.infeasible)
        proof = _proof(state.stage, closed, by_prices=not searched)
        outcome = TierOutcome(tier, shown(tier, closed.best, case), shown(tier, closed.bound, case), proof)
        searched |= closed.searched
        ceiling = closed.bound if searched else closed.witness.value
        done.append(outcome)
        progress.report(Step("solve", number + 1, len(order), tier.value, outcome.best, outcome.bound))
        if record is not None:
            record(state, closed)
        if clock.over and record is None:
            state = replace(state, stage=closed.stage, chosen=closed.chosen)
        else:
            state = following(closed, ceiling, order[min(number + 1, len(order) - 1)])
        del closed
    if choose is not None and not clock.over:
        state = choose(state)
    columns, chosen = state.stage.columns, state.chosen
    return Outcome(columns.subset(chosen).members if chosen is not None else None, tuple(done))


def _unproven(tier: Tier, best: int, limit: int, case: Case) -> TierOutcome:
    proof = TierProof(tier=tier, shift=0, prices={}, closed_by=ClosedBy.SEARCH)
    return TierOutcome(tier, shown(tier, best, case), shown(tier, limit, case), proof)


def _close(state: State, left: int, clock: Clock, watch: Watcher, *, must_know: bool) -> Closed:
    """Give a tier its share of the time: half of what is left, so that no tier starves those after it.

    ``left`` counts the tiers that are not closed yet; ``must_know`` says that the tier before has left a plan.
    """
    stage, chosen = state.stage, state.chosen
    known = chosen if chosen is not None and stage.allows(chosen) else None
    if must_know and known is None:
        raise SolverFaultError(stage.tier)
    if known is None or not clock.over:
        seconds = clock.left if left == 1 else clock.left / 2
        case = stage.columns.case
        return close(
            stage,
            state.start,
            known,
            state.leaves,
            clock,
            seconds,
            watch,
            lambda best: floor_after(stage.tier, best, case),
        )
    value = stage.value(known)
    hurried = bound(stage, np.zeros(len(stage.row_lo)))
    return Closed(
        stage, hurried, False, known, value, max(value, hurried.value), False, hurried, state.start, state.leaves
    )


def _proof(stage: Stage, closed: Closed, *, by_prices: bool) -> TierProof:
    """Return a tier's witness.

    Once a tree was needed, its leaves say which columns are left, and prices for those alone would prove nothing to
    someone who has not seen the tree: such tiers bring no prices and say that a search stands behind them.
    """
    if not by_prices:
        return TierProof(tier=stage.tier, shift=0, prices={}, closed_by=ClosedBy.SEARCH)
    prices = closed.witness.prices[stage.people :].tolist()
    closed_by = ClosedBy.PRICES if closed.witness.value == closed.bound else ClosedBy.SEARCH
    named = {key: price for key, price in zip(stage.keys, prices, strict=True) if price}
    return TierProof(tier=stage.tier, shift=closed.witness.shift, prices=named, closed_by=closed_by)


def following(closed: Closed, ceiling: int, tier: Tier) -> State:
    """Fix the tier between its floor and what is proven, and leave every column and leaf that cannot reach the floor.

    As long as prices alone prove the later tiers, the ceiling is what prices prove, so that a witness needs no search.
    """
    stage, first = closed.stage, len(closed.stage.columns)
    floor = floor_after(stage.tier, closed.best or 0, stage.columns.case)
    leaves = tuple(leaf for leaf in closed.leaves if leaf.bound >= floor)
    reaching = stage.alive & closed.proven.reaching(floor) & usable(leaves, first)
    stage = stage.ranging(*closed.proven.ranges(stage.var_lo[first:], stage.var_hi[first:], floor))
    kept = reaching & stage.fitting
    if kept.sum() > _WORTH_SHRINKING * first:
        stage, kept = stage.without(~kept), np.ones(first, dtype=bool)
    fixed = stage.shrunk(kept).between(floor, ceiling).turn(tier)
    chosen = None if closed.chosen is None else closed.chosen[kept]
    return State(fixed, chosen, closed.taken[kept], tuple(leaf.of(kept) for leaf in leaves))


def floor_after(tier: Tier, best: int, case: Case) -> int:
    """Return the objective that later tiers must keep of a best one."""
    return floor_of(tier, shown(tier, best, case), case)


def _first(program: Program, known: Mask | None, clock: Clock) -> State | None:
    """Begin with the plan that is known, what is left of the previous plan, or what was decided, as far as allowed.

    Where none of them is, with any plan; ``None`` where it is proven that there is none.
    """
    stage = first_stage(program, order_of(program.columns.case)[0])
    start = seed(program)
    if known is not None and stage.allows(known):
        return State(stage, known, start | known, (ROOT,))
    decided, previous = starts(program)
    for chosen in (previous, decided):
        if stage.allows(chosen):
            return State(stage, chosen, start, (ROOT,))
    verdict = possible(program, clock)
    return None if verdict.impossible else State(stage, verdict.plan, start, (ROOT,))


def _watcher(progress: Progress, done: int, total: int, tier: Tier, case: Case) -> Watcher:
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
