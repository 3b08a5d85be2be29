"""Two plans side by side: of one scenario or of two, but of the same city."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.domain import NeighbourhoodResult, Payer, Plan, Status, Tier, TierResult
from planner.explain.difference import Move, TierChange, moves, tier_changes, worsened
from planner.progress import Stop, never
from planner.solve import Question, Workbench


@dataclass(frozen=True, slots=True)
class TierPair:
    """What the two plans reach in one tier; ``None`` where a plan does not have it."""

    name: Tier
    before: TierResult | None
    after: TierResult | None


@dataclass(frozen=True, slots=True)
class CoveragePair:
    """Need and outcome of one neighbourhood in the two plans."""

    code: str
    before: NeighbourhoodResult | None
    after: NeighbourhoodResult | None

    @property
    def gained(self) -> int:
        """Placements more than before; negative where there are fewer."""
        return (self.after.placed if self.after else 0) - (self.before.placed if self.before else 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything in which two plans differ, and what they share.

    Parameters
    ----------
    tiers
        In the order of the first plan, then what only the second has.
    coverage
        Every neighbourhood of either plan.
    money
        Cents by calendar year and payer, in the first plan and in the second.
    moves
        People whose place is not the same in both, by id.
    same
        How many placements both have.
    """

    tiers: tuple[TierPair, ...]
    coverage: tuple[CoveragePair, ...]
    money: Mapping[tuple[int, Payer], tuple[int, int]]
    moves: tuple[Move, ...]
    same: int

    @property
    def gaining(self) -> tuple[CoveragePair, ...]:
        """Neighbourhoods with more placements than before, the largest gain first."""
        return tuple(sorted((c for c in self.coverage if c.gained > 0), key=lambda c: (-c.gained, c.code)))

    @property
    def losing(self) -> tuple[CoveragePair, ...]:
        """Neighbourhoods with fewer placements than before, the largest loss first."""
        return tuple(sorted((c for c in self.coverage if c.gained < 0), key=lambda c: (c.gained, c.code)))


@dataclass(frozen=True, slots=True)
class Avoided:
    """What it would cost, in the second scenario, to leave somebody where the first plan has them.

    Parameters
    ----------
    status
        ``infeasible`` where the second scenario has no plan with the old place; ``stopped`` where time ran out.
    changes
        Every tier of the second plan with the old place kept; empty where there is no such plan.
    """

    move: Move
    status: Status
    changes: tuple[TierChange, ...]

    @property
    def worsened(self) -> TierChange | None:
        """The first tier above the lot that gets worse; ``None`` where the move could be avoided for nothing."""
        return worsened(self.changes)


def compare(before: Plan, after: Plan) -> Comparison:
    """Compare two plans."""
    costs = before.costs(), after.costs()
    return Comparison(
        tiers=tier_pairs(before, after),
        coverage=_coverage(before, after),
        money={key: (costs[0].get(key, 0), costs[1].get(key, 0)) for key in sorted({*costs[0], *costs[1]})},
        moves=moves_between(before, after),
        same=len(_pairs(before) & _pairs(after)),
    )


def tier_pairs(before: Plan, after: Plan) -> tuple[TierPair, ...]:
    """Return the tiers of two plans, in the order of the first, then what only the second has."""
    first, second = ({tier.name: tier for tier in plan.tiers} for plan in (before, after))
    return tuple(TierPair(name, first.get(name), second.get(name)) for name in dict.fromkeys([*first, *second]))


def moves_between(before: Plan, after: Plan) -> tuple[Move, ...]:
    """Return whose place differs between two plans, sorted by id."""
    return moves(_pairs(before), _pairs(after))


def avoided(
    bench: Workbench,
    given_up: Iterable[Move],
    *,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Iterator[Avoided]:
    """Yield the price of each move that could be avoided: the person kept at the old site, all others free.

    Parameters
    ----------
    bench
        The second scenario, solved.
    given_up
        Moves from a site, to another one or to none.
    time_limit
        Seconds for each.
    """
    for move in given_up:
        if move.before is None or stop():
            continue
        question = Question(with_pairs=((move.candidate_id, move.before),))
        answer = bench.ask(question, time_limit=time_limit, stop=stop)
        yield Avoided(move, answer.status, tier_changes(bench.plan.tiers, answer.tiers))


def _coverage(before: Plan, after: Plan) -> tuple[CoveragePair, ...]:
    first, second = ({row.code: row for row in plan.neighbourhoods} for plan in (before, after))
    return tuple(CoveragePair(code, first.get(code), second.get(code)) for code in sorted({*first, *second}))


def _pairs(plan: Plan) -> set[tuple[str, str]]:
    return {(placement.candidate_id, placement.site_id) for placement in plan.placements}
