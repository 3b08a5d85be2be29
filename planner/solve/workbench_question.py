"""What is asked of a solved case, and what is answered."""

from dataclasses import dataclass
from enum import StrEnum

from planner.domain import Status, Tier, TierResult

PairIds = tuple[str, str]
"""Candidate id and site id."""


@dataclass(frozen=True, slots=True)
class Question:
    """Conditions on a solved case: what is the best plan then?

    A tandem is one unit: a condition on one member is one on all.

    Parameters
    ----------
    with_pairs
        Pairs that must be in the plan, as if each had a decision ``pin``.
    without_pairs
        Pairs that must not, as if each had a decision ``forbid``.
    """

    with_pairs: tuple[PairIds, ...] = ()
    without_pairs: tuple[PairIds, ...] = ()


class DecidedBy(StrEnum):
    """What settled a question: a pair that is not possible, a plan already known, or a search of its own."""

    RULE = "rule"
    KNOWN = "known"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Answer:
    """The best plan under a question's conditions.

    Parameters
    ----------
    status
        ``optimal``; ``feasible`` where a bound stayed open; ``infeasible``, proven; ``stopped`` before any plan.
    tiers
        One entry per tier in solving order, the lot last; empty without a plan. With ``upto``, tiers after it have
        the value of the plan found and no bound of their own: they are left out.
    placements
        Sorted pairs of the plan.
    decided_by
        What settled the question.
    """

    status: Status
    tiers: tuple[TierResult, ...]
    placements: tuple[PairIds, ...]
    decided_by: DecidedBy

    def best(self, tier: Tier) -> int | None:
        """Return the best value of a tier, or ``None`` where there is no plan or the tier was not asked for."""
        return next((t.best for t in self.tiers if t.name is tier), None)


@dataclass(frozen=True, slots=True)
class Avoided:
    """A plan that leaves out some of the pairs in question.

    Parameters
    ----------
    placements
        Sorted pairs of the plan; ``None`` where it is proven that no plan leaves out any pair that is left.
    left
        Pairs in question that no plan so far has left out.
    """

    placements: tuple[PairIds, ...] | None
    left: tuple[PairIds, ...]
