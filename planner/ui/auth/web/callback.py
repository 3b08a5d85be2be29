"""The way back from the provider, without what it adds in words: those would stand in the log."""

from urllib.parse import parse_qsl, urlencode

from planner.ui.auth.setup import CALLBACK
from planner.ui.auth.web.asgi import ASGIApp, Receive, Scope, Send

ERRORS = frozenset(
    {
        "access_denied",
        "account_selection_required",
        "consent_required",
        "interaction_required",
        "invalid_request",
        "invalid_scope",
        "login_required",
        "server_error",
        "temporarily_unavailable",
        "unauthorized_client",
        "unsupported_response_type",
    }
)
"""Sources: RFC 6749, § 4.1.2.1; OpenID Connect Core 1.0, § 3.1.2.6. Any other one is only an error."""

_NEEDED = frozenset({"code", "state", "iss"})


class Callback:
    """Keeps of the address what the sign-in needs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on."""
        if scope["type"] == "http" and str(scope.get("path", "")).endswith(CALLBACK):
            asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"))
            kept = [(name, value) for name, value in asked if name in _NEEDED]
            kept += [(name, value if value in ERRORS else "error") for name, value in asked if name == "error"]
            scope = {**scope, "query_string": urlencode(kept).encode("latin-1")}
        await self.app(scope, receive, send)
