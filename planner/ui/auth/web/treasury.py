"""Files go to their owner only, and a sign-out ends the session on the server."""

from anyio import to_thread
from starlette.requests import HTTPConnection
from streamlit import config

from planner.errors import Problem
from planner.service import find_user, sign_out
from planner.store import StoreError
from planner.ui.auth.database import open_store
from planner.ui.auth.identity import Identity, identify
from planner.ui.auth.setup import read_setup
from planner.ui.auth.web.asgi import ASGIApp, Receive, Scope, Send, refuse, route
from planner.ui.auth.web.belongings import owns_file, owns_session
from planner.ui.auth.web.cookie import claims_of

FILES = "/media/"
UPLOADS = "/_stcore/upload_file/"
METRICS = "/_stcore/metrics"
SIGN_OUT = "/auth/logout"


class Treasury:
    """Guards downloads and uploads. The local profile has one owner, and the door let nobody else in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what the asker may have."""
        path = route(scope, config.get_option("server.baseUrlPath"))
        guarded = scope["type"] == "http" and path.startswith((FILES, UPLOADS, METRICS, SIGN_OUT))
        if not guarded or read_setup() is None:
            await self.app(scope, receive, send)
            return
        identity = identify(claims_of(HTTPConnection(scope).cookies))
        try:
            allowed = await to_thread.run_sync(may_have, identity, path)
        except StoreError as error:
            await refuse(error.problem, 503, scope, receive, send)
            return
        if allowed:
            await self.app(scope, receive, send)
        else:
            await refuse(Problem("auth.not_yours"), 403, scope, receive, send)


def may_have(identity: Identity | None, path: str) -> bool:
    """Return whether somebody may have what lies at a path; on the way out, end their session.

    Raises
    ------
    StoreError
        If the database cannot be reached.
    """
    if path.startswith(SIGN_OUT):
        if identity is not None:
            sign_out(open_store(), identity.token)
        return True
    if identity is None or find_user(open_store(), identity.token) is None:
        return False
    if path.startswith(FILES):
        return owns_file(identity, path.removeprefix(FILES).partition(".")[0])
    if path.startswith(UPLOADS):
        return owns_session(identity, path.removeprefix(UPLOADS).partition("/")[0])
    return False
