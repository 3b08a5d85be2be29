"""A solved project, and the app as somebody with certain roles meets it."""

import shutil
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from planner.domain import Scenario
from planner.service import release_plan
from planner.store import Role, connect, upgrade
from planner.synthetic import generate
from planner.ui.auth.database import open_store
from tests.service.world import make_world
from tests.ui.auth.conftest import SECTION, claims
from tests.ui.test_app import APP

GROUPS = {role: f"group-{role.value}" for role in Role}
ORGANISED = {**SECTION, "roles": {group: [role.value] for role, group in GROUPS.items()}}


@pytest.fixture(scope="session")
def solved(tmp_path_factory):
    """Return the folder of a database with a solved project, and what is in it."""
    folder = tmp_path_factory.mktemp("solved")
    store = connect(f"sqlite:///{folder}/planner.db")
    upgrade(store)
    world = make_world(store)
    store.close()
    return folder, world


@pytest.fixture
def world(solved, tmp_path, monkeypatch):
    """Give the test a solved project of its own; its store is the app's."""
    folder, made = solved
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path))
    return made, open_store()


@pytest.fixture
def visit():
    """Return a function that opens the app as a person with some roles and goes to a page."""

    def go(*roles, page=None, tab=None, name="Anna Beispiel"):
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.secrets["auth"] = ORGANISED
        app.user.update(claims(sub=name, name=name, nonce=name, groups=[GROUPS[role] for role in roles]))
        app.run()
        if page is not None:
            app.switch_page(f"workplaces/{page}.py").run()
        if tab is not None:
            app.session_state[f"{page}_tabs_de"] = tab
            app.run()
        assert not app.exception
        return app

    return go


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    """Return the folder of a project as large as a real one: 100 posts are planned, more than 300 could be."""
    folder = tmp_path_factory.mktemp("city")
    store = connect(f"sqlite:///{folder}/planner.db")
    upgrade(store)
    large, limits = generate(450, 130, 320, 5), generate(450, 130, 100, 5).scenario.limit
    minima = tuple(one.model_copy(update={"at_most": None}) for one in limits if one.at_least)
    start = large.scenario.start
    scenario = Scenario(start=start, name="Dresden", posts=100, limit=minima, need=large.scenario.need)
    world = make_world(store, replace(large, scenario=scenario, decisions=(), previous_plan=()))
    release_plan(store, world.planner, world.project, world.plan)
    store.close()
    return folder
