"""What a plan folder says twice must be said alike: whoever reads only one of the places relies on it."""

from collections.abc import Iterator
from math import isclose

from planner.check.report import Finding
from planner.domain import Plan
from planner.tables import Repeats

REPEATS = ("repeated_seed", "repeated_gap", "repeated_proven", "repeated_costs")
"""Codes of what can be found here, beside the rules."""


def check_repeats(plan: Plan, repeats: Repeats) -> tuple[Finding, ...]:
    """Compare the sums, gaps, proofs and the seed of a plan folder with the plan itself.

    Parameters
    ----------
    plan
        As ``planner.tables.read_plan`` read it; ``check_plan`` compares it with the case.
    repeats
        What its folder states besides; what it leaves out is not missed.
    """
    return (*_head(plan, repeats), *_costs(plan, repeats))


def _head(plan: Plan, repeats: Repeats) -> Iterator[Finding]:
    expected = plan.scenario.tiers.seed
    if repeats.seed is not None and repeats.seed != expected:
        yield Finding("repeated_seed", {"stated": repeats.seed, "expected": expected})
    for tier in plan.tiers:
        gap = (repeats.gaps or {}).get(tier.name, tier.gap)
        if not isclose(gap, tier.gap, rel_tol=1e-6, abs_tol=1e-12):
            yield Finding("repeated_gap", {"tier": tier.name.value, "stated": repr(gap), "expected": repr(tier.gap)})
        if (repeats.proven or {}).get(tier.name, tier.proven) != tier.proven:
            yield Finding("repeated_proven", {"tier": tier.name.value, "best": tier.best, "bound": tier.bound})


def _costs(plan: Plan, repeats: Repeats) -> Iterator[Finding]:
    if repeats.costs is None:
        return
    total = plan.costs()
    for year, payer in sorted(total.keys() | repeats.costs.keys()):
        stated, expected = repeats.costs.get((year, payer), 0), total.get((year, payer), 0)
        if stated != expected:
            values = {"year": year, "payer": payer.value, "stated": stated, "expected": expected}
            yield Finding("repeated_costs", values)
