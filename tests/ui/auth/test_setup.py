"""What a set-up of the sign-in must have."""

from datetime import timedelta

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets

from planner.store import Role
from planner.ui.auth.setup import SetupError, read_setup
from tests.ui.auth.conftest import ORIGIN, SECTION


def test_a_whole_section_is_read(organised):
    """Origin, providers, roles and the length of a session come from the section."""
    setup = read_setup()
    assert (setup.origin, setup.host, setup.encrypted) == (ORIGIN, "planung.example.org", True)
    assert setup.providers == {"stadt": "Stadt"}
    assert setup.roles["qa-verwaltung"] == {Role.ADMIN, Role.PLANNER}
    assert setup.lifetime == timedelta(hours=8)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("redirect_uri", ...),
        ("redirect_uri", "http://planung.example.org/oauth2callback"),
        ("redirect_uri", f"{ORIGIN}/elsewhere"),
        ("cookie_secret", ...),
        ("cookie_secret", "short"),
        ("roles", {"qa-planung": ["king"]}),
        ("session_minutes", 0),
        ("session_minutes", 100_000),
        ("session_minutes", "480"),
        ("stadt", {"client_id": "planner"}),
        ("stadt", ...),
    ],
)
def test_a_wrong_section_closes_the_door(secrets, key, value):
    """A section with anything wrong never counts as no section."""
    secrets(**{**SECTION, key: value})
    with pytest.raises(SetupError) as caught:
        read_setup()
    assert caught.value.problem.code == "auth.wrong"
    assert SECTION["cookie_secret"] not in caught.value.problem.text("de")


def test_an_unreadable_file_closes_the_door(tmp_path, monkeypatch):
    """A file that is no TOML is not the same as no file."""
    broken = tmp_path / "secrets.toml"
    monkeypatch.setattr(st, "secrets", Secrets())
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(broken)])
    try:
        assert read_setup() is None
        broken.write_text("[auth\n", encoding="utf-8")
        with pytest.raises(SetupError) as caught:
            read_setup()
        assert caught.value.problem.code == "auth.unreadable"
    finally:
        config.set_option("secrets.files", before)


def test_in_the_clear_only_on_this_computer(secrets):
    """Without TLS a sign-in works on the loopback address only."""
    secrets(**{**SECTION, "redirect_uri": "http://127.0.0.1:8501/oauth2callback"})
    assert not read_setup().encrypted


def test_the_example_needs_its_secrets(repo_root, secrets):
    """The example file is read but for the secrets, which it does not have."""
    import tomllib

    section = tomllib.loads((repo_root / ".streamlit/secrets.example.toml").read_text(encoding="utf-8"))["auth"]
    assert section["cookie_secret"] == section["stadt"]["client_secret"] == ""
    secrets(**section)
    with pytest.raises(SetupError):
        read_setup()
    filled = {**section["stadt"], "client_id": "x", "client_secret": "x"}
    secrets(**{**section, "cookie_secret": "c" * 64, "stadt": filled})
    assert read_setup().roles["qa-leitung"] == {Role.LEADERSHIP}
