"""The outer door: only requests that are meant for this server come in.

A page elsewhere can point its own name at this computer and read the app through the visitor's browser; its ``Host``
betrays it. The local profile goes further and looks at both ends of the connection, whatever address the server was
told to listen at.
"""

from streamlit import config

from planner.errors import Problem
from planner.service import is_loopback
from planner.ui.auth.setup import Setup, SetupError, read_setup
from planner.ui.auth.web.asgi import ASGIApp, Receive, Scope, Send, refuse, route
from planner.ui.auth.workstation import from_here, hostname

HEALTH = "/_stcore/health"
"""Open to whoever watches over the server; it tells nothing but that the server runs."""


class Door:
    """Refuses requests for other hosts, and all but this computer's own where no sign-in is set up."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what may come in."""
        if (
            scope["type"] not in {"http", "websocket"}
            or route(scope, config.get_option("server.baseUrlPath")) == HEALTH
        ):
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            setup = read_setup()
        except SetupError as error:
            await refuse(error.problem, 503, scope, receive, send)
            return
        if setup is not None and not is_allowed(headers.get("host", ""), setup):
            await refuse(Problem("auth.host"), 400, scope, receive, send)
        elif setup is None and not from_here(
            headers, *(end[0] for end in (scope.get("client"), scope.get("server")) if end)
        ):
            await refuse(Problem("auth.not_here"), 403, scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_allowed(host: str, setup: Setup) -> bool:
    """Return whether a ``Host`` is the server's own name, one of ``server.allowedHosts``, or this very computer."""
    name = hostname(host)
    if name == setup.host or (is_loopback(setup.host) and is_loopback(name)):
        return True
    patterns = (str(pattern).strip().lower() for pattern in config.get_option("server.allowedHosts") or ())
    return any(name.endswith(pattern[1:]) if pattern.startswith("*.") else name == pattern for pattern in patterns)
