"""Nobody recomputes a small group: an exact attacker tries, over boroughs, statuses, scenarios and time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.report.disclosure import Ledger, Publication, Published, Rules, Shown, Sign, Table, publish
from tests.report.disclosure.attacker import narrowed
from tests.report.disclosure.tables import city, histories, published, rules, tables

often = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@often
@given(tables(), rules)
def test_one_table(table: Table, rules: Rules) -> None:
    """Within one table no small count can be narrowed to k values, by any subtraction over boroughs and statuses."""
    assert narrowed(published([table], rules)) == []


@often
@given(histories(), rules)
def test_scenarios_and_time(history: list[Table], rules: Rules) -> None:
    """Several publications together narrow neither a small count nor a small change, even for those who know the rest."""
    assert narrowed(published(history, rules)) == []
