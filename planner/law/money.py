"""What one month of a placement costs, what the grant covers and where the grant comes from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from planner.domain import Scheme
from planner.domain.need import round_half_up
from planner.law.social import EmployerShare, employer_share
from planner.law.values import Law
from planner.law.wages import hourly_pay, minimum_wage


class MonthAmounts(NamedTuple):
    """One month in cents, each amount rounded half up.

    Parameters
    ----------
    gross, social, levies
        Pay, the employer's share of social insurance, and levies.
    grant
        What the Jobcenter pays to the host.
    transfer
        The part of the grant that comes from saved benefits.
    """

    gross: int
    social: int
    levies: int
    grant: int
    transfer: int

    @property
    def cost(self) -> int:
        """What the host pays for the person."""
        return self.gross + self.social + self.levies

    @property
    def integration(self) -> int:
        """The part of the grant that comes from the Jobcenter's integration budget."""
        return self.grant - self.transfer

    @property
    def own_share(self) -> int:
        """The part of the cost that the grant does not cover."""
        return self.cost - self.grant


@dataclass(frozen=True, slots=True)
class _Rates:
    """The numbers of one scheme that a month depends on besides its pay."""

    weeks: Fraction
    levies: Fraction
    share: EmployerShare
    steps: tuple[Fraction, ...]
    flat: Fraction
    transfer_share: Fraction
    cap: Fraction
    cap_minor_child: Fraction


@lru_cache(maxsize=256)
def _rates(law: Law, scheme: Scheme, day: date) -> _Rates:
    transfers = scheme is Scheme.P16I
    return _Rates(
        weeks=law.number("weeks_per_month", day),
        levies=law.number("levies", day),
        share=employer_share(law, scheme, day),
        steps=law.numbers(f"grant_steps_{scheme}", day),
        flat=law.number(f"flat_share_{scheme}", day),
        transfer_share=law.number("transfer_share", day) if transfers else Fraction(0),
        cap=law.number("transfer_cap", day),
        cap_minor_child=law.number("transfer_cap_minor_child", day),
    )


def wage_month(
    law: Law,
    scheme: Scheme,
    pay: str | Decimal,
    tariff_bound: bool,
    hours: Decimal,
    minor_child: bool,
    k: int,
    first_day: date,
) -> MonthAmounts:
    """Return the amounts of the k-th month of an employment.

    Gross = hours · EUR/h · 4.348. Grant = step · base · (1 + flat share): under § 16i the base is the minimum wage, the
    gross pay only where a tariff binds the employer (§ 16i Abs. 2 Satz 1 and 2 SGB II); under § 16e it is the gross pay
    (§ 91 Abs. 1 SGB III). The step counts the years of this employment; after the last one there is no grant. Transfer
    (§ 16i only) = min(half the grant, cap). Computed in exact fractions, rounded at the very end.

    Parameters
    ----------
    hours
        Per week.
    minor_child
        Whether the higher cap of the transfer holds.
    k
        From 1.
    first_day
        First day of this month of the employment: its law holds for the whole of it.

    Raises
    ------
    InputError
        If there is no wage table of the name in ``pay``.
    """
    return _month(law, scheme, pay, tariff_bound, hours, minor_child, (k - 1) // 12, law.last_change(first_day))


def grant_step(law: Law, scheme: Scheme, k: int, first_day: date) -> Fraction:
    """Return the share of its base that the grant covers in the k-th month of an employment, which begins on a day.

    0 where there is no grant any more (§ 16i Abs. 2 Satz 1, § 16e Abs. 2 SGB II).
    """
    return _step(_rates(law, scheme, law.last_change(first_day)), (k - 1) // 12)


def _step(rates: _Rates, year: int) -> Fraction:
    return rates.steps[year] if year < len(rates.steps) else Fraction(0)


@lru_cache(maxsize=1 << 16)
def _month(
    law: Law,
    scheme: Scheme,
    pay: str | Decimal,
    tariff_bound: bool,
    hours: Decimal,
    minor_child: bool,
    year: int,
    day: date,
) -> MonthAmounts:
    """Amounts of any month in the given year of the employment under the law of a day."""
    rates = _rates(law, scheme, day)
    hours_a_month = Fraction(hours) * rates.weeks
    gross = hours_a_month * hourly_pay(law, pay, day)
    base = gross if tariff_bound or scheme is Scheme.P16E else hours_a_month * minimum_wage(law, day)
    grant = _step(rates, year) * base * (1 + rates.flat)
    transfer = min(grant * rates.transfer_share, rates.cap_minor_child if minor_child else rates.cap)
    return MonthAmounts(*(_cents(eur) for eur in (gross, rates.share.of(gross), rates.levies * gross, grant, transfer)))


def _cents(eur: Fraction) -> int:
    return round_half_up(eur * 100)
