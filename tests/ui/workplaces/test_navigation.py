"""Whose pages are whose."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.service import list_projects
from planner.store import Role
from tests.ui.test_app import APP

PAGES = {"planning": Role.PLANNER, "review": Role.REVIEWER, "situation": Role.LEADERSHIP}
TITLES = {"planning": "Planung", "review": "Prüfung", "situation": "Lage"}


def titles(app):
    return [title.value for title in app.title]


@pytest.mark.parametrize("role", Role)
def test_a_page_opens_for_its_role_only(visit, world, role):
    """Whoever lacks the role has no such page, so that its address leads nowhere either."""
    app = visit(role)
    for page, needed in PAGES.items():
        if role is needed:
            app.switch_page(f"workplaces/{page}.py").run()
            assert not app.exception
            assert titles(app) == [TITLES[page]]
        else:
            with pytest.raises(ValueError, match="Could not find a navigation page"):
                app.switch_page(f"workplaces/{page}.py")


def test_administration_sees_no_case_data(visit, world):
    """An administrator gets the account, and neither figures nor tables."""
    app = visit(Role.ADMIN)
    assert titles(app) == ["Konto"]
    assert not app.metric
    assert not app.dataframe


def test_the_workstation_has_every_page(world, folder, monkeypatch):
    """The one person of a workstation has all three workplaces beside the page that keeps nothing."""
    monkeypatch.setenv("PLANNER_DEMO_DIR", str(folder))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert titles(app) == ["Quartiersassistenz: Einsatzplan"]
    for page, title in TITLES.items():
        app.switch_page(f"workplaces/{page}.py").run()
        assert not app.exception
        assert titles(app) == [title]


def test_a_project_needs_a_name(visit, world):
    """Without a name nothing is made and a sentence says what is missing; with one the project is made."""
    made, store = world
    app = visit(Role.PLANNER, page="planning")
    for name, projects in ((" ", 1), ("Neustadt", 2)):
        app.text_input(key="project_name").set_value(name)
        next(button for button in app.button if button.label == "Vorhaben anlegen").click().run()
        assert not app.exception
        assert len(list_projects(store, made.planner)) == projects
        assert any("Namen" in error.value for error in app.error) == (projects == 1)
