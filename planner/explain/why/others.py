"""The best other sites of somebody, each with its exact price, and the proof that there is no better one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.domain import FIXED, Case, Pair, Plan, Status, Tier
from planner.explain.price import Exact, compared
from planner.progress import Stop, never
from planner.solve import Losses, Question, Workbench
from planner.solve.clock import Clock

Badness = tuple[int, ...]
"""The losses of all tiers in solving order: the larger, the worse."""


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """The best other sites.

    Parameters
    ----------
    best
        Pairs with their exact prices, the best first.
    possible
        How many other sites are possible.
    proven
        Whether no site that is left out is better.
    """

    best: tuple[tuple[Pair, Exact], ...]
    possible: int
    proven: bool


def other_sites(
    bench: Workbench,
    plan: Plan,
    candidate_id: str,
    number: int,
    *,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Others:
    """Return a person's best sites beside the one they are placed at.

    Sites are asked in the order of what is proven at least to be lost there; once so many are known exactly, the ones
    whose least loss is larger need no question.
    """
    clock = Clock(limit=time_limit, stop=stop)
    case, losses = bench.case, bench.losses()
    placed = {(p.candidate_id, p.site_id) for p in plan.placements}
    first, last = np.searchsorted(bench.pairs.candidate, np.array([0, 1]) + case.candidate_position[candidate_id])
    rows = [bench.pairs.row(case, k) for k in range(int(first), int(last)) if losses.possible[k]]
    rows = [row for row in rows if (row.candidate_id, row.site_id) not in placed]
    possible, kept = len(rows), _kept_places(case)
    rows = [row for row in rows if kept.get(row.site_id, 0) < case.site_of[row.site_id].posts]
    rows.sort(key=lambda row: (_least(losses, row), -row.quality, row.minutes))
    asked = _Asked(bench, plan, number, clock)
    for row in rows:
        if asked.worst is not None and _least(losses, row) > asked.worst:
            break
        if clock.over:
            asked.proven = False
            break
        asked.about(row)
    return Others(tuple((row, price) for _, row, price in asked.known), possible, asked.proven)


def _kept_places(case: Case) -> Mapping[str, int]:
    """Return how many posts of each site decisions hold: where they hold all, no admissible plan has anybody else."""
    return Counter(decision.site_id for decision in case.decisions if decision.decision in FIXED)


class _Asked:
    """The best sites so far."""

    def __init__(self, bench: Workbench, plan: Plan, number: int, clock: Clock) -> None:
        self._bench, self._plan, self._number, self._clock = bench, plan, number, clock
        self.known: list[tuple[Badness, Pair, Exact]] = []
        self.proven = True

    @property
    def worst(self) -> Badness | None:
        """The losses that another site must stay below to be shown; ``None`` while there is room."""
        return self.known[-1][0] if len(self.known) >= self._number else None

    def about(self, row: Pair) -> None:
        """Ask for the price of a site: only as far as the first tier in which it could be too bad, then wholly."""
        if self.worst is not None:
            tiers = [t.name for t in self._plan.tiers]
            upto = next((tier for tier, loss in zip(tiers, self.worst, strict=True) if loss), tiers[-1])
            if upto is not tiers[-1]:
                price = self._price(row, upto)
                if not price.changes or tuple(change.loss for change in price.changes) > self.worst:
                    return
        price = self._price(row, None)
        if price.changes:
            self.known.append((tuple(change.loss for change in price.changes), row, price))
            self.known.sort(key=lambda known: known[0])
            del self.known[self._number :]

    def _price(self, row: Pair, upto: Tier | None) -> Exact:
        """Return a proven price, or one without changes where there is none."""
        limit = None if self._clock.limit is None else self._clock.left
        question = Question(with_pairs=((row.candidate_id, row.site_id),))
        answer = self._bench.ask(question, upto=upto, time_limit=limit, stop=lambda: self._clock.stopped)
        price = compared(self._plan.tiers, self._bench, answer)
        if price.status is Status.OPTIMAL:
            return price
        self.proven &= price.status is Status.INFEASIBLE
        return Exact(price.status, (), ())


def _least(losses: Losses, row: Pair) -> Badness:
    """Return losses that the exact ones are not below: nothing before the first tier known to get worse."""
    found = losses.of(row.candidate_id, row.site_id)
    if found is None or found[0] is Tier.LOT:
        return tuple(0 for _ in losses.tiers[:-1])
    tier, least = found
    return tuple(least if one is tier else 0 for one in losses.tiers[: losses.tiers.index(tier) + 1])
