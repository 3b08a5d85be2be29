"""One month: cost, grant, transfer."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import MINIMUM_WAGE, Scheme
from planner.errors import InputError
from planner.law import Law, MonthAmounts, hourly_pay, wage_month

YEARS = {2026: date(2026, 1, 1), 2027: date(2027, 1, 1)}
HOURS = st.decimals(15, 39, places=2)


def month(
    law: Law,
    hours: str | Decimal = "30",
    *,
    scheme: Scheme = Scheme.P16I,
    pay: str | Decimal = MINIMUM_WAGE,
    tariff: bool = False,
    child: bool = False,
    k: int = 1,
    day: date = YEARS[2026],
) -> MonthAmounts:
    return wage_month(law, scheme, pay, tariff, Decimal(hours), child, k, day)


def euros_a_year(cents_a_month: int) -> int:
    return int(Decimal(cents_a_month * 12) / 100 + Decimal("0.5"))


@pytest.mark.parametrize(
    ("year", "hours", "gross", "cost", "grants", "own"),
    [
        (2026, "20", 1209, 17886, (17261, 15535, 13809, 12083), (625, 5803)),
        (2026, "30", 1813, 26470, (25891, 23302, 20713, 18124), (578, 8346)),
        (2026, "39", 2357, 34323, (33659, 30293, 26927, 23561), (665, 10762)),
        (2027, "20", 1270, 18769, (18130, 16317, 14504, 12691), (639, 6078)),
        (2027, "30", 1904, 27769, (27195, 24476, 21756, 19037), (574, 8732)),
        (2027, "39", 2476, 36052, (35354, 31818, 28283, 24748), (698, 11304)),
    ],
)
def test_published_rows_at_the_minimum_wage(
    law: Law, year: int, hours: str, gross: int, cost: int, grants: tuple[int, ...], own: tuple[int, int]
) -> None:
    """Twelve equal months give the known yearly table to the euro, in every grant step."""
    steps = [month(law, hours, k=k, day=YEARS[year]) for k in (1, 25, 37, 49)]
    assert round(Fraction(steps[0].gross, 100)) == gross
    assert {euros_a_year(step.cost) for step in steps} == {cost}
    assert tuple(euros_a_year(step.grant) for step in steps) == grants
    assert (euros_a_year(steps[0].own_share), euros_a_year(steps[-1].own_share)) == own


@pytest.mark.parametrize(("hours", "cost", "grant"), [("20", 20876, 20267), ("30", 31001, 30400), ("39", 40301, 39520)])
def test_published_rows_of_a_wage_table(law: Law, hours: str, cost: int, grant: int) -> None:
    """E2 step 1 from May 2026 comes out within 2 EUR a year: its pay per hour is rounded to cents."""
    got = month(law, hours, pay="tvoed_vka_e2_1", tariff=True, day=date(2026, 5, 1))
    assert abs(euros_a_year(got.cost) - cost) <= 2
    assert abs(euros_a_year(got.grant) - grant) <= 2


@pytest.mark.parametrize(
    ("k", "percent"), [(1, 100), (24, 100), (25, 90), (36, 90), (37, 80), (48, 80), (49, 70), (60, 70), (61, 0)]
)
def test_grant_steps_of_16i(law: Law, k: int, percent: int) -> None:
    """The step changes with the year of the employment, and after five years there is no grant."""
    assert month(law, k=k).grant == pytest.approx(month(law).grant * percent / 100, abs=1)


@pytest.mark.parametrize(("k", "share"), [(1, "0.75"), (12, "0.75"), (13, "0.50"), (24, "0.50"), (25, "0")])
def test_grant_steps_of_16e(law: Law, k: int, share: str) -> None:
    """75 % and 50 % of the gross pay and a fifth; no transfer, no cap by the minimum wage."""
    got = month(law, scheme=Scheme.P16E, pay=Decimal("20.00"), k=k, day=date(2026, 7, 1))
    gross = 30 * 20 * Fraction("4.348")
    assert got.grant == int(gross * Fraction(share) * Fraction("1.20") * 100 + Fraction(1, 2))
    assert got.transfer == 0
    assert got.integration == got.grant


def test_16e_pays_unemployment_insurance(law: Law) -> None:
    """The same pay costs 1.3 points more under § 16e than under § 16i above the transition zone."""
    pay = Decimal("20.00")
    more = month(law, scheme=Scheme.P16E, pay=pay, day=date(2026, 7, 1)).social - month(law, pay=pay).social
    assert more == pytest.approx(month(law, pay=pay).gross * 0.013, abs=1)


def test_base_is_the_minimum_wage_without_a_tariff(law: Law) -> None:
    """Higher pay raises the grant only where a tariff binds the employer (§ 16i Abs. 2 Satz 2 SGB II)."""
    free, bound = (month(law, pay=Decimal("16.32"), tariff=tariff) for tariff in (False, True))
    assert free.grant == month(law).grant < bound.grant
    assert free.cost == bound.cost > month(law).cost


@pytest.mark.parametrize(
    ("hours", "child", "k", "transfer"),
    [("20", False, 1, 71920), ("30", False, 1, 80000), ("30", True, 1, 100000), ("20", True, 1, 71920)],
)
def test_transfer_is_half_the_grant_up_to_the_cap(law: Law, hours: str, child: bool, k: int, transfer: int) -> None:
    """800 EUR, with a minor child 1,000 EUR, or half of the grant where that is less."""
    assert month(law, hours, child=child, k=k).transfer == transfer


def test_a_half_cent_goes_up(law: Law) -> None:
    """12.5 h · 15.10 EUR · 4.348 is 820.685 EUR to the dot, and 820.69 EUR are paid."""
    assert Fraction("12.5") * Fraction("15.10") * Fraction("4.348") == Fraction("820.685")
    assert month(law, "12.5", pay=Decimal("15.10")).gross == 82069


@pytest.mark.parametrize(
    ("pay", "day", "expected"),
    [
        (MINIMUM_WAGE, date(2023, 12, 31), "12.00"),
        (MINIMUM_WAGE, date(2024, 1, 1), "12.41"),
        (MINIMUM_WAGE, date(2026, 12, 31), "13.90"),
        (MINIMUM_WAGE, date(2032, 1, 1), "14.60"),
        (MINIMUM_WAGE, date(2021, 1, 1), "12.00"),
        ("tvoed_vka_e2_1", date(2026, 4, 30), "15.88"),
        ("tvoed_vka_e2_1", date(2026, 5, 1), "16.32"),
        ("tvoed_vka_e2_1", date(2030, 5, 1), "16.32"),
        (Decimal("14.00"), date(2026, 1, 1), "14.00"),
        (Decimal("14.00"), date(2027, 1, 1), "14.60"),
        (Decimal("9.50"), date(2026, 1, 1), "13.90"),
    ],
)
def test_pay_by_date(law: Law, pay: str | Decimal, day: date, expected: str) -> None:
    """The wage in force, held on beyond the last and before the first known one, never below the minimum wage."""
    assert hourly_pay(law, pay, day) == Fraction(expected)


def test_a_month_keeps_the_law_of_its_first_day(law: Law) -> None:
    """The month that begins on 15 December 2026 pays 13.90 EUR to its end."""
    assert month(law, k=1, day=date(2026, 12, 15)) == month(law, k=1, day=date(2026, 7, 1))
    assert month(law, k=1, day=date(2027, 1, 15)).gross > month(law, k=1, day=date(2026, 12, 15)).gross


def test_unknown_wage_table(law: Law) -> None:
    """A name that is no table is an input error that lists the tables."""
    with pytest.raises(InputError) as caught:
        month(law, pay="tvoed_e99")
    assert "tvoed_vka_e2_1" in caught.value.problems[0].text("de")


@given(HOURS, st.decimals(14, 30, places=2), st.booleans(), st.booleans(), st.integers(1, 60), st.sampled_from(Scheme))
def test_parts_fit_together(
    law: Law, hours: Decimal, pay: Decimal, tariff: bool, child: bool, k: int, scheme: Scheme
) -> None:
    """No amount is negative, the transfer is at most half the grant and the cap, and the shares make up the cost."""
    got = month(law, hours, scheme=scheme, pay=pay, tariff=tariff, child=child, k=k, day=date(2026, 7, 1))
    assert min(got) >= 0
    assert got.own_share > 0
    assert got.integration + got.transfer + got.own_share == got.cost
    assert got.transfer <= min(got.grant / 2 + 1, 100000 if child else 80000)
    assert all(isinstance(amount, int) for amount in got)


@given(HOURS, st.integers(1, 300), st.integers(1, 60))
def test_more_hours_cost_more(law: Law, hours: Decimal, more: int, k: int) -> None:
    """Cost and grant grow with the hours, in every step."""
    less, greater = month(law, hours, k=k), month(law, hours + Decimal(more) / 100, k=k)
    assert greater.cost > less.cost
    assert greater.grant > less.grant
    assert greater.transfer >= less.transfer


@given(HOURS, st.integers(1, 59), st.booleans())
def test_the_host_carries_more_every_year(law: Law, hours: Decimal, k: int, child: bool) -> None:
    """Under the same law the grant never rises with the months, so the own share never falls."""
    earlier, later = (month(law, hours, child=child, k=step) for step in (k, k + 1))
    assert later.own_share >= earlier.own_share
    assert later.cost == earlier.cost
