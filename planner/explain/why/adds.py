"""What one placement adds to each tier: the plan with it against the same plan without it, nobody else moving."""

from dataclasses import dataclass

from planner.domain import Case, Pair, Plan, Tier
from planner.domain.need import needs, step_value
from planner.explain.statement import Statement
from planner.explain.why.limits import limits_counting, number_counted
from planner.solve.lot import lot


@dataclass(frozen=True, slots=True)
class Addition:
    """What a placement adds to a tier.

    Parameters
    ----------
    amount
        The tier's value of the plan minus that without the placement, in the tier's own sign: a filled shortage and a
        kept placement of the previous plan are −1.
    facts
        What stands behind it.
    """

    tier: Tier
    amount: int
    facts: tuple[Statement, ...]


def additions(case: Case, plan: Plan, pair: Pair) -> tuple[Addition, ...]:
    """Return what a placement of the plan adds, tier by tier in the order of the scenario, the lot last."""
    return tuple(_addition(case, plan, pair, tier) for tier in (*case.scenario.tiers.order, Tier.LOT))


def _addition(case: Case, plan: Plan, pair: Pair, tier: Tier) -> Addition:
    match tier:
        case Tier.SHORTAGE:
            return _shortage(case, plan, pair)
        case Tier.PLACEMENTS:
            return Addition(tier, 1, (Statement.of("why.adds.placements", count=len(plan.placements)),))
        case Tier.COVERAGE:
            return _coverage(case, plan, pair)
        case Tier.QUALITY:
            return Addition(tier, pair.quality, (Statement.of("why.adds.quality", number=pair.quality),))
        case Tier.COMMUTE:
            return Addition(tier, pair.minutes, (Statement.of("why.adds.commute", number=pair.minutes),))
        case Tier.CHANGES:
            return _changes(case, pair)
    return _lot(case, pair)


def _shortage(case: Case, plan: Plan, pair: Pair) -> Addition:
    """Count the soft minima that would be one further away without the placement."""
    person, site = case.candidate_of[pair.candidate_id], case.site_of[pair.site_id]
    amount, facts = 0, []
    for limit in limits_counting(case, person, site):
        if limit.at_least is None:
            continue
        got = number_counted(case, plan, limit)
        needed = got <= limit.at_least
        amount -= needed and not limit.hard
        code = f"why.adds.shortage.{'needed' if needed else 'spare'}"
        facts.append(Statement.of(code, limit=limit.label, got=got, at_least=limit.at_least))
    return Addition(Tier.SHORTAGE, amount, tuple(facts) or (Statement("why.adds.shortage.none"),))


def _coverage(case: Case, plan: Plan, pair: Pair) -> Addition:
    """Return the last step that the quarter reaches: without any of its placements that one would be missing."""
    code = case.site_of[pair.site_id].neighbourhood
    need = needs(case)[code]
    step = sum(placement.neighbourhood == code for placement in plan.placements)
    amount = step_value(need, step)
    fact = Statement.of(
        "why.adds.coverage" if step > 1 else "why.adds.coverage.first",
        place=case.neighbourhood_of[code].name,
        step=step,
        share=step_value(need, 1),
        divisor=2 * step - 1,
        number=amount,
    )
    return Addition(Tier.COVERAGE, amount, (fact,))


def _changes(case: Case, pair: Pair) -> Addition:
    before = [site for candidate, site in case.previous_plan if candidate == pair.candidate_id]
    if pair.site_id in before:
        return Addition(Tier.CHANGES, -1, (Statement("why.adds.changes.kept"),))
    if before:
        return Addition(Tier.CHANGES, 0, (Statement.of("why.adds.changes.moved", site=tuple(before)),))
    return Addition(Tier.CHANGES, 0, (Statement("why.adds.changes.new"),))


def _lot(case: Case, pair: Pair) -> Addition:
    seed = case.scenario.tiers.seed
    drawn = lot(seed, pair.candidate_id, pair.site_id)
    return Addition(Tier.LOT, drawn, (Statement.of("why.adds.lot", number=drawn),))
