"""A plan that moves nobody, where none can be better: the usual repair, solved on the few pairs that are left for it.

Let few changes come right behind shortage and placements. A plan that keeps all of the previous plan, and in the tiers
before reaches what no plan can exceed, shows that the best plans give up nothing; then they all choose among the posts
that are left for the people who have no place. What is best there is best in the whole case, and no more has to be
looked at. Where the proof fails, the whole case is solved, and the plan is one to begin with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, ClosedBy, Pairs, Tier
from planner.domain.pairs import Ints
from planner.progress import Silent
from planner.solve.alike import unbeaten
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.columns import pair_position
from planner.solve.counting import People, sites_of
from planner.solve.engine import Outcome, TierOutcome, run
from planner.solve.program import Program
from planner.solve.rules.limits import is_soft
from planner.solve.tiers import order_of

_FIRST = frozenset({Tier.SHORTAGE, Tier.PLACEMENTS})
"""Tiers whose best is often what the posts allow, so that it can be told without solving."""

_WORTH = 0.8
"""Where a larger share of the pairs is left, the whole case takes hardly longer."""


@dataclass(frozen=True, eq=False)
class Stayed:
    """The best plan that moves nobody, as far as time allowed to look for it.

    Parameters
    ----------
    program
        Of the pairs that are left.
    members
        Positions of its placements in all pairs.
    proven
        Whether the outcome is that of the whole case.
    """

    program: Program
    outcome: Outcome
    members: Ints
    proven: bool


def stay(case: Case, pairs: Pairs, clock: Clock) -> Stayed | None:
    """Return the best plan that gives up nothing of the previous plan; ``None`` where none is found or worth a look.

    Its tiers bring no prices: those of a part of the pairs would prove nothing to someone who has not seen which.
    """
    if not _comes_early(case):
        return None
    kept = _kept(case, pairs)
    stay = int(kept.sum())
    limits = {**_ceilings(case, pairs), Tier.CHANGES: len(case.previous_plan) - stay}
    left = _left(case, pairs, kept, limits[Tier.PLACEMENTS] - stay)
    if not stay or left.mean() > _WORTH:
        return None
    program = build(case, pairs.subset(left))
    if program.impossible:
        return None
    outcome = run(program, clock, Silent())
    reached = {tier.tier: tier.best for tier in outcome.tiers}
    if outcome.members is None:
        return None
    return Stayed(
        program,
        replace(outcome, tiers=tuple(_unpriced(tier) for tier in outcome.tiers)),
        np.flatnonzero(left)[outcome.members],
        proven=all(reached[tier] == limit for tier, limit in limits.items() if tier in reached),
    )


def _comes_early(case: Case) -> bool:
    """Whether few changes count, with nothing before them but what posts limit, and no tolerance on any of these."""
    order = order_of(case)
    before = order[: order.index(Tier.CHANGES)] if Tier.CHANGES in order else order
    exact = not any(case.scenario.tiers.tolerance.get(tier) for tier in (*before, Tier.CHANGES))
    return _FIRST.issuperset(before) and exact


def _kept(case: Case, pairs: Pairs) -> NDArray[np.bool_]:
    """Return shape (pairs,): the placements of the previous plan that are possible still."""
    mask = np.zeros(len(pairs), dtype=bool)
    found = (pair_position(pairs, case, *pair) for pair in case.previous_plan)
    mask[[position for position in found if position is not None]] = True
    return mask


def _left(case: Case, pairs: Pairs, kept: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    """Return shape (pairs,): what is kept, and the best people without a place at sites with a post that is free."""
    free = np.array([site.posts for site in case.sites], dtype=np.int64)
    np.subtract.at(free, pairs.site[kept], 1)
    settled = np.zeros(len(case.candidates), dtype=bool)
    settled[pairs.candidate[kept]] = True
    asked = ~settled[pairs.candidate] & (free[pairs.site] > 0)
    return kept | unbeaten(case, pairs, kept, asked, free, most) if most > 0 else kept


def _ceilings(case: Case, pairs: Pairs) -> Mapping[Tier, int]:
    """Return the least shortage and the most placements that posts and pairs alone allow."""
    most = len(case.candidates) if case.scenario.posts is None else case.scenario.posts
    posts = np.array([site.posts for site in case.sites], dtype=np.int64)
    by_site = np.argsort(pairs.site, kind="stable")
    first = np.searchsorted(pairs.site[by_site], np.arange(len(posts) + 1))
    people, shortage = People(case), 0
    for limit in case.scenario.limit:
        if is_soft(limit):
            here = [by_site[first[s] : first[s + 1]] for s in np.flatnonzero(sites_of(case, limit)).tolist()]
            rows = np.concatenate([by_site[:0], *here])
            possible = _places(pairs, rows[people.of(limit.who)[pairs.candidate[rows]]], posts)
            shortage += max(0, (limit.at_least or 0) - min(most, possible))
    return {Tier.SHORTAGE: shortage, Tier.PLACEMENTS: min(most, _places(pairs, by_site, posts))}


def _places(pairs: Pairs, counted: Ints, posts: NDArray[np.int64]) -> int:
    """Return how many of the counted pairs a plan can hold at most, by the posts of each site and by people."""
    at_site = np.bincount(pairs.site[counted], minlength=len(posts))
    people = np.bincount(pairs.candidate[counted])
    return min(int(np.minimum(at_site, posts).sum()), int((people > 0).sum()))


def _unpriced(tier: TierOutcome) -> TierOutcome:
    return replace(tier, proof=replace(tier.proof, shift=0, prices={}, closed_by=ClosedBy.SEARCH))
