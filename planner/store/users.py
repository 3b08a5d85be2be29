"""Users and their roles; who somebody is says the organisation's sign-in, what they may do says this table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select, update

from planner.store import layout
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.store import Transaction


class Role(StrEnum):
    """What somebody may do; one person may have several."""

    PLANNER = "planner"
    REVIEWER = "reviewer"
    LEADERSHIP = "leadership"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who works with the program.

    Parameters
    ----------
    issuer, subject
        Whom the sign-in knows them as.
    active
        Whether they may sign in.
    """

    user_id: str
    issuer: str
    subject: str
    name: str
    active: bool
    created_at: datetime
    roles: frozenset[Role]


def sign_in(tx: Transaction, issuer: str, subject: str, name: str) -> User:
    """Return the user the sign-in vouches for; made without any role when first seen, the name kept up to date."""
    table = layout.users
    known = tx.run(
        select(table.c.user_id, table.c.name).where(table.c.issuer == issuer, table.c.subject == subject)
    ).first()
    if known is None:
        user_id = new_id()
        values = {"user_id": user_id, "issuer": issuer, "subject": subject, "name": name}
        tx.run(insert(table).values(**values, active=True, created_at=tx.now))
        return get_user(tx, user_id)
    if known.name != name:
        tx.run(update(table).where(table.c.user_id == known.user_id).values(name=name))
    return get_user(tx, known.user_id)


def get_user(tx: Transaction, user_id: str) -> User:
    """Return a user.

    Raises
    ------
    NotFoundError
        ``store.no_user``.
    """
    row = tx.run(select(layout.users).where(layout.users.c.user_id == user_id)).mappings().first()
    if row is None:
        raise NotFoundError.of("store.no_user")
    return User(**row, roles=_roles(tx).get(user_id, frozenset()))


def list_users(tx: Transaction) -> tuple[User, ...]:
    """Return every user, by name."""
    roles = _roles(tx)
    rows = tx.run(select(layout.users)).mappings()
    found = (User(**row, roles=roles.get(row["user_id"], frozenset())) for row in rows)
    return tuple(sorted(found, key=lambda user: (user.name.casefold(), user.user_id)))


def set_roles(tx: Transaction, user_id: str, roles: Iterable[Role]) -> User:
    """Give a user exactly these roles.

    Raises
    ------
    NotFoundError
        ``store.no_user``.
    """
    get_user(tx, user_id)
    tx.run(delete(layout.user_roles).where(layout.user_roles.c.user_id == user_id))
    rows = [{"user_id": user_id, "role": role.value} for role in sorted(set(roles))]
    tx.insert(insert(layout.user_roles), rows)
    return get_user(tx, user_id)


def set_active(tx: Transaction, user_id: str, active: bool) -> User:
    """Let a user sign in, or no longer.

    Raises
    ------
    NotFoundError
        ``store.no_user``.
    """
    get_user(tx, user_id)
    tx.run(update(layout.users).where(layout.users.c.user_id == user_id).values(active=active))
    return get_user(tx, user_id)


def map_claim(tx: Transaction, claim: str, roles: Iterable[Role]) -> None:
    """Say which roles a claim of the sign-in stands for; none at all removes it."""
    tx.run(delete(layout.claim_roles).where(layout.claim_roles.c.claim == claim))
    tx.insert(insert(layout.claim_roles), [{"claim": claim, "role": role.value} for role in sorted(set(roles))])


def claim_map(tx: Transaction) -> dict[str, frozenset[Role]]:
    """Return the roles by claim."""
    found: dict[str, set[Role]] = {}
    for claim, role in tx.run(select(layout.claim_roles.c.claim, layout.claim_roles.c.role)):
        found.setdefault(claim, set()).add(Role(role))
    return {claim: frozenset(roles) for claim, roles in sorted(found.items())}


def roles_of_claims(tx: Transaction, claims: Iterable[str]) -> frozenset[Role]:
    """Return the roles that any of the claims stands for; unknown claims stand for nothing."""
    known = claim_map(tx)
    return frozenset(role for claim in claims for role in known.get(claim, ()))


def _roles(tx: Transaction) -> dict[str, frozenset[Role]]:
    found: dict[str, set[Role]] = {}
    for user_id, role in tx.run(select(layout.user_roles.c.user_id, layout.user_roles.c.role)):
        found.setdefault(user_id, set()).add(Role(role))
    return {user_id: frozenset(roles) for user_id, roles in found.items()}
