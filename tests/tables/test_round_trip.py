"""What is written reads back equal."""

import tempfile
import tomllib
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from planner.domain import Case, Plan
from planner.tables import read_case, read_plan, scenario_toml, write_case, write_plan
from planner.tables.raw import Document
from planner.tables.scenario import parse_scenario
from tests.tables.strategies import WAGE_TABLES, cases, plans

patient = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(cases())
def test_case_reads_back_equal(case: Case) -> None:
    """A case written by us reads back equal, with the same hash."""
    with tempfile.TemporaryDirectory() as parent:
        write_case(case, Path(parent) / "case")
        again = read_case(Path(parent) / "case", wage_tables=WAGE_TABLES).case
    assert again == case
    assert again.hash == case.hash


@patient
@given(cases())
def test_scenario_reads_back_equal(case: Case) -> None:
    """A scenario's TOML reads back equal, and equal scenarios have one spelling."""
    text = scenario_toml(case.scenario)
    tomllib.loads(text)
    again = parse_scenario(Document("scenario.toml", text))
    assert again == case.scenario
    assert scenario_toml(again) == text


@patient
@given(plans())
def test_plan_reads_back_equal(plan: Plan) -> None:
    """A plan of any status reads back equal and is written the same again, byte for byte."""
    with tempfile.TemporaryDirectory() as parent:
        first, second = Path(parent) / "first", Path(parent) / "second"
        write_plan(plan, first)
        again = read_plan(first)
        write_plan(again, second)
        assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}
    assert again == plan
