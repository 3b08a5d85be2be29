"""Commute caps and the proof of measles protection."""

from datetime import date
from decimal import Decimal

import pytest

from planner.law import Law, commute_cap, measles_proof_needed
from tests.law.build import START, person


@pytest.mark.parametrize(("hours", "minutes"), [("39", 75), ("30.01", 75), ("30", 60), ("15", 60)])
def test_commute_cap(law: Law, hours: str, minutes: int) -> None:
    """75 minutes one way above six hours a day, else 60 (§ 140 Abs. 4 SGB III)."""
    assert commute_cap(law, Decimal(hours), START) == minutes


@pytest.mark.parametrize(
    ("born", "needed"), [(None, True), (date(1970, 12, 31), False), (date(1971, 1, 1), True), (date(1950, 1, 1), False)]
)
def test_measles_proof(law: Law, born: date | None, needed: bool) -> None:
    """Needed by those born after 1970 and by those whose age is unknown (§ 20 Abs. 8 IfSG)."""
    assert measles_proof_needed(law, person(born=born)) is needed
