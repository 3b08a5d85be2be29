"""Plans nearly as good as the one at hand and as different as possible; and what all such plans have in common.

An optimum alone says little about a single placement: many may be exchanged at no or little loss. What every plan
within a stated tolerance shares is what the case really says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import numpy as np

from planner.domain import Case, ClosedBy, Pairs, Plan, Tier, TierProof
from planner.domain.pairs import Ints
from planner.errors import InputError
from planner.progress import Stop, never
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.engine import Outcome, TierOutcome
from planner.solve.near import Near
from planner.solve.plan import plan_of
from planner.solve.program import Program
from planner.solve.stage import Mask, first_stage
from planner.solve.tiers import objective_of, order_of, shown

Pair = tuple[str, str]

STRICT = frozenset({Tier.SHORTAGE, Tier.PLACEMENTS})
"""Tiers of which nothing is given up unless asked."""

DEFAULT = Decimal("0.01")
"""The share of every other tier's best that a near-equal plan may give up, unless asked otherwise."""

_SECONDS = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """A near-equal plan.

    Parameters
    ----------
    plan
        Checked like any plan of the case; its status is ``feasible``, for it is not the best.
    differs
        How many people it does not place as the plan at hand does, of those that one places.
    least
        How many it places differently than the most similar of the other plans shown, the one at hand included.
    """

    plan: Plan
    differs: int
    least: int


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """Near-equal plans.

    Parameters
    ----------
    plan
        The plan at hand.
    tolerance
        Share of each tier's best that may be given up.
    plans
        The alternatives, the most different first.
    farthest
        No near-equal plan places more people differently than this, of those the plan at hand places.
    shared
        Placements that the plan at hand and all alternatives shown have in common.
    proven
        Those of them that every near-equal plan has, shown or not.
    undecided
        Those of them of which that is not known, because time ran out.
    """

    plan: Plan
    tolerance: Mapping[Tier, Decimal]
    plans: tuple[Alternative, ...]
    farthest: int
    shared: tuple[Pair, ...]
    proven: tuple[Pair, ...]
    undecided: tuple[Pair, ...]

    @property
    def settled(self) -> bool:
        """Whether the first alternative is proven to be as different as any can be."""
        return bool(self.plans) and self.plans[0].differs == self.farthest


def tolerances(case: Case, asked: Mapping[Tier, Decimal] | None = None) -> dict[Tier, Decimal]:
    """Return the tolerance of every tier above the lot: none for shortage and placements, 1 % for the others.

    Raises
    ------
    InputError
        ``ways.no_tier`` for a tier that the scenario does not have, ``ways.tolerance`` for a share not in [0, 1).
    """
    asked = asked or {}
    order = case.scenario.tiers.order
    for tier, share in asked.items():
        if tier not in order:
            raise InputError.of("ways.no_tier", tier=tier.value, allowed=", ".join(order))
        if not 0 <= share < 1:
            raise InputError.of("ways.tolerance", tier=tier.value, share=str(share))
    return {tier: asked.get(tier, Decimal(0) if tier in STRICT else DEFAULT) for tier in order}


def alternatives(
    case: Case,
    pairs: Pairs,
    plan: Plan,
    *,
    number: int = 5,
    tolerance: Mapping[Tier, Decimal] | None = None,
    prove: bool = True,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Alternatives:
    """Return up to ``number`` near-equal plans, each as different as possible from all before it together.

    Parameters
    ----------
    plan
        A plan of the case that keeps every rule.
    tolerance
        Share by tier; as in ``tolerances`` where a tier is not named.
    prove
        Whether to find out which shared placements every near-equal plan has.
    time_limit
        Seconds in all.

    Raises
    ------
    InputError
        As ``tolerances``; ``ways.no_placements`` for a plan without any.
    """
    shares = tolerances(case, tolerance)
    if not plan.has_placements:
        raise InputError.of("ways.no_placements")
    clock = Clock(limit=time_limit, stop=stop)
    program = build(case, pairs)
    base = _chosen(program, {(p.candidate_id, p.site_id) for p in plan.placements})
    near = Near.of(program, base, _floors(program, base, plan, shares), clock)
    masks, farthest = _different(near, base, number, clock)
    bounds = {**{t: shown(t, b, case) for t, b in near.bounds.items()}, Tier.LOT: near.lot_bound()}
    every = [base, *masks]
    made = tuple(
        Alternative(
            plan=_plan(program, mask, bounds, plan.law),
            differs=_avoided(program, base, mask),
            least=min(_avoided(program, other, mask) for other in every if other is not mask),
        )
        for mask in masks
    )
    common = np.logical_and.reduce(every)
    needed, open_ = _needed(near, common, clock) if prove else (common & False, common)
    told = [_ids(program, m) for m in (common, needed, open_)]
    return Alternatives(plan, shares, made, farthest, *told)


def _floors(program: Program, base: Mask, plan: Plan, shares: Mapping[Tier, Decimal]) -> dict[Tier, int]:
    """Return the objectives to keep, from the best value of each tier or, where worse, from the plan's own.

    A tolerance of the scenario lets the plan itself keep less than the best.
    """
    stage = first_stage(program, Tier.SHORTAGE)
    best = {t.name: t.best for t in plan.tiers}
    floors = {}
    for tier, share in shares.items():
        own = stage.turn(tier).value(base)
        t = Fraction(share)
        value = best.get(tier, shown(tier, own, program.columns.case))
        kept = ceil((1 - t) * value) if tier.maximised else floor((1 + t) * value)
        floors[tier] = min(own, objective_of(tier, kept, program.columns.case))
    return floors


def _different(near: Near, base: Mask, number: int, clock: Clock) -> tuple[list[Mask], int]:
    """Return plans, each avoiding as many placements of those before as possible; and how far the first could be."""
    size = near.program.columns.size
    plans, most = [base], int(size @ base)
    for k in range(number):
        if clock.over:
            break
        weight = size * np.sum(plans, axis=0, dtype=np.int64)
        seconds = _SECONDS if clock.limit is None else clock.left / (number - k + 1)
        found = near.avoiding(weight, clock, seconds, plans)
        most = found.most if k == 0 else most
        if found.chosen is None:
            break
        plans.append(found.chosen)
    return plans[1:], most


def _needed(near: Near, common: Mask, clock: Clock) -> tuple[Mask, Mask]:
    """Return which placements every near-equal plan has, and those of which that is not known.

    As many as possible of those in question are avoided at once; once it is proven that none of the rest can be,
    every plan has each of the rest.
    """
    left = common.copy()
    while left.any() and not clock.over:
        seconds = _SECONDS if clock.limit is None else clock.left / 2
        found = near.avoiding(near.program.columns.size * left, clock, seconds, hint=near.known)
        if found.chosen is None:
            break
        if found.most == 0:
            return left, left & False
        left &= found.chosen
        if found.avoided == 0:
            break
    return left & False, left


def _plan(program: Program, mask: Mask, bounds: Mapping[Tier, int], law_version: str) -> Plan:
    """Return a near-equal plan as people read it: its own values, the bounds of all near-equal plans."""
    case = program.columns.case
    stage = first_stage(program, Tier.SHORTAGE)
    tiers = []
    for tier in order_of(case):
        on_lot = tier is Tier.LOT
        value = int(program.columns.lot(mask).sum()) if on_lot else shown(tier, stage.turn(tier).value(mask), case)
        tiers.append(TierOutcome(tier, value, bounds[tier], TierProof(tier=tier, shift=0, prices={}, closed_by=_NONE)))
    members = program.columns.subset(mask).members
    made = plan_of(program, Outcome(members, tuple(tiers)), law_version=law_version, run={})
    return replace(made, certificate=None)


_NONE = ClosedBy.SEARCH


def _chosen(program: Program, wanted: set[Pair]) -> Mask:
    """Return the columns of pairs; a tandem is one column."""
    columns = program.columns
    case = columns.case
    mask = np.zeros(len(columns), dtype=bool)
    for candidate_id, site_id in wanted:
        unit = int(columns.unit_of_candidate[case.candidate_position[candidate_id]])
        column = columns.at(unit, case.site_position[site_id])
        if column is None:
            raise LookupError("a plan of the engine holds a pair that is not possible")
        mask[column] = True
    return mask


def _avoided(program: Program, one: Mask, other: Mask) -> int:
    """Return how many people the first plan places and the second does not place there."""
    return int(program.columns.size @ (one & ~other))


def _ids(program: Program, mask: Mask) -> tuple[Pair, ...]:
    columns = program.columns
    case, pairs = columns.case, columns.pairs
    members: Ints = columns.subset(mask).members
    return tuple(
        sorted((case.candidates[pairs.candidate[m]].candidate_id, case.sites[pairs.site[m]].site_id) for m in members)
    )
