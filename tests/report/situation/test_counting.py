"""What is counted before disclosure control."""

from planner.law import load_law
from planner.outlook import course_of
from planner.report.situation import EARLY, FULL, contracts_table, rounded_money
from tests.outlook.example import make_case, make_plan

CASE = make_case()
PLAN = make_plan(CASE)


def test_contracts_that_end_for_the_persons_sake_are_counted_apart() -> None:
    """Months used before shorten a contract; the end of a site does not, for everybody knows it."""
    table = contracts_table(CASE, course_of(CASE, PLAN, load_law()), load_law())
    assert table.counts == {(FULL,): 2, (EARLY,): 1}


def test_money_is_rounded_and_the_grant_is_one_payer() -> None:
    """Each amount is a multiple of 10,000 EUR, at most half of that from the true sum."""
    found = rounded_money(PLAN)
    assert {who for by in found.values() for who in by} <= {"city", "host", "grant"}
    for year, by in found.items():
        true = sum(cents for (y, _), cents in PLAN.costs().items() if str(y) == year)
        assert all(cents % 1_000_000 == 0 for cents in by.values())
        assert abs(sum(by.values()) - true) <= 500_000 * len(by)
