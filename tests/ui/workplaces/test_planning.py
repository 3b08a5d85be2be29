"""The page "Planning"."""

import time

import pytest

from planner.domain import PAYERS, Scenario
from planner.service import (
    create_project,
    import_places,
    list_plans,
    list_scenarios,
    release_plan,
    save_scenario,
    submit_solve,
    watch_solve,
    work_on,
)
from planner.store import Role, audit, users
from planner.ui.words import Words
from tests.service.world import files_of


@pytest.fixture
def app(visit, world):
    return visit(Role.PLANNER, page="planning")


@pytest.fixture
def plans(visit, world):
    return visit(Role.PLANNER, page="planning", tab="Pläne")


def turn(app, tab):
    """Open another tab of the editor."""
    app.run()
    app.session_state["editor_tabs_de"] = tab
    app.run()


def field(kind, name):
    """Return the form's field of a name, whichever version it is for."""
    return next(one for one in kind if one.key.startswith(f"{name}_"))


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def table_with(app, heading):
    return next(table.value for table in app.dataframe if heading in table.value.columns)


def test_a_scenario_is_saved_as_the_child_of_another(app, world):
    """What is changed is in the new version, the rest is taken over, and the version it came from is its parent."""
    made, store = world
    field(app.number_input, "posts").set_value(7)
    field(app.text_input, "name").set_value("Sieben")
    turn(app, "Ziele")
    field(app.text_input, "tolerance_coverage").set_value("1,5")
    turn(app, "Budgets")
    draft = next(iter(app.session_state["scenario_drafts"]))
    app.session_state[f"budget_{draft}_0"] = {"edited_rows": {0: {"city": 250_000.0}}}
    app.run()
    press(app, "Nur speichern")
    newest, first = list_scenarios(store, made.planner, made.project)
    assert newest.parent_id == first.version_id
    year = first.scenario.start.year
    assert (newest.scenario.posts, newest.scenario.name) == (7, "Sieben")
    assert newest.scenario.budget == {"city": {year: 25_000_000}}
    assert float(newest.scenario.tiers.tolerance["coverage"]) == 0.015
    assert newest.scenario.start == first.scenario.start
    assert "Gespeichert als Nr. 2." in [one.value for one in app.success]


def test_an_impossible_scenario_is_refused_with_its_reason(app, world):
    """§ 16e before its first day is answered with a sentence, and nothing is saved."""
    made, store = world
    field(app.date_input, "start").set_value(made.case.scenario.start.replace(year=2026, month=1))
    field(app.selectbox, "scheme").select_index(1)
    press(app, "Nur speichern")
    assert app.error
    assert len(list_scenarios(store, made.planner, made.project)) == 1


def test_a_solve_runs_as_a_job_and_ends_as_a_plan(app, world):
    """The button puts a solve into the queue; a worker elsewhere makes the plan; the page shows it."""
    made, store = world
    field(app.number_input, "posts").set_value(5)
    press(app, "Speichern und berechnen")
    deadline = time.monotonic() + 120
    while len(list_plans(store, made.planner, made.project)) < 2 and time.monotonic() < deadline:
        time.sleep(0.5)
    app.session_state["planning_tabs_de"] = "Pläne"
    app.run()
    assert not app.exception
    assert next(metric.value for metric in app.metric if metric.label == "Besetzte Plätze") == "5 von 5"


def test_two_plans_are_compared_with_their_change(visit, world):
    """Key figures of the second carry the difference to the first; who is elsewhere is listed."""
    made, store = world
    version = save_scenario(
        store, made.planner, made.project, Scenario(start=made.case.scenario.start, posts=6)
    ).version
    job = submit_solve(store, made.planner, made.project, version.version_id, start=False)
    work_on(store, job_id=job.job_id)
    assert watch_solve(store, made.planner, made.project, job.job_id).plan_id
    app = visit(Role.PLANNER, page="planning", tab="Vergleich")
    changed = [metric for metric in app.metric if metric.label == "Besetzte Plätze" and metric.value == "6"]
    assert [metric.delta for metric in changed] == ["−6"]
    before, after = (next(one for one in app.selectbox if one.label.startswith(f"Plan {side}")) for side in "AB")
    assert [one.options[one.index].split(" · ")[0] for one in (before, after)] == ["Plan 1", "Plan 2"]
    assert any("**B − A**" in one.value for one in app.markdown)
    assert any("**Plätze höchstens:**" in one.value and "→ 6" in one.value for one in app.markdown)
    assert len(table_with(app, "Plan A")) > 0


def test_the_figures_of_a_scenario_carry_their_change(visit, world):
    """A child's figures change against the newest plan of its parent, which is named; a first plan has no change."""
    made, store = world
    first = visit(Role.PLANNER, page="planning")
    assert not any("Änderung gegenüber" in one.value for one in first.markdown)
    scenario = Scenario(start=made.case.scenario.start, posts=6, need={"age_65p": 1})
    child = save_scenario(store, made.planner, made.project, scenario, made.version).version
    work_on(store, job_id=submit_solve(store, made.planner, made.project, child.version_id, start=False).job_id)
    app = visit(Role.PLANNER, page="planning")
    said = next(one.value for one in app.markdown if "Änderung gegenüber" in one.value)
    assert "Plan 1 · 12 Vorschläge" in said
    assert "(von Nr. 1, aus der dieses Szenario entstand)" in said
    assert "an verschiedenem Bedarf gemessen" in said
    filled = next(metric for metric in app.metric if metric.label == "Besetzte Plätze")
    assert (filled.value, filled.delta) == ("6 von 6", "−6")


def test_a_planner_sees_pseudonyms_without_costs(plans):
    """No column of a placement tells what one person costs."""
    placements = table_with(plans, "Träger (Organisation)")
    assert len(placements) == 12
    assert not {Words("de").of(f"payer.{payer}") for payer in PAYERS} & set(placements.columns)


def test_a_new_project_opens_where_its_first_step_is_done(visit, world):
    """Places come first; with them the scenario's tab opens, and what is still missing is said."""
    made, store = world
    project = create_project(store, made.planner, "Neu").project_id
    app = visit(Role.PLANNER)
    app.session_state["project_id"] = project
    app.switch_page("workplaces/planning.py").run()
    assert any(one.value.startswith("**Schritt 1 von 4:**") for one in app.info)
    assert app.session_state["planning_tabs_de"] == "Orte"
    import_places(store, made.planner, project, files_of(made.case))
    app.run()
    assert not app.exception
    assert any(one.value.startswith("**Schritt 2 von 4:** Das Jobcenter") for one in app.info)
    assert app.session_state["planning_tabs_de"] == "Szenario"


def released(world):
    """Return the plans that were released, the newest first, and how often the trail of changes says so."""
    made, store = world
    with store.read() as tx:
        noted = [entry.action for entry in audit.entries(tx)].count("plan.released")
    return [one.number for one in list_plans(store, made.planner, made.project) if one.released_at], noted


def test_a_release_is_asked_for_before_it_is_done(plans, world):
    """The first button only asks; what follows is said, the second releases, once, with an entry in the trail."""
    press(plans, "Freigeben")
    said = " ".join(one.value for one in plans.markdown)
    assert "Plan 1 (12 Vorschläge) freigeben?" in said
    assert "Bisher ist kein Plan freigegeben" in said
    assert released(world) == ([], 0)
    press(plans, "Jetzt freigeben")
    assert released(world) == ([1], 1)
    assert not {"Freigeben", "Jetzt freigeben"} & {button.label for button in plans.button}


def test_a_release_can_be_left(plans, world):
    """“Cancel” and a second press of the first button both leave everything as it was."""
    for leave in ("Abbrechen", "Freigeben"):
        press(plans, "Freigeben")
        press(plans, leave)
        assert "Jetzt freigeben" not in [button.label for button in plans.button]
    assert released(world) == ([], 0)


def test_a_release_names_the_plan_whose_place_it_takes(visit, world):
    """Whoever releases a second plan reads which one leadership has seen until now."""
    made, store = world
    release_plan(store, made.planner, made.project, made.plan)
    job = submit_solve(store, made.planner, made.project, made.version, start=False)
    work_on(store, job_id=job.job_id)
    app = visit(Role.PLANNER, page="planning", tab="Pläne")
    press(app, "Freigeben")
    assert any("an die Stelle von Plan 1, freigegeben am" in one.value for one in app.markdown)
    press(app, "Jetzt freigeben")
    assert released(world) == ([2, 1], 2)


def test_a_role_that_was_taken_away_takes_along_what_a_session_has_kept(visit, world):
    """Whoever was a reviewer, too, sees no more than a planner from the next look on."""
    _, store = world
    app = visit(Role.PLANNER, Role.REVIEWER, page="planning", tab="Pläne")
    who, _ = app.session_state["plan_views"][0]
    assert [view.full for view in app.session_state["plan_views"][1].values()] == [True]
    with store.write() as tx:
        users.set_roles(tx, who.user_id, [Role.PLANNER])
    app.run()
    assert not app.exception
    assert [view.full for view in app.session_state["plan_views"][1].values()] == [False]
