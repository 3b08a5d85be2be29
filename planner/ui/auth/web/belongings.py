"""Whose files lie in the server's memory.

Streamlit keeps the files of all sessions in one place and gives them to whoever knows their address. Which session
drew a file, and who is signed in there, it knows but does not tell publicly; the version is pinned, and tests fetch a
file as somebody else.
"""

import time
from collections.abc import Iterator

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSessionState

from planner.ui.auth.identity import Identity, identify

_LOOK = 0.05
_PATIENCE = 15.0
"""Seconds between two looks, and in all, while a page is being drawn."""


def owns_file(identity: Identity, file_id: str) -> bool:
    """Return whether a file was drawn in a session of this person.

    While a page is drawn anew, Streamlit knows only of the files drawn so far; and the click that fetches a file is
    what has the page drawn anew. So the answer waits until no page of this person is being drawn.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        drawing = _draws(identity)
        if _drawn_for(identity, file_id):
            return True
        if not drawing or time.monotonic() > until:
            return False
        time.sleep(_LOOK)


def _draws(identity: Identity) -> bool:
    """Return whether a page of this person is being drawn."""
    sessions = [info.session for info in Runtime.instance()._session_mgr.list_sessions()]
    busy = [session.id for session in sessions if session._state is AppSessionState.APP_IS_RUNNING]
    return any(owns_session(identity, session_id) for session_id in busy)


def _drawn_for(identity: Identity, file_id: str) -> bool:
    files = Runtime.instance().media_file_mgr._files_by_session_and_coord
    holders = [session for session, held in list(files.items()) if file_id in held.copy().values()]
    return any(owns_session(identity, session) for session in holders)


def owns_session(identity: Identity, session_id: str) -> bool:
    """Return whether this person is signed in there."""
    return any((owner.issuer, owner.subject) == (identity.issuer, identity.subject) for owner in _owners(session_id))


def _owners(session_id: str) -> Iterator[Identity]:
    info = Runtime.instance()._session_mgr.get_session_info(session_id)
    owner = identify(dict(info.session._user_info)) if info else None
    if owner is not None:
        yield owner
