"""The gate as the pages have it."""

import logging

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from planner.service import sign_out
from planner.store import connect, current, head, upgrade
from planner.ui.auth.database import open_store
from planner.ui.auth.identity import identify
from tests.ui.auth.conftest import SECTION, claims


def small_page():
    """Stand for every page behind the gate."""
    import streamlit as st

    from planner.ui.auth import current_user, sign_in_gate

    sign_in_gate()
    st.button("Again")
    st.title(f"Secret for {current_user().name}")


def organised(**other):
    app = AppTest.from_function(small_page, default_timeout=30)
    app.secrets["auth"] = {**SECTION, **other}
    return app


def broken_page():
    """Fail with a value that is nobody's business."""
    from planner.store import StoreError
    from planner.ui.auth.web.mishap import show_mishap

    assert show_mishap(ValueError("Anna Geheim"))
    assert show_mishap(StoreError.of("store.no_user"))


@pytest.fixture(autouse=True)
def own_database(tmp_path, monkeypatch):
    """Give each test a database of its own."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path))


def titles(app):
    assert not app.exception
    return [title.value for title in app.title]


def test_nobody_sees_anything_before_the_sign_in():
    """Without a sign-in there is the button to it and nothing else."""
    app = organised().run()
    assert titles(app) == ["Anmelden"]
    assert [button.label for button in app.button] == ["Anmelden mit Stadt"]


def test_who_has_a_role_comes_in():
    """A known group opens the page."""
    app = organised()
    app.user.update(claims())
    assert titles(app.run()) == ["Secret for Anna Beispiel"]


def test_who_has_none_does_not():
    """Without a role there is only the way out."""
    app = organised()
    app.user.update(claims(groups=[]))
    assert titles(app.run()) == ["Noch kein Zugang"]


def test_the_session_is_looked_at_on_each_run():
    """A page that is open meets the gate again as soon as the session was ended elsewhere."""
    app, seen = organised(), claims()
    app.user.update(seen)
    assert titles(app.run()) == ["Secret for Anna Beispiel"]
    sign_out(open_store(), identify(seen).token)
    assert titles(app.button[0].click().run()) == ["Anmelden"]
    assert "beendet" in app.info[0].value


def test_a_wrong_set_up_opens_nothing():
    """A mistake in the set-up closes the pages and is named, without what stands there."""
    app = organised(cookie_secret="too short").run()  # noqa: S106  (what must be refused)
    assert titles(app) == ["Der Zugang ist geschlossen"]
    assert "cookie_secret" in app.error[0].value
    assert "too short" not in app.error[0].value


def test_the_workstation_needs_no_set_up():
    """On the loopback address the page is there at once."""
    assert titles(AppTest.from_function(small_page, default_timeout=30).run())[0].startswith("Secret for ")


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.7", None])  # noqa: S104  (what must be refused)
def test_no_local_profile_where_others_can_reach_the_server(address):
    """Listening at anything but the loopback address refuses the local profile."""
    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        assert titles(AppTest.from_function(small_page, default_timeout=30).run()) == ["Der Zugang ist geschlossen"]
    finally:
        config.set_option("server.address", before)


def test_a_mishap_has_a_number_and_no_values(caplog, monkeypatch):
    """What the program itself does wrong is told by a number that the log has; its own errors tell their sentence."""
    # Tools that other tests run switch off every log that is there already.
    monkeypatch.setattr(logging.getLogger("planner.ui"), "disabled", False)
    app = AppTest.from_function(broken_page, default_timeout=30).run()
    assert not app.exception
    assert app.error[0].value.startswith("Im Programm ist etwas schiefgegangen")
    assert "Geheim" not in "".join(error.value for error in app.error) + caplog.text
    assert "ValueError" in caplog.text


def layouts(tmp_path):
    return [file.name.rpartition("-")[2] for file in (tmp_path / "backups").glob("*.backup")]


def test_a_workstation_brings_its_database_along(tmp_path):
    """After an update the one person of a workstation goes on working; what was there before lies in a backup."""
    store = connect()
    upgrade(store, "0001")
    store.close()
    app = AppTest.from_function(small_page, default_timeout=30).run()
    assert titles(app)[0].startswith("Secret for")
    assert current(open_store()) == head()
    assert len(layouts(tmp_path)) == 1


def test_a_server_waits_for_whoever_runs_it(tmp_path):
    """Where people sign in, an older database closes the door and stays what it is."""
    store = connect()
    upgrade(store, "0001")
    store.close()
    assert titles(organised().run()) == ["Der Zugang ist geschlossen"]
    assert current(connect()) == "0001"
    assert layouts(tmp_path) == []
