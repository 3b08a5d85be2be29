"""Between the value of a tier as people read it and the objective as the program maximises it."""

from fractions import Fraction
from math import ceil, floor

from planner.domain import Case, Tier


def shown(tier: Tier, objective: int, case: Case) -> int:
    """Return a tier's value for an objective value. Changes count what the previous plan loses."""
    if tier is Tier.CHANGES:
        return len(case.previous_plan) - objective
    return objective if tier.maximised else -objective


def objective_of(tier: Tier, value: int, case: Case) -> int:
    """Return the objective value of a tier's value; the inverse of ``shown``."""
    if tier is Tier.CHANGES:
        return len(case.previous_plan) - value
    return value if tier.maximised else -value


def floor_of(tier: Tier, best: int, case: Case) -> int:
    """Return the objective value that later tiers must keep, with the tier's tolerance t in exact fractions.

    ⌈(1 − t) · best⌉ for a tier that is maximised, ⌊(1 + t) · best⌋ for one that is minimised.
    """
    t = Fraction(case.scenario.tiers.tolerance.get(tier, 0))
    kept = ceil((1 - t) * best) if tier.maximised else floor((1 + t) * best)
    return objective_of(tier, kept, case)


def order_of(case: Case) -> tuple[Tier, ...]:
    """Return the tiers in solving order, the lot last."""
    return (*case.scenario.tiers.order, Tier.LOT)
