"""Users, their roles and sessions. Who somebody is says the organisation's sign-in; what they may do, our own table."""

from collections.abc import Iterable
from datetime import timedelta

from planner.service.acting import Change, changing, looking
from planner.service.errors import ForbiddenError
from planner.store import Role, Store, User, sessions, users

SESSION = timedelta(hours=8)
"""How long a session lasts: a working day."""


def sign_in(
    store: Store,
    issuer: str,
    subject: str,
    name: str,
    claims: Iterable[str] = (),
    *,
    token: str | None = None,
    lifetime: timedelta = SESSION,
) -> tuple[User, str]:
    """Let somebody in whom the sign-in vouches for; return the user and the token of the session.

    Where claims stand for roles, these are the user's roles, no more and no fewer: who leaves a group of the
    organisation loses its role here. Where none do, the roles an administrator gave hold. A change of roles leaves an
    entry.

    Parameters
    ----------
    claims
        Groups or roles as the sign-in names them.
    token
        What the sign-in itself calls the session; else one is drawn.
    lifetime
        How long the session lasts; a token seen before keeps its first end.

    Raises
    ------
    ForbiddenError
        ``role.inactive`` if the account was closed.
    """
    with store.write() as tx:
        user = users.sign_in(tx, issuer, subject, name)
        if not user.active:
            raise ForbiddenError.of("role.inactive")
        wanted = users.roles_of_claims(tx, claims) if users.claim_map(tx) else user.roles
        if wanted != user.roles:
            user = users.set_roles(tx, user.user_id, wanted)
            Change(tx, user).note("user.roles", user_id=user.user_id, roles=sorted(user.roles))
        return user, sessions.open_session(tx, user.user_id, lifetime, token)


def find_user(store: Store, token: str) -> User | None:
    """Return whose session a token is; ``None`` if it has ended or was revoked."""
    with store.read() as tx:
        session = sessions.find_session(tx, token)
        return session.user if session else None


def sign_out(store: Store, token: str) -> None:
    """End a session, on the server too."""
    with store.write() as tx:
        sessions.revoke_session(tx, token)


def list_users(store: Store, user: User) -> tuple[User, ...]:
    """Return every user with their roles. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return users.list_users(tx)


def set_roles(store: Store, user: User, user_id: str, roles: Iterable[Role]) -> User:
    """Give somebody exactly these roles; it holds at once. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_user``.
    """
    with changing(store, user, Role.ADMIN) as change:
        found = users.set_roles(change.tx, user_id, roles)
        change.note("user.roles", user_id=user_id, roles=sorted(found.roles))
    return found


def set_active(store: Store, user: User, user_id: str, *, active: bool) -> User:
    """Let somebody sign in, or no longer; then their sessions end at once. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_user``.
    """
    with changing(store, user, Role.ADMIN) as change:
        found = users.set_active(change.tx, user_id, active)
        ended = 0 if active else sessions.revoke_user(change.tx, user_id)
        change.note("user.active", user_id=user_id, active=active, sessions_ended=ended)
    return found


def claim_map(store: Store, user: User) -> dict[str, frozenset[Role]]:
    """Return which roles the claims of the sign-in stand for. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.ADMIN) as tx:
        return users.claim_map(tx)


def map_claim(store: Store, user: User, claim: str, roles: Iterable[Role]) -> None:
    """Say which roles a claim of the sign-in stands for; none at all removes it. Administrators may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with changing(store, user, Role.ADMIN) as change:
        chosen = sorted(set(roles))
        users.map_claim(change.tx, claim, chosen)
        change.note("claim.mapped", claim=claim, roles=chosen)
