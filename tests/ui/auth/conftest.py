"""Set-ups, a store and claims for the tests of the door."""

import time
from datetime import UTC, datetime

import pytest
import streamlit as st
from streamlit.runtime.secrets import Secrets

from planner.store import Store, connect, upgrade

ORIGIN = "https://planung.example.org"

SECTION = {
    "redirect_uri": f"{ORIGIN}/oauth2callback",
    "cookie_secret": "c" * 64,
    "roles_claim": "groups",
    "roles": {"qa-planung": ["planner"], "qa-verwaltung": ["admin", "planner"]},
    "stadt": {
        "label": "Stadt",
        "client_id": "planner",
        "client_secret": "s",
        "server_metadata_url": "https://idp.example.org/.well-known/openid-configuration",
    },
}


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path, clock) -> Store:
    """Return an empty database."""
    made = connect(f"sqlite:///{tmp_path}/planner.db", clock=clock)
    upgrade(made)
    yield made
    made.close()


@pytest.fixture
def secrets(monkeypatch):
    """Return a function that sets what ``secrets.toml`` holds."""

    def put(**auth):
        found = Secrets()
        found._secrets = {"auth": {key: value for key, value in auth.items() if value is not ...}}
        monkeypatch.setattr(st, "secrets", found)

    return put


@pytest.fixture
def organised(secrets):
    """Set up the sign-in of an organisation."""
    secrets(**SECTION)


def claims(**other):
    """Return the claims of a fresh sign-in as ``st.user`` has them."""
    now = int(time.time())
    return {
        "is_logged_in": True,
        "provider": "stadt",
        "iss": "https://idp.example.org",
        "sub": "anna",
        "name": "Anna Beispiel",
        "nonce": "n-1",
        "iat": now,
        "exp": now + 600,
        "groups": ["qa-planung"],
        **other,
    }
