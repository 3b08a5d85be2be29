"""The case the program comes with."""

from collections import Counter
from pathlib import Path

import pytest

from planner.domain import Case, DecisionKind, Eligibility
from planner.law import assess, load_law
from planner.settings import data_dir
from planner.synthetic import DEMO_SCENARIOS, demo, write_demo
from planner.synthetic.region import SHORT_OF_VOLUNTEERS
from planner.tables import read_case


@pytest.fixture(scope="module")
def case() -> Case:
    return demo().case


def test_every_byte_can_be_made_again(tmp_path: Path) -> None:
    """The committed files are exactly what the seeded command writes."""
    write_demo(tmp_path / "demo")
    made = {file.name: file.read_bytes() for file in (tmp_path / "demo").iterdir()}
    kept = {file.name: file.read_bytes() for file in (data_dir() / "demo").iterdir()}
    assert made == kept


@pytest.mark.parametrize("name", DEMO_SCENARIOS)
def test_every_scenario_reads_without_a_problem(case: Case, name: str) -> None:
    """Each scenario belongs to the case; reading reports nothing but the city's blank counts."""
    folder = data_dir() / "demo"
    reading = read_case(folder, folder / name, wage_tables=load_law().wage_tables)
    assert [note.code for note in reading.notes] == ["counts.blank"]
    assert reading.case.scenario == demo().scenarios[name]
    assert reading.case.candidates == case.candidates
    assert "synthetisch" in reading.case.scenario.name


def test_it_is_as_large_as_described(case: Case) -> None:
    """700 people, 85 sites with 1 to 4 posts of every field, some without a host."""
    assert len(case.candidates) == 700
    assert len(case.sites) == 85
    assert {site.posts for site in case.sites} == {1, 2, 3, 4}
    assert len({site.field for site in case.sites}) == 8
    assert 3 <= sum(site.planned for site in case.sites) <= 15


def test_most_people_are_eligible_some_unclear_some_not(case: Case) -> None:
    """Between 65 and 85 % are eligible; there are unclear ones and others."""
    law = load_law()
    found = Counter(assess(candidate, case.scenario, law).status for candidate in case.candidates)
    assert 0.65 < found[Eligibility.ELIGIBLE] / 700 < 0.85
    assert found[Eligibility.UNCLEAR] >= 20
    assert found[Eligibility.NOT_ELIGIBLE] >= 20


def test_some_people_are_at_work_already(case: Case) -> None:
    """Seven have started, each on a first of a month before the scenario's start."""
    days = [d.since for d in case.decisions if d.decision is DecisionKind.STARTED]
    assert len(days) == 7
    assert all(day is not None and day < case.scenario.start and day.day == 1 for day in days)


def test_initiatives_are_counted(case: Case) -> None:
    """Some quarters have initiatives short of volunteers; where nobody lives there are none."""
    counts = {n.code: n.counts[SHORT_OF_VOLUNTEERS] for n in case.neighbourhoods}
    assert sum(counts.values()) > 20
    assert counts["44"] == 0


def test_limits_about_people_say_why(case: Case) -> None:
    """The Arabic speakers in Gorbitz are there, with the reason the work gives."""
    limit = next(limit for limit in case.scenario.limit if limit.name == "Arabisch in Gorbitz")
    assert limit.who is not None
    assert limit.reason
    assert {case.neighbourhood_of[code].name.split("-")[0] for code in limit.where.neighbourhood} == {"Gorbitz"}
