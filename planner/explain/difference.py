"""Two plans of one case: what changes in every tier, and who is moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.domain import Tier, TierResult


@dataclass(frozen=True, slots=True)
class TierChange:
    """A tier's best in the plan and in another one.

    Parameters
    ----------
    plan, other
        As people read them.
    proven
        Whether both are proven best.
    """

    tier: Tier
    plan: int
    other: int
    proven: bool

    @property
    def difference(self) -> int:
        """What is added to the plan's value; minus is less."""
        return self.other - self.plan

    @property
    def loss(self) -> int:
        """By how much the other plan is worse; negative where it is better."""
        return self.plan - self.other if self.tier.maximised else self.other - self.plan


@dataclass(frozen=True, slots=True)
class Move:
    """Where somebody is whom two plans place differently, in the first and in the second; ``None`` is nowhere."""

    candidate_id: str
    before: str | None
    after: str | None


def tier_changes(plan: Iterable[TierResult], other: Iterable[TierResult]) -> tuple[TierChange, ...]:
    """Return the change of every tier that both bring, in solving order."""
    known = {t.name: t for t in other}
    return tuple(
        TierChange(t.name, t.best, known[t.name].best, t.proven and known[t.name].proven)
        for t in plan
        if t.name in known
    )


def worsened(changes: Iterable[TierChange]) -> TierChange | None:
    """Return the first tier above the lot that gets worse; ``None`` where all are kept."""
    return next((c for c in changes if c.tier is not Tier.LOT and c.loss > 0), None)


def moves(plan: Iterable[tuple[str, str]], other: Iterable[tuple[str, str]]) -> tuple[Move, ...]:
    """Return who is placed differently, by candidate id."""
    first, second = dict(plan), dict(other)
    return tuple(
        Move(person, first.get(person), second.get(person))
        for person in sorted(first.keys() | second.keys())
        if first.get(person) != second.get(person)
    )


def bests(results: Iterable[TierResult]) -> dict[Tier, int]:
    """Return the best value of every tier."""
    return {t.name: t.best for t in results}
