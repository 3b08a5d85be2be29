"""The profile of a single workstation: one person, bound to this very computer."""

import getpass
import ipaddress
from collections.abc import Iterable

from planner.service.acting import Change
from planner.service.errors import ForbiddenError
from planner.store import Role, Store, User, users

ISSUER = "local"


def local_user(
    store: Store, *, address: str = "127.0.0.1", roles: Iterable[Role] = Role, name: str | None = None
) -> User:
    """Return the one user of a workstation with the roles chosen at the start.

    Parameters
    ----------
    address
        What the server listens at; a command line is its own computer.
    name
        What the person wants to be called; else what they were called last, at first the name of the account.

    Raises
    ------
    ForbiddenError
        ``local.not_loopback`` if other computers can reach the server; ``role.inactive``.
    """
    if not is_loopback(address):
        raise ForbiddenError.of("local.not_loopback", address=address)
    wanted = frozenset(roles)
    with store.read() as tx:
        mine = (one for one in users.list_users(tx) if (one.issuer, one.subject) == (ISSUER, _account()))
        known = next(mine, None)
    called = name or (known.name if known else _account())
    if known is not None and (known.roles, known.name) == (wanted, called):
        return _active(known)
    with store.write() as tx:
        user = _active(users.sign_in(tx, ISSUER, _account(), called))
        if user.roles == wanted:
            return user
        user = users.set_roles(tx, user.user_id, wanted)
        Change(tx, user).note("user.roles", user_id=user.user_id, roles=sorted(user.roles))
        return user


def is_loopback(address: str) -> bool:
    """Return whether only this computer reaches an address; nothing at all means every network card."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _active(user: User) -> User:
    if not user.active:
        raise ForbiddenError.of("role.inactive")
    return user


def _account() -> str:
    return getpass.getuser()
