"""What a result rests on without being certain."""

from datetime import date
from decimal import Decimal

import pytest

from planner.domain import Scheme, Site
from planner.errors import Severity
from planner.law import Law, assumptions
from tests.law.build import scenario, site


def codes(law: Law, scheme: Scheme = Scheme.P16I, start: date = date(2027, 3, 1), *sites: Site) -> set[str]:
    found = assumptions(law, scenario(scheme, start), sites)
    assert all(problem.severity is Severity.WARNING for problem in found)
    assert all(problem.text("de") != problem.text("en") for problem in found)
    assert len({(problem.code, problem.column) for problem in found}) == len(found)
    return {problem.code for problem in found}


ALWAYS = {
    "law.unconfirmed.coaching",
    "law.unconfirmed.levies",
    "law.unconfirmed.weeks_per_month",
    "law.held_on.minimum_wage",
    "law.held_on.social_insurance",
}


def test_only_what_the_scheme_uses(law: Law) -> None:
    """§ 16i rests on its own flat share and the transfer, § 16e on its own flat share alone."""
    assert codes(law) == ALWAYS | {"law.unconfirmed.flat_share_16i", "law.unconfirmed.transfer"}
    assert codes(law, Scheme.P16E) == ALWAYS | {"law.unconfirmed.flat_share_16e"}


def test_only_what_the_dates_use(law: Law) -> None:
    """24 months from July 2026 need the wages of 2028; five years from 2022 end before the wages are unknown."""
    assert "law.held_on.minimum_wage" in codes(law, Scheme.P16E, date(2026, 7, 1))
    assert "law.held_on.minimum_wage" not in codes(law, start=date(2022, 10, 1))
    assert "law.held_back.social_insurance" in codes(law, start=date(2022, 10, 1))
    assert "law.held_back.social_insurance" not in codes(law, start=date(2026, 1, 1))


def test_only_the_wage_tables_in_use(law: Law) -> None:
    """A site that names a table brings its doubts in; without sites every table counts as used."""
    table = {"law.unconfirmed.wage_tables", "law.held_on.wage_tables"}
    assert table <= codes(law, Scheme.P16I, date(2027, 3, 1), site(pay="tvoed_vka_e2_1"))
    assert table <= {problem.code for problem in assumptions(law, scenario())}
    assert not table & codes(law, Scheme.P16I, date(2027, 3, 1), site())


@pytest.mark.parametrize(("pay", "named"), [("14.00", True), ("14.60", False), ("13.90", True), ("15", False)])
def test_pay_below_the_minimum_wage_is_named(law: Law, pay: str, named: bool) -> None:
    """A post whose pay the minimum wage overtakes during the contract is pointed out."""
    found = codes(law, Scheme.P16I, date(2026, 3, 1), site(pay=Decimal(pay)))
    assert ("law.pay_lifted" in found) is named


def test_values_of_a_topic_are_said_once(law: Law) -> None:
    """Both caps of the transfer stand in one warning."""
    [transfer] = [p for p in assumptions(law, scenario()) if p.code == "law.unconfirmed.transfer"]
    assert transfer.value == "800; 1000"
    assert transfer.file == "data/law/grants.toml"
