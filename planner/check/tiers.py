"""The value of every tier, from the case and from who is where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from hashlib import sha256
from math import ceil, floor
from typing import TYPE_CHECKING

from planner.check.needs import coverage_value
from planner.domain import Tier

if TYPE_CHECKING:
    from planner.check.subject import Subject


def shortage(subject: Subject) -> int:
    """Return Σ over soft limits of max(0, at_least − got)."""
    return sum(max(0, (limit.at_least or 0) - got) for limit, got in subject.limits if not limit.hard)


def placements(subject: Subject) -> int:
    """Return the number of placements."""
    return len(subject.placed)


def coverage(subject: Subject) -> int:
    """Return the Sainte-Laguë value of the placements by neighbourhood."""
    return coverage_value(subject.facts.need, subject.by_neighbourhood)


def quality(subject: Subject) -> int:
    """Return the sum of the qualities."""
    return sum(subject.facts.quality(candidate, site) for _, candidate, site in subject.placed)


def commute(subject: Subject) -> int:
    """Return the sum of the minutes one way."""
    return sum(subject.facts.minutes(candidate, site) for _, candidate, site in subject.placed)


def changes(subject: Subject) -> int:
    """Return how many placements of the previous plan are given up."""
    return len(subject.given_up)


def lot(subject: Subject) -> int:
    """Return the sum of the lots: the first 32 bits of SHA-256 of ``seed|candidate_id|site_id`` each."""
    seed = subject.case.scenario.tiers.seed
    drawn = (
        sha256(f"{seed}|{candidate.candidate_id}|{site.site_id}".encode()).hexdigest()[:8]
        for _, candidate, site in subject.placed
    )
    return sum(int(digits, 16) for digits in drawn)


VALUE_OF: Mapping[Tier, Callable[[Subject], int]] = {
    Tier.SHORTAGE: shortage,
    Tier.PLACEMENTS: placements,
    Tier.COVERAGE: coverage,
    Tier.QUALITY: quality,
    Tier.COMMUTE: commute,
    Tier.CHANGES: changes,
    Tier.LOT: lot,
}


def better(tier: Tier, one: int, other: int) -> bool:
    """Return whether one value of a tier is better than another."""
    return one > other if tier.maximised else one < other


def worst_kept(tier: Tier, best: int, tolerance: Fraction) -> int:
    """Return the worst value within a tolerance of the best: ⌈(1−t)·best⌉, or ⌊(1+t)·best⌋ where less is better."""
    return ceil((1 - tolerance) * best) if tier.maximised else floor((1 + tolerance) * best)
