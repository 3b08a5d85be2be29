"""What an hour pays."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from planner.domain import MINIMUM_WAGE
from planner.errors import InputError
from planner.law.values import Law


def minimum_wage(law: Law, day: date) -> Fraction:
    """Return the statutory minimum wage, EUR per hour (§ 1 Abs. 2 MiLoG)."""
    return law.number("minimum_wage", day)


def minijob_limit(law: Law, day: date) -> int:
    """Return what a marginal job pays at most, EUR a month: minimum wage · 130 / 3, rounded up (§ 8 Abs. 1a SGB IV)."""
    return ceil(minimum_wage(law, day) * law.number("minijob_hours", day) / 3)


def hourly_pay(law: Law, pay: str | Decimal, day: date) -> Fraction:
    """Return EUR per hour, lifted to the minimum wage where the pay is below it.

    The exception of § 22 Abs. 4 MiLoG for people long out of work does not apply to § 16i (§ 16i Abs. 2 Satz 5 SGB II).

    Parameters
    ----------
    pay
        ``"minimum_wage"``, the name of a wage table, or EUR per hour.

    Raises
    ------
    InputError
        If there is no wage table of that name.
    """
    lowest = minimum_wage(law, day)
    if isinstance(pay, Decimal):
        return max(lowest, Fraction(pay))
    if pay == MINIMUM_WAGE:
        return lowest
    if pay not in law.wage_tables:
        raise InputError.of("law.wage_table_unknown", name=pay, allowed=", ".join(sorted(law.wage_tables)))
    return max(lowest, law.number(pay, day))
