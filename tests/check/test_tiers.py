"""Every tier of the small plan by hand, and what a tolerance lets go."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

import pytest

from planner.check import check_plan
from planner.check.tiers import worst_kept
from planner.domain import Status, Tier
from planner.geo import travel_times
from tests.check.build import honest_plan, law, small_case, with_scenario


def test_tiers_by_hand() -> None:
    """The values of the small plan are those one gets with pencil and paper."""
    case = with_scenario(replace(small_case(), previous_plan=(("C1", "S1"), ("C4", "S3"), ("gone", "S3"))), posts=None)
    report = check_plan(case, honest_plan(case), law(), travel_times(case))
    drawn = [sha256(f"|{c}|{s}".encode()).digest()[:4] for c, s in (("C1", "S1"), ("C2", "S1"), ("C3", "S2"))]
    assert report.tiers == {
        Tier.SHORTAGE: 0,
        Tier.PLACEMENTS: 3,
        Tier.COVERAGE: 500_000 + 166_667 + 300_000,
        Tier.QUALITY: 54 + 15 + 35,
        Tier.COMMUTE: 8 + 21 + 9,
        Tier.CHANGES: 2,
        Tier.LOT: sum(int.from_bytes(four, "big") for four in drawn),
    }


def test_shortage_adds_up_soft_limits_only() -> None:
    """Each soft limit gives what it is short of; a met one gives nothing, not less."""
    case = small_case()
    report = check_plan(case, honest_plan(case, [("C1", "S1")]), law(), travel_times(case))
    assert report.passed
    assert report.tiers[Tier.SHORTAGE] == 1


@pytest.mark.parametrize(
    ("tier", "best", "tolerance", "worst"),
    [
        (Tier.COVERAGE, 100, "0.01", 99),
        (Tier.COVERAGE, 99, "0.01", 99),
        (Tier.COVERAGE, 10**18 + 1, "0.1", 9 * 10**17 + 1),
        (Tier.COMMUTE, 100, "0.01", 101),
        (Tier.COMMUTE, 99, "0.01", 99),
        (Tier.COMMUTE, 10**18 - 1, "0.1", 11 * 10**17 - 2),
        (Tier.QUALITY, 7, "0", 7),
    ],
)
def test_tolerance_is_exact(tier: Tier, best: int, tolerance: str, worst: int) -> None:
    """⌈(1−t)·best⌉ or ⌊(1+t)·best⌋ in exact fractions, also where floats run out of digits."""
    assert worst_kept(tier, best, Fraction(Decimal(tolerance))) == worst


@pytest.mark.parametrize(("better", "passes"), [(0, True), (11, True), (12, False)])
def test_a_tolerance_may_be_used_up_but_not_exceeded(better: int, passes: bool) -> None:
    """Of a best quality of 115 a tenth may go: ⌈103.5⌉ = 104 is kept; of 116 it may not: ⌈104.4⌉ = 105 is not."""
    case = with_scenario(small_case(), tiers={"tolerance": {"quality": "0.1"}})
    plan = honest_plan(case)
    tiers = tuple(
        replace(t, best=t.best + better, bound=t.bound + better) if t.name is Tier.QUALITY else t for t in plan.tiers
    )
    assert check_plan(case, replace(plan, tiers=tiers), law(), travel_times(case)).passed is passes


def test_a_gap_is_no_fault() -> None:
    """A plan with an open bound passes when it says so, and its value may be better than at the tier's turn."""
    case = small_case()
    plan = honest_plan(case)
    tiers = tuple(replace(t, bound=t.bound + 5, best=t.best - 1) if t.name is Tier.QUALITY else t for t in plan.tiers)
    assert check_plan(case, replace(plan, tiers=tiers, status=Status.FEASIBLE), law(), travel_times(case)).passed


def test_tiers_that_are_not_ordered_are_reported_too() -> None:
    """The report has every tier, the certificate only those of the scenario and the lot."""
    case = with_scenario(small_case(), tiers={"order": ["quality"]})
    plan = honest_plan(case)
    assert [t.name for t in plan.tiers] == [Tier.QUALITY, Tier.LOT]
    report = check_plan(case, plan, law(), travel_times(case))
    assert report.passed
    assert set(report.tiers) == set(Tier)
