"""From chosen columns to the plan that people read."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np

from planner.domain import (
    Case,
    Certificate,
    LimitResult,
    Mark,
    NeighbourhoodResult,
    Pairs,
    Placement,
    Plan,
    Status,
    Tier,
    TierResult,
    Unplaced,
)
from planner.domain.need import counts_by, needs, targets
from planner.match.unplaced import unplaced_reason
from planner.solve.engine import Outcome
from planner.solve.program import Program
from planner.solve.stage import Mask, first_stage
from planner.solve.tiers import order_of, shown


def plan_of(
    program: Program,
    outcome: Outcome,
    *,
    law_version: str,
    run: Mapping[str, str | float | int],
    pairs: Pairs | None = None,
) -> Plan:
    """Return the plan of an outcome that has one.

    Parameters
    ----------
    pairs
        All possible pairs of the case, where the program knows only some of them.
    law_version
        ``Law.version`` of the law the pairs were made with.
    run
        Times, versions and machine.
    """
    case = program.columns.case
    members = np.sort(outcome.members) if outcome.members is not None else np.zeros(0, dtype=np.int64)
    placements = _placements(case, program.columns.pairs, members.tolist())
    chosen = program.columns.holding(members)
    tiers = _tiers(program, outcome, chosen)
    return Plan(
        scenario=case.scenario,
        status=Status.OPTIMAL if all(t.proven for t in tiers) else Status.FEASIBLE,
        case_hash=case.hash,
        law=law_version,
        placements=placements,
        unplaced=_unplaced(case, pairs or program.columns.pairs, {p.candidate_id for p in placements}),
        neighbourhoods=_neighbourhoods(case, placements),
        limits=_limits(program, chosen),
        tiers=tiers,
        certificate=Certificate(case_hash=case.hash, proofs=tuple(t.proof for t in outcome.tiers)),
        run=run,
    )


def _placements(case: Case, pairs: Pairs, positions: list[int]) -> tuple[Placement, ...]:
    confirmed = case.scenario.fields.confirmed
    made = []
    for position in positions:
        pair = pairs.row(case, position)
        site = case.site_of[pair.site_id]
        marks: list[str] = [reason.value for reason in pair.broken]
        if confirmed is not None and site.field not in confirmed:
            marks.append(Mark.FIELD_NOT_CONFIRMED)
        if case.scenario.unclear_is_eligible and pairs.unclear[pairs.candidate[position]]:
            marks.append(Mark.ELIGIBILITY_UNCLEAR)
        made.append(
            Placement(
                candidate_id=pair.candidate_id,
                site_id=pair.site_id,
                neighbourhood=site.neighbourhood,
                start=case.start_of(pair.candidate_id, pair.site_id),
                hours=pair.hours,
                minutes=pair.minutes,
                quality=pair.quality,
                marks=tuple(marks),
                costs=pair.costs,
            )
        )
    return tuple(made)


def _unplaced(case: Case, pairs: Pairs, placed: set[str]) -> tuple[Unplaced, ...]:
    has_pair = np.bincount(pairs.candidate, minlength=len(case.candidates)) > 0
    return tuple(
        Unplaced(candidate_id=c.candidate_id, reason=unplaced_reason(int(pairs.common[k]), bool(has_pair[k])))
        for k, c in enumerate(case.candidates)
        if c.candidate_id not in placed
    )


def _neighbourhoods(case: Case, placements: tuple[Placement, ...]) -> tuple[NeighbourhoodResult, ...]:
    need = needs(case)
    target = targets(need, len(placements))
    placed = counts_by([p.neighbourhood for p in placements])
    planned: dict[str, int] = {}
    for site in case.sites:
        if site.planned:
            planned[site.neighbourhood] = planned.get(site.neighbourhood, 0) + site.posts
    return tuple(
        NeighbourhoodResult(
            code=n.code,
            need=_decimal(need[n.code]),
            target=target[n.code],
            placed=placed.get(n.code, 0),
            planned_posts=planned.get(n.code, 0),
        )
        for n in case.neighbourhoods
    )


def _decimal(share: Fraction) -> Decimal:
    """Return a share with nine decimals, rounded half up."""
    return Decimal((share * 10**9 * 2 + 1) // 2).scaleb(-9).quantize(Decimal("1e-9"), ROUND_HALF_UP)


def _limits(program: Program, chosen: Mask) -> tuple[LimitResult, ...]:
    results = []
    for limit in program.columns.case.scenario.limit:
        got = program.counting.among(chosen, limit)
        short = max(0, (limit.at_least or 0) - got)
        results.append(
            LimitResult(name=limit.label, at_least=limit.at_least, at_most=limit.at_most, got=got, short=short)
        )
    return tuple(results)


def _tiers(program: Program, outcome: Outcome, chosen: Mask) -> tuple[TierResult, ...]:
    case = program.columns.case
    stage = first_stage(program, Tier.SHORTAGE)
    value: dict[Tier, int] = {
        tier: shown(tier, stage.turn(tier).value(chosen), case) for tier in order_of(case) if tier is not Tier.LOT
    }
    value[Tier.LOT] = int(program.columns.lot(chosen).sum())
    return tuple(TierResult(name=t.tier, value=value[t.tier], best=t.best, bound=t.bound) for t in outcome.tiers)
