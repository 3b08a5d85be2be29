"""Sessions that the server can end: only the hash of a token is kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, insert, select, update

from planner.store import layout
from planner.store.codec import digest
from planner.store.store import Transaction
from planner.store.users import User, get_user


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session that is still good."""

    user: User
    started_at: datetime
    expires_at: datetime


def open_session(tx: Transaction, user_id: str, lifetime: timedelta, token: str | None = None) -> str:
    """Begin a session and return its token.

    Parameters
    ----------
    token
        What the sign-in itself calls the session, if it does; else a random one is drawn. A token that has been used
        before keeps its first end and stays revoked.
    """
    secret = token or secrets.token_urlsafe(32)
    table = layout.sessions
    if tx.run(select(table.c.user_id).where(table.c.token_hash == digest(secret))).first() is None:
        values = {"token_hash": digest(secret), "user_id": user_id, "started_at": tx.now}
        tx.run(insert(table).values(**values, expires_at=tx.now + lifetime))
    return secret


def find_session(tx: Transaction, token: str) -> Session | None:
    """Return the session of a token; ``None`` if it has ended, was revoked, or its user may no longer sign in."""
    table = layout.sessions
    row = tx.run(select(table).where(table.c.token_hash == digest(token))).mappings().first()
    if row is None or row["revoked_at"] is not None or row["expires_at"] <= tx.now:
        return None
    user = get_user(tx, row["user_id"])
    if not user.active:
        return None
    return Session(user=user, started_at=row["started_at"], expires_at=row["expires_at"])


def revoke_session(tx: Transaction, token: str) -> None:
    """End a session."""
    _revoke(tx, layout.sessions.c.token_hash == digest(token))


def revoke_user(tx: Transaction, user_id: str) -> int:
    """End every session of a user, and return how many there were."""
    return _revoke(tx, layout.sessions.c.user_id == user_id)


def drop_sessions(tx: Transaction, before: datetime) -> int:
    """Delete the sessions that ended before an instant, and return how many there were."""
    return tx.run(delete(layout.sessions).where(layout.sessions.c.expires_at < before)).rowcount


def _revoke(tx: Transaction, which: ColumnElement[bool]) -> int:
    table = layout.sessions
    return tx.run(update(table).where(which, table.c.revoked_at.is_(None)).values(revoked_at=tx.now)).rowcount
