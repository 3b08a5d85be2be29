"""What is in the way of a plan, on its page, and the way out."""

import pytest

from planner.domain import Limit, Scenario
from planner.jobs import JobState
from planner.service import list_scenarios, save_scenario, submit_solve, work_on
from planner.store import Role
from tests.ui.workplaces.test_tradeoff import finished, press


def made_plan(world, **choices):
    """Solve a scenario and return how its job ended."""
    made, store = world
    scenario = Scenario(start=made.case.scenario.start, **choices)
    version = save_scenario(store, made.planner, made.project, scenario).version
    job = submit_solve(store, made.planner, made.project, version.version_id, start=False)
    return work_on(store, job_id=job.job_id)


@pytest.fixture
def impossible(world):
    job = made_plan(world, posts=2, limit=(Limit(name="viele", at_least=4, hard=True),))
    assert job.state is JobState.INFEASIBLE


def test_a_conflict_names_its_rules_and_ends_with_one_click(visit, world, impossible):
    """The limit is named; a way out becomes the next scenario, a child of the impossible one."""
    made, store = world
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    assert "viele" in " ".join(one.value for one in app.markdown)
    press(app, "Auswege suchen")
    finished(app)
    before = list_scenarios(store, made.planner, made.project)
    press(app, "Als Szenario speichern und berechnen")
    newest = list_scenarios(store, made.planner, made.project)[0]
    assert newest.parent_id == before[0].version_id
    assert newest.scenario.posts == 4 or newest.scenario.limit[0].at_least == 2


def test_an_impossible_scenario_leads_to_its_conflict(visit, world, impossible):
    """Below the fields nothing is said to be reached; the button leads to the rules in conflict."""
    app = visit(Role.PLANNER, page="planning")
    headings = [one.value for one in app.header]
    assert "Nr. 2 hat keinen Plan" in headings
    assert not any("erreicht" in one for one in headings)
    assert any("Unter „Pläne“ steht" in one.value for one in app.error)
    assert "Plan öffnen" not in [button.label for button in app.button]
    press(app, "Widerspruch zeigen")
    assert app.session_state["planning_tabs_de"] == "Pläne"
    assert "viele" in " ".join(one.value for one in app.markdown)


def test_a_plan_that_keeps_everything_shows_no_card(visit, world):
    """Where nothing is missing there is nothing to look for."""
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    assert "Auswege suchen" not in [button.label for button in app.button]


def test_a_missed_minimum_is_told(visit, world):
    """A soft minimum that cannot be met is named with what was reached."""
    made_plan(world, posts=2, limit=(Limit(name="viele", at_least=4),))
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    assert "viele \\(2 von 4\\)" in " ".join(one.value for one in app.warning)
    app.session_state["planning_tabs_de"] = "Szenario"
    app.run()
    assert ["viele \\(2 von 4\\)" in one.value for one in app.warning] == [True]
    app.session_state["planning_tabs_de"] = "Pläne"
    app.run()
    assert "Auswege suchen" in [button.label for button in app.button]
