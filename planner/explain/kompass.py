"""Which placements of a plan are forced, which have a price, and which are free.

Many placements are settled by few plans: a plan that keeps every tier at its best and leaves out as many of them as
possible shows that each of these is free, and once it is proven that no such plan leaves out any of the rest, each of
the rest is forced or has a price. The same, with fewer tiers kept, says which tier gets worse first.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain import Status, Tier
from planner.explain.difference import TierChange, tier_changes, worsened
from planner.progress import Stop, never
from planner.solve import Question, Workbench

PairIds = tuple[str, str]
Placements = tuple[PairIds, ...]

_PROMISING = 3000
"""Columns among which plans are looked for where not all can be searched."""


class Kind(StrEnum):
    """What a plan without the placement would be."""

    FORCED = "forced"
    PRICED = "priced"
    FREE = "free"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one placement.

    Parameters
    ----------
    tier
        Where priced: the first tier above the lot that gets worse; ``None`` while only that some tier does is known.
    least
        By at least how much, where only that is known.
    changes
        Where priced and solved: the whole difference, tier by tier.
    witness
        A plan without the placement: where free, one that is equal in every tier above the lot; where priced and
        solved, the best one.
    """

    candidate_id: str
    site_id: str
    kind: Kind
    tier: Tier | None = None
    least: int = 0
    changes: tuple[TierChange, ...] | None = None
    witness: Placements | None = None


@dataclass(frozen=True, slots=True)
class Kompass:
    """The marks of all placements, by candidate."""

    marks: tuple[Mark, ...]

    def count(self, kind: Kind) -> int:
        """Return how many placements have a mark."""
        return sum(mark.kind is kind for mark in self.marks)

    @property
    def solved(self) -> int:
        """How many marks are complete: a price with its whole difference, too."""
        return sum(m.kind in {Kind.FORCED, Kind.FREE} or m.changes is not None for m in self.marks)


def kompass(bench: Workbench, *, prices: bool = True, time_limit: float | None = None, stop: Stop = never) -> Kompass:
    """Return the mark of every placement of the workbench's plan.

    Parameters
    ----------
    prices
        Whether to solve the whole difference of each price; without it, marks and first worsened tiers only.
    time_limit
        Seconds; what is not settled then is ``open``, or a price without its difference.
    """
    work = _Work(bench, None if time_limit is None else time.monotonic() + time_limit, stop)
    work.free()
    work.not_free()
    work.first_worsened()
    if prices:
        work.whole_prices()
    return Kompass(tuple(work.marks[pair] for pair in sorted(work.marks)))


class _Work:
    """The marks so far."""

    def __init__(self, bench: Workbench, until: float | None, stop: Stop) -> None:
        self._bench, self._until, self._stop = bench, until, stop
        self._order = tuple(t.name for t in bench.plan.tiers)
        pairs = [(p.candidate_id, p.site_id) for p in bench.plan.placements]
        self.marks = {pair: Mark(*pair, Kind.OPEN) for pair in pairs}
        self._dear: frozenset[PairIds] = frozenset()
        """Proven not to be free."""

    @property
    def _left(self) -> float | None:
        return None if self._until is None else max(0.0, self._until - time.monotonic())

    @property
    def _over(self) -> bool:
        return self._stop() or self._left == 0

    def _of(self, kind: Kind) -> list[PairIds]:
        return [pair for pair, mark in self.marks.items() if mark.kind is kind]

    def _set(self, pairs: Iterable[PairIds], kind: Kind, tier: Tier | None = None) -> None:
        for pair in pairs:
            self.marks[pair] = replace(self.marks[pair], kind=kind, tier=tier)

    def _avoid(
        self, tier: Tier, pairs: Iterable[PairIds], *, at_best: bool = False, most: int | None = None
    ) -> tuple[dict[PairIds, Placements], frozenset[PairIds]]:
        """Return which pairs can be left out, each with a plan that does, and those proven that they cannot."""
        left = frozenset(pairs)
        shown: dict[PairIds, Placements] = {}
        steps = self._bench.avoid(tier, left, at_best=at_best, most=most, time_limit=self._left, stop=self._stop)
        for step in steps:
            if step.placements is None:
                return shown, frozenset(step.left)
            shown.update(dict.fromkeys(left - set(step.left), step.placements))
            left = frozenset(step.left)
        return shown, frozenset()

    def free(self) -> None:
        """Mark what is free. A tier of which the plan may keep less than the best must keep its best without it."""
        if not self.marks:
            return
        shown, self._dear = self._avoid(Tier.LOT, self.marks)
        for tier in self._bench.tolerant:
            kept, proven = self._avoid(tier, shown, at_best=True)
            self._dear |= proven
            shown = {pair: plan for pair, plan in shown.items() if pair in kept}
        for pair, plan in shown.items():
            self.marks[pair] = replace(self.marks[pair], kind=Kind.FREE, witness=plan)

    def not_free(self) -> None:
        """Tell forced from priced, where it is proven that a placement is one of them."""
        losses = self._bench.losses_without()
        spare = self._bench.spare()
        for pair in self._of(Kind.OPEN):
            tier, least = losses[pair]
            if pair not in self._dear and not least:
                continue
            self.marks[pair] = replace(self.marks[pair], least=least if tier is not Tier.LOT else 0)
            if pair in spare:
                self._set([pair], Kind.PRICED)
        for pair in self._of(Kind.OPEN):
            if self._over:
                return
            answer = self._bench.ask(
                Question(without_pairs=(pair,)), upto=self._order[0], time_limit=self._left, stop=self._stop
            )
            if answer.status is Status.INFEASIBLE:
                self._set([pair], Kind.FORCED)
            elif answer.tiers and pair in self._dear:
                self._set([pair], Kind.PRICED)

    def first_worsened(self) -> None:
        """Say which tier gets worse first: a plan that keeps all tiers before it, and none that keeps it, too."""
        if self._bench.tolerant:
            return
        for tier in reversed(self._order[:-1]):
            unknown = [pair for pair in self._dear_in(Kind.PRICED) if self.marks[pair].tier is None]
            if not unknown or self._over:
                return
            shown, proven = self._avoid(tier, unknown, most=_PROMISING)
            self._set(shown, Kind.PRICED, tier)
            if not proven and len(shown) < len(unknown):
                return

    def _dear_in(self, kind: Kind) -> list[PairIds]:
        return [pair for pair in self._of(kind) if pair in self._dear]

    def whole_prices(self) -> None:
        """Solve for the whole difference, those that get worse late first: they are the cheap ones."""
        position = {tier: number for number, tier in enumerate(self._order)}
        rest = [*self._of(Kind.PRICED), *self._of(Kind.OPEN)]
        rest.sort(key=lambda pair: (-position[self.marks[pair].tier or self._order[0]], pair))
        for pair in rest:
            if self._over:
                return
            self._price(pair)

    def _price(self, pair: PairIds) -> None:
        answer = self._bench.ask(Question(without_pairs=(pair,)), time_limit=self._left, stop=self._stop)
        if answer.status is Status.INFEASIBLE:
            self._set([pair], Kind.FORCED)
        elif answer.status is Status.OPTIMAL:
            changes = tier_changes(self._bench.plan.tiers, answer.tiers)
            worse = worsened(changes)
            kind = Kind.FREE if worse is None else Kind.PRICED
            self.marks[pair] = replace(
                self.marks[pair],
                kind=kind,
                tier=worse.tier if worse else None,
                least=worse.loss if worse else 0,
                changes=changes if worse else None,
                witness=answer.placements,
            )
