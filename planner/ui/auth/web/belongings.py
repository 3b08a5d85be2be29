"""Whose files lie in the server's memory.

Streamlit keeps the files of all sessions in one place and gives them to whoever knows their address. Which session
drew a file, and who is signed in there, it knows but does not tell publicly; the version is pinned, and tests fetch a
file as somebody else.
"""

from collections.abc import Iterator

from streamlit.runtime import Runtime

from planner.ui.auth.identity import Identity, identify


def owns_file(identity: Identity, file_id: str) -> bool:
    """Return whether a file was drawn in a session of this person."""
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
