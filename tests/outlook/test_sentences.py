"""The cliffs of a plan in words."""

from datetime import date
from fractions import Fraction

import pytest

from planner.outlook import Cliff, CliffKind, cliff_sentences

DAY = date(2029, 3, 1)


def cliff(kind: CliffKind, cents: int) -> Cliff:
    step = Fraction(9, 10) if kind is CliffKind.STEP else None
    return Cliff(kind=kind, month=24, day=DAY, placements=1200, step=step, cents=cents)


@pytest.mark.parametrize(
    ("kind", "cents", "told"),
    [
        (CliffKind.STEP, 150_000, ("90%", "1,500\u00a0€ more")),
        (CliffKind.STEP, -150_000, ("90%", "1,500\u00a0€ less")),
        (CliffKind.END, -150_000, ("have ended", "1,500\u00a0€ less")),
        (CliffKind.END, 150_000, ("have ended", "still pay 1,500\u00a0€ more")),
    ],
)
def test_a_cliff_is_told_with_its_month_and_its_price(kind: CliffKind, cents: int, told: tuple[str, ...]) -> None:
    """Month, placements, the step where one is, and by how much city and host pay more or less."""
    (english,) = cliff_sentences([cliff(kind, cents)], "en")
    assert all(part in english for part in ("March 2029", "1,200", *told))
    (german,) = cliff_sentences([cliff(kind, cents)], "de")
    assert all(part in german for part in ("März 2029", "1.200", "1.500\u00a0€"))


def test_none_is_told_too() -> None:
    """Without a cliff one sentence says so."""
    assert len(cliff_sentences([], "de")) == 1
