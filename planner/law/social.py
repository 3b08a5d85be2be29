"""What the employer pays into social insurance, in Saxony."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.domain import Scheme
from planner.law.values import Law
from planner.law.wages import minijob_limit


@dataclass(frozen=True, slots=True)
class SocialRates:
    """Contribution rates as parts of 1: all of it, the employee's part, and the factor F of the transition zone."""

    total: Fraction
    employee: Fraction
    factor: Fraction

    @property
    def employer(self) -> Fraction:
        """The employer's part above the transition zone."""
        return self.total - self.employee


@dataclass(frozen=True, slots=True)
class EmployerShare:
    """The employer's share as a function of the gross pay: a rate, and below a limit a line with an offset, all EUR."""

    rate: Fraction
    limit: Fraction
    slope: Fraction
    offset: Fraction

    def of(self, gross: Fraction) -> Fraction:
        """Return the share of a month's gross pay."""
        return self.slope * gross + self.offset if gross <= self.limit else self.rate * gross


def social_rates(law: Law, scheme: Scheme, day: date) -> SocialRates:
    """Return the rates of a scheme.

    All insurances but care are halved; for care § 58 Abs. 3 SGB XI fixes the employer's part in Saxony. A job under
    § 16i is free of unemployment insurance (§ 27 Abs. 3 Nr. 5 SGB III), one under § 16e is not. F always counts all
    of them: 28 % by the whole rate (§ 20 Abs. 2a SGB IV).
    """
    halved = (
        law.number("pension_rate", day) + law.number("health_rate", day) + law.number("health_additional_rate", day)
    )
    unemployment = law.number("unemployment_rate", day)
    care, care_employer = law.number("care_rate", day), law.number("care_rate_employer_saxony", day)
    factor = law.number("transition_base", day) / (halved + unemployment + care)
    due = halved + unemployment if scheme is Scheme.P16E else halved
    return SocialRates(total=due + care, employee=due / 2 + care - care_employer, factor=factor)


def employer_share(law: Law, scheme: Scheme, day: date) -> EmployerShare:
    """Return the employer's share of a scheme on a day.

    In the transition zone, up to U = 2,000 EUR, contributions are due on
    BE = F·G + (U/(U − G) − G/(U − G)·F)·(gross − G) in all and by the employee on BN = U/(U − G)·(gross − G), where G
    is the limit of a marginal job; the employer pays the difference (§ 20 Abs. 2a SGB IV). The line is continuous at U.
    """
    rates = social_rates(law, scheme, day)
    upper, lower = law.number("transition_limit", day), Fraction(minijob_limit(law, day))
    steep = upper / (upper - lower)
    total_slope = steep - lower / (upper - lower) * rates.factor
    slope = rates.total * total_slope - rates.employee * steep
    return EmployerShare(rates.employer, upper, slope, rates.total * rates.factor * lower - slope * lower)
