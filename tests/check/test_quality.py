"""The six parts of the quality, by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planner.check.facts import Facts
from planner.check.quality import full_months
from planner.geo import travel_times
from tests.check.build import law, small_case, with_candidate


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2026, 3, 1), date(2027, 3, 1), 12),
        (date(2026, 3, 2), date(2027, 3, 1), 11),
        (date(2026, 11, 30), date(2027, 2, 28), 3),
        (date(2026, 11, 30), date(2027, 2, 27), 2),
        (date(2027, 12, 31), date(2028, 2, 28), 1),
        (date(2027, 12, 31), date(2028, 2, 29), 2),
        (date(2026, 12, 31), date(2027, 12, 31), 12),
        (date(2027, 3, 1), date(2027, 3, 1), 0),
        (date(2027, 4, 1), date(2027, 3, 1), 0),
    ],
)
def test_full_months(since: date, until: date, months: int) -> None:
    """A month is full when its day is reached, in a short month on its last day; never less than none."""
    assert full_months(since, until) == months


@pytest.mark.parametrize(
    ("candidate_id", "site_id", "changed", "expected"),
    [
        # field 30 + home 10 + ⌊25 months / 6⌋ = 4 + all of 39 hours 10
        ("C1", "S1", {}, 54),
        # home borough 5 + hours 10
        ("C2", "S1", {}, 15),
        # home 10 + limit 15 (Arabic at C1, at a site in 02) + hours 10
        ("C3", "S2", {}, 35),
        # one level short of what the limit counts
        ("C3", "S2", {"languages": {}}, 20),
        # the limit is not about this neighbourhood; another borough
        ("C3", "S3", {}, 10),
        # neighbourhood wanted 15 + home 10 + hours 10
        ("C4", "S3", {}, 35),
        # ⌊10 · 39 / 40⌋ = 9 of the hours
        ("C4", "S3", {"max_hours": Decimal(40)}, 34),
        # 20 points of waiting are the most
        ("C2", "S1", {"waiting_since": date(2003, 1, 1)}, 35),
        # everything blank, another borough
        ("C2", "S3", {}, 10),
    ],
)
def test_quality_by_hand(candidate_id: str, site_id: str, changed: dict[str, Any], expected: int) -> None:
    """Each part counts as design § 4 says."""
    case = with_candidate(small_case(), candidate_id, **changed)
    facts = Facts(case, law(), travel_times(case))
    assert facts.quality(case.candidate_of[candidate_id], case.site_of[site_id]) == expected
