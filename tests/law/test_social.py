"""The employer's share of social insurance in Saxony."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import Scheme
from planner.law import Law, minijob_limit
from planner.law.social import employer_share, social_rates

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("scheme", "total", "employee", "employer"),
    [(Scheme.P16I, "0.397", "0.2035", "0.1935"), (Scheme.P16E, "0.423", "0.2165", "0.2065")],
)
def test_rates(law: Law, scheme: Scheme, total: str, employee: str, employer: str) -> None:
    """19.35 % without unemployment insurance under § 16i, 20.65 % with it under § 16e; F is the same for both."""
    rates = social_rates(law, scheme, DAY)
    assert (rates.total, rates.employee, rates.employer) == (Fraction(total), Fraction(employee), Fraction(employer))
    assert rates.factor == Fraction(280, 423)


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        (date(2022, 10, 1), 520),
        (date(2024, 1, 1), 538),
        (date(2025, 1, 1), 556),
        (date(2026, 1, 1), 603),
        (date(2027, 1, 1), 633),
        (date(2031, 1, 1), 633),
    ],
)
def test_minijob_limit(law: Law, day: date, limit: int) -> None:
    """§ 8 Abs. 1a SGB IV: the minimum wage times 130 by 3, rounded up to EUR."""
    assert minijob_limit(law, day) == limit


@pytest.mark.parametrize("scheme", list(Scheme))
def test_transition_zone_ends_without_a_step(law: Law, scheme: Scheme) -> None:
    """At 2,000 EUR the line meets the regular rate; a cent below it is hardly above, a cent beyond the rate holds."""
    share = employer_share(law, scheme, DAY)
    rate = social_rates(law, scheme, DAY).employer
    limit, cent = Fraction(2000), Fraction(1, 100)
    assert share.of(limit) == rate * limit
    assert share.of(limit + cent) == rate * (limit + cent)
    assert 0 < share.of(limit - cent) - rate * (limit - cent) < cent


def test_transition_zone_as_the_law_writes_it(law: Law) -> None:
    """Inside the zone the share is what both formulas of § 20 Abs. 2a SGB IV leave to the employer."""
    gross, upper, limit, factor = Fraction(1200), 2000, 603, Fraction(28, 100) / Fraction(423, 1000)
    all_of_it = factor * limit + (Fraction(upper, upper - limit) - Fraction(limit, upper - limit) * factor) * (
        gross - limit
    )
    employee = Fraction(upper, upper - limit) * (gross - limit)
    expected = all_of_it * Fraction("0.397") - employee * Fraction("0.2035")
    assert employer_share(law, Scheme.P16I, DAY).of(gross) == expected


def test_effective_rate_of_a_part_time_job(law: Law) -> None:
    """20 hours at the minimum wage of 2026 cost the employer about 21.3 % instead of 19.35 %."""
    gross = 20 * Fraction("13.90") * Fraction("4.348")
    assert abs(employer_share(law, Scheme.P16I, DAY).of(gross) / gross - Fraction("0.213")) < Fraction(1, 1000)


@given(st.integers(60301, 400000), st.integers(1, 50000), st.sampled_from(Scheme))
def test_the_share_grows_with_the_pay(law: Law, cents: int, more: int, scheme: Scheme) -> None:
    """Nobody's employer pays less for higher pay."""
    share = employer_share(law, scheme, DAY)
    assert share.of(Fraction(cents + more, 100)) > share.of(Fraction(cents, 100)) > 0
