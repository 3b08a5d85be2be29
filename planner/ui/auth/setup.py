"""How people sign in, read from the ``[auth]`` section of ``.streamlit/secrets.toml``.

Whatever is wrong there closes the door: a half-written section never falls back to the local profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config

from planner.errors import PlannerError, Problem
from planner.service import is_loopback
from planner.store import Role

LIFETIME = timedelta(hours=8)
"""How long a session lasts unless the section says otherwise: a working day."""

LONGEST = timedelta(hours=24)
SHORTEST_SECRET = 32
CALLBACK = "/oauth2callback"
_NEEDED = ("client_id", "client_secret", "server_metadata_url")


class SetupError(PlannerError):
    """The section cannot be used as it is; ``problem`` says why and never what stands in it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The sign-in of an organisation.

    Parameters
    ----------
    origin
        Where the browser finds the app, as ``https://host``.
    providers
        What is written on the button, by the name ``st.login`` knows.
    roles_claim
        Claim of the ID token with the groups or roles; dots lead into nested claims.
    roles
        The roles each value of that claim stands for; ``None`` leaves it to the administrators.
    lifetime
        How long a session lasts.
    """

    origin: str
    providers: Mapping[str, str]
    roles_claim: str
    roles: Mapping[str, frozenset[Role]] | None
    lifetime: timedelta

    @property
    def host(self) -> str:
        """The name of the server as the browser knows it."""
        return urlsplit(self.origin).hostname or ""

    @property
    def encrypted(self) -> bool:
        """Whether everything travels by TLS."""
        return self.origin.startswith("https:")


def read_setup() -> Setup | None:
    """Return how people sign in; ``None`` if nothing is set up.

    Raises
    ------
    SetupError
        ``auth.unreadable`` or ``auth.wrong``.
    """
    if not st.secrets.load_if_toml_exists():
        if any(Path(file).exists() for file in config.get_option("secrets.files")):
            raise SetupError(Problem("auth.unreadable"))
        return None
    section = st.secrets.get("auth")
    if section is None:
        return None
    if not isinstance(section, Mapping):
        raise _wrong("auth")
    return Setup(
        origin=_origin(section),
        providers=_providers(section),
        roles_claim=_text(section, "roles_claim", "roles"),
        roles=_roles(section.get("roles")),
        lifetime=_lifetime(section.get("session_minutes")),
    )


def _origin(section: Mapping[str, Any]) -> str:
    """Sign-in in the clear is only for trying things out on one computer."""
    redirect = _text(section, "redirect_uri").replace("{port}", str(config.get_option("server.port")))
    parts = urlsplit(redirect)
    if not parts.hostname or not parts.path.endswith(CALLBACK):
        raise _wrong("redirect_uri")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise _wrong("redirect_uri")
    if len(_text(section, "cookie_secret")) < SHORTEST_SECRET:
        raise _wrong("cookie_secret")
    return f"{parts.scheme}://{parts.netloc}"


def _providers(section: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    named = {name: part for name, part in section.items() if isinstance(part, Mapping) and "client_id" in part}
    for name, part in named.items() or (("default", section),):
        for key in _NEEDED:
            _text(part, key)
        if "_" in name:
            raise _wrong(name)
        found[name] = _text(part, "label", "")
    return found


def _roles(table: object) -> dict[str, frozenset[Role]] | None:
    if table is None:
        return None
    if not isinstance(table, Mapping):
        raise _wrong("roles")
    try:
        return {
            str(claim): frozenset(map(Role, [named] if isinstance(named, str) else named))
            for claim, named in table.items()
        }
    except (TypeError, ValueError):
        raise _wrong("roles") from None


def _lifetime(minutes: object) -> timedelta:
    if minutes is None:
        return LIFETIME
    if isinstance(minutes, bool) or not isinstance(minutes, int) or not 0 < minutes <= LONGEST.total_seconds() / 60:
        raise _wrong("session_minutes")
    return timedelta(minutes=minutes)


def _text(section: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = section.get(key, default)
    if not isinstance(value, str) or (default is None and not value):
        raise _wrong(key)
    return value


def _wrong(key: str) -> SetupError:
    return SetupError(Problem("auth.wrong", {"key": key}))
