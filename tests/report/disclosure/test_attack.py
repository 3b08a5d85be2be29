"""Nobody recomputes a small group: an exact attacker tries, over boroughs, statuses, scenarios and time."""

import pytest
from hypothesis import HealthCheck, given, settings

from planner.report.disclosure import Cell, Ledger, Publication, Published, Rules, Shown, Sign, Table, publish
from tests.report.disclosure.attacker import narrowed
from tests.report.disclosure.tables import STATUS, city, histories, published, rules, tables

HOME = (city([3, 3]),)
HISTORY = {("b0q0",): 40, ("b0q1",): 30, ("b0q2",): 25, ("b1q0",): 50, ("b1q1",): 35, ("b1q2",): 20}

slowly = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=25, deadline=None, suppress_health_check=slowly)
@given(tables(), rules)
def test_one_table(table: Table, rules: Rules) -> None:
    """Within one table no small count can be narrowed to k values, by any subtraction over boroughs and statuses."""
    assert narrowed(published([table], rules)) == []


@settings(max_examples=15, deadline=None, suppress_health_check=slowly)
@given(histories(longest=3), rules)
def test_scenarios_and_time(history: list[Table], rules: Rules) -> None:
    """Publications together narrow neither small counts nor small changes, even for those who know who stayed."""
    assert narrowed(published(history, rules)) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=25, deadline=None, suppress_health_check=slowly)
@given(histories(longest=5), rules)
def test_long_histories(history: list[Table], rules: Rules) -> None:
    """The same holds over longer series and many more cities."""
    assert narrowed(published(history, rules)) == []


def rounded_only(table: Table, hidden: set[Cell]) -> Publication:
    """Publish as a careless office would: small counts hidden, the rest rounded, nothing checked."""
    shown = {
        cell: Shown(Sign.HIDDEN) if cell in hidden else Shown(Sign.ROUNDED, (count + 2) // 5 * 5)
        for cell, count in table.totals.items()
    }
    return Publication(table, Published(table.subject, Rules(), shown))


def test_attacker_subtracts_over_boroughs() -> None:
    """The attacker is a real one: a single hidden part of a borough does not withstand him."""
    table = Table("candidates", (city([2, 2]),), {("b0q0",): 40, ("b0q1",): 4, ("b1q0",): 50, ("b1q1",): 20})
    assert ({(0, ("b0q1",)): 1}, 10, (1, 9)) in narrowed([rounded_only(table, {("b0q1",)})])


def test_attacker_subtracts_over_time() -> None:
    """Two publications that are safe each by itself give a single newcomer away, if nothing is checked."""
    before, after = (Table("candidates", HOME, HISTORY | {("b0q2",): count}) for count in (27, 28))
    careless = [rounded_only(before, set()), rounded_only(after, set())]
    assert narrowed(careless[:1]) == []
    assert {ends for _, _, ends in narrowed(careless)} == {(1, 9)}
    assert narrowed(published([before, after], Rules())) == []


def test_public_facts_are_all_that_tells() -> None:
    """A public total of five people cannot be taken back, but nothing else narrows who they are."""
    table = Table(
        "candidates",
        (city([2, 2]), STATUS),
        {("b0q0", "eligible"): 3, ("b1q1", "eligible"): 2, ("b0q1", "unclear"): 40, ("b1q0", "not_eligible"): 31},
        frozenset({("city", "eligible")}),
    )
    (made,) = published([table], Rules())
    assert made.published["city", "eligible"].text == "5"
    assert {ends for _, _, ends in narrowed([made])} == {(0, 5)}


def test_nothing_new_tells_nothing() -> None:
    """The same table is published in the same way, and the ledger does not grow."""
    table = Table("candidates", HOME, HISTORY)
    once = Ledger().with_publication(table, publish(table, Rules(), Ledger()))
    again = publish(Table("candidates", HOME, dict(HISTORY)), Rules(), once)
    assert once.with_publication(table, again) == once
