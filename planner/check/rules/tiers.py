"""The certificate: values, bounds, and what a tolerance lets go."""

from collections.abc import Iterator
from fractions import Fraction

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.check.tiers import better, worst_kept
from planner.domain import Tier


@rule("tier_rows")
def tier_rows(subject: Subject) -> Iterator[Params]:
    """There is one entry per tier, in the scenario's order, and the lot comes last."""
    expected = (*subject.case.scenario.tiers.order, Tier.LOT)
    stated = tuple(tier.name for tier in subject.plan.tiers)
    if stated != expected:
        yield {"stated": ", ".join(stated) or "-", "expected": ", ".join(expected)}


@rule("tier_value")
def tier_value(subject: Subject) -> Iterator[Params]:
    """The value of a tier is what the placements come to."""
    for tier in subject.plan.tiers:
        if tier.value != (expected := subject.tiers[tier.name]):
            yield {"tier": tier.name.value, "stated": tier.value, "expected": expected}


@rule("tier_bound")
def tier_bound(subject: Subject) -> Iterator[Params]:
    """Neither the best value of a tier nor the plan's is better than the bound."""
    for tier in subject.plan.tiers:
        if better(tier.name, tier.best, tier.bound) or better(tier.name, tier.value, tier.bound):
            yield {"tier": tier.name.value, "value": tier.value, "best": tier.best, "bound": tier.bound}


@rule("tier_tolerance")
def tier_tolerance(subject: Subject) -> Iterator[Params]:
    """The plan keeps the best value of a tier within its tolerance; without one, wholly."""
    tolerances = subject.case.scenario.tiers.tolerance
    for tier in subject.plan.tiers:
        worst = worst_kept(tier.name, tier.best, Fraction(tolerances.get(tier.name, 0)))
        if better(tier.name, worst, tier.value):
            yield {"tier": tier.name.value, "value": tier.value, "best": tier.best, "worst": worst}
