"""What objectives reach, as people read it: the coverage in percent of the need, everything else in whole numbers.

The certificate keeps the coverage in millionths: four decimals of a percent are exactly these.
"""

from decimal import Decimal

from planner.messages.catalogue import Language
from planner.messages.texts import N_, text
from planner.messages.written import number, signed

TEXTS = {
    "objective.percent": N_("{number}%"),
    "objective.points": N_("{number} percentage points"),
}

_COVERAGE = "coverage"
_MOST, _LEAST = 4, 2


def reached(tier: str, value: int, language: Language) -> str:
    """Return the value of an objective."""
    if tier != _COVERAGE:
        return number(value, language)
    return text("objective.percent", language, {"number": _percent(value, language)})


def changed(tier: str, difference: int, language: Language, *, sign: bool = True) -> str:
    """Return by how much the value of an objective changes.

    Parameters
    ----------
    sign
        Whether a plus is written.
    """
    if tier != _COVERAGE:
        return signed(difference, language) if sign else number(difference, language)
    plus = "+" if sign and difference > 0 else ""
    return text("objective.points", language, {"number": plus + _percent(difference, language)})


def _percent(millionths: int, language: Language) -> str:
    return number(Decimal(millionths).scaleb(-4), language, _MOST, _LEAST)
