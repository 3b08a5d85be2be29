"""All tiers in their order, each fixed before the next."""

from dataclasses import dataclass

import numpy as np

from planner.domain import Case, ClosedBy, Tier, TierProof
from planner.domain.pairs import Ints
from planner.errors import PlannerError
from planner.progress import Progress, Step
from planner.solve.bound import bound
from planner.solve.clock import Clock
from planner.solve.close import Closed, close
from planner.solve.core import Watcher
from planner.solve.program import Program
from planner.solve.seed import seed
from planner.solve.stage import Mask, Stage, first_stage
from planner.solve.starts import starts
from planner.solve.tiers import floor_of, order_of, shown
from planner.solve.tree import ROOT, Leaf, usable


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
class _State:
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


class SolverFaultError(PlannerError):
    """The plan of a tier broke a floor of its own: our mistake, never the case's."""


def run(program: Program, clock: Clock, progress: Progress) -> Outcome:
    """Solve tier after tier; what time does not allow is reported with its gap."""
    case = program.columns.case
    order = order_of(case)
    done: list[TierOutcome] = []
    searched = False
    state = _first(program, order[0])
    for number, tier in enumerate(order):
        closed = _close(state, number, len(order), clock, _watcher(progress, number, len(order), tier, case))
        if closed.infeasible or closed.chosen is None or closed.best is None:
            return Outcome(None, infeasible=closed.infeasible)
        proof = _proof(state.stage, closed, by_prices=not searched)
        outcome = TierOutcome(tier, shown(tier, closed.best, case), shown(tier, closed.bound, case), proof)
        searched |= closed.searched
        ceiling = closed.bound if searched else closed.witness.value
        done.append(outcome)
        progress.report(Step("solve", number + 1, len(order), tier.value, outcome.best, outcome.bound))
        state = _next(closed, ceiling, case, order[min(number + 1, len(order) - 1)])
    columns, chosen = state.stage.columns, state.chosen
    return Outcome(columns.subset(chosen).members if chosen is not None else None, tuple(done))


def _close(state: _State, number: int, tiers: int, clock: Clock, watch: Watcher) -> Closed:
    """Give a tier its share of the time: half of what is left, so that no tier starves those after it."""
    stage, chosen = state.stage, state.chosen
    known = chosen if chosen is not None and stage.allows(chosen) else None
    if number and known is None:
        raise SolverFaultError(stage.tier)
    if known is None or not clock.over:
        seconds = clock.left if number == tiers - 1 else clock.left / 2
        case = stage.columns.case
        return close(
            stage, state.start, known, state.leaves, clock, seconds, watch, lambda best: _floor(stage.tier, best, case)
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


def _next(closed: Closed, ceiling: int, case: Case, tier: Tier) -> _State:
    """Fix the tier between its floor and what is proven, and leave every column and leaf that cannot reach the floor.

    As long as prices alone prove the later tiers, the ceiling is what prices prove, so that a witness needs no search.
    """
    stage = closed.stage
    floor = _floor(stage.tier, closed.best or 0, case)
    leaves = tuple(leaf for leaf in closed.leaves if leaf.bound >= floor)
    kept = stage.alive & closed.proven.reaching(floor) & usable(leaves, len(stage.columns))
    following = stage.between(floor, ceiling).shrunk(kept).turn(tier)
    chosen = None if closed.chosen is None else closed.chosen[kept]
    return _State(following, chosen, closed.taken[kept], tuple(leaf.of(kept) for leaf in leaves))


def _floor(tier: Tier, best: int, case: Case) -> int:
    """Return the objective that later tiers must keep of a best one."""
    return floor_of(tier, shown(tier, best, case), case)


def _first(program: Program, tier: Tier) -> _State:
    """Begin with what was decided and, where that is allowed, with what is left of the previous plan."""
    stage = first_stage(program, tier)
    decided, previous = starts(program)
    return _State(stage, previous if stage.allows(previous) else decided, seed(program), (ROOT,))


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
